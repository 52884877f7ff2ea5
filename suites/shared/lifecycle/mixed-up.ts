/** Mixed-up users: whether an odd answer at the same moment is due to the others who were called, and the fewest calls that show it. */

import type { CheckContext } from '../../../engine/check/context.ts';
import type { Fact } from '../../../engine/check/facts.ts';
import { bodyMeant, type Finding, notRun, type Settled, shown } from '../../../engine/check/finding.ts';
import { isUnanswered, type Steps, type Unanswered } from '../../../engine/check/steps.ts';
import type { Answer } from '../../../engine/wire/answer.ts';
import { type Answered, answeredOf, type Caller, calledTogether, isComparable } from './concurrent-calls.ts';
import { alike, differingField, outcomeFact } from './outcome.ts';
import { calledAlone, reachesPerson } from './users.ts';

/** Odd answers that are looked into, and companions that are tried for the shortest list of calls. */
const looksAtMost = 4;

/** The first odd answer that is due to the others; null where none is. */
export function* firstConfirmed(
  context: CheckContext,
  odd: readonly Answered[],
  all: readonly Answered[],
): Steps<Finding | null> {
  for (const [look, one] of odd.slice(0, looksAtMost).entries()) {
    const alone = yield* aloneTwice(context, one.caller);
    if (!Array.isArray(alone)) {
      const expected: Fact = { is: 'same', as: 'alone' };
      const { exchanges } = one.settled;
      if (alone) return { ...alone.unanswered, expected, exchanges };
      return notRun('budget', { is: 'budget' }, { expected, exchanges, missing: 'more-users' });
    }
    const [truth, again] = alone;
    // A user whose outcome changes alone as well is not mixed up with another one.
    if (!alike(context, truth.answer, again.answer) || alike(context, truth.answer, one.settled.answer)) continue;
    const pair = yield* smallestCompany(context, one, truth, all, `odd-${look + 1}`);
    if (yield* isDueToCompany(context, one, truth, pair !== null))
      return mixedUp(context, pair ?? all, pair?.[0] ?? one, [truth, again]);
  }
  return null;
}

/** The same outcome alone before and afterwards: else a user's own calls may have changed it, which is left to the MPP. */
function* isDueToCompany(
  context: CheckContext,
  { caller }: Answered,
  truth: Settled,
  isShownAgain: boolean,
): Steps<boolean> {
  if (caller.known ? alike(context, caller.known, truth.answer) : truth.answer.kind === 'S') return true;
  if (!isShownAgain) return false;
  const after = yield* calledAlone(caller.call, 'alone-at-last');
  return !isUnanswered(after) && alike(context, truth.answer, after.answer);
}

/** The user's outcome one by one, twice. The first call may still suffer from the one before; where it is free it is only a start. */
function* aloneTwice(context: CheckContext, { call, known }: Caller): Steps<[Settled, Settled] | Unanswered | null> {
  const costly = known ? ['alone-2'] : ['alone-1', 'alone-2'];
  const seen: Settled[] = [];
  for (const occurrence of reachesPerson(call) ? costly : ['alone', 'alone-1', 'alone-2']) {
    const outcome = yield* calledAlone(call, occurrence);
    if (isUnanswered(outcome)) return outcome;
    if (!isComparable(context, outcome)) return null;
    seen.push(outcome);
  }
  const last = seen.at(-1)!;
  if (seen.length > 1) return [seen.at(-2)!, last];
  return [{ ...last, answer: known!, exchanges: [known!.exchange] }, last];
}

/** Two calls that show it, those first whose own outcome was handed to the wrong user; null where only more of them do. */
function* smallestCompany(
  context: CheckContext,
  one: Answered,
  truth: Settled,
  all: readonly Answered[],
  name: string,
): Steps<Answered[] | null> {
  for (const [index, other] of companyOf(context, one, truth, all).entries()) {
    for (const callers of [
      [one.caller, other],
      [other, one.caller],
    ]) {
      const round = `${name}-pair-${index + 1}${callers[0] === other ? '-turned' : ''}`;
      const answered = answeredOf(yield* calledTogether(callers, round));
      const own = answered.find(({ caller }) => caller === one.caller);
      const beside = answered.find(({ caller }) => caller === other);
      if (!own || !beside) continue;
      if (isComparable(context, own.settled) && !alike(context, truth.answer, own.settled.answer)) return [own, beside];
    }
  }
  return null;
}

/** Other users to call at the same moment: the owner of the wrong answer first, one who gets the right answer anyway last. */
function companyOf(context: CheckContext, one: Answered, truth: Settled, all: readonly Answered[]): Caller[] {
  const strangers = all.filter(({ caller }) => caller.call.who !== one.caller.call.who && !reachesPerson(caller.call));
  const distinct = [...new Map(strangers.map(({ caller }) => [caller.call.who, caller])).values()];
  const gets = ({ known }: Caller, answer: Answer) => Number(known !== null && alike(context, known, answer));
  const suits = (caller: Caller) => gets(caller, one.settled.answer) - gets(caller, truth.answer);
  return distinct.sort((a, b) => suits(b) - suits(a)).slice(0, looksAtMost);
}

function mixedUp(
  context: CheckContext,
  company: readonly Answered[],
  one: Answered,
  alone: readonly [Settled, Settled],
): Finding {
  const others = company.filter(({ caller }) => caller !== one.caller);
  const truth = outcomeFact(context, alone[1].answer);
  const received: Fact = {
    is: 'side-by-side',
    answer: outcomeFact(context, one.settled.answer),
    user: one.caller.call.who,
    beside: [...new Set(others.map(({ caller }) => caller.call.who))],
    alone: truth,
  };
  const listed = others.length === 1 ? [one, ...others] : [one];
  const exchanges = [...listed.map(({ settled }) => settled), ...alone].flatMap((settled) => settled.exchanges);
  const place = differingField(context, alone[1].answer, one.settled.answer);
  return shown('violated', { is: 'same', as: 'alone', answer: truth }, received, exchanges, {
    ...(place ? { place } : {}),
    counterexample: listed.map(({ caller, settled }) => ({
      operation: context.op.id,
      user: caller.call.who,
      request: bodyMeant(settled),
    })),
  });
}
