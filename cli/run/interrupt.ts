/** Ctrl-C: the first one ends the run with a partial report, the second one exits at once. */
import { printError } from '../terminal/output.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that the first Ctrl-C (or a SIGTERM, or the end of the terminal) aborts; `release` stops listening. */
export function interruptSignal(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
    printError('Interrupted: writing a partial report. Press Ctrl-C again to quit at once.');
  };
  for (const signal of signals) process.on(signal, interrupt);
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}
