/** Times in headers: how far off they are tells why. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../engine/check/facts.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { verifiersReading } from '../../suites/shared/published-verifiers.ts';
import { writtenTimeFault } from '../../suites/shared/written-time.ts';

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

  test('is told with what to change', () => {
    expect(wordsOf(fault('2026-11-27T09:30:00+08:00'))).toBe(
      'Response-Time: 2026-11-27T09:30:00+08:00, 12 h behind our clock, with which the Date header of the same message agrees: it is written with a 12-hour clock (in date patterns HH is the hour of the day, hh is not)',
    );
  });
});

test('raw base64 is read by PHP, and by Java where it has no plus sign; base64url by Java', () => {
  expect(verifiersReading('base64', 'ab+c/d==')).toEqual(['PHP']);
  expect(verifiersReading('base64', 'abc/d==')).toEqual(['Java', 'PHP']);
  expect(verifiersReading('base64url', 'ab-c_d')).toEqual(['Java']);
  expect(verifiersReading('url-base64', 'ab%2Bc')).toHaveLength(5);
  expect(verifiersReading('hex', '00ff')).toEqual([]);
});
