/** Times in headers: how far off they are tells why. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../engine/check/facts.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { verifiersReading } from '../../suites/shared/published-verifiers.ts';
import { isoWithZone, writtenTimeFault } from '../../suites/shared/written-time.ts';

const now = Date.parse('2026-11-27T13:30:00Z');
const moment = { from: now, until: now + 100 };
const right = 'Fri, 27 Nov 2026 13:30:00 GMT';

const fault = (value: string, date: string | null = right) => writtenTimeFault('Response-Time', value, moment, date);
const causeOf = (fact: Fact | null) => (fact?.is === 'written-time' ? fact.cause : null);

describe('a time', () => {
  test.each([
    ['2026-11-27T21:30:00+08:00'],
    ['2026-11-27T13:30:00.123Z'],
    ['2026-11-27T13:34:59Z'],
    ['2026-11-27T13:25:01Z'],
    ['2026-11-27T19:00:00+05:30'],
  ])('%s is close to our clock', (value) => {
    expect(fault(value)).toBeNull();
  });

  test.each([
    ['2026-11-27T09:30:00+08:00', 'twelve-hour-clock'],
    ['2026-11-27T01:30:00Z', 'twelve-hour-clock'],
    ['2026-11-27T13:30:00+08:00', 'utc-labelled-local'],
    ['2026-11-27T21:30:00Z', 'local-labelled-utc'],
    ['2026-11-27T19:00:00Z', 'local-labelled-utc'],
    ['2026-11-27T20:30:00+08:00', 'other-zone'],
    ['2027-11-27T13:30:00Z', 'calendar'],
    ['2569-11-27T13:30:00Z', 'calendar'],
    ['1970-01-01T00:00:00Z', 'never-set'],
    ['0001-01-01T00:00:00Z', 'never-set'],
    ['2026-11-27T13:37:00Z', 'unknown'],
  ])('%s is wrong by %s', (value, cause) => {
    expect(causeOf(fault(value))).toBe(cause);
    expect(causeOf(fault(value, null))).toBe(cause);
  });

  test('is the fault of the clock where the Date header is wrong too', () => {
    expect(causeOf(fault('2026-11-27T11:30:00Z', 'Fri, 27 Nov 2026 11:30:00 GMT'))).toBe('clock');
  });
});

/** The finding on a time so many milliseconds from the moment, in UTC. */
const offBy = (ms: number, date: string | null = right) =>
  fault(new Date(ms < 0 ? moment.from + ms : moment.until + ms).toISOString(), date);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

describe('a time so far from the moment', () => {
  test('counts from the moment, which has a beginning and an end', () => {
    expect([offBy(5 * minute), offBy(-5 * minute)]).toEqual([null, null]);
    expect(offBy(5 * minute + 1)).toMatchObject({ is: 'written-time', name: 'Response-Time', offMs: 5 * minute + 1 });
    expect(offBy(-5 * minute - 1)).toMatchObject({ offMs: -5 * minute - 1 });
    expect(writtenTimeFault('Response-Time', right, { from: now - day, until: now + day }, null)).toBe(null);
    expect(fault('soon')).toBe(null);
  });

  test.each<[string, number, string]>([
    ['12 h and 5 min', 12 * hour + 5 * minute, 'twelve-hour-clock'],
    ['-12 h and 5 min', -12 * hour - 5 * minute, 'twelve-hour-clock'],
    ['12 h and 10 min', 12 * hour + 10 * minute, 'local-labelled-utc'],
    ['26 h', 26 * hour, 'local-labelled-utc'],
    ['-26 h', -26 * hour, 'local-labelled-utc'],
    ['26 h and 15 min', 26 * hour + 15 * minute, 'unknown'],
    ['55 min', 55 * minute, 'local-labelled-utc'],
    ['54 min', 54 * minute, 'unknown'],
    ['-46 min', -46 * minute, 'unknown'],
    ['1 h and 22 min', 82 * minute, 'unknown'],
    ['363 days', 363 * day, 'calendar'],
    ['-363 days', -363 * day, 'calendar'],
    ['362 days', 362 * day, 'unknown'],
    ['363 days and 6 min', 363 * day + 6 * minute, 'unknown'],
  ])('that is off by %s is wrong by its cause', (_, ms, cause) => {
    expect(causeOf(offBy(ms))).toBe(cause);
  });

  test.each([
    ['2001-11-27T13:30:00Z', 'never-set'],
    ['2002-06-27T13:30:00Z', 'calendar'],
    ['2026-11-27T13:30:00-05:00', 'utc-labelled-local'],
    ['2026-11-27T13:30:00+05:30', 'utc-labelled-local'],
    ['2026-11-27T10:30:00-05:00', 'other-zone'],
  ])('%s is wrong by %s, too', (value, cause) => {
    expect(causeOf(fault(value))).toBe(cause);
  });

  test('agrees with the Date header of its message, or not', () => {
    const agrees = (date: string | null) => offBy(hour, date);
    expect(agrees(right)).toMatchObject({ dateAgrees: true });
    for (const date of [null, 'soon'])
      expect(agrees(date)).toMatchObject({ dateAgrees: false, cause: 'local-labelled-utc' });
    const fiveMinutes = agrees('Fri, 27 Nov 2026 13:25:00 GMT');
    expect(fiveMinutes).toMatchObject({ dateAgrees: true, cause: 'local-labelled-utc' });
    expect(agrees('Fri, 27 Nov 2026 13:24:59 GMT')).toMatchObject({ dateAgrees: false, cause: 'clock' });
    expect(agrees('Fri, 27 Nov 2026 14:30:00 GMT')).toMatchObject({ dateAgrees: false, cause: 'clock' });
  });

  test('is told with what to change', () => {
    expect(wordsOf(fault('2026-11-27T09:30:00+08:00'))).toBe(
      'Response-Time: 2026-11-27T09:30:00+08:00, 12 h behind our clock, with which the Date header of the same message agrees: it is written with a 12-hour clock (in date patterns HH is the hour of the day, hh is not)',
    );
  });
});

test.each([
  ['2026-02-28T10:00:00Z', true],
  ['2026-02-28T10:00:00+08:00', true],
  ['1987-12-31T23:45:56.7-05:30', true],
  ['2026-02-28T10:00:00.123456Z', true],
  ['x2026-02-28T10:00:00Z', false],
  ['2026-02-28T10:00:00Zx', false],
  ['026-02-28T10:00:00Z', false],
  ['2026-2-28T10:00:00Z', false],
  ['2026-02-28 10:00:00Z', false],
  ['2026-02-28T10:00Z', false],
  ['2026-02-28T10:00:00.Z', false],
  ['2026-02-28T10:00:00', false],
  ['2026-02-28T10:00:00+0800', false],
  ['2026-02-28T10:00:00*08:00', false],
])('%s is a time with a zone in the extended form of ISO 8601: %s', (value, isOne) => {
  expect(isoWithZone.test(value)).toBe(isOne);
});

test('raw base64 is read by PHP, and by Java where it has no plus sign; base64url by Java', () => {
  expect(verifiersReading('base64', 'ab+c/d==')).toEqual(['PHP']);
  expect(verifiersReading('base64', 'abc/d==')).toEqual(['Java', 'PHP']);
  expect(verifiersReading('base64url', 'ab-c_d')).toEqual(['Java']);
  expect(verifiersReading('url-base64', 'ab%2Bc')).toHaveLength(5);
  expect(verifiersReading('hex', '00ff')).toEqual([]);
});
