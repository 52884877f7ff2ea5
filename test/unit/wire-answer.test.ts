/** Answers as they are read: status in any case, what nobody answered, and what is too much for a server. */
import { describe, expect, test } from 'vitest';
import { answerOf, isLost, isOverload, isThrottle } from '../../engine/wire/answer.ts';
import type { NoAnswer } from '../../engine/wire/exchange.ts';
import { type Came, exchangeOf, resultOf } from '../support/exchanges.ts';

const read = (came: Came) => answerOf(exchangeOf(came));
const page = (status: number): Came => ({ text: '<html>', status });

test.each(['s', 'f', 'u'])('a status says what it says in lower case, too: %s', (status) => {
  expect(read(resultOf(status, 'X')).kind).toBe(status.toUpperCase());
});

test('the JSON of an answer is read once, and gone with its exchange', () => {
  const answer = read(resultOf('S', 'SUCCESS', { a: 1 }));
  expect(answer.json).toBe(answer.json);
  expect(answer.result).toBe((answer.json as { result: unknown }).result);
  expect(answer.result).toMatchObject({ resultCode: 'SUCCESS' });
  expect(read({ noAnswer: { kind: 'reset', says: '' } })).toMatchObject({ result: null, http: 0, code: '' });
  expect(read({ noAnswer: { kind: 'reset', says: '' } }).json).toBe(undefined);
});

describe('nobody answered', () => {
  test.each<[NoAnswer, boolean]>([
    ['reset', true],
    ['refused', true],
    ['malformed', true],
    ['timeout', false],
    ['dns', false],
    ['tls', false],
    ['aborted', false],
  ])('where the connection ended as %s: %s', (kind, lost) => {
    expect(isLost(read({ noAnswer: { kind, says: '' } }))).toBe(lost);
  });

  test('where a gateway found no server behind it, and sent no result', () => {
    const lost = [500, 501, 502, 503, 504, 505, 429, 200].map((status) => isLost(read(page(status))));
    expect(lost).toEqual([false, false, true, true, true, false, false, false]);
    expect(isLost(read({ ...resultOf('U', 'UNKNOWN_EXCEPTION'), status: 503 }))).toBe(false);
  });
});

test.each<[string, Came, throttle: boolean, overload: boolean]>([
  ['HTTP 429', page(429), true, true],
  ['HTTP 428', page(428), false, false],
  ['F of traffic', resultOf('F', 'REQUEST_TRAFFIC_EXCEED_LIMIT'), true, true],
  ['U of traffic', resultOf('U', 'REQUEST_TRAFFIC_EXCEED_LIMIT'), true, true],
  ['S of traffic', resultOf('S', 'REQUEST_TRAFFIC_EXCEED_LIMIT'), false, false],
  ['F of a user', resultOf('F', 'OTP_SEND_TIMES_EXCEED_LIMIT'), true, false],
  ['another F', resultOf('F', 'PARAM_ILLEGAL'), false, false],
])('%s is too often, and too much for whoever asks: %#', (_, came, throttle, overload) => {
  expect([isThrottle(read(came)), isOverload(read(came))]).toEqual([throttle, overload]);
});
