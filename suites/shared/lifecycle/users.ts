/** Users as the config names them: fixtures, scenarios and one unknown to the target, each with the good or refused call that is theirs. */

import type { CheckContext } from '../../../engine/check/context.ts';
import {
  attempt,
  isUnanswered,
  type Outcome,
  type Send,
  type Steps,
  send,
  together,
} from '../../../engine/check/steps.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import { type Scenario, scenarioName } from '../../../engine/settings.ts';
import type { Answer } from '../../../engine/wire/answer.ts';
import { valueAt } from '../../../engine/wire/json.ts';
import { scenarioSpec } from '../scenarios.ts';

/** The call of one user at one operation; only the occurrence is missing. */
export interface UserCall {
  readonly context: CheckContext;
  readonly spec: RequestSpec;
  /** Who it is, in the words of the config: `fixture 1`, `scenario DECLINED`. */
  readonly who: string;
  /** The decision or code that its scenario is named after. */
  readonly named?: string;
}

/** The good call for a fixture's user, and no other one: a throttle is an answer here. */
export function fixtureCall(context: CheckContext, fixture: number): UserCall {
  const spec: RequestSpec = { base: 'full', fixture, pinned: true, mayReachPerson: true, provokesThrottle: true };
  return { context, spec, who: `fixture ${fixture + 1}` };
}

/** The call of a configured scenario. */
export function scenarioCall(context: CheckContext, scenario: Scenario): UserCall {
  const who = `scenario ${scenarioName(scenario)}`;
  return { context, spec: scenarioSpec(context.op, scenario), who, named: scenario.code };
}

/** The call of a user unknown to the target; null where that showed nothing at the opening. */
export function unknownUserCall(context: CheckContext): UserCall | null {
  if (!context.controls.unknownUser) return null;
  return { context, spec: { base: 'full', user: 'unknown' }, who: 'an unknown user' };
}

/** Scenarios with an outcome that lasts, decisions before refusals; no throttle and no transient error. */
export function lastingScenarios(context: CheckContext): Scenario[] {
  const { op, settings } = context;
  const all = settings.scenarios[op.id] ?? [];
  const refusals = all.filter(({ code }) => op.resultCodes[code] === 'F' && code !== 'OTP_SEND_TIMES_EXCEED_LIMIT');
  return [...all.filter(({ code }) => decisionField(context, code) !== null), ...refusals];
}

/** A scenario with another decision than the good user gets. */
export function otherDecision(context: CheckContext): Scenario | null {
  const given = context.controls.full?.answer.json;
  const differs = (code: string) => {
    const field = decisionField(context, code);
    return field !== null && valueAt(given, [field]) !== code;
  };
  return (context.settings.scenarios[context.op.id] ?? []).find(({ code }) => differs(code)) ?? null;
}

/** The field of an answer that has a name as one of its values; null for result codes. */
function decisionField({ op }: CheckContext, code: string): string | null {
  if (op.resultCodes[code] !== undefined) return null;
  return op.response.find((field) => field.enum?.includes(code) && field.path.length === 1)?.path[0] ?? null;
}

/** Whether the call may send a message to a person. */
export function reachesPerson({ context, spec }: UserCall): boolean {
  return context.costs && spec.mayReachPerson === true;
}

/** The call as a request to be sent. */
export function requestOf({ context, spec }: UserCall, occurrence: string | null, title: string): Send {
  return {
    operation: context.op.id,
    spec: occurrence === null ? spec : { ...spec, occurrence },
    title,
  };
}

/** Sends a request that may come to nothing; one of ours that is not what it claims to be ends the check. */
export function* tried(request: Send): Steps<Outcome> {
  const outcome = yield* attempt(request.operation, request.spec, request.title);
  return yield* withoutMistake(request, outcome);
}

/** The same for several at the same moment. */
export function* triedTogether(requests: readonly Send[]): Steps<Outcome[]> {
  const outcomes: readonly Outcome[] = requests.length > 0 ? yield* together(requests) : [];
  const checked: Outcome[] = [];
  for (const [index, request] of requests.entries()) checked.push(yield* withoutMistake(request, outcomes[index]!));
  return checked;
}

/** A request with a mistake is never sent, so that to ask for it once more is only to end with it. */
function* withoutMistake({ operation, spec, title }: Send, outcome: Outcome): Steps<Outcome> {
  const isMistake = isUnanswered(outcome) && outcome.unanswered.verdict === 'harness-error';
  return isMistake ? yield* send(operation, spec, title) : outcome;
}

/** The call of one user, by itself. */
export function* calledAlone(call: UserCall, occurrence: string): Steps<Outcome> {
  return yield* tried(requestOf(call, occurrence, `${call.who}, alone`));
}

/** What each user got when called alone earlier in the run, or gets now where that is free; null where it is not known. */
export function* knownAnswers(calls: readonly UserCall[]): Steps<(Answer | null)[]> {
  const requests = calls.map((call) => unknownYet(call));
  const asked = requests.filter((request) => request !== null);
  const outcomes = yield* triedTogether(asked);
  return calls.map((call, index) => {
    const request = requests[index];
    return request ? answerIn(outcomes[asked.indexOf(request)]!) : knownBefore(call);
  });
}

/** The request that shows what a user gets; null where it is known, or would cost a message. */
function unknownYet(call: UserCall): Send | null {
  const { context, spec, who } = call;
  if (spec.user === 'unknown') return null;
  if (spec.fixture === undefined) return requestOf(call, null, `the ${who}`);
  if (context.controls.full?.fixture === spec.fixture || context.costs) return null;
  return requestOf(call, 'one-by-one', `a good request for ${who}, alone`);
}

function knownBefore({ context, spec }: UserCall): Answer | null {
  const { full, unknownUser } = context.controls;
  if (spec.user === 'unknown') return unknownUser?.answer ?? null;
  return full && full.fixture === spec.fixture ? full.answer : null;
}

/** The answer of an outcome; null where there is none to judge. */
export function answerIn(outcome: Outcome): Answer | null {
  return isUnanswered(outcome) ? null : outcome.answer;
}

/** Whether an answer is the one that the scenario of the call is named after; any is where there is none. */
export function isAsNamed({ context, named }: UserCall, answer: Answer): boolean {
  if (named === undefined) return true;
  const field = decisionField(context, named);
  return field === null ? answer.code === named : valueAt(answer.json, [field]) === named;
}

/** The customer whom a call names; undefined where it names none. */
export function customerOf({ context, spec }: UserCall): unknown {
  return valueAt(context.body(spec, spec.fixture ?? 0), ['customerId']);
}
