/** Calls of several users at the same moment: who calls, what each is known to get alone, and what came of it. */

import type { CheckContext } from '../../../engine/check/context.ts';
import type { Settled } from '../../../engine/check/finding.ts';
import { isUnanswered, type Outcome, type Steps } from '../../../engine/check/steps.ts';
import { type Answer, isThrottle } from '../../../engine/wire/answer.ts';
import { isDocumented } from './outcome.ts';
import { requestOf, triedTogether, type UserCall } from './users.ts';

/** One call among those at the same moment. */
export interface Caller {
  readonly call: UserCall;
  /** What the user gets alone; null for a good user who was not called yet, and for whom S is right. */
  readonly known: Answer | null;
}

/** A caller with the outcome of the call. */
export interface Called {
  readonly caller: Caller;
  readonly outcome: Outcome;
}

/** A caller with the answer. */
export interface Answered {
  readonly caller: Caller;
  readonly settled: Settled;
}

/** Sends the calls at the same moment; `round` tells them from others for the same users. */
export function* calledTogether(callers: readonly Caller[], round: string): Steps<Called[]> {
  const requests = callers.map(({ call }, index) =>
    requestOf(call, `${round}-${index + 1}`, `${call.who}, at the same moment as others`),
  );
  const outcomes = yield* triedTogether(requests);
  return callers.map((caller, index) => ({ caller, outcome: outcomes[index]! }));
}

/** Those that were answered. */
export function answeredOf(called: readonly Called[]): Answered[] {
  return called.flatMap(({ caller, outcome }) => (isUnanswered(outcome) ? [] : [{ caller, settled: outcome }]));
}

/** Whether an answer can be compared with another one. */
export function isComparable(context: CheckContext, { answer }: Settled): boolean {
  return isDocumented(context, answer) && !isThrottle(answer);
}
