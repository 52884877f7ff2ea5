/** The model: users, the calls that can be made about them in any order, and how a list of such calls is sent. */

import { type CheckContext, introducedToken, ordinaryFixtures } from '../../../engine/check/context.ts';
import { bodyMeant, type Settled } from '../../../engine/check/finding.ts';
import { isUnanswered, type Steps } from '../../../engine/check/steps.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import type { RunSettings } from '../../../engine/settings.ts';
import { type Answer, isThrottle } from '../../../engine/wire/answer.ts';
import type { UserCall } from './users.ts';
import * as users from './users.ts';

/** The calls in the lifecycle of a token and of the codes that its user is sent. */
export const lifeCalls = [
  'tokenDigitizeDecision',
  'sendActivationCode',
  'tokenActivationNotification',
  'sendOTP',
] as const;
export type LifeCall = (typeof lifeCalls)[number];

/** One call of a list: what is called, and about which user. A list says nothing about what may follow what. */
export interface Command {
  readonly call: LifeCall;
  readonly user: number;
}

/** How many users a list is about: two good ones, and one who is decided or refused differently. */
export const userCount = 3;

interface ModelCall extends UserCall {
  /** Whether the call names the customer for whom the model introduces its tokens. */
  readonly ownToken: boolean;
}

type User = Readonly<Partial<Record<LifeCall, ModelCall>>>;

/** What one check knows of the users while it sends lists of calls. */
export interface LifecycleState {
  readonly settings: RunSettings;
  readonly users: readonly User[];
  /** What each user's call gets without the calls of others, as far as it is known. */
  readonly alone: Map<UserCall, Answer>;
  /** Calls sent so far. */
  calls: number;
}

/** A call of a list that was answered. */
export interface Step {
  /** Its place in the list. */
  readonly at: number;
  readonly command: Command;
  readonly call: UserCall;
  /** The name of the token that it is about; null for one of the run and for calls about none. */
  readonly about: string | null;
  readonly settled: Settled;
}

type Openings = Readonly<Record<LifeCall, CheckContext | null>>;

/** The users of a run, seen from any of its operations. */
export function lifecycleState(context: CheckContext): LifecycleState {
  const opened = Object.fromEntries(lifeCalls.map((id) => [id, accepting(context, id)])) as Openings;
  return {
    settings: context.settings,
    users: [goodUser(opened, 0), goodUser(opened, 1), differentUser(opened)],
    alone: new Map(),
    calls: 0,
  };
}

/** The context of an operation that accepts good requests. */
function accepting(context: CheckContext, id: LifeCall): CheckContext | null {
  const own = context.op.id === id ? context : context.other(id);
  return own?.controls.full ? own : null;
}

/** The n-th user of each operation; in the token calls one and the same customer where the config names one. */
function goodUser(opened: Openings, n: number): User {
  const decide = nthFixture(opened.tokenDigitizeDecision, n);
  const user: Partial<Record<LifeCall, ModelCall>> = {};
  const otp = nthFixture(opened.sendOTP, n);
  if (decide) user.tokenDigitizeDecision = { ...decide, ownToken: true };
  if (otp) user.sendOTP = { ...otp, ownToken: false };
  for (const id of ['sendActivationCode', 'tokenActivationNotification'] as const) {
    const context = opened[id];
    const call = context && ((decide && ofCustomer(context, decide, n)) ?? nthFixture(context, n));
    if (call) user[id] = { ...call, ownToken: decide !== null && users.customerOf(call) === users.customerOf(decide) };
  }
  return user;
}

function nthFixture(context: CheckContext | null, n: number): UserCall | null {
  const fixture = context ? ordinaryFixtures(context.fixtures)[n] : undefined;
  return context && fixture !== undefined ? users.fixtureCall(context, fixture) : null;
}

/** The fixture of another operation that is the same customer, the n-th one if it can be. */
function ofCustomer(context: CheckContext, decide: UserCall, n: number): UserCall | null {
  const customer = users.customerOf(decide);
  const fixtures = ordinaryFixtures(context.fixtures);
  const calls = [fixtures[n], ...fixtures]
    .filter((index) => index !== undefined)
    .map((index) => users.fixtureCall(context, index));
  return calls.find((call) => users.customerOf(call) === customer) ?? null;
}

/** A user who gets other answers than the good ones, where the config or an unknown id offers one. */
function differentUser(opened: Openings): User {
  const user: Partial<Record<LifeCall, ModelCall>> = {};
  const decide = decidedDifferently(opened.tokenDigitizeDecision);
  if (decide) user.tokenDigitizeDecision = { ...decide, ownToken: true };
  for (const id of ['sendActivationCode', 'tokenActivationNotification', 'sendOTP'] as const) {
    const context = opened[id];
    if (!context) continue;
    const own = decide && id !== 'sendOTP' ? ofCustomer(context, decide, 2) : null;
    const call = own ?? refusedCall(context);
    if (call) user[id] = { ...call, ownToken: own !== null };
  }
  return user;
}

/** A scenario with another decision than the first user's; failing that a refusal, failing that a third fixture. */
function decidedDifferently(context: CheckContext | null): UserCall | null {
  if (!context) return null;
  const other = users.otherDecision(context);
  return other ? users.scenarioCall(context, other) : (refusedCall(context) ?? nthFixture(context, 2));
}

function refusedCall(context: CheckContext): UserCall | null {
  const refusal = users.lastingScenarios(context).find(({ code }) => context.op.resultCodes[code] === 'F');
  return refusal ? users.scenarioCall(context, refusal) : users.unknownUserCall(context);
}

/**
 * Sends the calls of a list one after the other, about tokens of its own; `name` is that of the list. Calls that the limits do not allow
 * are left out, and so are those without an answer and throttled ones.
 */
export function* play(state: LifecycleState, list: readonly Command[], name: string): Steps<Step[]> {
  /** Users for whom a token was accepted. */
  const tokens = new Set<number>();
  const steps: Step[] = [];
  for (const [at, command] of list.entries()) {
    const call = state.users[command.user]?.[command.call];
    if (!call) continue;
    const { op } = call.context;
    const token = `${name}/user-${command.user + 1}`;
    const about = op.probing.refersTo && call.ownToken && tokens.has(command.user) ? token : null;
    const spec: RequestSpec = {
      ...call.spec,
      ...(op.probing.introduces ? { namesToken: token } : {}),
      ...(about ? { tokenOf: about } : {}),
      occurrence: `${name}-${at + 1}`,
    };
    const title = `${call.who}, call ${at + 1} of the list ${name}`;
    const outcome = yield* users.tried({ operation: command.call, spec, title });
    // Not sent at all where the limits do not allow it.
    state.calls += Number(!isUnanswered(outcome) || outcome.unanswered.exchanges.length > 0);
    if (isUnanswered(outcome)) continue;
    if (outcome.answer.kind === 'S' && introducedToken(op, outcome) !== null) tokens.add(command.user);
    if (!isThrottle(outcome.answer)) steps.push({ at, command, call, about, settled: outcome });
  }
  return steps;
}

/** A list as a counterexample: each call with its user and the body that was sent. */
export function listed(steps: readonly Step[]): { operation: string; user: string; request: unknown }[] {
  return steps.map(({ command, call, settled }) => ({
    operation: command.call,
    user: call.who,
    request: bodyMeant(settled),
  }));
}
