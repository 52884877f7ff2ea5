/** Facts: which members they have, when two of them are the same, and how a finding becomes one. */
import { expect, test } from 'vitest';
import { answerFact, type Fact, note, sameFact } from '../../engine/check/facts.ts';
import { asFact, fact, violated } from '../../engine/check/finding.ts';
import { resultOf, settledOf } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');

test('a fact is the same whatever its finding spoke for or against', () => {
  const finding = violated(settledOf(success), { is: 'accepted' });
  const { counterexample: _, ...rest } = finding;
  expect(asFact(finding)).toStrictEqual({ ...rest, verdict: 'satisfied', reason: '', fact: true });
  expect(asFact(finding, '6.2').ambiguity).toBe('6.2');
  expect(fact(settledOf(success), { is: 'accepted' }, { ambiguity: '6.3' }).ambiguity).toBe('6.3');
});

test('a fact has the members that are known, and no other', () => {
  expect(note('no-evidence')).toStrictEqual({ is: 'note', note: 'no-evidence' });
  expect(note('self-check', '')).toStrictEqual({ is: 'note', note: 'self-check', value: '' });
  const { answer } = settledOf(success);
  const plain = { is: 'answer', status: 'S', code: 'SUCCESS', http: 200 };
  expect(answerFact(answer)).toStrictEqual(plain);
  expect(answerFact(answer, {})).toStrictEqual(plain);
  expect(answerFact(answer, { a: 1 })).toStrictEqual({ ...plain, fields: { a: 1 } });
});

test('facts are equal by their members', () => {
  expect(sameFact({ is: 'http-status', status: 200 }, { is: 'http-status', status: 200 })).toBe(true);
  expect(sameFact({ is: 'http-status', status: 200 }, { is: 'http-status', status: 201 })).toBe(false);
  expect(sameFact(null, { is: 'budget' })).toBe(false);
});

test('facts are equal however a connection was lost', () => {
  const lost = (kind: string, says: string): Fact => ({ is: 'no-answer', kind, says });
  const [one, other] = [lost('reset', 'the connection was reset'), lost('timeout', 'nothing complete')];
  expect(sameFact(one, other)).toBe(true);
  const several = (...answers: Fact[]): Fact => ({ is: 'several-answers', answers });
  expect(sameFact(several(one), several(other))).toBe(true);
  expect(sameFact(several(one), several(one, one))).toBe(false);
  expect(sameFact(one, { is: 'no-result', http: 500 })).toBe(false);
});
