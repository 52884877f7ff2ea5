/** Serves a reference party until Ctrl-C. */
import { stringify } from 'yaml';
import { operationsOf } from './catalogue.ts';
import type { ServeOptions } from './commands/serve.ts';
import { knownName } from './nearest.ts';
import { say, tell } from './output.ts';
import { table } from './text-table.ts';
import { UsageError } from './usage-error.ts';

interface Served {
  readonly url: string;
  readonly config: object;
  close(): Promise<void>;
}

/** Starts a party, prints its config on stdout, and stays until a signal comes. */
export async function serve(party: string, options: ServeOptions): Promise<void> {
  const name = knownName('party', 'Parties', party, ['mpp']);
  const reference = await import('../reference/index.ts');
  if (options.fault === 'list') return say(listing(reference.mppFaults));
  if (options.variant === 'list') return say(listing(reference.mppVariants));
  const fault = choice('fault', 'Faults', options.fault, reference.mppFaults);
  const variant = choice('variant', 'Variants', options.variant, reference.mppVariants);
  const apis = options.api?.flatMap((text) => text.split(','));
  for (const api of apis ?? []) knownName('API', 'APIs', api, operationsOf(name));
  if (options.script !== undefined) {
    throw new UsageError('--script plays answers of alipayplus, and the mpp has none', 'Use --fault or --variant.');
  }
  const { port = 0, host } = options;
  const served = await listening(
    () => reference.startReferenceMpp({ port, host, fault, variant, apis, signing: options.unsigned !== true }),
    `${host}:${port}`,
  );
  await say(configText(served.config));
  tell(`The reference ${party}${manner(fault, variant)} listens on ${served.url}. Ctrl-C ends it.`);
  await interrupted();
  await served.close();
}

function choice(
  what: string,
  plural: string,
  written: string | undefined,
  known: readonly { readonly name: string }[],
): string | null {
  if (written === undefined) return null;
  return knownName(
    what,
    plural,
    written,
    known.map(({ name }) => name),
  );
}

function manner(fault: string | null, variant: string | null): string {
  if (fault !== null) return ` with the fault ${fault}`;
  return variant === null ? '' : ` in the variant ${variant}`;
}

function listing(rows: readonly { readonly name: string; readonly says: string }[]): string {
  return table(
    rows.map(({ name, says }) => [name, says]),
    process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY,
  ).join('\n');
}

async function listening(start: () => Promise<Served>, where: string): Promise<Served> {
  try {
    return await start();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new UsageError(`${where} is in use`, 'Choose another --port, or none for a free one.');
    if (code === 'EACCES') throw new UsageError(`${where} may not be listened on`, 'Choose a --port above 1023.');
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new UsageError(`${where} is no address of this machine`, 'Use --host 127.0.0.1, or 0.0.0.0 for all.');
    }
    throw error;
  }
}

/** The config as a file that can be saved as conformance.config.yaml. */
function configText(config: object): string {
  return `# Save this as conformance.config.yaml and run: conformance\n${stringify(config, { lineWidth: 0 })}`;
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
