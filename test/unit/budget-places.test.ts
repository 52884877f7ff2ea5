/** Whose place a call gets: users of operations without limits, users that are preferred, throttled or busy, and the reason where there is none. */
import { describe, expect, test } from 'vitest';
import { type Budget, createBudget, type Place, type PlaceWanted } from '../../engine/drive/budget.ts';
import { fixturesOf, limitOf, settle, taking, wanted } from '../support/places.ts';

const take = async (budget: Budget, change: Partial<PlaceWanted> = {}) => (await budget.take(wanted(change))) as Place;

/** The fixture of the next place, or why there is none. */
const next = async (budget: Budget, change: Partial<PlaceWanted> = {}) => {
  const place = await budget.take(wanted(change));
  return typeof place === 'string' ? place : place.fixture;
};

const accepted = { purpose: 'accepted' } as const;
const unknown = { user: 'unknown' } as const;

describe('where calls reach nobody, a call', () => {
  test.each<[string, Partial<PlaceWanted>, number | null | 'throttled']>([
    ['for an unknown user has no fixture', { ...unknown, preferred: 1, pinned: true }, null],
    ['gets the fixture that is pinned, throttled or not', { preferred: 1, pinned: true, except: [1] }, 1],
    ['that is refused is for the user of the control, throttled or not', { except: [] }, 1],
    ['that is refused is for the preferred user', { preferred: 2 }, 2],
    ['that is refused is for the next user where one was throttled for it', { preferred: 2, except: [2] }, 0],
    ['that is refused is for the next user, throttled or not', { preferred: 0, except: [0] }, 1],
    ['that is refused is for somebody even where all were throttled for it', { except: [0, 1, 2] }, 0],
    ['that is accepted is for the first user who is not throttled', accepted, 2],
    ['that is accepted is for no user who was throttled for it', { ...accepted, except: [2] }, 'throttled'],
    ['that is accepted is for the preferred user', { ...accepted, preferred: 0 }, 0],
    ['that is accepted is not for a preferred user who is throttled', { ...accepted, preferred: 1 }, 2],
  ])('%s', async (_, change, fixture) => {
    const budget = createBudget(fixturesOf(true, false, false), null);
    budget.rest(1);
    expect(await next(budget, change)).toBe(fixture);
    const now = budget.takeNow(wanted(change));
    if (fixture === 'throttled') expect(now).toBe(null);
    else expect([now!.fixture, now!.reaches('anybody')]).toEqual([fixture, true]);
  });
});

describe('where calls reach people, a call', () => {
  test('that is accepted is for the preferred user if that one is there for ordinary calls', async () => {
    const budget = createBudget(fixturesOf(false, false, true), limitOf(9));
    expect(await next(budget, { ...accepted, preferred: 1 })).toBe(1);
    expect(await next(budget, { ...accepted, preferred: 2 })).toBe(0);
    expect(await next(budget, { ...accepted, preferred: 0, except: [0] })).toBe(1);
    expect(await next(budget, { ...accepted, except: [0, 1] })).toBe('throttled');
  });

  test('that opens the last of several users leaves a message for the closing control', async () => {
    const opening = { purpose: 'opening' } as const;
    const two = createBudget(fixturesOf(false, false), limitOf(1));
    (await take(two, opening)).done(true);
    expect(await next(two, opening)).toBe('budget');
    expect(await next(two, { purpose: 'closing' })).toBe(1);
    expect(await next(createBudget(fixturesOf(false), limitOf(1)), opening)).toBe(0);
  });

  test('that must not wait has a place at once or none', async () => {
    const budget = createBudget(fixturesOf(false), limitOf(1));
    const place = budget.takeNow(wanted())!;
    expect(place.fixture).toBe(0);
    expect(budget.takeNow(wanted())).toBe(null);
    place.done(false);
    expect(budget.takeNow(wanted())!.fixture).toBe(0);
  });

  test('for an unknown user reaches nobody whom the config names', async () => {
    const people = () => {
      throw new Error('The people of no fixture.');
    };
    expect(await next(createBudget(fixturesOf(false), limitOf(1)), { ...unknown, people })).toBe(null);
  });

  test('that turns out to reach one more person counts for that one while it is under way', async () => {
    const budget = createBudget(fixturesOf(false, false, false), limitOf(1));
    const first = await take(budget, { preferred: 0 });
    const second = await take(budget, { preferred: 1 });
    expect([first.reaches('user 1'), first.reaches('user 2')]).toEqual([false, true]);
    expect(budget.takeNow(wanted({ preferred: 2, pinned: true }))).toBe(null);
    first.done(false);
    second.done(false);
    expect(budget.takeNow(wanted({ preferred: 2, pinned: true }))!.fixture).toBe(2);
  });
});

describe('a call waits', () => {
  const waits = async (budget: Budget, change: Partial<PlaceWanted>) => {
    const one = taking(budget, wanted(change));
    await settle();
    expect(one.result).toBe(null);
    return one;
  };

  test('while calls under way hold the last messages of the run', async () => {
    const budget = createBudget(fixturesOf(false), limitOf(9, 1));
    const first = await take(budget);
    const second = await waits(budget, {});
    first.done(true);
    await settle();
    expect(second.result).toBe('budget');
  });

  test('for the user of the control if it is refused, and for that one alone', async () => {
    const budget = createBudget(fixturesOf(false, false), limitOf(1));
    const first = await take(budget);
    const second = await waits(budget, {});
    first.done(false);
    await settle();
    expect(second.result).toMatchObject({ fixture: 0 });
  });

  test('for any user if it is accepted: one is throttled, and the other one may become free', async () => {
    const budget = createBudget(fixturesOf(false, false, false), limitOf(1));
    budget.rest(0);
    const busy = await take(budget, { preferred: 1 });
    budget.rest(2);
    const second = await waits(budget, accepted);
    busy.done(false);
    await settle();
    expect(second.result).toMatchObject({ fixture: 1 });
  });
});

describe('the reason why there is no place', () => {
  /** A budget of which calls were spent: whose, and whether each was answered. */
  const spentBy = async (budget: Budget, ...calls: readonly (readonly [Partial<PlaceWanted>, boolean])[]) => {
    for (const [change, wasAnswered] of calls) (await take(budget, change)).done(true, wasAnswered);
    return budget;
  };

  test('is the message that is kept of the run where a lost one is not the only one in the way', async () => {
    const budget = await spentBy(createBudget(fixturesOf(false), limitOf(9, 2)), [{}, false], [{}, true]);
    expect(await next(budget, accepted)).toBe('budget');
    expect(await next(budget)).toBe('absent');
  });

  test('is the absence where one of several users would have a place', async () => {
    const calls = [
      [{ preferred: 0 }, true],
      [{ preferred: 1 }, false],
    ] as const;
    expect(await next(await spentBy(createBudget(fixturesOf(false, false), limitOf(1)), ...calls))).toBe('absent');
  });

  test('is the absence for an unknown user, whatever the known ones were sent', async () => {
    const budget = await spentBy(createBudget(fixturesOf(false), limitOf(1, 2)), [{}, true], [unknown, false]);
    expect(await next(budget, unknown)).toBe('absent');
    expect(await next(budget)).toBe('budget');
  });

  test('is that users are throttled, whatever was lost', async () => {
    const budget = await spentBy(createBudget(fixturesOf(false), limitOf(9)), [{}, false]);
    budget.rest(0);
    expect(await next(budget, accepted)).toBe('throttled');
  });
});
