/**
 * How many requests are under way at once, and how many a second. The rate adapts to an overloaded target as TCP does: halved when it
 * says that there are too many, raised again step by step while it answers.
 */

/** Runs jobs, at most `concurrency` at once and `rate` started per second (0: no limit). */
export interface Limiter {
  <T>(job: () => Promise<T>): Promise<T>;
  /** Jobs under way. */
  running(): number;
  /** The target has too much to do: fewer requests a second from now on. */
  slowDown(): void;
  /** The target answered: after enough answers the rate rises again. */
  noteAnswer(): void;
  /** The lowest rate that was used, in requests a second; null where the target never asked for less. */
  lowestRate(): number | null;
}

/** Never fewer than one request a second. */
const slowest = 1;
/** The rate is lowered once for all requests that were under way together. */
const slowDownPauseMs = 150;
/** Good answers after which the rate rises, and by how much. */
const answersToRise = 25;
const rise = 1.2;
/** A rate so much higher than the one that was too high is no limit any more. */
const farAbove = 8;

export function createLimiter(concurrency: number, rate: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = 0;
  const adapted = createAdaptedRate();
  const pause = async () => {
    const perSecond = adapted.limit(rate);
    if (perSecond === 0) return;
    const now = performance.now();
    const start = Math.max(now, nextStart);
    nextStart = start + 1000 / perSecond;
    if (start > now) await new Promise((done) => setTimeout(done, start - now));
  };
  const limiter = async <T>(job: () => Promise<T>): Promise<T> => {
    // A job that ends hands its place on, so that nobody slips in between.
    if (running >= concurrency) await new Promise<void>((done) => waiting.push(done));
    else running += 1;
    try {
      await pause();
      adapted.noteStart();
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return Object.assign(limiter, {
    running: () => running,
    slowDown: adapted.slowDown,
    noteAnswer: adapted.noteAnswer,
    lowestRate: adapted.lowest,
  });
}

/** The rate that the target can take, as far as it showed. */
function createAdaptedRate() {
  let current: number | null = null;
  let first = 0;
  let lowest: number | null = null;
  let loweredAt = Number.NEGATIVE_INFINITY;
  let answers = 0;
  const starts: number[] = [];
  return {
    /** The lower of the configured and the adapted rate; 0 for none. */
    limit: (configured: number) =>
      current === null ? configured : configured === 0 ? current : Math.min(configured, current),
    noteStart: () => {
      starts.push(performance.now());
      if (starts.length > 512) starts.splice(0, 256);
    },
    slowDown: () => {
      const now = performance.now();
      if (now - loweredAt < slowDownPauseMs) return;
      loweredAt = now;
      answers = 0;
      const lastSecond = starts.filter((at) => now - at < 1000).length;
      current = Math.max(slowest, (current ?? Math.max(2, lastSecond)) / 2);
      first ||= current;
      lowest = Math.min(lowest ?? current, current);
    },
    noteAnswer: () => {
      if (current === null) return;
      answers += 1;
      if (answers < answersToRise) return;
      answers = 0;
      current *= rise;
      if (current > first * farAbove) current = null;
    },
    lowest: () => lowest,
  };
}
