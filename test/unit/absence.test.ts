/** What is said of a target that served nothing any more: since which request it was gone or overloaded, and what was under way then. */
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../engine/check/finding.ts';
import { absence, lastingOverload, lastLost } from '../../engine/judge/absence.ts';
import { type Came, recordWith, resultOf } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const busy: Came = { text: '', status: 429 };
const tooMany = resultOf('U', 'REQUEST_TRAFFIC_EXCEED_LIMIT');
const reset: Came = { noAnswer: { kind: 'reset', says: 'closed' } };
const refused: Came = { noAnswer: { kind: 'refused', says: 'nothing listens' } };

const recordOf = (came: readonly Came[], stopped: Reason | null = null, slowedTo: number | null = null) => ({
  ...recordWith(
    came.map((one) => [one]),
    stopped,
  ),
  slowedTo,
});

describe('a target that is gone', () => {
  test('was so since the first request without an answer, with the requests that were under way', () => {
    const record = recordOf([success, success, reset, reset, refused], 'absent');
    expect(lastLost(record).map(({ id }) => id)).toEqual(['x3', 'x4']);
    expect(absence(record)).toMatchObject({
      code: 'target-gone',
      says: expect.stringMatching(/gone since request 3: .*x3 \(a request\); x4 \(a request\)/),
      cure: expect.stringContaining('run.absenceMs'),
    });
  });

  test('is not one that came back', () => {
    const record = recordOf([success, reset, success]);
    expect([absence(record), lastLost(record)]).toEqual([null, []]);
  });

  test('is told with no more than eight requests, and none from before its last answer', () => {
    const many = recordOf([success, ...Array.from({ length: 9 }, () => reset)], 'absent');
    expect(lastLost(many).map(({ id }) => id)).toEqual(['x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9']);
    const between = recordOf([success, reset, success, reset], 'absent');
    expect(lastLost(between).map(({ id }) => id)).toEqual(['x4']);
    expect(absence(between)?.says).toContain('gone since request 3');
  });

  test('may have had a gateway before it, whose answers are none of its own', () => {
    const record = recordOf([success, { text: '', status: 503 }, reset], 'absent');
    expect(lastLost(record).map(({ id }) => id)).toEqual(['x2', 'x3']);
  });

  test('is told without requests where none was under way', () => {
    expect(absence(recordOf([success, refused], 'absent'))?.says).toBe(
      'The target is gone since request 2: it did not come back while the run waited.',
    );
  });

  test('is not one of a run that ended for another reason', () => {
    const record = recordOf([success, reset], 'interrupted');
    expect([absence(record), lastLost(record)]).toEqual([null, []]);
  });
});

describe('a target that has too much to do for anything', () => {
  test('was so since the request after the last that it served', () => {
    const record = recordOf([success, busy, success, busy, refused, tooMany], 'throttled', 1);
    expect(lastingOverload(record)).toMatchObject({
      code: 'target-overloaded',
      says: expect.stringMatching(/every request since request 4 with overload .*, at one request a second too\.$/),
    });
    expect(absence(record)).toBe(null);
  });

  test('may have served nothing at all', () => {
    expect(lastingOverload(recordOf([busy, tooMany], null, 1))).toMatchObject({
      says: expect.stringMatching(/each of 2 requests with overload/),
    });
    expect(lastingOverload(recordOf([busy]))).toEqual({
      code: 'target-overloaded',
      says: 'The target answered each of 1 requests with overload (HTTP 429 or REQUEST_TRAFFIC_EXCEED_LIMIT).',
      cure: expect.stringMatching(/^Raise the limit/),
    });
  });

  test('is not one that served again, nor one that was never asked', () => {
    expect(lastingOverload(recordOf([busy, success], null, 1))).toBe(null);
    expect(lastingOverload(recordOf([]))).toBe(null);
  });
});
