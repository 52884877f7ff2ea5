/** Writes to the terminal or the pipe that is there: colour only where it is wanted, and a closed pipe is no error. */
import type { Environment } from './environment.ts';

/** A stream that may be a terminal. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Whether to colour: FORCE_COLOR and NO_COLOR first, then whether a person reads along. */
export function wantsColour(screen: Screen, env: Environment): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return screen.isTTY === true && env.TERM !== 'dumb';
}

/** Writes to stdout and waits until it is taken. */
export async function print(text: string): Promise<void> {
  if (text === '') return;
  await new Promise<void>((done) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, () => done());
  });
}

/** Writes one line of the tool itself to stderr. */
export function printError(sentence: string): void {
  process.stderr.write(`conformance: ${sentence}\n`);
}

let surviving = false;

/** `conformance list | head` closes the pipe early: the reader has what it wanted. */
export function surviveClosedPipes(): void {
  if (surviving) return;
  surviving = true;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}

/** Whether the locale can show more than ASCII; nothing said counts as UTF-8. */
export function wantsUnicode(env: Environment): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/i.test(locale);
}

/** How to lay a text out for whoever reads stdout. */
export function terminalOptions(env: Environment): { color: boolean; width: number; unicode: boolean } {
  return {
    color: wantsColour(process.stdout, env),
    width: Math.min(process.stdout.columns || 100, 140),
    unicode: wantsUnicode(env),
  };
}
