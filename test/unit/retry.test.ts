/** The retry policy: how often a crash is repeated before it settles a request, how long before the next attempt, and when to give up. */
import { describe, expect, test } from 'vitest';
import { backoffMs, createRetryState } from '../../engine/drive/retry.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import { type Came, exchangeOf, resultOf, timeout } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const crash: Came = { text: '<html>', status: 500 };
const crashed = exchangeOf(crash);

function past(crashes: number, others: number, recovered = true) {
  const retry = createRetryState();
  for (let i = 0; i < crashes; i++) retry.note(answerOf(exchangeOf(crash)));
  for (let i = 0; i < others; i++) retry.note(answerOf(exchangeOf(success)));
  if (recovered) retry.noteRecovery();
  return retry;
}

describe('a crash settles a request', () => {
  test('after five attempts where no request of the operation ever recovered', () => {
    expect(past(50, 50, false).attemptsNeeded(crashed)).toBe(5);
    expect(createRetryState().attemptsNeeded(crashed)).toBe(5);
  });

  test.each([
    [1, 99, 10],
    [20, 80, 10],
    [50, 50, 20],
    [60, 40, 28],
    [90, 10, 30],
  ])('after more where one did: %i crashes among %i other answers', (crashes, others, attempts) => {
    expect(past(crashes, others).attemptsNeeded(crashed)).toBe(attempts);
    // Chance alone would do that less than once in a million, or the patience is at its end.
    if (attempts < 30) expect((crashes / (crashes + others)) ** attempts).toBeLessThan(1e-6);
  });

  test('after three where nothing came in time', () => {
    expect(past(0, 0).attemptsNeeded(exchangeOf(timeout))).toBe(3);
  });
});

test('an operation is dead after five time-outs in a row', () => {
  const retry = createRetryState();
  const note = (came: Came, times: number) => {
    for (let i = 0; i < times; i++) retry.note(answerOf(exchangeOf(came)));
  };
  note(timeout, 4);
  note(success, 1);
  note(timeout, 4);
  expect(retry.isDead()).toBe(false);
  note(timeout, 1);
  expect(retry.isDead()).toBe(true);
  note(success, 1);
  expect(retry.isDead()).toBe(true);
});

describe('the time until the next attempt', () => {
  const waited = (durationMs: number) =>
    Array.from({ length: 400 }, (_, i) => backoffMs(exchangeOf({ ...crash, durationMs }, { probe: `p/${i}` }))).sort(
      (a, b) => a - b,
    );

  test.each([
    [0, 5],
    [50, 105],
    [10_000, 200],
  ])('is spread, after an answer in %d ms, up to %d ms', (durationMs, most) => {
    const waits = waited(durationMs);
    expect(waits[0]!).toBeGreaterThanOrEqual(0);
    expect(waits.at(-1)!).toBeLessThanOrEqual(most);
    // Both ends are met.
    expect(waits[0]!).toBeLessThan(most / 4);
    expect(waits.at(-1)!).toBeGreaterThan((most * 3) / 4);
    // The same request waits as long in every run.
    expect(waited(durationMs)).toEqual(waits);
  });
});

test('the time until the next attempt doubles with each one, up to the longest', () => {
  const once = backoffMs(exchangeOf({ ...crash, durationMs: 0 }));
  expect([1, 2, 3].map((retries) => backoffMs(exchangeOf({ ...crash, durationMs: 0 }), retries) / once)).toEqual([
    2, 4, 8,
  ]);
  expect(backoffMs(exchangeOf({ ...crash, durationMs: 0 }), 20) / once).toBeCloseTo(40);
});

describe('an overloaded server', () => {
  test.each([
    ['one user', true, 7, 1500, 5000],
    ['everybody', false, 20, 15_000, 60_000],
  ])('is waited for longer each time, for %s, and then no more by any request', (_, ofUser, most, atLeast, atMost) => {
    const retry = createRetryState();
    let total = 0;
    for (let waits = 0; waits < most; waits += 1) {
      const wait = retry.overloadWaitMs(crashed, waits, ofUser)!;
      expect(wait).toBeGreaterThanOrEqual(Math.min(1000, 12.5 * 2 ** waits));
      expect(wait).toBeLessThanOrEqual(Math.min(3000, 37.5 * 2 ** waits));
      total += wait;
    }
    expect(total).toBeGreaterThan(atLeast);
    expect(total).toBeLessThan(atMost);
    expect(retry.overloadWaitMs(crashed, most, ofUser)).toBe(null);
    expect(retry.overloadWaitMs(crashed, 0, ofUser)).toBe(null);
    expect(createRetryState().overloadWaitMs(crashed, 0, ofUser)).not.toBe(null);
  });
});
