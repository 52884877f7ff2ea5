/** Searches with fast-check inside the steps of a check: values are tried one by one, a failing one is shrunk, and nothing is asynchronous. */
import type { Arbitrary, RunDetails } from 'fast-check';
import type { Steps } from '../../engine/check/steps.ts';
import { fastCheck } from './fast-check.ts';

/** What a search is run with; the names are those of fast-check. */
export interface SearchParameters<V> {
  readonly seed: number;
  readonly numRuns: number;
  /** Replays one value and what it was shrunk to. */
  readonly path?: string | null;
  /** Values that are tried first. */
  readonly examples?: readonly V[];
  /** The first failing value is not shrunk. */
  readonly endOnFailure?: boolean;
  /** At most so many values are tried before shrinking: on a path fast-check goes on to the neighbours of its value. */
  readonly limit?: number;
}

/** A value that was tried, and what came of it. */
export interface Tried<V, R> {
  readonly value: V;
  readonly result: R;
}

/** The smallest value that fails. */
export interface Failure<V, R> extends Tried<V, R> {
  /** Number of the run that failed first, from 1. */
  readonly runs: number;
  /** Where fast-check finds the value again. */
  readonly path: string;
  /** Values tried from the first failing one on, that one included. */
  readonly tries: number;
}

/** What a search came to. */
export interface Searched<V, R> {
  /** In the order of the runs, up to the first failing one; empty where the path is that of another property. */
  readonly results: readonly Tried<V, R>[];
  readonly failure: Failure<V, R> | null;
}

/**
 * Tries the values of a property until one fails, and shrinks that one. `put` sends what a value stands for; `run` counts its
 * calls from 0. Equal values (as JSON) are put once. The same answers lead to the same values, whoever resumes the steps.
 */
export function* searched<V, R>(
  arbitrary: Arbitrary<V>,
  parameters: SearchParameters<V>,
  put: (value: V, run: number) => Steps<R>,
  isFailure: (result: R, value: V) => boolean,
): Steps<Searched<V, R>> {
  const known = new Map<string, Tried<V, R>>();
  function* tried(value: V): Steps<Tried<V, R>> {
    const key = keyOf(value);
    const before = known.get(key);
    if (before) return before;
    const one = { value, result: yield* put(value, known.size) };
    known.set(key, one);
    return one;
  }
  const results: Tried<V, R>[] = [];
  for (const value of valuesOf(arbitrary, parameters)) {
    const putBefore = known.size;
    const one = yield* tried(value);
    results.push(one);
    if (isFailure(one.result, value))
      return { results, failure: yield* shrunk(arbitrary, parameters, { known, putBefore, tried, isFailure }) };
  }
  return { results, failure: null };
}

interface Knowledge<V, R> {
  /** What was tried, by `keyOf`. */
  readonly known: ReadonlyMap<string, Tried<V, R>>;
  /** Number of values put before the failing one. */
  readonly putBefore: number;
  readonly tried: (value: V) => Steps<Tried<V, R>>;
  readonly isFailure: (result: R, value: V) => boolean;
}

/** Lets fast-check shrink over what is known, tries the first value that it asks for in vain, and starts again until it asks for none. */
function* shrunk<V, R>(
  arbitrary: Arbitrary<V>,
  parameters: SearchParameters<V>,
  { known, putBefore, tried, isFailure }: Knowledge<V, R>,
): Steps<Failure<V, R>> {
  for (;;) {
    const unknown: V[] = [];
    const details = checked(arbitrary, parameters, (value) => {
      if (unknown.length > 0) return true;
      const one = known.get(keyOf(value));
      if (one) return !isFailure(one.result, value);
      unknown.push(value);
      return true;
    });
    if (unknown.length > 0) {
      yield* tried(unknown[0]!);
      continue;
    }
    const [value] = details.counterexample!;
    return {
      ...known.get(keyOf(value))!,
      runs: details.numRuns,
      path: details.counterexamplePath ?? '',
      tries: known.size - putBefore,
    };
  }
}

/** The values of all runs while none fails. */
function valuesOf<V>(arbitrary: Arbitrary<V>, parameters: SearchParameters<V>): V[] {
  const values: V[] = [];
  const { limit = Number.POSITIVE_INFINITY } = parameters;
  try {
    checked(arbitrary, parameters, (value) => {
      if (values.length < limit) values.push(value);
      return true;
    });
  } catch (error) {
    if (isForeignPath(error, parameters)) return [];
    throw error;
  }
  return values;
}

function checked<V>(
  arbitrary: Arbitrary<V>,
  { seed, numRuns, path, examples, endOnFailure }: SearchParameters<V>,
  holds: (value: V) => boolean,
): RunDetails<[V]> {
  const fc = fastCheck();
  return fc.check(fc.property(arbitrary, holds), {
    seed,
    numRuns,
    ...(path ? { path } : {}),
    ...(examples ? { examples: examples.map((value): [V] => [value]) } : {}),
    ...(endOnFailure ? { endOnFailure } : {}),
  });
}

/** fast-check cannot follow a path that another property was given. */
function isForeignPath(error: unknown, { path }: { readonly path?: string | null }): boolean {
  return Boolean(path) && error instanceof Error && /unable to replay/i.test(error.message);
}

function keyOf(value: unknown): string {
  return JSON.stringify(value);
}
