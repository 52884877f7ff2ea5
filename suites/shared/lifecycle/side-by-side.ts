/** Side by side: calls of several users at the same moment end as they end one by one. */

import { type CheckContext, ordinaryFixtures } from '../../../engine/check/context.ts';
import { type Fact, note } from '../../../engine/check/facts.ts';
import { type Finding, notApplicable, notRun, shown } from '../../../engine/check/finding.ts';
import { alone, isUnanswered, type Steps } from '../../../engine/check/steps.ts';
import { isThrottle } from '../../../engine/wire/answer.ts';
import { type Answered, answeredOf, type Caller, calledTogether, isComparable } from './concurrent-calls.ts';
import { firstConfirmed } from './mixed-up.ts';
import { alike, isDocumented } from './outcome.ts';
import type { UserCall } from './users.ts';
import * as users from './users.ts';

/** Calls at the same moment at most; `smoke` has few requests to spend. */
const widths = { smoke: 4, gate: 8, certify: 8 } as const;
/** How often they are sent; where messages reach people, calls that cost take part as far as the limits allow. */
const rounds = { smoke: 1, gate: 2, certify: 6 } as const;
const costlyRounds = { smoke: 1, gate: 1, certify: 2 } as const;
/** The fewest calls at one moment: the same users are called more than once where there are fewer. */
const fewest = 4;

/** The answers of all rounds. */
interface ConcurrentRounds {
  readonly rounds: readonly (readonly Answered[])[];
  /** Why one of the calls has no answer to judge. */
  readonly open: Finding | null;
  /** Why one of them was not called, where that is no lack of messages: the run ended, the target was overloaded. */
  readonly missed: Finding | null;
}

/** How many may be called at the same moment. */
function widthOf({ settings }: CheckContext): number {
  return Math.min(widths[settings.profile], settings.concurrency);
}

/** Calls the users of an operation side by side. Several checks do, with the same requests, so that each is sent once. */
function* gather(context: CheckContext): Steps<ConcurrentRounds> {
  const callers = yield* callersOf(context);
  const all: Answered[][] = [];
  let open: Finding | null = null;
  let missed: Finding | null = null;
  for (let round = 0; round < (context.costs ? costlyRounds : rounds)[context.settings.profile]; round += 1) {
    // In reverse order every other time: who comes first and who last differs.
    const order = round % 2 === 0 ? callers : [...callers].reverse();
    const called = yield* calledTogether(order, `side-by-side-${round + 1}`);
    all.push(answeredOf(called));
    for (const { outcome } of called) {
      if (!isUnanswered(outcome)) continue;
      const { unanswered } = outcome;
      if (unanswered.verdict === 'inconclusive') open = unanswered;
      else if (unanswered.reason !== 'budget') missed = unanswered;
    }
  }
  return { rounds: all, open, missed };
}

/** Who is called: good users, those with another decision, those who are refused, one unknown to the target. */
function* callersOf(context: CheckContext): Steps<Caller[]> {
  const width = widthOf(context);
  const calls = callsOf(context, width);
  const known = yield* users.knownAnswers(calls);
  const callers = calls
    .map((call, index) => ({ call, known: known[index]! }))
    .filter((caller) => isFit(context, caller));
  const free = callers.filter(({ call }) => !users.reachesPerson(call));
  const missing = free.length > 0 ? Math.max(0, Math.min(fewest, width) - callers.length) : 0;
  return [...callers, ...Array.from({ length: missing }, (_, index) => free[index % free.length]!)];
}

/** A good user first and one with another decision last, so that it shows when either of them gets the other's answer. */
function callsOf(context: CheckContext, width: number): UserCall[] {
  const good = goodFixtures(context).map((fixture) => users.fixtureCall(context, fixture));
  const other = users.otherDecision(context);
  const scenarios = users.lastingScenarios(context).filter((scenario) => scenario !== other);
  const unknown = users.unknownUserCall(context);
  const others = [...scenarios.map((scenario) => users.scenarioCall(context, scenario)), ...(unknown ? [unknown] : [])];
  const last = other ? [users.scenarioCall(context, other)] : [];
  return [...[...good, ...others].slice(0, width - last.length), ...last];
}

/**
 * Two good users. Where messages are limited, not the first ones, which serve other checks first; of four or more not the last one either,
 * of which a message is kept for the closing control.
 */
function goodFixtures(context: CheckContext): number[] {
  const ordinary = ordinaryFixtures(context.fixtures);
  if (!context.costs) return ordinary.slice(0, 2);
  return (ordinary.length > 3 ? ordinary.slice(0, -1) : ordinary).slice(-2);
}

/** A user who is throttled or meets transient errors alone has no outcome that lasts. */
function isFit(context: CheckContext, { call, known }: Caller): boolean {
  if (known === null) return call.spec.fixture !== undefined;
  return isDocumented(context, known) && known.kind !== 'U' && !isThrottle(known);
}

/** Whether an answer is not the one that its user gets alone. */
function isOdd(context: CheckContext, { caller, settled }: Answered): boolean {
  if (!isComparable(context, settled)) return false;
  return caller.known ? !alike(context, caller.known, settled.answer) : settled.answer.kind !== 'S';
}

/** Judges that no call ended differently because of the calls at the same moment. */
export function* judgeSideBySide(context: CheckContext): Steps<Finding> {
  if (widthOf(context) < 2) return notApplicable('precondition', note('one-at-a-time'));
  const { rounds: answered, open, missed } = yield* gather(context);
  const all = answered.flat().filter(({ settled }) => isComparable(context, settled));
  const odd = all.filter((one) => isOdd(context, one));
  if (odd.length > 0) {
    const found = yield* alone(firstConfirmed(context, odd, all));
    if (found?.verdict === 'violated')
      return { ...found, seen: { count: odd.length, of: all.length, sideBySide: true } };
    if (found) return found;
  }
  if (open) return open;
  if (all.length < 2) return missed ?? notApplicable('budget', { is: 'budget' });
  const received: Fact = {
    is: 'calls-side-by-side',
    calls: all.length,
    users: new Set(all.map(({ caller }) => caller.call.who)).size,
    rounds: answered.length,
  };
  const exchanges = (answered.at(-1) ?? []).flatMap(({ settled }) => settled.exchanges);
  return shown('satisfied', { is: 'same', as: 'alone' }, received, exchanges);
}

/** Judges that two users who are sent a message at the same moment are both served; their ids are compared over the whole run. */
export function* judgeTwoAtOnce(context: CheckContext): Steps<Finding> {
  if (ordinaryFixtures(context.fixtures).length < 2)
    return notRun('no-fixture', note('no-second-user'), { missing: 'second-user' });
  if (widthOf(context) < 2) return notApplicable('precondition', note('one-at-a-time'));
  const { rounds: answered, open, missed } = yield* gather(context);
  const accepted = answered
    .flat()
    .filter(({ caller, settled }) => caller.call.spec.fixture !== undefined && settled.answer.kind === 'S');
  const served = new Set(accepted.map(({ caller }) => caller.call.who)).size;
  const expected: Fact = { is: 'accepted-side-by-side', users: 2 };
  if (served >= 2)
    return shown(
      'satisfied',
      expected,
      expected,
      accepted.flatMap(({ settled }) => settled.exchanges),
    );
  const unanswered = open ?? missed;
  if (unanswered) return unanswered;
  return notRun('budget', { is: 'accepted-side-by-side', users: served }, { expected, missing: 'more-users' });
}
