/** Ctrl-C: the first one ends the run with a partial report, the second one exits at once. */
import { printError } from '../terminal/output.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that the first Ctrl-C (or a SIGTERM, or the end of the terminal) aborts; `release` stops listening. `next`: what is done then. */
export function interruptSignal(next = 'writing a partial report'): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const release = () => {
    for (const signal of signals) process.off(signal, interrupt);
  };
  const interrupt = (): void => {
    if (controller.signal.aborted) return;
    // The next one is the system's: it ends the process even while the report is made. A terminal that ends may say so twice.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
    controller.abort();
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
    printError(`Interrupted: ${next}. Press Ctrl-C again to quit at once.`);
  };
  for (const signal of signals) process.on(signal, interrupt);
  return { signal: controller.signal, release };
}
