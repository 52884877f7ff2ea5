/** Findings on single answers: what one of them, or two, show of a request that must be refused or accepted. */
import { describe, expect, test } from 'vitest';
import { answerFact, type Fact, note } from '../../engine/check/facts.ts';
import {
  accepted,
  advisory,
  answered,
  asAdvice,
  inconclusive,
  notApplicable,
  notRun,
  ownFault,
  type RefusalRule,
  refused,
  satisfied,
  shown,
  violated,
} from '../../engine/check/finding.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { answerOf, header, isThrottle, isTransient, sameAnswer } from '../../engine/wire/answer.ts';
import { type Came, exchangeOf, resultOf, settledOf, timeout } from '../support/exchanges.ts';

const page: Came = { text: '<html></html>' };
const illegal = resultOf('F', 'PARAM_ILLEGAL');
const success = resultOf('S', 'SUCCESS');
const unknown = resultOf('U', 'UNKNOWN_EXCEPTION');

describe('an answer is', () => {
  test.each<[string, Came, string, string]>([
    ['S', success, 'S', 'SUCCESS'],
    ['F', illegal, 'F', 'PARAM_ILLEGAL'],
    ['U', unknown, 'U', 'UNKNOWN_EXCEPTION'],
    ['S with HTTP 500', { ...success, status: 500 }, 'S', 'SUCCESS'],
    ['bare with a status of another letter', resultOf('X', 'SUCCESS'), 'bare', 'SUCCESS'],
    ['bare with a code that is no text', resultOf(null, 7), 'bare', ''],
    ['bare as a page', page, 'bare', ''],
    ['bare as a page with HTTP 499', { ...page, status: 499 }, 'bare', ''],
    ['a crash as a page with HTTP 500', { ...page, status: 500 }, 'crash', ''],
    ['no crash as a result without status and HTTP 500', { json: { result: {} }, status: 500 }, 'bare', ''],
    ['a crash where there is none', timeout, 'crash', ''],
    ['bare where the result is an array', { json: { result: ['S'] } }, 'bare', ''],
    ['bare where the result is null', { json: { result: null } }, 'bare', ''],
    ['bare as null', { json: null }, 'bare', ''],
  ])('%s', (_, came, kind, code) => {
    const answer = answerOf(exchangeOf(came));
    expect([answer.kind, answer.code]).toEqual([kind, code]);
    expect(answer.http).toBe(came.noAnswer ? 0 : (came.status ?? 200));
  });

  test('read once, and as UTF-8 or not at all', () => {
    const exchange = exchangeOf(success);
    expect(answerOf(exchange)).toBe(answerOf(exchange));
    const spoilt = { ...exchange, response: { ...exchange.response!, body: Buffer.from('{"a":"\xff"}', 'latin1') } };
    expect(answerOf(spoilt).json).toBe(undefined);
    expect(answerOf(exchangeOf({ text: '\ufeff{"a":"\u00e9"}' })).json).toEqual({ a: 'é' });
  });

  test.each<[Came, string]>([
    [illegal, 'F/PARAM_ILLEGAL'],
    [{ ...illegal, status: 400 }, 'F/PARAM_ILLEGAL with HTTP 400'],
    [resultOf('F', 'PARAM_ILLEGAL '), 'F/"PARAM_ILLEGAL "'],
    [resultOf('F', ' PARAM_ILLEGAL'), 'F/" PARAM_ILLEGAL"'],
    [resultOf('F', ''), 'F/""'],
    [resultOf(7, ['x']), '7/["x"]'],
    [{ json: { result: {} } }, '(none)/(none)'],
    [{ ...page, status: 404 }, 'HTTP 404 without a JSON result'],
    [timeout, 'no answer (timeout: nothing complete within 300 ms)'],
  ])('%j, in words %s', (came, words) => {
    expect(wordsOf(answerFact(answerOf(exchangeOf(came))))).toBe(words);
  });
});

describe('headers', () => {
  test('are found in any case, the first of two, and null where there is none', () => {
    const list = [
      ['response-TIME', 'a'],
      ['Response-Time', 'b'],
    ] as const;
    expect(header(list, 'Response-time')).toBe('a');
    expect(header(list, 'Response')).toBe(null);
  });
});

describe('of answers', () => {
  const ofAll = (came: Came) => answerOf(exchangeOf(came));

  test('"too often" are two codes and HTTP 429, but no S', () => {
    for (const code of ['OTP_SEND_TIMES_EXCEED_LIMIT', 'REQUEST_TRAFFIC_EXCEED_LIMIT']) {
      expect(isThrottle(ofAll(resultOf('F', code)))).toBe(true);
      expect(isThrottle(ofAll(resultOf('S', code)))).toBe(false);
    }
    expect(isThrottle(ofAll({ ...page, status: 429 }))).toBe(true);
    expect(isThrottle(ofAll({ ...page, status: 428 }))).toBe(false);
    expect(isThrottle(ofAll(illegal))).toBe(false);
  });

  test('transient are crashes and U/UNKNOWN_EXCEPTION', () => {
    for (const came of [timeout, unknown, { ...page, status: 503 }]) expect(isTransient(ofAll(came))).toBe(true);
    const facts = [success, illegal, page, resultOf('F', 'UNKNOWN_EXCEPTION'), resultOf('U', 'PROCESS_FAIL')];
    for (const came of facts) expect(isTransient(ofAll(came))).toBe(false);
  });

  test('equal are those with the same status, code and presence of the named fields', () => {
    const two = (one: Came, other: Came, fields?: string[]) => sameAnswer(ofAll(one), ofAll(other), fields);
    expect(two(illegal, illegal)).toBe(true);
    expect(two(illegal, resultOf('U', 'PARAM_ILLEGAL'))).toBe(false);
    expect(two(illegal, resultOf('F', 'PROCESS_FAIL'))).toBe(false);
    const withId = resultOf('S', 'SUCCESS', { id: 'a' });
    expect(two(withId, success)).toBe(true);
    expect(two(withId, success, ['id'])).toBe(false);
    expect(two(withId, resultOf('S', 'SUCCESS', { id: 'b' }), ['id'])).toBe(true);
    expect(two(success, resultOf('S', 'SUCCESS', { id: null }), ['id'])).toBe(true);
    expect(two(withId, success, ['other'])).toBe(true);
    expect(two(withId, success, ['other', 'id'])).toBe(false);
    expect(two(page, page, ['id'])).toBe(true);
    expect(two(page, { json: {} }, ['id'])).toBe(true);
  });
});

const rule = (more: Partial<RefusalRule> = {}): RefusalRule => ({
  codes: ['PARAM_ILLEGAL'],
  otherCode: 'violated',
  ...more,
});

describe('a request that must be refused', () => {
  const shows = (came: Came, more: Partial<RefusalRule> = {}) => refused(settledOf(came), rule(more)).verdict;

  test('is never accepted, whatever else is allowed', () => {
    for (const otherCode of ['violated', 'advisory', 'satisfied'] as const)
      for (const codes of [[], ['SUCCESS']])
        for (const came of [success, timeout, { ...page, status: 500 }])
          expect(shows(came, { otherCode, codes, bare: 'advisory' })).toBe('violated');
  });

  test('is refused by F with one of the codes', () => {
    expect(shows(illegal)).toBe('satisfied');
    expect(shows(illegal, { codes: ['INVALID_TOKEN', 'PARAM_ILLEGAL'] })).toBe('satisfied');
    expect(shows(illegal, { codes: [] })).toBe('satisfied');
    expect(shows(resultOf('U', 'PARAM_ILLEGAL'))).toBe('violated');
    const other = settledOf(resultOf('F', 'PROCESS_FAIL'));
    expect(refused(other, { codes: ['PARAM_ILLEGAL'] }).verdict).toBe('violated');
  });

  test.each(['violated', 'advisory', 'satisfied'] as const)(
    'is %s with another code where the rule says so',
    (otherCode) => {
      expect(shows(resultOf('F', 'PROCESS_FAIL'), { otherCode })).toBe(otherCode);
      expect(shows(unknown, { otherCode })).toBe(otherCode);
      expect(shows(unknown, { otherCode, codes: [] })).toBe(otherCode);
    },
  );

  test('and gets no result at all has broken it, unless the rule says otherwise', () => {
    expect(shows(page)).toBe('violated');
    expect(shows(page, { otherCode: 'satisfied' })).toBe('violated');
    expect(shows(page, { bare: 'violated' })).toBe('violated');
    expect(shows(page, { bare: 'advisory' })).toBe('advisory');
  });

  test('may have met another check first, which is a fact where another code is violated', () => {
    const earlier = ['INVALID_TOKEN'];
    expect(refused(settledOf(resultOf('F', 'INVALID_TOKEN')), rule({ earlier }))).toMatchObject({
      verdict: 'satisfied',
      fact: true,
    });
    expect(shows(resultOf('F', 'PROCESS_FAIL'), { earlier })).toBe('violated');
    expect(shows(resultOf('U', 'INVALID_TOKEN'), { earlier })).toBe('violated');
    expect(shows(resultOf('F', 'INVALID_TOKEN'), { earlier, otherCode: 'satisfied' })).toBe('satisfied');
  });

  test('and is accepted is advice where the rule says so', () => {
    expect(shows(success, { accepted: 'advisory' })).toBe('advisory');
    expect(shows({ ...page, status: 500 }, { accepted: 'advisory' })).toBe('violated');
  });
});

test('a refusal names what was expected, the place, and the body that shows it', () => {
  const settled = settledOf(success, { body: { a: 1 } });
  expect(refused(settled, rule({ place: '/a' }))).toEqual({
    verdict: 'violated',
    reason: 'broken',
    expected: { is: 'refused', codes: ['PARAM_ILLEGAL'] },
    received: { is: 'answer', status: 'S', code: 'SUCCESS', http: 200 },
    exchanges: settled.exchanges,
    counterexample: { a: 1 },
    place: '/a',
  });
  const expected = (codes: string[]) => wordsOf(refused(settled, rule({ codes })).expected);
  expect(expected([])).toBe('not S');
  expect(expected(['A', 'B', 'C', 'D'])).toBe('F/A or B or C or D');
  expect(refused(settled, rule()).place).toBe('response:/result/resultCode');
  expect(refused({ ...settled, place: 'method' }, rule()).place).toBe('method');
});

test('a request that must be accepted is accepted by S alone', () => {
  for (const came of [illegal, unknown, page, timeout]) expect(accepted(settledOf(came)).verdict).toBe('violated');
  const expected: Fact = { is: 'accepted' };
  expect(accepted(settledOf(success), '/a')).toMatchObject({ verdict: 'satisfied', expected, place: '/a' });
  expect(accepted(settledOf(illegal), '/a')).toMatchObject({ verdict: 'violated', expected, place: '/a' });
  expect(accepted(settledOf(success))).not.toHaveProperty('place');
  expect(wordsOf(expected)).toBe('S/SUCCESS');
});

test('a request that the documents leave open is answered by any result', () => {
  for (const came of [success, illegal, unknown, page])
    expect(answered(settledOf(came), '/a')).toMatchObject({ verdict: 'satisfied', place: '/a' });
  expect(answered(settledOf(timeout))).toMatchObject({ verdict: 'violated', expected: { is: 'any-result' } });
  expect(answered(settledOf(success)).expected).toEqual({ is: 'any-result' });
});

describe('a finding', () => {
  const settled = settledOf(illegal, { body: { a: 1 } });
  const expected = note('self-check', 'it');
  const received: Fact = { is: 'answer', status: 'F', code: 'PARAM_ILLEGAL', http: 200 };
  const plain = { expected, received, exchanges: settled.exchanges };

  test('carries its reason, and the body where something is wrong', () => {
    const guilty = { counterexample: { a: 1 }, place: 'response:/result/resultCode' };
    expect(satisfied(settled, expected)).toEqual({ ...plain, verdict: 'satisfied', reason: '' });
    expect(violated(settled, expected)).toEqual({ ...plain, verdict: 'violated', reason: 'broken', ...guilty });
    expect(advisory(settled, expected)).toEqual({ ...plain, verdict: 'advisory', reason: 'advice', ...guilty });
    const open = { ...plain, verdict: 'inconclusive', reason: 'unstable' };
    expect(inconclusive(settled, 'unstable', expected)).toEqual(open);
    const other = note('no-evidence');
    expect(inconclusive(settled, 'unstable', expected, { received: other })).toEqual({ ...open, received: other });
    expect(shown('violated', expected, null, settled.exchanges, { place: '/a' })).toEqual({
      ...plain,
      received: null,
      verdict: 'violated',
      reason: 'broken',
      place: '/a',
    });
  });

  test('shows the body as it was meant, and as it was sent where nothing else was meant', () => {
    expect(violated({ ...settled, meant: { b: 2 } }, expected).counterexample).toEqual({ b: 2 });
    expect(violated({ ...settled, meant: null }, expected).counterexample).toEqual({ a: 1 });
  });

  test('of what was not put to the target says why', () => {
    const spent = { verdict: 'not-run', reason: 'budget', expected: null, received: { is: 'budget' }, exchanges: [] };
    expect(notRun('budget', { is: 'budget' })).toEqual(spent);
    expect(notRun('budget', { is: 'budget' }, { expected }).expected).toBe(expected);
    expect(notRun('budget', { is: 'budget' }, { missing: 'more-users' }).missing).toBe('more-users');
    expect(notApplicable('precondition', { is: 'budget' })).toEqual({
      ...spent,
      verdict: 'not-applicable',
      reason: 'precondition',
    });
  });

  test('of a check that broke off is the fault of the suite', () => {
    expect(ownFault(new Error('not foreseen'))).toMatchObject({
      verdict: 'harness-error',
      reason: 'probe-wrong',
      received: { is: 'note', note: 'harness', value: expect.stringMatching(/^Error at findings\.test\.ts:/) },
      exchanges: [],
    });
    expect(wordsOf(ownFault('text').received)).toBe('an error without a name');
    const error = new Error('where');
    delete error.stack;
    expect(ownFault(error).received).toEqual(note('harness', 'Error'));
  });

  test('is advice where it may be no more', () => {
    expect(asAdvice(violated(settled, expected))).toEqual(advisory(settled, expected));
    expect(asAdvice(satisfied(settled, expected))).toEqual(satisfied(settled, expected));
  });
});
