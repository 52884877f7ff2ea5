/** The rate of a run: halved for a target that has too much to do, raised again while it serves, and never waited for once the run is over. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLimiter, type Limiter } from '../../engine/drive/limiter.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A target that is asked by so many clients, one request after the other, and answers at once. */
async function load(limiter: Limiter, clients: number, ms: number, serves: (startedAt: number) => boolean) {
  const starts: number[] = [];
  const until = performance.now() + ms;
  const client = async () => {
    while (performance.now() < until) {
      await limiter(async () => {
        const now = performance.now();
        starts.push(now);
        if (serves(now)) limiter.noteServed();
        else limiter.slowDown(0);
      });
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  await vi.advanceTimersByTimeAsync(ms + 60_000);
  await all;
  return (from: number, to: number) => starts.filter((at) => at >= from && at < to).length;
}

const second = 1000;

describe('the rate of requests', () => {
  test('is as configured while the target serves', async () => {
    const began = performance.now();
    const limiter = createLimiter(8, 50);
    const startsIn = await load(limiter, 8, 10 * second, () => true);
    expect(startsIn(began, began + 10 * second)).toBe(500);
    expect(limiter.lowestRate()).toBe(null);
  });

  test('stays near the limit of a gateway, and meets it seldom', async () => {
    const began = performance.now();
    const limiter = createLimiter(16, 0);
    let served: number[] = [];
    let refused = 0;
    const startsIn = await load(limiter, 16, 60 * second, (now) => {
      served = served.filter((at) => now - at < second);
      if (served.length < 100) served.push(now);
      else refused += 1;
      return served.at(-1) === now;
    });
    const asked = startsIn(began, began + 60 * second);
    expect((asked - refused) / 60).toBeGreaterThan(50);
    expect(refused / asked).toBeLessThan(0.1);
    expect(limiter.lowestRate()!).toBeLessThan(100);
  });

  test('falls to one request a second while nothing is served, and is back within seconds', async () => {
    const began = performance.now();
    const limiter = createLimiter(16, 0);
    const away = began + 2 * second;
    const back = away + 10 * second;
    const startsIn = await load(limiter, 16, 40 * second, (now) => now < away || now >= back);
    expect(startsIn(back - 5 * second, back)).toBe(5);
    expect(limiter.lowestRate()).toBe(1);
    // The others wait for turns a second apart; a higher rate is theirs too.
    expect(startsIn(back + 8 * second, back + 9 * second)).toBeGreaterThan(100);
  });

  test('is lowered once for what was under way together', () => {
    const limiter = createLimiter(16, 0);
    for (let i = 0; i < 16; i += 1) limiter.slowDown(0);
    const lowest = limiter.lowestRate();
    vi.advanceTimersByTime(400);
    limiter.slowDown(500);
    expect(limiter.lowestRate()).toBe(lowest);
  });
});

describe('overload at the lowest rate', () => {
  test('is counted until a request is served', () => {
    const limiter = createLimiter(1, 0);
    expect(limiter.hasServed()).toBe(false);
    limiter.slowDown(0);
    expect([limiter.lowestRate(), limiter.refusedAtLowest()]).toEqual([1, 0]);
    for (let i = 0; i < 3; i += 1) {
      vi.advanceTimersByTime(second);
      limiter.slowDown(0);
    }
    expect(limiter.refusedAtLowest()).toBe(3);
    // It started before the rate was at its lowest.
    limiter.slowDown(10 * second);
    expect(limiter.refusedAtLowest()).toBe(3);
    limiter.noteServed();
    expect([limiter.refusedAtLowest(), limiter.hasServed()]).toEqual([0, true]);
  });

  test('holds nobody up once the run is over', async () => {
    let isOver = false;
    const limiter = createLimiter(16, 0, () => isOver);
    limiter.slowDown(0);
    let done = 0;
    const jobs = Promise.all(
      Array.from({ length: 16 }, () =>
        limiter(async () => {
          done += 1;
        }),
      ),
    );
    await vi.advanceTimersByTimeAsync(second);
    expect(done).toBeLessThanOrEqual(3);
    isOver = true;
    await vi.advanceTimersByTimeAsync(second);
    await jobs;
    expect(done).toBe(16);
  });
});
