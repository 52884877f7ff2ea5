/** One finding from many, whatever their order: the gravest decides, the smallest request shows it, the commonest cause explains it. */
import { describe, expect, test } from 'vitest';
import { note } from '../../engine/check/facts.ts';
import { type Finding, notRun } from '../../engine/check/finding.ts';
import { Tally } from '../../engine/check/tally.ts';
import { exchangeOf, resultOf } from '../support/exchanges.ts';

interface One {
  readonly id: string;
  readonly verdict?: Finding['verdict'];
  /** Bytes in the request, more or less. */
  readonly size?: number;
  readonly cause?: string | null;
}

function judged({ id, verdict = 'violated', size = 10, cause }: One): Finding {
  const exchange = exchangeOf(resultOf('S', 'SUCCESS'), { id, body: { x: 'x'.repeat(size) } });
  const diagnose = () => (cause ? { code: cause, says: '', cure: '' } : null);
  return {
    ...notRun('broken', note('harness', id)),
    verdict,
    exchanges: [exchange],
    ...(cause === undefined ? {} : { diagnose }),
  };
}

function shown(...list: One[]) {
  const tally = new Tally();
  for (const one of list) tally.add(judged(one));
  const { received, allEvidence, seen } = tally.finding();
  const by = received?.is === 'note' ? received.value : received;
  return { by, seen, evidence: allEvidence?.map(({ id }) => id) };
}

describe('what shows it', () => {
  const small = { id: 'small', size: 1 };
  const middle = { id: 'middle', size: 5 };
  const large = { id: 'large', size: 50 };

  test.each([[[small, middle, large]], [[large, middle, small]], [[middle, small, large]], [[large, small, middle]]])(
    'is the smallest request, whenever it came',
    (list) => {
      expect(shown(...list).by).toBe('small');
    },
  );

  test('is the first of equal ones', () => {
    expect(shown({ id: 'first' }, { id: 'second' }).by).toBe('first');
  });

  test('is all of it where it is wrong or odd, and nothing where it is right', () => {
    expect(shown(large, small).evidence).toEqual(['large', 'small']);
    expect(shown({ ...large, verdict: 'advisory' }, { ...small, verdict: 'advisory' }).evidence).toEqual([
      'large',
      'small',
    ]);
    expect(shown({ ...large, verdict: 'advisory' }, { ...small, verdict: 'satisfied' }).evidence).toEqual(['large']);
    expect(shown({ ...large, verdict: 'satisfied' }).evidence).toBeUndefined();
  });
});

describe('the cause', () => {
  test('is the commonest of the five smallest, whenever they came', () => {
    const small = [1, 2, 3, 4, 5].map((size) => ({ id: `b${size}`, size, cause: size % 2 === 0 ? 'odd' : 'common' }));
    const large = Array.from({ length: 10 }, (_, i) => ({ id: `l${i}`, size: 100 + i, cause: 'odd' }));
    for (const list of [[...small, ...large], [...large, ...small], [...large, ...small].reverse()])
      expect(shown(...list).by).toBe('b1');
    const others = small.map((one) => ({ ...one, cause: one.cause === 'odd' ? 'common' : 'odd' }));
    expect(shown(...large, ...others).by).toBe('b1');
    expect(shown(...others.reverse().map((one) => ({ ...one, cause: one.size > 3 ? 'a' : 'b' }))).by).toBe('b1');
    expect(shown(...others.map((one) => ({ ...one, cause: one.size < 3 ? 'a' : 'b' }))).by).toBe('b3');
  });

  test('not found is no cause like another', () => {
    const list = [1, 2, 3].map((size) => ({ id: `b${size}`, size, cause: size === 1 ? 'Stryker was here!' : null }));
    expect(shown(...list).by).toBe('b2');
  });
});
