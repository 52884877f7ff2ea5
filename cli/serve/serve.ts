/** Runs a reference implementation as a server until Ctrl-C. */
import { stringify } from 'yaml';
import { isOwnApi, operationNamed } from '../../contract/apis.ts';
import { useSpecsOf } from '../config/own-specs.ts';
import type { Config } from '../config/shape.ts';
import { operationsOf } from '../explain/catalogue.ts';
import type { ServeOptions } from '../options.ts';
import { knownName } from '../terminal/did-you-mean.ts';
import { configFileFrom } from '../terminal/environment.ts';
import { listenOrExplain } from '../terminal/listen.ts';
import { print, printError, screenWidth } from '../terminal/output.ts';
import { table } from '../terminal/text-table.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { type Loggable, logging, type Verifying } from './request-log.ts';
import { serveScript } from './script.ts';
import type { Served } from './served.ts';

type Reference = typeof import('../../reference/index.ts');
interface NamedRow {
  readonly name: string;
  readonly says: string;
}

interface How {
  readonly port: number;
  readonly host: string;
  readonly fault: readonly string[];
  readonly variant: string | null;
}

interface Party {
  readonly faults: readonly NamedRow[];
  readonly variants: readonly NamedRow[];
  start(how: How): Promise<Served>;
}

/** Starts the server, prints its config on stdout, and runs until a signal arrives. */
export async function serve(written: string, options: ServeOptions): Promise<void> {
  const name = knownName('party', 'Parties', written, ['mpp', 'alipayplus']);
  await refuseOwnApis(options.api);
  const party = parties[name](await import('../../reference/index.ts'), options);
  if (options.fault?.includes('list')) return print(namesText(party.faults));
  if (options.variant === 'list') return print(namesText(party.variants));
  const fault = (options.fault ?? []).flatMap((one) => checkedName('fault', 'Faults', one, party.faults) ?? []);
  const variant = checkedName('variant', 'Variants', options.variant, party.variants);
  refuseConflictingOptions(name, options);
  const { port = 0, host } = options;
  const start =
    options.script === undefined ? () => party.start({ port, host, fault, variant }) : () => serveScript(options);
  const served = await listenOrExplain(start, `${host}:${port}`);
  const config = callableConfig(served.config);
  await print(configText(config));
  if (name === 'alipayplus') await printCurl(config);
  printError(
    `Reference ${name}${faultOrVariantText(fault, variant)} listening on ${served.url}. Press Ctrl-C to stop.`,
  );
  await untilInterrupted();
  await served.close();
}

/** The reference serves the bundled APIs: that it has none of a spec is said, not passed over. */
async function refuseOwnApis(apis: readonly string[] = []): Promise<void> {
  const names = apis.flatMap((text) => text.split(','));
  if (names.every((name) => operationNamed(name) !== undefined && !isOwnApi(name))) return;
  await useSpecsOf(configFileFrom(process.env));
  const own = names.find(isOwnApi);
  if (own === undefined) return;
  throw new UsageError(
    `serve has no server for ${own}: it runs the reference implementation, which knows the bundled APIs only`,
    'Test your own server, or start from examples/specs/verify_otp_server.py.',
  );
}

const parties = {
  mpp: (reference: Reference, options: ServeOptions): Party => {
    const apis = options.api?.flatMap((text) => text.split(','));
    for (const api of apis ?? []) knownName('API', 'APIs', api, operationsOf('mpp'));
    return {
      faults: [...reference.mppFaults, ...reference.mppPathological],
      variants: reference.mppVariants,
      start: async (how) => {
        const keys = await reference.newKeys();
        const verifying = { publicKey: keys.alipayplus.publicKey, ownPrivateKey: keys.mpp.privateKey };
        return reference.startReferenceMpp({ ...how, apis, keys, ...logged(options, verifying) });
      },
    };
  },
  alipayplus: (reference: Reference, options: ServeOptions): Party => ({
    faults: reference.alipayplusFaults,
    variants: reference.alipayplusVariants,
    start: async (how) => {
      const keys = await reference.newKeys();
      const verifying = { publicKey: keys.mpp.publicKey, ownPrivateKey: keys.alipayplus.privateKey };
      return reference.startReferenceAlipayPlus({ ...how, keys, ...logged(options, verifying) });
    },
  }),
};

/** Signs unless told otherwise, and logs each request. */
function logged({ unsigned }: ServeOptions, verifying: Omit<Verifying, 'clientId'>) {
  const alter = <B extends Loggable & { readonly clientId: string }>(behaviour: B): B => {
    const { clientId } = behaviour;
    return logging(behaviour, unsigned ? null : { ...verifying, clientId }, (line) =>
      process.stderr.write(`${line}\n`),
    );
  };
  return { signing: unsigned !== true, alter };
}

function refuseConflictingOptions(name: string, { script, fault, variant, api }: ServeOptions): void {
  if (name === 'mpp' && script !== undefined) {
    throw new UsageError('--script works with alipayplus only', 'For mpp use --fault or --variant.');
  }
  if (name === 'alipayplus' && api !== undefined) {
    throw new UsageError('--api works with mpp only', 'Leave it out: alipayplus offers getPaymentCode.');
  }
  if (script !== undefined && (fault !== undefined || variant !== undefined)) {
    throw new UsageError('--script cannot be combined with --fault or --variant', 'Use one of them.');
  }
}

function checkedName(
  what: string,
  plural: string,
  written: string | undefined,
  known: readonly NamedRow[],
): string | null {
  if (written === undefined) return null;
  const names = known.map(({ name }) => name);
  return knownName(what, plural, written, names, `List them with: --${what} list`);
}

function faultOrVariantText(fault: readonly string[], variant: string | null): string {
  if (fault.length > 0) return ` with the ${fault.length === 1 ? 'fault' : 'faults'} ${fault.join(', ')}`;
  return variant === null ? '' : ` in the variant ${variant}`;
}

function namesText(rows: readonly NamedRow[]): string {
  return table(
    rows.map(({ name, says }) => [name, says]),
    screenWidth(process.stdout),
  ).join('\n');
}

/** Replaces the wildcard address, which cannot be called. */
function callableConfig(config: Config): Config {
  const target = config.target?.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  const { limits, ...rest } = config;
  return { ...rest, target, ...(Object.keys(limits ?? {}).length > 0 && { limits }) };
}

/** The config as a file that can be saved as conformance.config.yaml. */
function configText(config: Config): string {
  return `# Save this as conformance.config.yaml and run: npx conformance\n${stringify(config, { lineWidth: 0 })}`;
}

/** Prints a curl command that the server answers with S. */
async function printCurl({ target = '', clientId = '', signing, requests }: Config): Promise<void> {
  const [{ signedCurl }, { operations }] = await Promise.all([
    import('../../simulator/curl.ts'),
    import('../../generated/operations.ts'),
  ]);
  const { path, requestExample } = operations.getPaymentCode;
  const body = { ...requestExample, ...[requests?.getPaymentCode ?? {}].flat()[0] };
  const line = await signedCurl({ url: target, path, clientId, privateKey: signing?.privateKey ?? null, body });
  process.stderr.write(`\n${line}\n\n`);
}

function untilInterrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
