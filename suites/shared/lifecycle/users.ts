/** Users as the config names them: fixtures, scenarios and a made-up one, each with the good or refused call that is theirs. */

import { type Settled, Unjudged } from '../../../engine/check/finding.ts';
import type { Trial } from '../../../engine/drive/operation-client.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import type { Scenario } from '../../../engine/settings.ts';
import { type Answer, isThrottle } from '../../../engine/wire/answer.ts';
import { valueAt } from '../../../engine/wire/json.ts';
import { scenarioAsk } from '../scenarios.ts';

/** The call of one user at one operation; it lacks but the turn. */
export interface UserCall {
  readonly trial: Trial;
  readonly ask: RequestSpec;
  /** Who it is, in the words of the config: `fixture 1`, `scenario DECLINED`. */
  readonly who: string;
  /** The decision or code that its scenario is named after. */
  readonly named?: string;
}

/** Fixtures that are there for ordinary calls; a pool of nothing but fresh ones has to use them. */
export function ordinaryFixtures({ pool }: Trial): number[] {
  const all = Array.from({ length: pool.size }, (_, index) => index);
  const ordinary = all.filter((index) => !pool.fixture(index).fresh);
  return ordinary.length > 0 ? ordinary : all;
}

/** The good call of a fixture's user, and of no other one: a throttle is an answer here. */
export function fixtureCall(trial: Trial, fixture: number): UserCall {
  const ask: RequestSpec = { base: 'full', fixture, pinned: true, mayReachPerson: true, provokesThrottle: true };
  return { trial, ask, who: `fixture ${fixture + 1}` };
}

export function scenarioCall(trial: Trial, scenario: Scenario): UserCall {
  const name = scenario.variant ? `${scenario.code}:${scenario.variant}` : scenario.code;
  return { trial, ask: scenarioAsk(trial.op, scenario), who: `scenario ${name}`, named: scenario.code };
}

/** The call of a user whom nobody knows; null where that proved nothing at the opening. */
export function nobodyCall(trial: Trial): UserCall | null {
  return trial.controls.nobody ? { trial, ask: { base: 'full', user: 'nobody' }, who: 'a made-up user' } : null;
}

/** Scenarios with an outcome that lasts, decisions before refusals; no throttle and no bad weather. */
export function lastingScenarios(trial: Trial): Scenario[] {
  const { op, run } = trial;
  const all = run.settings.scenarios[op.id] ?? [];
  const refusals = all.filter(({ code }) => op.resultCodes[code] === 'F' && code !== 'OTP_SEND_TIMES_EXCEED_LIMIT');
  return [...all.filter(({ code }) => decisionField(trial, code) !== null), ...refusals];
}

/** A scenario with another decision than the good user gets. */
export function otherDecision(trial: Trial): Scenario | null {
  const given = trial.controls.full?.answer.json;
  const differs = (code: string) => {
    const field = decisionField(trial, code);
    return field !== null && valueAt(given, [field]) !== code;
  };
  return (trial.run.settings.scenarios[trial.op.id] ?? []).find(({ code }) => differs(code)) ?? null;
}

/** The field of an answer that has a name as one of its values; null for result codes. */
function decisionField({ op }: Trial, code: string): string | null {
  if (op.resultCodes[code] !== undefined) return null;
  return op.response.find((field) => field.enum?.includes(code) && field.path.length === 1)?.path[0] ?? null;
}

/** Whether the call may be sent now, and to this user: one that costs is left out once the budget of its fixture is spent. */
export function affordable({ trial, ask }: UserCall): boolean {
  if (!trial.pool.costs || !ask.mayReachPerson || ask.fixture === undefined) return true;
  return trial.pool.take({ preferred: ask.fixture }) === ask.fixture;
}

/** What the user got when called alone earlier in the run, or gets now where that is free; null where nobody knows. */
export async function knownAnswer(call: UserCall): Promise<Answer | null> {
  const { trial, ask } = call;
  if (ask.user === 'nobody') return trial.controls.nobody?.answer ?? null;
  if (ask.fixture === undefined) return (await askQuietly(trial, ask, `the ${call.who}`)) ?? null;
  if (trial.controls.full?.fixture === ask.fixture) return trial.controls.full.answer;
  if (trial.pool.costs) return null;
  return askQuietly(trial, { ...ask, occurrence: 'one by one' }, `a good request of ${call.who}, alone`);
}

async function askQuietly(trial: Trial, ask: RequestSpec, title: string): Promise<Answer | null> {
  const settled = await attempted(trial, ask, title);
  return settled instanceof Unjudged ? null : settled.answer;
}

/** Asks; why there is no answer to believe is a value here, unless it is our own fault. A throttled fixture rests. */
export async function attempted(trial: Trial, ask: RequestSpec, title: string): Promise<Settled | Unjudged> {
  try {
    const settled = await trial.ask(ask, title);
    if (isThrottle(settled.answer) && trial.pool.costs && ask.fixture !== undefined) trial.pool.rest(ask.fixture);
    return settled;
  } catch (error) {
    if (error instanceof Unjudged && error.judged.verdict !== 'harness-error') return error;
    throw error;
  }
}

/** Whether an answer is the one that the scenario of the call is named after; any is where there is none. */
export function isAsNamed({ trial, named }: UserCall, answer: Answer): boolean {
  if (named === undefined) return true;
  const field = decisionField(trial, named);
  return field === null ? answer.code === named : valueAt(answer.json, [field]) === named;
}

/** What the user gets when called alone, twice; null where that would cost or nothing is to be believed. */
export async function answerAlone(call: UserCall): Promise<Answer | null> {
  const { trial, ask } = call;
  if (trial.pool.costs && ask.mayReachPerson) return null;
  await askQuietly(trial, { ...ask, occurrence: 'alone' }, `${call.who}, alone`);
  return askQuietly(trial, { ...ask, occurrence: 'alone 1' }, `${call.who}, alone`);
}

/** The customer whom a call names; undefined where it names none. */
export function customerOf({ trial, ask }: UserCall): unknown {
  return valueAt(trial.body(ask, ask.fixture ?? 0), ['customerId']);
}
