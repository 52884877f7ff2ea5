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
  readonly method?: string;
}

function judged({ id, verdict = 'violated', size = 10, cause, method = 'POST' }: One): Finding {
  const exchange = exchangeOf(resultOf('S', 'SUCCESS'), { id, method, body: { x: 'x'.repeat(size) } });
  const diagnose = () => (cause ? { code: cause, says: '', cure: '' } : null);
  return {
    ...notRun('broken', note('harness', id)),
    verdict,
    exchanges: [exchange],
    ...(cause === undefined ? {} : { diagnose }),
  };
}

function found(...list: One[]) {
  const tally = new Tally();
  for (const one of list) tally.add(judged(one));
  return tally.finding();
}

describe('the finding', () => {
  const one = (id: string, verdict: Finding['verdict'], size = 10) => ({ id, verdict, size });

  test('is the gravest, with how many of all show it, and the request that does', () => {
    const list = [one('a', 'satisfied'), one('b', 'violated'), one('c', 'advisory'), one('d', 'violated', 2)];
    expect(found(...list)).toMatchObject({
      verdict: 'violated',
      seen: { count: 2, of: 4 },
      ofMany: true,
      counterexample: { x: 'xx' },
      exchanges: [{ id: 'd' }],
      allEvidence: [{ id: 'b' }, { id: 'd' }],
    });
    expect(found(...list.slice(2, 3), list[0]!)).toMatchObject({ verdict: 'advisory', seen: { count: 1, of: 2 } });
  });

  test.each(['satisfied', 'not-applicable'] as const)('that is %s counts the answers, and shows none', (verdict) => {
    expect(found(one('a', verdict), one('b', verdict))).toMatchObject({
      verdict,
      received: { is: 'count', n: 2, of: 'answers' },
      seen: { count: 2, of: 2 },
      exchanges: [],
    });
  });

  test('that is open speaks against nobody, and has no evidence', () => {
    const open = found(one('a', 'inconclusive'), one('b', 'not-applicable'));
    expect(open).toMatchObject({ verdict: 'inconclusive', seen: { count: 1, of: 2 }, ofMany: true, allEvidence: [] });
    expect(found(one('a', 'inconclusive'), one('b', 'satisfied')).verdict).toBe('satisfied');
  });

  test('on nothing is that nothing shows it', () => {
    expect(found()).toEqual(notRun('no-evidence', note('no-evidence')));
  });

  test('is shown by a POST before a smaller request of another method', () => {
    const get = { ...one('get', 'violated', 1), method: 'GET' };
    expect(found(get, one('post', 'violated', 50)).exchanges.map(({ id }) => id)).toEqual(['post']);
    expect(found(get, { ...get, id: 'less', size: 0 }).exchanges.map(({ id }) => id)).toEqual(['less']);
  });
});

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
