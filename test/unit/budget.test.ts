/** The payment policy: limits are hard on any target and in any order of answers, a waiting call gets its place, and controls keep theirs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Budget,
  createBudget,
  type MessageLimits,
  type Place,
  type PlaceWanted,
} from '../../engine/drive/budget.ts';
import { fixturesOf, limitOf, settle, type Taking, taking, wanted } from '../support/places.ts';

const placeOf = ({ result }: Taking): Place | null => (typeof result === 'object' ? result : null);

/** One step of a random run: a call wants a place, a call under way ends, a user is throttled. */
type Step =
  | { readonly do: 'take'; readonly want: PlaceWanted; readonly now: boolean }
  | { readonly do: 'done'; readonly which: number; readonly reached: boolean }
  | { readonly do: 'rest'; readonly fixture: number };

const runs = fc.record({
  fresh: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  perFixture: fc.integer({ min: 1, max: 3 }),
  maxSends: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constant(1000)),
});

/** Of four fixtures the first and the last are one person, and a call for the third reaches the owner of its token too, who is the second. */
const people = (fixture: number): string[] => [['a'], ['b'], ['c', 'b'], ['a']][fixture]!;

const stepsFor = (users: number): fc.Arbitrary<Step[]> => {
  const fixture = fc.nat({ max: users - 1 });
  const want = fc
    .record({
      user: fc.constantFrom<PlaceWanted['user']>('fixture', 'fixture', 'unknown'),
      purpose: fc.constantFrom<PlaceWanted['purpose']>('probe', 'accepted', 'opening', 'closing'),
      preferred: fc.option(fixture, { nil: undefined }),
      pinned: fc.boolean(),
      except: fc.uniqueArray(fixture, { maxLength: 2 }),
    })
    .map(
      ({ preferred, pinned, ...rest }): PlaceWanted =>
        wanted({ people, ...(preferred === undefined ? rest : { ...rest, preferred, pinned }) }),
    );
  return fc.array(
    fc.oneof<fc.Arbitrary<Step>[]>(
      fc.record({ do: fc.constant('take'), want, now: fc.boolean() }),
      fc.record({ do: fc.constant('done'), which: fc.nat({ max: 20 }), reached: fc.boolean() }),
      fc.record({ do: fc.constant('rest'), fixture }),
    ),
    { maxLength: 60 },
  );
};

/** Counts what reached people, and holds it against the limits after every step. */
class Ledger {
  readonly spent = new Map<string, number>();
  readonly underWay: Place[] = [];
  total = 0;

  constructor(
    private readonly budget: Budget,
    private readonly limit: MessageLimits,
    private readonly people: PlaceWanted['people'],
  ) {}

  private peopleOf({ fixture }: Place): readonly string[] {
    return fixture === null ? [] : this.people(fixture);
  }

  end(place: Place, reached: boolean): void {
    this.underWay.splice(this.underWay.indexOf(place), 1);
    if (reached) {
      this.total += 1;
      for (const person of this.peopleOf(place)) this.spent.set(person, (this.spent.get(person) ?? 0) + 1);
    }
    place.done(reached);
    this.check();
  }

  /** Even if every call under way reached its person, no limit would be exceeded. */
  check(): void {
    expect(this.total + this.underWay.length).toBeLessThanOrEqual(this.limit.maxSends);
    expect(this.budget.sent()).toBe(this.total);
    for (const person of new Set(this.underWay.flatMap((place) => this.peopleOf(place)))) {
      const own = this.underWay.filter((place) => this.peopleOf(place).includes(person)).length;
      expect(own + (this.spent.get(person) ?? 0), person).toBeLessThanOrEqual(this.limit.perFixture);
    }
  }
}

describe('the limits', () => {
  test('are never exceeded, whatever is asked for, reached and throttled in whatever order', async () => {
    const cases = runs.chain((run) => fc.tuple(fc.constant(run), stepsFor(run.fresh.length)));
    await fc.assert(
      fc.asyncProperty(cases, async ([{ fresh, perFixture, maxSends }, steps]) => {
        const limit = limitOf(perFixture, maxSends);
        const budget = createBudget(fixturesOf(...fresh), limit);
        const ledger = new Ledger(budget, limit, people);
        let waiting: Taking[] = [];
        const collect = async () => {
          await settle();
          for (const one of waiting) if (one.result !== null && placeOf(one)) ledger.underWay.push(placeOf(one)!);
          waiting = waiting.filter(({ result }) => result === null);
          ledger.check();
        };
        for (const step of steps) {
          if (step.do === 'rest') budget.rest(step.fixture);
          else if (step.do === 'take' && step.now) {
            const place = budget.takeNow(step.want);
            if (place) ledger.underWay.push(place);
          } else if (step.do === 'take') waiting.push(taking(budget, step.want));
          else if (ledger.underWay.length > 0)
            ledger.end(ledger.underWay[step.which % ledger.underWay.length]!, step.reached);
          await collect();
        }
        // Nobody waits for ever: once all calls have ended, every call has a place or knows that there is none.
        while (ledger.underWay.length > 0) {
          ledger.end(ledger.underWay[0]!, false);
          await collect();
        }
        expect(waiting).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the limits, one by one,', () => {
  test('are given back by calls that reached nobody', async () => {
    const budget = createBudget(fixturesOf(false), limitOf(1, 1));
    for (let i = 0; i < 5; i += 1) {
      const place = await budget.take(wanted());
      expect(place).toMatchObject({ fixture: 0 });
      (place as Place).done(false);
    }
    ((await budget.take(wanted())) as Place).done(true);
    expect(await budget.take(wanted())).toBe('budget');
    expect(budget.sent()).toBe(1);
  });

  test('are those of a person: two fixtures may be one, and a call may reach another one who is known late', async () => {
    const budget = createBudget(fixturesOf(false, false, false), limitOf(1));
    const first = (await budget.take(wanted({ people: () => ['a'] }))) as Place;
    first.done(true);
    expect(await budget.take(wanted({ people: () => ['a'] }))).toBe('budget');
    const second = (await budget.take(wanted({ people: () => ['b'] }))) as Place;
    expect([second.reaches('b'), second.reaches('a'), second.reaches('c')]).toEqual([true, false, true]);
    second.done(true);
    expect(await budget.take(wanted({ people: () => ['c'] }))).toBe('budget');
    expect(budget.sent()).toBe(2);
  });

  test('hold for a fresh fixture too', async () => {
    const budget = createBudget(fixturesOf(false, true), limitOf(2));
    const fresh = wanted({ purpose: 'accepted', preferred: 1, pinned: true });
    for (let i = 0; i < 2; i += 1) ((await budget.take(fresh)) as Place).done(true);
    expect(await budget.take(fresh)).toBe('budget');
  });

  test('count an unknown user against the messages of the run alone', async () => {
    const budget = createBudget(fixturesOf(false), limitOf(1, 3));
    const unknown = wanted({ user: 'unknown' });
    for (let i = 0; i < 2; i += 1) ((await budget.take(unknown)) as Place).done(true);
    expect(await budget.take(wanted())).toMatchObject({ fixture: 0 });
  });
});

test('there are no limits where calls reach nobody', async () => {
  const budget = createBudget(fixturesOf(false), null);
  for (let i = 0; i < 20; i += 1) ((await budget.take(wanted({ purpose: 'accepted' }))) as Place).done(true);
  expect(budget.sent()).toBe(0);
});

describe('a call that waits', () => {
  test('gets its place once one under way has reached nobody, and none where it has', async () => {
    for (const reached of [false, true]) {
      const budget = createBudget(fixturesOf(false), limitOf(1));
      const first = (await budget.take(wanted())) as Place;
      const second = taking(budget, wanted());
      await settle();
      expect(second.result).toBe(null);
      first.done(reached);
      await settle();
      if (reached) expect(second.result).toBe('budget');
      else expect(second.result).toMatchObject({ fixture: 0 });
    }
  });
});

describe('where there is no place, the reason', () => {
  const spentBudget = async (wants: readonly PlaceWanted[], answered: boolean, limit: MessageLimits) => {
    const budget = createBudget(fixturesOf(false), limit);
    for (const want of wants) ((await budget.take(want)) as Place).done(true, answered);
    return budget;
  };

  test('is the limit where calls were answered, and the absence where they were lost', async () => {
    for (const limit of [limitOf(2), limitOf(9, 2)])
      for (const answered of [true, false]) {
        const budget = await spentBudget([wanted(), wanted()], answered, limit);
        expect(await budget.take(wanted())).toBe(answered ? 'budget' : 'absent');
      }
    const unknown = wanted({ user: 'unknown' });
    expect(await (await spentBudget([unknown], false, limitOf(1, 1))).take(unknown)).toBe('absent');
  });

  test('is the limit where it would be reached all the same', async () => {
    const budget = createBudget(fixturesOf(false), limitOf(3));
    for (const answered of [false, true, true]) ((await budget.take(wanted())) as Place).done(true, answered);
    // One message is kept for the closing control, so that a lost one is not the only one in the way.
    expect(await budget.take(wanted({ purpose: 'accepted' }))).toBe('budget');
    expect(await budget.take(wanted())).toBe('absent');
  });

  test('is not a loss that reached nobody', async () => {
    const budget = createBudget(fixturesOf(false), limitOf(1));
    ((await budget.take(wanted())) as Place).done(false, false);
    ((await budget.take(wanted())) as Place).done(true);
    expect(await budget.take(wanted())).toBe('budget');
  });
});

describe('places that are kept', () => {
  const spend = async (budget: Budget, purpose: PlaceWanted['purpose']) => {
    const used: (number | null)[] = [];
    for (;;) {
      const place = await budget.take(wanted({ purpose }));
      if (typeof place === 'string') return used;
      used.push(place.fixture);
      place.done(true);
    }
  };

  test('leave one message of the first fixture for refusals, and one of the last for the closing control', async () => {
    const budget = createBudget(fixturesOf(false, false, false), limitOf(3));
    expect((await spend(budget, 'accepted')).sort()).toEqual([0, 0, 1, 1, 1, 2, 2]);
    expect(await budget.take(wanted())).toMatchObject({ fixture: 0 });
    expect(await budget.take(wanted({ purpose: 'closing', preferred: 2 }))).toMatchObject({ fixture: 2 });
  });

  test('leave one message of the run', async () => {
    const budget = createBudget(fixturesOf(false, false, false), limitOf(3, 4));
    expect(await spend(budget, 'accepted')).toHaveLength(3);
    expect(await budget.take(wanted({ purpose: 'closing' }))).not.toBe('budget');
  });
});

describe('who is asked', () => {
  test('is the user of the control for a refusal, and another once that one is throttled for it', async () => {
    const budget = createBudget(fixturesOf(false, false), limitOf(3));
    expect(await budget.take(wanted())).toMatchObject({ fixture: 0 });
    expect(await budget.take(wanted({ except: [0] }))).toMatchObject({ fixture: 1 });
  });

  test('is no throttled user for an accepted call, and no fresh one unless it is pinned', async () => {
    const budget = createBudget(fixturesOf(true, false, false), limitOf(3));
    budget.rest(1);
    expect(await budget.take(wanted({ purpose: 'accepted' }))).toMatchObject({ fixture: 2 });
    budget.rest(2);
    expect(await budget.take(wanted({ purpose: 'accepted' }))).toBe('throttled');
    expect(await budget.take(wanted({ preferred: 0, pinned: true }))).toMatchObject({ fixture: 0 });
    budget.rest(0);
    expect(await budget.take(wanted({ preferred: 0, pinned: true }))).toBe('throttled');
  });
});
