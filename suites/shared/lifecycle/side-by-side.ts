/** Side by side: calls of several users at the same moment end as they end one by one. */

import { type Finding, type Settled, Unjudged } from '../../../engine/check/finding.ts';
import type { Trial } from '../../../engine/drive/operation-client.ts';
import { type Answer, isThrottle } from '../../../engine/wire/answer.ts';
import { alike, differingField, isDocumented, outcomeOf, requestOf, undisturbed } from './outcome.ts';
import type { UserCall } from './users.ts';
import * as users from './users.ts';

/** Calls at the same moment at most; `smoke` has few requests to spend. */
const widths = { smoke: 4, gate: 8, certify: 8 } as const;
/** How often they are put; where messages reach people, calls that cost take part while the budget lasts. */
const rounds = { smoke: 1, gate: 2, certify: 6 } as const;
const costlyRounds = { smoke: 1, gate: 1, certify: 2 } as const;
/** The fewest calls at one moment: the same users are called more than once where there are fewer. */
const fewest = 4;

interface Seat {
  readonly call: UserCall;
  /** What the user gets alone; null for a good user who was not called yet, and whose due is S. */
  readonly known: Answer | null;
}

interface Seen {
  readonly seat: Seat;
  readonly settled: Settled;
}

/** The answers of all rounds. */
interface Gathering {
  readonly rounds: readonly (readonly Seen[])[];
  /** Why one of the calls got no answer to believe. */
  readonly open: Unjudged | null;
}

const gatherings = new WeakMap<Trial, Promise<Gathering>>();

/** Calls the users of an operation side by side, once per run. */
function gather(trial: Trial): Promise<Gathering> {
  const known = gatherings.get(trial);
  if (known) return known;
  const gathering = gatherAll(trial);
  gathering.catch(() => {});
  gatherings.set(trial, gathering);
  return gathering;
}

async function gatherAll(trial: Trial): Promise<Gathering> {
  const { profile } = trial.run.settings;
  const seats = await seatsOf(trial);
  const seen: Seen[][] = [];
  let open: Unjudged | null = null;
  for (let round = 0; round < (trial.pool.costs ? costlyRounds : rounds)[profile]; round += 1) {
    // Turned round each time: who comes first and who last differs.
    const order = round % 2 === 0 ? seats : [...seats].reverse();
    const answers = await together(order, `side by side ${round + 1}`);
    seen.push(answers.filter((one): one is Seen => !(one.settled instanceof Unjudged)));
    const lost = answers.find(
      ({ settled }) => settled instanceof Unjudged && settled.judged.verdict === 'inconclusive',
    );
    if (lost) open = lost.settled as Unjudged;
  }
  return { rounds: seen, open };
}

async function together(seats: readonly Seat[], turn: string): Promise<{ seat: Seat; settled: Settled | Unjudged }[]> {
  const sent = seats.flatMap((seat, index) => {
    const { call } = seat;
    if (!users.affordable(call)) return [];
    const title = `${call.who}, at the same moment as others`;
    return [{ seat, answer: users.attempted(call.trial, { ...call.ask, occurrence: `${turn}, ${index + 1}` }, title) }];
  });
  return Promise.all(sent.map(async ({ seat, answer }) => ({ seat, settled: await answer })));
}

/** Who is called: good users, those with another decision, those who are refused, somebody made up. */
async function seatsOf(trial: Trial): Promise<Seat[]> {
  const { concurrency, profile } = trial.run.settings;
  const room = Math.min(widths[profile], concurrency);
  if (room < 2) throw new Unjudged('not-applicable', 'precondition', 'one request at a time was asked for');
  const calls = callsOf(trial, room);
  const known = await Promise.all(calls.map(users.knownAnswer));
  const seats = calls.map((call, index) => ({ call, known: known[index]! })).filter((seat) => isFit(trial, seat));
  const free = seats.filter(({ call }) => !trial.pool.costs || !call.ask.mayReachPerson);
  const missing = free.length > 0 ? Math.max(0, Math.min(fewest, room) - seats.length) : 0;
  return [...seats, ...Array.from({ length: missing }, (_, index) => free[index % free.length]!)];
}

/** A good user first and one with another decision last, so that it shows when either of them gets the other's answer. */
function callsOf(trial: Trial, room: number): UserCall[] {
  const good = users
    .ordinaryFixtures(trial)
    .map((fixture) => users.fixtureCall(trial, fixture))
    .filter(users.affordable)
    .slice(0, Math.min(2, trial.pool.left()));
  const other = users.otherDecision(trial);
  const scenarios = users.lastingScenarios(trial).filter((scenario) => scenario !== other);
  const nobody = users.nobodyCall(trial);
  const others = [...scenarios.map((scenario) => users.scenarioCall(trial, scenario)), ...(nobody ? [nobody] : [])];
  const last = other ? [users.scenarioCall(trial, other)] : [];
  return [...[...good, ...others].slice(0, room - last.length), ...last];
}

/** A user who is throttled or has bad weather alone has no outcome that lasts. */
function isFit(trial: Trial, { call, known }: Seat): boolean {
  if (known === null) return call.ask.fixture !== undefined;
  return isDocumented(trial, known) && known.kind !== 'U' && !isThrottle(known);
}

function isComparable(trial: Trial, { answer }: Settled): boolean {
  return isDocumented(trial, answer) && !isThrottle(answer);
}

/** Whether an answer is not the one that its user gets alone. */
function isOdd(trial: Trial, { seat, settled }: Seen): boolean {
  if (!isComparable(trial, settled)) return false;
  return seat.known ? !alike(trial, seat.known, settled.answer) : settled.answer.kind !== 'S';
}

const expected = 'the outcome that each user gets alone';

/** Judges that nobody's call ended differently for the company it had. */
export async function judgeSideBySide(trial: Trial): Promise<Finding> {
  const gathering = await gather(trial);
  const all = gathering.rounds.flat().filter(({ settled }) => isComparable(trial, settled));
  const odd = all.filter((one) => isOdd(trial, one));
  if (odd.length > 0) {
    const found = await undisturbed(trial.run, () => firstConfirmed(trial, odd, all));
    if (found) return { ...found, seen: `${odd.length} of ${all.length} side by side` };
  }
  if (gathering.open) throw gathering.open;
  if (all.length < 2)
    throw new Unjudged('not-applicable', 'budget', 'no two users may be called at the same moment any more');
  const count = new Set(all.map(({ seat }) => seat.call.who)).size;
  const exchanges = (gathering.rounds.at(-1) ?? []).flatMap(({ settled }) => settled.exchanges);
  const says = `${all.length} calls of ${count} ${count === 1 ? 'user' : 'users'} in ${gathering.rounds.length} rounds ended alike`;
  return { verdict: 'kept', reason: '', expected, received: says, exchanges };
}

/** Odd answers that are looked into, and companions that are tried for the shortest list of calls. */
const looksAtMost = 4;

async function firstConfirmed(trial: Trial, odd: readonly Seen[], all: readonly Seen[]): Promise<Finding | null> {
  for (const one of odd.slice(0, looksAtMost)) {
    const alone = await aloneTwice(one.seat);
    if (!alone)
      throw new Unjudged(
        'not-run',
        'budget',
        'another call alone is needed to tell, and no fixture may be called',
        one.settled.exchanges,
        expected,
      );
    const [truth, again] = alone;
    // A user whose outcome changes alone as well is not mixed up with another one.
    if (!alike(trial, truth.answer, again.answer) || alike(trial, truth.answer, one.settled.answer)) continue;
    const pair = await smallestCompany(trial, one, truth, all);
    if (await isDueToCompany(trial, one, truth, pair !== null))
      return mixedUp(trial, pair ?? all, pair?.[0] ?? one, [truth, again]);
  }
  return null;
}

/** The same outcome alone before and afterwards: else a user's own calls may have changed it, which is the MPP's affair. */
async function isDueToCompany(trial: Trial, { seat }: Seen, truth: Settled, again: boolean): Promise<boolean> {
  if (seat.known ? alike(trial, seat.known, truth.answer) : truth.answer.kind === 'S') return true;
  if (!again || !users.affordable(seat.call)) return false;
  const after = await users.attempted(
    trial,
    { ...seat.call.ask, occurrence: 'alone at last' },
    `${seat.call.who}, alone`,
  );
  return !(after instanceof Unjudged) && alike(trial, truth.answer, after.answer);
}

/** The user's outcome one by one, twice. The first call may still suffer from the one before; where it is free it is only a start. */
async function aloneTwice({ call, known }: Seat): Promise<[Settled, Settled] | null> {
  const seen: Settled[] = [];
  const costs = call.trial.pool.costs && call.ask.mayReachPerson;
  for (const turn of costs ? (known ? ['alone 2'] : ['alone 1', 'alone 2']) : ['alone', 'alone 1', 'alone 2']) {
    if (!users.affordable(call)) return null;
    const settled = await users.attempted(call.trial, { ...call.ask, occurrence: turn }, `${call.who}, alone`);
    if (settled instanceof Unjudged || !isComparable(call.trial, settled)) return null;
    seen.push(settled);
  }
  const last = seen.at(-1)!;
  if (seen.length > 1) return [seen.at(-2)!, last];
  return [{ ...last, answer: known!, exchanges: [known!.exchange] }, last];
}

/** Two calls that show it, those first whose own outcome was handed to the wrong user; null where only more of them do. */
async function smallestCompany(trial: Trial, one: Seen, truth: Settled, all: readonly Seen[]): Promise<Seen[] | null> {
  const strangers = all.filter(
    ({ seat }) => seat.call.who !== one.seat.call.who && !(trial.pool.costs && seat.call.ask.mayReachPerson),
  );
  const distinct = [...new Map(strangers.map(({ seat }) => [seat.call.who, seat])).values()];
  const wrong = one.settled.answer;
  // The owner of the wrong answer first, somebody who gets the right one anyway last.
  const gets = (seat: Seat, answer: Answer) => Number(seat.known !== null && alike(trial, seat.known, answer));
  const suits = (seat: Seat) => gets(seat, wrong) - gets(seat, truth.answer);
  const company = distinct.sort((a, b) => suits(b) - suits(a)).slice(0, looksAtMost);
  for (const [index, other] of company.entries()) {
    for (const seats of [
      [one.seat, other],
      [other, one.seat],
    ]) {
      const turn = `pair ${index + 1}${seats[0] === other ? ' turned' : ''}`;
      const answers = await together(seats, turn);
      const own = answers.find(({ seat }) => seat === one.seat);
      const beside = answers.find(({ seat }) => seat === other);
      if (!own || !beside || own.settled instanceof Unjudged || beside.settled instanceof Unjudged) continue;
      const reproduced = isComparable(trial, own.settled) && !alike(trial, truth.answer, own.settled.answer);
      if (reproduced) return [own as Seen, beside as Seen];
    }
  }
  return null;
}

function mixedUp(trial: Trial, company: readonly Seen[], one: Seen, alone: readonly [Settled, Settled]): Finding {
  const others = company.filter(({ seat }) => seat !== one.seat);
  const beside =
    others.length === 1
      ? others[0]!.seat.call.who
      : `${new Set(others.map(({ seat }) => seat.call.who)).size} other users`;
  const truth = outcomeOf(trial, alone[1].answer);
  const says = `${outcomeOf(trial, one.settled.answer)} for ${one.seat.call.who}, called at the same moment as ${beside}; ${truth} alone, twice`;
  const shown = others.length === 1 ? [one, ...others] : [one];
  return {
    verdict: 'broken',
    reason: 'broken',
    expected: `${truth}, as alone`,
    received: says,
    exchanges: [...shown, ...alone.map((settled) => ({ settled }))].flatMap(({ settled }) => settled.exchanges),
    field: differingField(trial, alone[1].answer, one.settled.answer) ?? undefined,
    counterexample: shown.map(({ seat, settled }) => ({
      operation: trial.op.id,
      user: seat.call.who,
      request: requestOf(settled.exchanges.at(-1)!),
    })),
  };
}

/** Judges that two users who are sent a message at the same moment are both served; their ids are compared over the whole run. */
export async function judgeTwoAtOnce(trial: Trial): Promise<Finding> {
  if (users.ordinaryFixtures(trial).length < 2) throw new Unjudged('not-run', 'no-fixture', 'a second user is needed');
  const { rounds: seen, open } = await gather(trial);
  const accepted = seen
    .flat()
    .filter(({ seat, settled }) => seat.call.ask.fixture !== undefined && settled.answer.kind === 'S');
  const both = 'S/SUCCESS for two users at the same moment';
  if (new Set(accepted.map(({ seat }) => seat.call.who)).size < 2) {
    if (open) throw open;
    throw new Unjudged(
      'not-run',
      'budget',
      `${accepted.length} accepted calls at the same moment; two are needed`,
      [],
      both,
    );
  }
  return {
    verdict: 'kept',
    reason: '',
    expected: both,
    received: both,
    exchanges: accepted.flatMap(({ settled }) => settled.exchanges),
  };
}
