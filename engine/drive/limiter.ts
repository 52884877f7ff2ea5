/** How many requests are under way at once, and how many a second. */

/** Runs jobs, at most `concurrency` at once and `rate` started per second (0: no limit). */
export interface Limiter {
  <T>(job: () => Promise<T>): Promise<T>;
  /** Whether no job is under way and none waits. */
  idle(): boolean;
}

export function createLimiter(concurrency: number, rate: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = 0;
  const gapMs = rate > 0 ? 1000 / rate : 0;
  const pause = async () => {
    if (gapMs === 0) return;
    const now = performance.now();
    const start = Math.max(now, nextStart);
    nextStart = start + gapMs;
    if (start > now) await new Promise((done) => setTimeout(done, start - now));
  };
  const limiter = async <T>(job: () => Promise<T>): Promise<T> => {
    // A job that ends hands its place on, so that nobody slips in between.
    if (running >= concurrency) await new Promise<void>((done) => waiting.push(done));
    else running += 1;
    try {
      await pause();
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return Object.assign(limiter, { idle: () => running === 0 });
}
