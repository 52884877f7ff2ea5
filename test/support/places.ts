/** Places in the limits, as the tests of the payment policy ask for them. */
import type { Budget, MessageLimits, NoPlace, Place, PlaceWanted } from '../../engine/drive/budget.ts';
import type { Fixture } from '../../engine/settings.ts';

/** Fixtures by whether each is a fresh one. */
export const fixturesOf = (...fresh: readonly boolean[]): Fixture[] => fresh.map((one) => ({ body: {}, fresh: one }));

export const limitOf = (perFixture: number, maxSends = 1000): MessageLimits => ({ perFixture, maxSends });

/** A call that wants a place; each fixture is a person of its own unless the change says otherwise. */
export const wanted = (change: Partial<PlaceWanted> = {}): PlaceWanted => ({
  user: 'fixture',
  purpose: 'probe',
  except: [],
  people: (fixture) => [`user ${fixture}`],
  ...change,
});

/** What an attempt to get a place came to so far; null while it waits. */
export interface Taking {
  result: Place | NoPlace | null;
}

/** Lets every promise that can go on do so. */
export const settle = () => new Promise<void>((done) => setImmediate(done));

export function taking(budget: Budget, want: PlaceWanted): Taking {
  const one: Taking = { result: null };
  void budget.take(want).then((result) => {
    one.result = result;
  });
  return one;
}
