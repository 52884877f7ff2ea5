/** Ids of maximal length: what the answers to a short and a long unknown id show of the length that the target takes. */
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../engine/report/words.ts';
import { comparedLengths } from '../../suites/shared/constraints/lengths.ts';
import { type Came, resultOf, settledOf, timeout } from '../support/exchanges.ts';

const illegal = resultOf('F', 'PARAM_ILLEGAL');
const success = resultOf('S', 'SUCCESS');

describe('an unknown id of maximal length', () => {
  const nobody = resultOf('F', 'USER_NOT_EXIST');
  const shows = (short: Came, long: Came) => comparedLengths(settledOf(short), settledOf(long), '/id').verdict;

  test('is too long for a target that says illegal, or nothing, to it alone', () => {
    expect(shows(nobody, nobody)).toBe('satisfied');
    expect(shows(success, success)).toBe('satisfied');
    expect(shows(nobody, illegal)).toBe('violated');
    expect(shows(success, illegal)).toBe('violated');
    expect(shows(nobody, timeout)).toBe('violated');
  });

  test('tells nothing where both are illegal, or the answers differ in another way', () => {
    // Whoever takes an unknown id for illegal cannot be asked about its length.
    expect(shows(illegal, illegal)).toBe('not-applicable');
    expect(shows(nobody, resultOf('F', 'PROCESS_FAIL'))).toBe('inconclusive');
    expect(shows(illegal, nobody)).toBe('inconclusive');
  });

  test('is shown with both exchanges', () => {
    const judged = comparedLengths(settledOf(nobody), settledOf(illegal), '/id');
    expect(judged.place).toBe('/id');
    expect(wordsOf(judged.expected)).toBe('the same answer as for a short unknown one: F/USER_NOT_EXIST');
    expect(judged.exchanges).toHaveLength(2);
    const same = comparedLengths(settledOf(illegal), settledOf(illegal), '/id');
    const alike = comparedLengths(settledOf(nobody), settledOf(nobody), '/id');
    expect(alike).toMatchObject({ verdict: 'satisfied', place: '/id' });
    const crashed = comparedLengths(settledOf(timeout), settledOf(illegal), '/id');
    expect(crashed).toMatchObject({ verdict: 'violated', place: '/id' });
    const apart = comparedLengths(settledOf(nobody), settledOf(success), '/id');
    expect(apart).toMatchObject({ verdict: 'inconclusive', reason: 'no-evidence', place: '/id' });
    expect(same).toMatchObject({
      place: '/id',
      reason: 'precondition',
      received: { is: 'illegal-at-any-length' },
    });
  });
});
