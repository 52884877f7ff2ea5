/** The commands: one file each, loaded only when it is called. */
import type { Command } from 'commander';
import type { CommandName } from './command-names.ts';

/** What a command file exports: it adds options and an action to the command that it is given. */
export interface CommandFile {
  define(command: Command): void;
}

/** The file of each command. */
export const commands: Readonly<Record<CommandName, () => Promise<CommandFile>>> = {
  run: () => import('./commands/run.ts'),
  init: () => import('./commands/init.ts'),
  keys: () => import('./commands/keys.ts'),
  doctor: () => import('./commands/doctor.ts'),
  'check-spec': () => import('./commands/check-spec.ts'),
  list: () => import('./commands/list.ts'),
  explain: () => import('./commands/explain.ts'),
  send: () => import('./commands/send.ts'),
  serve: () => import('./commands/serve.ts'),
  judge: () => import('./commands/judge.ts'),
  proxy: () => import('./commands/proxy.ts'),
  prove: () => import('./commands/prove.ts'),
  replay: () => import('./commands/replay.ts'),
  diff: () => import('./commands/diff.ts'),
  certify: () => import('./commands/certify.ts'),
  verify: () => import('./commands/verify.ts'),
};
