/** Errors all through a run are told from an outage, and answers that get slower from single time-outs: by the record alone. */
import { describe, expect, test } from 'vitest';
import { passingErrors } from '../../engine/judge/passing-errors.ts';
import { slowingDown } from '../../engine/judge/slowing-down.ts';
import type { RecordedRequest } from '../../engine/record/record.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { type Came, exchangeOf, resultOf } from '../support/exchanges.ts';

const answered = resultOf('S', 'SUCCESS');
const page: Came = { status: 500, text: '<html></html>' };

/** A run of so many requests, each sent again after an error. */
function runOf(count: number, isError: (n: number) => boolean, error: Came = page) {
  const exchanges: Exchange[] = [];
  const requests: RecordedRequest[] = [];
  for (let n = 0; exchanges.length < count; n += 1) {
    const attempts: Exchange[] = [];
    do {
      const number = exchanges.length;
      const came = isError(number) ? error : answered;
      const exchange = exchangeOf(
        { ...came, startedAt: number * 10 },
        { id: `x${number}`, probe: `p${n}/${attempts.length}` },
      );
      attempts.push(exchange);
      exchanges.push(exchange);
    } while (isError(exchanges.length - 1) && exchanges.length < count);
    requests.push({
      operation: 'sendOTP',
      name: `p${n}`,
      spec: { base: 'full' },
      attempts: attempts.map(({ id }) => ({ exchange: id, user: null, token: '' })),
      ended: 'settled',
    });
  }
  return { exchanges, requests };
}

describe('errors that pass', () => {
  test.each([2, 5, 20])('are told where one of %i requests gets one all through a run', (n) => {
    const [found] = passingErrors(runOf(401, (number) => number % n === 1));
    expect(found!.code).toBe('errors-now-and-then');
    expect(found!.says).toContain(`HTTP 500 without a result: ${400 / n} of 401, spread over the whole run`);
  });

  test('are told with what they are', () => {
    const reset: Came = { noAnswer: { kind: 'reset', says: 'closed' } };
    expect(passingErrors(runOf(300, (n) => n % 7 === 1, reset))[0]!.says).toContain('a request gets no answer:');
    const unknown = resultOf('U', 'UNKNOWN_EXCEPTION');
    expect(passingErrors(runOf(300, (n) => n % 7 === 1, unknown))[0]!.says).toContain('U/UNKNOWN_EXCEPTION:');
  });

  test.each<[string, (n: number) => boolean]>([
    ['an outage', (n) => n >= 100 && n < 160],
    ['three outages', (n) => [30, 150, 300].some((start) => n >= start && n < start + 40)],
    ['one error in each of three moments', (n) => [30, 150, 300].includes(n)],
    ['errors in the first half', (n) => n < 200 && n % 5 === 1],
    ['no error', () => false],
  ])('are not %s', (_, isError) => {
    expect(passingErrors(runOf(400, isError))).toEqual([]);
  });

  test('are not those of a request that never gets anything else', () => {
    const { exchanges, requests } = runOf(400, (n) => n % 5 === 1);
    const never = requests.map(({ attempts, ...request }) => ({ ...request, attempts: attempts.slice(0, 1) }));
    expect(passingErrors({ exchanges, requests: never })).toEqual([]);
  });
});

describe('answers that take longer and longer', () => {
  const late: Came = { noAnswer: { kind: 'timeout', says: 'no answer within 1000 ms' }, durationMs: 1000 };
  const times = (list: readonly (number | null)[]) =>
    list.map((ms, n) => exchangeOf({ ...(ms === null ? late : { ...answered, durationMs: ms }), startedAt: n * 1000 }));

  test('until they do not come in time are told so', () => {
    const [found] = slowingDown({ exchanges: times([10, 20, 90, 200, 300, 500, 600, 700, 900, null, null, null]) });
    expect(found!.code).toBe('answers-slow-down');
    expect(found!.says).toContain('20 ms at first and 700 ms before request 10, the first of 3');
  });

  test.each([
    ['time-outs out of nothing', [10, 12, 9, 11, 10, 12, 10, 9, null, null, null]],
    ['slow answers that come', [10, 20, 90, 200, 300, 500, 600, 700, 900]],
    ['two time-outs', [10, 20, 90, 200, 300, 500, 600, 700, null, null]],
    ['a target that never answers', [null, null, null, null]],
  ])('are not %s', (_, list) => {
    expect(slowingDown({ exchanges: times(list) })).toEqual([]);
  });
});
