/** Waits of a run that end with it: one listener on the signal serves them all, since hundreds may wait at once. */

/** Waits so long, or until the signal is aborted. */
export function createRests(signal: AbortSignal | undefined): (ms: number) => Promise<void> {
  const waiting = new Set<() => void>();
  const endAll = () => {
    for (const end of waiting) end();
  };
  return (ms) =>
    new Promise((done) => {
      const end = () => {
        clearTimeout(timer);
        waiting.delete(end);
        if (waiting.size === 0) signal?.removeEventListener('abort', endAll);
        done();
      };
      const timer = setTimeout(end, ms);
      if (waiting.size === 0) signal?.addEventListener('abort', endAll);
      waiting.add(end);
      if (signal?.aborted) end();
    });
}
