/**
 * How many requests are under way at once, and how many a second. The rate adapts to an overloaded target as TCP does: halved when it
 * says that there are too many; while it answers, doubled up to half of the rate that was too much, and raised step by step from there.
 */

/** Runs jobs, at most `concurrency` at once and `rate` started per second (0: no limit). */
export interface Limiter {
  <T>(job: () => Promise<T>): Promise<T>;
  /** Jobs under way. */
  running(): number;
  /** The target answered a request that took so long that it has too much to do: fewer requests a second from now on. */
  slowDown(durationMs: number): void;
  /** The target served a request: after enough of them the rate rises again. */
  noteServed(): void;
  /** The lowest rate that was used, in requests a second; null where the target never asked for less. */
  lowestRate(): number | null;
  /** Requests in a row that the target had too much to do for, at the lowest rate. */
  refusedAtLowest(): number;
  /** Whether the target served anything. */
  hasServed(): boolean;
}

/** Never fewer than one request a second. */
const slowest = 1;
/** The rate is lowered once for all requests that were under way together, and not more often than this. */
const slowDownPauseMs = 250;
/** Times that the rate is lowered within this time are one overload: the rate before it was too much. */
const oneOverloadMs = 1000;
/** Served requests after which the rate rises: a quarter of a second's where it is far below what was too much, else a second's. */
const servedToRise = { far: 1 / 4, near: 1, fewestFar: 2, fewestNear: 25 };
const rise = { far: 2, near: 1.2 };
/** A rate so much higher than the one that was too high is no limit any more. */
const farAbove = 4;

/** `isOver` tells that the run has ended, so that nobody waits for a turn any more. */
export function createLimiter(concurrency: number, rate: number, isOver: () => boolean = () => false): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  const adapted = createAdaptedRate();
  const turn = createTurns(() => (isOver() ? 0 : adapted.limit(rate)));
  const limiter = async <T>(job: () => Promise<T>): Promise<T> => {
    // A job that ends hands its place on, so that nobody slips in between.
    if (running >= concurrency) await new Promise<void>((done) => waiting.push(done));
    else running += 1;
    try {
      await turn();
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
    noteServed: adapted.noteServed,
    lowestRate: adapted.lowest,
    refusedAtLowest: adapted.refusedAtLowest,
    hasServed: adapted.hasServed,
  });
}

/** The rate is looked at again so often while a job waits for its turn, in milliseconds. */
const lookAgainMs = 50;

/** Turns at a rate that may change while jobs wait; 0 for no limit. */
function createTurns(perSecond: () => number): () => Promise<void> {
  let queue: Promise<void> = Promise.resolve();
  let queued = 0;
  let last = Number.NEGATIVE_INFINITY;
  const wait = async (arrived: number) => {
    for (let limit = perSecond(); limit !== 0; limit = perSecond()) {
      const start = Math.max(arrived, last + 1000 / limit);
      const left = start - performance.now();
      if (left <= 0) {
        last = start;
        return;
      }
      await new Promise((done) => setTimeout(done, Math.min(left, lookAgainMs)));
    }
    last = performance.now();
  };
  return async () => {
    if (queued === 0 && perSecond() === 0) return;
    const arrived = performance.now();
    queued += 1;
    queue = queue.then(() => wait(arrived));
    await queue;
    queued -= 1;
  };
}

/** The rate that the target can take, as far as it showed. */
function createAdaptedRate() {
  let current: number | null = null;
  /** The rate that was too much. */
  let tooHigh = 0;
  let lowest: number | null = null;
  let loweredAt = Number.NEGATIVE_INFINITY;
  let served = 0;
  let servedSinceLowered = 0;
  let refused = 0;
  let hasServed = false;
  const starts: number[] = [];
  return {
    /** The lower of the configured and the adapted rate; 0 for none. */
    limit: (configured: number) =>
      current === null ? configured : configured === 0 ? current : Math.min(configured, current),
    noteStart: () => {
      starts.push(performance.now());
      if (starts.length > 512) starts.splice(0, 256);
    },
    slowDown: (durationMs: number) => {
      const now = performance.now();
      // What was started before the rate was lowered says nothing about the lower rate.
      if (now - durationMs < loweredAt) return;
      if (current === slowest) refused += 1;
      if (now - loweredAt < slowDownPauseMs) return;
      const lastSecond = starts.filter((at) => now - at < 1000).length;
      const before = current ?? Math.max(2 * slowest, lastSecond);
      // A target that serves nobody at any rate does not tell which one is too much.
      if (tooHigh === 0 || (servedSinceLowered > 0 && now - loweredAt > oneOverloadMs)) tooHigh = before;
      loweredAt = now;
      served = 0;
      servedSinceLowered = 0;
      current = Math.max(slowest, before / 2);
      lowest = Math.min(lowest ?? current, current);
    },
    noteServed: () => {
      refused = 0;
      hasServed = true;
      if (current === null) return;
      served += 1;
      servedSinceLowered += 1;
      const step = current <= tooHigh / 4 ? 'far' : 'near';
      const fewest = step === 'far' ? servedToRise.fewestFar : servedToRise.fewestNear;
      if (served < Math.max(fewest, current * servedToRise[step])) return;
      served = 0;
      current *= rise[step];
      if (current > tooHigh * farAbove) current = null;
    },
    lowest: () => lowest,
    refusedAtLowest: () => refused,
    hasServed: () => hasServed,
  };
}
