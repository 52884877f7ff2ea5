/** Output to a terminal or a pipe: colour only on request, and a closed pipe is not an error. */
import type { Environment } from './environment.ts';
import { whyNotWritable } from './machine-faults.ts';
import { wrapText } from './text-table.ts';

/** A stream that may be a terminal. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Whether to use colour: FORCE_COLOR and NO_COLOR first, then whether the stream is a terminal. */
export function wantsColour(screen: Screen, env: Environment): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return screen.isTTY === true && env.TERM !== 'dumb';
}

/** Writes to stdout and waits until it is written. */
export async function print(text: string): Promise<void> {
  if (text === '') return;
  await new Promise<void>((done) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, () => done());
  });
}

/** Columns of a screen; a pipe has none, and gets as many as fit anywhere. */
export function screenWidth(screen: Screen): number {
  return screen.columns || 80;
}

/** Writes an error to stderr: the sentence and its cure on one line, or each on lines of its own where that is too wide. */
export function printFault(sentence: string, cure: string): void {
  const width = screenWidth(process.stderr);
  const whole = cure === '' ? sentence : `${sentence} ${cure}`;
  const fits = `conformance: ${whole}`.length <= width;
  const head = pastable(`conformance: ${fits ? whole : sentence}`, width);
  const below = fits || cure === '' ? [] : pastable(cure, width - 2).map((line) => `  ${line.trimStart()}`);
  const lines = [...head, ...below];
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** Lines of a sentence; a command at its end is not broken, so that it can be pasted. */
function pastable(sentence: string, width: number): string[] {
  const [, before = sentence, command = ''] = /^(.*?\S) (npx conformance .*)$/.exec(sentence) ?? [];
  const [first = '', ...rest] = wrapText(before, width - 2);
  const lines = [first, ...rest.map((line) => `  ${line}`)];
  if (command === '') return lines;
  const last = `${lines.at(-1)} ${command}`;
  return last.length <= width ? [...lines.slice(0, -1), last] : [...lines, `  ${command}`];
}

/** Writes one line to stderr, prefixed with the name of the command. */
export function printError(sentence: string): void {
  process.stderr.write(`conformance: ${sentence}\n`);
}

let surviving = false;

/**
 * What nobody can read any more is no reason to end: a run is finished, its files are written, its exit code is that of the verdict. A
 * closed pipe, as in `conformance list | head`, is nothing unusual; any other fault of a stream is named once.
 */
export function surviveLostOutput(): void {
  if (surviving) return;
  surviving = true;
  for (const [name, stream] of [['stdout', process.stdout] as const, ['stderr', process.stderr] as const]) {
    let told = false;
    stream.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      if (told || code === 'EPIPE') return;
      told = true;
      // A command that judges nothing has not done what it was asked for.
      process.exitCode ??= 5;
      if (name === 'stdout') printFault(`Cannot write to stdout: ${whyNotWritable(code)}.`, 'Free disk space.');
    });
  }
}

/** Whether the locale supports Unicode; without a locale UTF-8 is assumed. */
export function wantsUnicode(env: Environment): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/i.test(locale);
}

/** Layout options for stdout. */
export function terminalOptions(env: Environment): { color: boolean; width: number; unicode: boolean } {
  return {
    color: wantsColour(process.stdout, env),
    width: Math.min(process.stdout.columns || 100, 140),
    unicode: wantsUnicode(env),
  };
}
