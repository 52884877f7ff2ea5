/** How often a request is repeated before a crash is believed: the more of an operation is chance, the more often. */
import { describe, expect, test } from 'vitest';
import { Unjudged } from '../../engine/check/finding.ts';
import { believed, createWeather, shortWhile } from '../../engine/drive/retry.ts';
import type { Run } from '../../engine/drive/run-context.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import { type Came, exchangeOf, resultOf, settledOf, timeout } from '../support/witnesses.ts';

const success = resultOf('S', 'SUCCESS');
const crash: Came = { text: '<html>', status: 500 };
const crashed = exchangeOf(crash);

function past(crashes: number, others: number, changed = true) {
  const weather = createWeather();
  for (let i = 0; i < crashes; i++) weather.note(answerOf(exchangeOf(crash)));
  for (let i = 0; i < others; i++) weather.note(answerOf(exchangeOf(success)));
  if (changed) weather.changed();
  return weather;
}

describe('a crash is believed', () => {
  test('after five attempts where the operation never changed its mind', () => {
    expect(past(50, 50, false).enough(crashed)).toBe(5);
    expect(createWeather().enough(crashed)).toBe(5);
  });

  test.each([
    [1, 99, 10],
    [20, 80, 10],
    [50, 50, 20],
    [60, 40, 28],
    [90, 10, 30],
  ])('after more where it did: %i of %i others crashed by chance', (crashes, others, attempts) => {
    expect(past(crashes, others).enough(crashed)).toBe(attempts);
    // Chance alone would do that less than once in a million, or the patience is at its end.
    if (attempts < 30) expect((crashes / (crashes + others)) ** attempts).toBeLessThan(1e-6);
  });

  test('after three where nothing came in time', () => {
    expect(past(0, 0).enough(exchangeOf(timeout))).toBe(3);
  });
});

test('an operation is dead after five time-outs in a row', () => {
  const weather = createWeather();
  const note = (came: Came, times: number) => {
    for (let i = 0; i < times; i++) weather.note(answerOf(exchangeOf(came)));
  };
  note(timeout, 4);
  note(success, 1);
  note(timeout, 4);
  expect(weather.isDead()).toBe(false);
  note(timeout, 1);
  expect(weather.isDead()).toBe(true);
  note(success, 1);
  expect(weather.isDead()).toBe(true);
});

describe('the while until the next attempt', () => {
  const waited = (durationMs: number) => {
    const waits: number[] = [];
    const run = { rest: async (ms: number) => void waits.push(ms) } as unknown as Run;
    for (let i = 0; i < 400; i++) shortWhile(run, exchangeOf({ ...crash, durationMs }, { probe: `p/${i}` }));
    return waits.sort((a, b) => a - b);
  };

  test.each([
    [0, 5],
    [50, 105],
    [10_000, 200],
  ])('is any time, after an answer in %d ms up to %d ms', (durationMs, most) => {
    const waits = waited(durationMs);
    expect(waits).toHaveLength(400);
    expect(waits[0]!).toBeGreaterThanOrEqual(0);
    expect(waits.at(-1)!).toBeLessThanOrEqual(most);
    // Uneven: both ends are met.
    expect(waits[0]!).toBeLessThan(most / 4);
    expect(waits.at(-1)!).toBeGreaterThan((most * 3) / 4);
    // A run that is told again waits as it did.
    expect(waited(durationMs)).toEqual(waits);
  });
});

describe('an overloaded server', () => {
  test('is waited for longer each time, some three seconds in all, and then no more by anybody', async () => {
    const weather = createWeather();
    const waits: number[] = [];
    const run = { rest: async (ms: number) => void waits.push(ms) } as unknown as Run;
    for (let times = 0; times < 7; times++) expect(await weather.letsUp(run, crashed, times)).toBe(true);
    expect(await weather.letsUp(run, crashed, 7)).toBe(false);
    expect(await weather.letsUp(run, crashed, 0)).toBe(false);
    expect(waits).toHaveLength(7);
    for (const [times, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(12.5 * 2 ** times);
      expect(wait).toBeLessThanOrEqual(37.5 * 2 ** times);
    }
  });
});

describe('attempts', () => {
  const settled = settledOf(crash);

  test('that agree are believed', () => {
    expect(believed([crashed, exchangeOf(crash)], settled)).toBe(settled);
  });

  test('that do not are shown both', () => {
    const seen = [exchangeOf(crash), exchangeOf(success)];
    let thrown: unknown;
    try {
      believed(seen, { ...settled, exchanges: seen });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Unjudged);
    expect((thrown as Unjudged).judged).toMatchObject({ verdict: 'inconclusive', reason: 'unstable', exchanges: seen });
    expect((thrown as Unjudged).judged.expected).toBe('the same answer each time');
    expect((thrown as Unjudged).judged.received).toBe('HTTP 500 without a JSON result, then S/SUCCESS');
  });

  test('that got nothing, for one reason or another, are not the same', () => {
    const reset = exchangeOf({ noAnswer: { kind: 'reset', says: 'closed' } });
    const again = exchangeOf({ noAnswer: { kind: 'reset', says: 'closed by the other side' } });
    expect(believed([reset, again], settled)).toBe(settled);
    expect(() => believed([reset, exchangeOf(timeout)], settled)).toThrow(
      'no answer (reset), then no answer (timeout)',
    );
  });
});
