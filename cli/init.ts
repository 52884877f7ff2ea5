/** Writes a config file from options, or from answers on a terminal. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { operationsOf } from './catalogue.ts';
import type { InitOptions } from './commands/init.ts';
import { type InitAnswers, initText } from './init-text.ts';
import { knownName } from './nearest.ts';
import { say } from './output.ts';
import { writeWhole } from './report-dir.ts';
import { baseUrl } from './target.ts';
import { UsageError } from './usage-error.ts';

/** Writes the file; an existing one is kept unless `force` is given. */
export async function initialise(options: InitOptions): Promise<void> {
  const path = resolve(options.config);
  if (existsSync(path) && options.force !== true) {
    throw new UsageError(
      `${options.config} exists already`,
      'Overwrite it with --force, or name another with --config.',
    );
  }
  const answers = isEnough(options) ? answersIn(options) : await asked(options);
  await writeWhole(path, initText(answers));
  await say(`Wrote ${options.config}. Next: conformance --config ${options.config} --profile smoke`);
}

function isEnough(options: InitOptions): boolean {
  return options.role === 'mpp-client' ? options.trigger !== undefined : options.target !== undefined;
}

async function asked(options: InitOptions): Promise<InitAnswers> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    throw new UsageError(
      options.role === 'mpp-client'
        ? 'init needs --trigger where it cannot ask'
        : 'init needs --target where it cannot ask',
      'Give it, or run init on a terminal.',
    );
  }
  const { ask } = await import('./init-questions.ts');
  return answersIn(await ask(options));
}

function answersIn(options: InitOptions): InitAnswers {
  const role = options.role ?? 'mpp';
  const all = operationsOf(role);
  const apis = options.api?.flatMap((text) => text.split(',')).map((name) => knownName('API', 'APIs', name, all));
  return {
    role,
    target: role === 'mpp-client' ? null : baseUrl(options.target ?? '', '--target'),
    trigger: role === 'mpp-client' ? (options.trigger ?? null) : null,
    apis: all.filter((id) => apis === undefined || apis.includes(id)),
    narrowed: apis !== undefined && apis.length < all.length,
    clientId: options.clientId ?? null,
    privateKey: options.privateKey ?? null,
    publicKey: options.publicKey ?? null,
  };
}
