/** Single judgements: what one answer, or two of them, show of a request that must be refused or accepted. */
import { describe, expect, test } from 'vitest';
import {
  accepted,
  advised,
  broken,
  inconclusive,
  kept,
  notRun,
  type RefusalRule,
  refused,
  Unjudged,
} from '../../engine/check/finding.ts';
import { answerOf, header, isThrottle, isTransient, received, sameAnswer } from '../../engine/wire/answer.ts';
import { comparedLengths } from '../../suites/shared/acceptance-proof.ts';
import { type Came, exchangeOf, resultOf, settledOf, timeout } from '../support/witnesses.ts';

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
  ])('%j, told as %s', (came, words) => {
    expect(received(answerOf(exchangeOf(came)))).toBe(words);
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

  test('weather are crashes and U/UNKNOWN_EXCEPTION', () => {
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

describe('a request that must be refused', () => {
  const rule = (more: Partial<RefusalRule> = {}): RefusalRule => ({
    codes: ['PARAM_ILLEGAL'],
    otherCode: 'broken',
    ...more,
  });
  const shows = (came: Came, more: Partial<RefusalRule> = {}) => refused(settledOf(came), rule(more)).verdict;

  test('is never accepted, whatever else is allowed', () => {
    for (const otherCode of ['broken', 'advised', 'kept'] as const)
      for (const codes of [[], ['SUCCESS']])
        for (const came of [success, timeout, { ...page, status: 500 }])
          expect(shows(came, { otherCode, codes, bare: 'advised' })).toBe('broken');
  });

  test('is refused by F with one of the codes', () => {
    expect(shows(illegal)).toBe('kept');
    expect(shows(illegal, { codes: ['INVALID_TOKEN', 'PARAM_ILLEGAL'] })).toBe('kept');
    expect(shows(illegal, { codes: [] })).toBe('kept');
    expect(shows(resultOf('U', 'PARAM_ILLEGAL'))).toBe('broken');
  });

  test.each(['broken', 'advised', 'kept'] as const)('is %s with another code where the rule says so', (otherCode) => {
    expect(shows(resultOf('F', 'PROCESS_FAIL'), { otherCode })).toBe(otherCode);
    expect(shows(unknown, { otherCode })).toBe(otherCode);
    expect(shows(unknown, { otherCode, codes: [] })).toBe(otherCode);
  });

  test('and gets no result at all has broken it, unless the rule says otherwise', () => {
    expect(shows(page)).toBe('broken');
    expect(shows(page, { otherCode: 'kept' })).toBe('broken');
    expect(shows(page, { bare: 'broken' })).toBe('broken');
    expect(shows(page, { bare: 'advised' })).toBe('advised');
  });

  test('names what was expected, the field, and the body that shows it', () => {
    const settled = settledOf(success, { body: { a: 1 } });
    expect(refused(settled, rule({ field: '/a' }))).toEqual({
      verdict: 'broken',
      reason: 'broken',
      expected: 'F/PARAM_ILLEGAL',
      received: 'S/SUCCESS',
      exchanges: settled.exchanges,
      counterexample: { a: 1 },
      field: '/a',
    });
    const expected = (codes: string[]) => refused(settled, rule({ codes })).expected;
    expect(expected([])).toBe('not S');
    expect(expected(['A', 'B', 'C'])).toBe('F/A or B or C');
    expect(expected(['A', 'B', 'C', 'D'])).toBe('F/A, B, C, …');
    expect(refused(settled, rule()).field).toBe('response:/result/resultCode');
    expect(refused({ ...settled, place: 'method' }, rule()).field).toBe('method');
  });
});

test('a request that must be accepted is accepted by S alone', () => {
  for (const came of [illegal, unknown, page, timeout]) expect(accepted(settledOf(came)).verdict).toBe('broken');
  const settled = settledOf(success);
  expect(accepted(settled, '/a')).toMatchObject({ verdict: 'kept', expected: 'S/SUCCESS', field: '/a' });
  expect(accepted(settledOf(illegal), '/a')).toMatchObject({ verdict: 'broken', expected: 'S/SUCCESS', field: '/a' });
  expect(accepted(settled)).not.toHaveProperty('field');
});

test('a judgement carries its reason, and the body where something is wrong', () => {
  const settled = settledOf(illegal, { body: { a: 1 } });
  const told = { expected: 'it', received: 'F/PARAM_ILLEGAL', exchanges: settled.exchanges };
  const guilty = { counterexample: { a: 1 }, field: 'response:/result/resultCode' };
  expect(kept(settled, 'it')).toEqual({ ...told, verdict: 'kept', reason: '', counterexample: undefined });
  expect(broken(settled, 'it')).toEqual({ ...told, verdict: 'broken', reason: 'broken', ...guilty });
  expect(advised(settled, 'it')).toEqual({ ...told, verdict: 'advised', reason: 'advice', ...guilty });
  const open = { ...told, verdict: 'inconclusive', reason: 'unstable', counterexample: undefined };
  expect(inconclusive(settled, 'unstable', 'it')).toEqual(open);
  expect(inconclusive(settled, 'unstable', 'it', { received: 'else' })).toEqual({ ...open, received: 'else' });
  expect(notRun('budget', 'spent')).toEqual({
    verdict: 'not-run',
    reason: 'budget',
    expected: '',
    received: 'spent',
    exchanges: [],
  });
  expect(notRun('budget', 'spent', 'it').expected).toBe('it');
});

test('a proof that ends early says why', () => {
  const end = new Unjudged('inconclusive', 'unstable', 'now and then');
  expect(end.message).toBe('now and then');
  expect(end.judged).toEqual({
    verdict: 'inconclusive',
    reason: 'unstable',
    expected: '',
    received: 'now and then',
    exchanges: [],
  });
  const [exchange] = settledOf(illegal).exchanges;
  expect(new Unjudged('not-run', 'budget', '', [exchange!], 'it').judged).toMatchObject({
    expected: 'it',
    exchanges: [exchange],
  });
});

describe('an unknown id of maximal length', () => {
  const nobody = resultOf('F', 'USER_NOT_EXIST');
  const shows = (short: Came, long: Came) => comparedLengths(settledOf(short), settledOf(long), '/id').verdict;

  test('is too long for a target that says illegal, or nothing, to it alone', () => {
    expect(shows(nobody, nobody)).toBe('kept');
    expect(shows(success, success)).toBe('kept');
    expect(shows(nobody, illegal)).toBe('broken');
    expect(shows(success, illegal)).toBe('broken');
    expect(shows(nobody, timeout)).toBe('broken');
  });

  test('tells nothing where both are illegal, or the answers differ in another way', () => {
    // Whoever takes an unknown id for illegal cannot be asked about its length.
    expect(shows(illegal, illegal)).toBe('not-applicable');
    expect(shows(nobody, resultOf('F', 'PROCESS_FAIL'))).toBe('inconclusive');
    expect(shows(illegal, nobody)).toBe('inconclusive');
  });

  test('is shown with both exchanges', () => {
    const judged = comparedLengths(settledOf(nobody), settledOf(illegal), '/id');
    expect(judged).toMatchObject({ field: '/id', expected: 'as for a short unknown one: F/USER_NOT_EXIST' });
    expect(judged.exchanges).toHaveLength(2);
    const same = comparedLengths(settledOf(illegal), settledOf(illegal), '/id');
    const alike = comparedLengths(settledOf(nobody), settledOf(nobody), '/id');
    expect(alike).toMatchObject({ verdict: 'kept', field: '/id' });
    const crashed = comparedLengths(settledOf(timeout), settledOf(illegal), '/id');
    expect(crashed).toMatchObject({ verdict: 'broken', field: '/id' });
    const apart = comparedLengths(settledOf(nobody), settledOf(success), '/id');
    expect(apart).toMatchObject({ verdict: 'inconclusive', reason: 'no-evidence', field: '/id' });
    expect(same).toMatchObject({
      field: '/id',
      reason: 'precondition',
      received: 'PARAM_ILLEGAL to an unknown id of any length',
    });
  });
});
