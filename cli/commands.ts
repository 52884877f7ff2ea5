/** The commands: one file each, loaded only when it is called. */
import type { Command } from 'commander';

/** What a command file gives: it adds options and an action to the command it is handed. */
export interface CommandFile {
  define(command: Command): void;
}

interface CommandEntry {
  readonly says: string;
  readonly load: () => Promise<CommandFile>;
}

/** Name to what it does and where it is. */
export const commands = {
  run: { says: 'judge a target (the default)', load: () => import('./commands/run.ts') },
  doctor: { says: 'name what stands in the way of a run', load: () => import('./commands/doctor.ts') },
  list: { says: 'list the requirements', load: () => import('./commands/list.ts') },
  explain: { says: 'explain one requirement', load: () => import('./commands/explain.ts') },
  serve: { says: 'run the reference as a local server', load: () => import('./commands/serve.ts') },
  init: { says: 'write a config file', load: () => import('./commands/init.ts') },
  keys: { says: 'make both RSA key pairs, for the suite and your side', load: () => import('./commands/keys.ts') },
  certify: {
    says: 'judge for a third party: a signed package that can be checked',
    load: () => import('./commands/certify.ts'),
  },
  verify: { says: 'check such a package: every verdict recomputed', load: () => import('./commands/verify.ts') },
  diff: { says: 'compare two reports', load: () => import('./commands/diff.ts') },
  replay: { says: 'send a recorded request again', load: () => import('./commands/replay.ts') },
} as const satisfies Record<string, CommandEntry>;

/** Whether a word is the name of a command. */
export function isCommand(word: string): word is keyof typeof commands {
  return Object.hasOwn(commands, word);
}

/** The commands as lines of a help text. */
export function commandsText(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return Object.entries(commands)
    .map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`)
    .join('\n');
}
