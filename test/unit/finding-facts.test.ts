/** Findings where the documents are silent: facts, advice, and what stays a violation all the same. */
import { describe, expect, test } from 'vitest';
import { isAgainst, notRun, type RefusalRule, refused, violated } from '../../engine/check/finding.ts';
import { type Came, resultOf, settledOf, timeout } from '../support/exchanges.ts';

const page: Came = { text: '<html></html>' };
const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');

describe('where the documents are silent, a fact', () => {
  const told = (came: Came, more: Partial<RefusalRule>) => {
    const { verdict, fact, reason } = refused(settledOf(came), { codes: ['PARAM_ILLEGAL'], ...more });
    return fact ? [verdict, reason, 'fact'] : [verdict, reason];
  };
  const aFact = ['satisfied', '', 'fact'];

  test('is an acceptance, another code or another answer, where the rule says so', () => {
    expect(told(success, { accepted: 'fact' })).toEqual(aFact);
    expect(told(resultOf('F', 'PROCESS_FAIL'), { otherCode: 'fact' })).toEqual(aFact);
    expect(told(illegal, { otherCode: 'fact' })).toEqual(['satisfied', '']);
    expect(told(timeout, { accepted: 'fact', otherCode: 'fact', bare: 'fact' })).toEqual(['violated', 'broken']);
  });

  test('is a bare answer with a status with which HTTP itself refuses; any other one is advice', () => {
    for (const status of [404, 405, 406, 415]) expect(told({ ...page, status }, { bare: 'fact' })).toEqual(aFact);
    for (const status of [200, 400, 407, 499])
      expect(told({ ...page, status }, { bare: 'fact' })).toEqual(['advisory', 'advice']);
    expect(told({ ...page, status: 404 }, { bare: 'advisory' })).toEqual(['advisory', 'advice']);
    expect(told({ ...page, status: 400 }, { bare: 'violated' })).toEqual(['violated', 'broken']);
  });

  test('names its ambiguity, shows no body, and speaks against nobody', () => {
    const settled = settledOf(success, { body: { a: 1 } });
    const rule: RefusalRule = { codes: ['PARAM_ILLEGAL'] };
    const one = refused(settled, { ...rule, accepted: 'fact', ambiguity: '6.2', place: '/a' });
    const { received } = violated(settled, { is: 'accepted' });
    expect(one).toStrictEqual({
      verdict: 'satisfied',
      reason: '',
      expected: { is: 'refused', codes: ['PARAM_ILLEGAL'] },
      received,
      exchanges: settled.exchanges,
      place: '/a',
      ambiguity: '6.2',
      fact: true,
    });
    expect(isAgainst(one)).toBe(false);
    expect(refused(settled, rule)).not.toHaveProperty('ambiguity');
    for (const verdict of ['violated', 'advisory'] as const)
      expect(isAgainst(refused(settled, { ...rule, accepted: verdict }))).toBe(true);
    expect(isAgainst(notRun('budget', { is: 'budget' }))).toBe(false);
  });
});
