/** Crashes in traffic: what counts as one without a second request of the suite, and what says nothing. */
import { describe, expect, test } from 'vitest';
import { seenCrash } from '../../suites/traffic/crashes.ts';
import { observedCalls, type Said, trafficCall } from '../support/traffic-calls.ts';

const call = (at: number, body: object, end: Said) =>
  trafficCall({ operation: 'tokenDigitizeDecision', at, body, answer: '<html>', ...end });
const served = (at: number, body: object = { tokenReferenceId: `t${at}` }) => call(at, body, { answer: undefined });
const verdictOf = (...calls: ReturnType<typeof call>[]) => seenCrash.judge(observedCalls(calls))?.verdict;

test('one error page of the server is advice', () => {
  expect(verdictOf(served(1), call(2, { tokenReferenceId: 'a' }, { http: 500 }))).toBe('advisory');
});

test.each([502, 503, 504])('one page of a gateway with HTTP %s says nothing', (http) => {
  expect(verdictOf(served(1), call(2, { tokenReferenceId: 'a' }, { http }))).toBe('satisfied');
});

describe('a request that is lost again', () => {
  const lost = (at: number, token: string) => call(at, { tokenReferenceId: token, walletId: '0' }, { lost: 'reset' });

  test('is advice where others were served between, whatever id it introduces', () => {
    expect(verdictOf(served(1), lost(2, 'a'), served(3), lost(4, 'b'))).toBe('advisory');
  });

  test('says nothing where nobody was served between', () => {
    expect(verdictOf(served(1), lost(2, 'a'), lost(4, 'b'), served(5))).toBe('satisfied');
  });

  test('says nothing where the same request was served once', () => {
    const same = served(5, { tokenReferenceId: 'a', walletId: '0' });
    expect(verdictOf(lost(2, 'a'), served(3), lost(4, 'a'), same)).toBe('satisfied');
  });

  test('says nothing if it was another one', () => {
    const other = call(4, { tokenReferenceId: 'b', walletId: '1' }, { lost: 'reset' });
    expect(verdictOf(served(1), lost(2, 'a'), served(3), other)).toBe('satisfied');
  });
});

test('nothing is said while nothing is answered well', () => {
  expect(verdictOf(call(1, { tokenReferenceId: 'a' }, { http: 500 }))).toBeUndefined();
});
