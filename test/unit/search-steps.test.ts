/** The search inside the steps of a check: the same values, counterexample and path as fast-check's own run. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Steps } from '../../engine/check/steps.ts';
import { loadFastCheck } from '../../suites/shared/fast-check.ts';
import { type Searched, type SearchParameters, searched } from '../../suites/shared/search.ts';

beforeAll(loadFastCheck);

const lists = fc.array(fc.nat({ max: 20 }), { maxLength: 8 });
const tooMuch = (list: readonly number[]) => list.filter((n) => n > 5).length >= 2;

/** Runs a search whose answers come at once; `asked` are the values that were put. */
function run(parameters: SearchParameters<number[]>, fails = tooMuch) {
  const asked: number[][] = [];
  function* put(value: number[]): Steps<boolean> {
    asked.push(value);
    yield { do: 'rest', ms: 0 };
    return fails(value);
  }
  const steps = searched(lists, parameters, put, (result) => result);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return { asked, ...(next.value as Searched<number[], boolean>) };
}

for (const seed of [1, 2, 3, 42, 1234]) {
  test(`seed ${seed}: the counterexample and its path are those of fast-check`, () => {
    const own = fc.check(
      fc.property(lists, (list) => !tooMuch(list)),
      { seed, numRuns: 50 },
    );
    const { failure, results } = run({ seed, numRuns: 50 });
    expect(failure?.value).toEqual(own.counterexample?.[0]);
    expect(failure?.path).toBe(own.counterexamplePath);
    expect(failure?.runs).toBe(own.numRuns);
    expect(results.length).toBe(own.numRuns);
  });
}

test('what holds everywhere is tried once per value, with no failure', () => {
  const { asked, failure, results } = run({ seed: 7, numRuns: 40 }, () => false);
  expect(failure).toBeNull();
  expect(results.length).toBe(40);
  expect(new Set(asked.map((list) => JSON.stringify(list))).size).toBe(asked.length);
});

test('a path leads back to its counterexample, and a limit keeps the neighbours out', () => {
  const { failure } = run({ seed: 3, numRuns: 50 });
  const again = run({ seed: 3, numRuns: 50, path: failure!.path, limit: 1 });
  expect(again.failure?.value).toEqual(failure!.value);
  expect(again.results.length).toBe(1);
});

test('a path that this property never had finds nothing', () => {
  expect(run({ seed: 3, numRuns: 50, path: '2:90:90:90' })).toMatchObject({ results: [], failure: null });
});

test('without shrinking the first failing value stands', () => {
  const { failure, results } = run({ seed: 3, numRuns: 50, endOnFailure: true });
  expect(failure?.value).toEqual(results.at(-1)?.value);
  expect(failure?.tries).toBe(1);
});
