/** The command line as a test drives it: what it prints, what it tells, and its exit code. */
import { afterEach, beforeEach, vi } from 'vitest';
import { main } from '../../cli/main.ts';

/** What one command line did. */
export interface Ran {
  readonly printed: string;
  readonly told: string;
  readonly code: number;
}

/** Columns that no text of ours needs: nothing is wrapped. */
export const wide = 10_000;

/** Makes a stream a screen of so many columns; undefined for a pipe. */
export function setColumns(stream: 'stdout' | 'stderr', columns: number | undefined): void {
  Object.assign(process[stream], { columns });
}

/** Catches both streams in every test of the file, and gives what runs a command line. */
export function commandLine(): (...args: string[]) => Promise<Ran> {
  let printed = '';
  let told = '';
  const taken = (add: (text: string) => void) =>
    ((text: string, done?: () => void) => {
      add(String(text));
      if (typeof done === 'function') done();
      return true;
    }) as never;
  beforeEach(() => {
    // Sentences stay whole, unless a test narrows the screen.
    setColumns('stderr', wide);
    vi.spyOn(process.stdout, 'write').mockImplementation(taken((text) => (printed += text)));
    vi.spyOn(process.stderr, 'write').mockImplementation(taken((text) => (told += text)));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    setColumns('stdout', undefined);
    setColumns('stderr', undefined);
    process.exitCode = 0;
  });
  return async (...args) => {
    printed = '';
    told = '';
    await main(args);
    const code = Number(process.exitCode ?? 0);
    process.exitCode = 0;
    return { printed, told, code };
  };
}
