/** Writes a config file from options, or from answers on a terminal. */
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { configNames } from '../config/find.ts';
import { baseUrl } from '../config/target.ts';
import { operationsOf } from '../explain/catalogue.ts';
import type { InitOptions } from '../options.ts';
import { writeWhole } from '../run/report-dir.ts';
import { knownName } from '../terminal/did-you-mean.ts';
import { print } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { type InitAnswers, initText } from './config-text.ts';
import { checkKeyFile } from './key-file.ts';
import { nextLines } from './next.ts';

/** Writes the file; an existing one is kept unless `force` is given. */
export async function initialise(options: InitOptions): Promise<void> {
  if (options.from !== undefined) {
    const { mergeReport } = await import('./from-report.ts');
    return mergeReport(options.from, options);
  }
  const file = options.config ?? configNames[0];
  const path = resolve(file);
  if (existsSync(path) && options.force !== true) {
    throw new UsageError(
      `${file} already exists`,
      'Overwrite it with --force, choose another name with --config, or add the to-do list of a run to it with --from.',
    );
  }
  await useSpecFiles(options, path);
  const answers = hasEnoughOptions(options) ? answersFrom(options) : await askForOptions({ ...options, config: file });
  await writeWhole(path, initText(answers));
  await print([`Wrote ${file}.`, ...nextLines(file, {}, ' --profile smoke')].join('\n'));
}

/** The specs of --spec, as the config names them: relative to it. */
function specsFor({ spec = [] }: InitOptions, path: string): string[] {
  const files = spec.flatMap((text) => text.split(','));
  return files.map((file) => relative(dirname(path), resolve(file)).replaceAll('\\', '/'));
}

/** Puts the APIs of --spec beside the bundled ones. */
async function useSpecFiles(options: InitOptions, path: string): Promise<void> {
  const files = specsFor(options, path);
  if (files.length === 0) return;
  const { useSpecs } = await import('../config/own-specs.ts');
  await useSpecs({ specs: files, facts: [] }, dirname(path));
}

function hasEnoughOptions(options: InitOptions): boolean {
  return options.role === 'mpp-client' ? options.trigger !== undefined : options.target !== undefined;
}

async function askForOptions(options: InitOptions): Promise<InitAnswers> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    throw new UsageError(
      options.role === 'mpp-client'
        ? 'init needs --trigger, because it cannot ask questions here'
        : 'init needs --target, because it cannot ask questions here',
      'Add the option, or run init on a terminal.',
    );
  }
  const { ask } = await import('./questions.ts');
  return answersFrom(await ask(options));
}

function answersFrom(options: InitOptions): InitAnswers {
  const role = options.role ?? 'mpp';
  for (const [name, half, path] of [
    ['--private-key', 'private', options.privateKey],
    ['--public-key', 'public', options.publicKey],
  ] as const)
    if (path !== undefined) checkKeyFile(name, half, path, options.config);
  if (role !== 'mpp-client' && options.trigger !== undefined) {
    throw new UsageError(`--trigger is for role mpp-client, but the role is ${role}`, 'Remove it, or set --role.');
  }
  const all = operationsOf(role);
  const apis = options.api?.flatMap((text) => text.split(',')).map((name) => knownName('API', 'APIs', name, all));
  return {
    role,
    target: role === 'mpp-client' ? null : baseUrl(options.target ?? '', '--target'),
    trigger: role === 'mpp-client' ? (options.trigger ?? null) : null,
    apis: all.filter((id) => apis === undefined || apis.includes(id)),
    specs: specsFor(options, resolve(options.config ?? configNames[0])),
    narrowed: apis !== undefined && apis.length < all.length,
    clientId: options.clientId ?? null,
    privateKey: options.privateKey ?? null,
    publicKey: options.publicKey ?? null,
  };
}
