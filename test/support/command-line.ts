/** The command line as a test drives it: what it prints, what it tells, and its exit code. */
import { afterEach, beforeEach, vi } from 'vitest';
import { main } from '../../cli/main.ts';

/** What one command line did. */
export interface Ran {
  readonly printed: string;
  readonly told: string;
  readonly code: number;
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
    vi.spyOn(process.stdout, 'write').mockImplementation(taken((text) => (printed += text)));
    vi.spyOn(process.stderr, 'write').mockImplementation(taken((text) => (told += text)));
  });
  afterEach(() => {
    vi.restoreAllMocks();
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
