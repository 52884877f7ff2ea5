/** The model: users, the calls that can be made about them in any order, and how a list of such calls is played. */

import { bodyMeant, type Settled, Unjudged } from '../../../engine/check/finding.ts';
import type { Trial } from '../../../engine/drive/operation-client.ts';
import type { Run } from '../../../engine/drive/run-context.ts';
import { type Answer, isThrottle } from '../../../engine/wire/answer.ts';
import { isObject } from '../../../engine/wire/json.ts';
import type { OperationId } from '../../../generated/operations.ts';
import { requestOf } from './outcome.ts';
import type { UserCall } from './users.ts';
import * as known from './users.ts';

/** The life of a token and the codes that its user is sent. */
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

export interface World {
  readonly run: Run;
  readonly users: readonly User[];
  /** What each user's call gets when nobody else is called, as far as it is known. */
  readonly alone: Map<UserCall, Answer>;
  /** Lists and calls played so far. */
  lists: number;
  calls: number;
}

/** A call of a list that was answered. */
export interface Step {
  /** Its place in the list. */
  readonly at: number;
  readonly command: Command;
  readonly call: UserCall;
  /** The token that it is about; null for one of the run and for calls about none. */
  readonly about: string | null;
  readonly settled: Settled;
}

const worlds = new WeakMap<Run, World>();

/** The world of a run, seen from any of its trials. */
export function worldOf(trial: Trial): World {
  const { run } = trial;
  const before = worlds.get(run);
  if (before) return before;
  const trials = Object.fromEntries(lifeCalls.map((id) => [id, open(trial, id)])) as Record<LifeCall, Trial | null>;
  const world: World = {
    run,
    users: [goodUser(trials, 0), goodUser(trials, 1), differentUser(trials)],
    alone: new Map(),
    lists: 0,
    calls: 0,
  };
  worlds.set(run, world);
  return world;
}

/** The trial of an operation that accepts good requests. */
function open(trial: Trial, id: OperationId): Trial | null {
  const own = trial.op.id === id ? trial : trial.sibling(id);
  return own?.controls.full ? own : null;
}

/** The n-th user of each operation; in the token calls one and the same customer where the config names one. */
function goodUser(trials: Record<LifeCall, Trial | null>, n: number): User {
  const decide = ownFixture(trials.tokenDigitizeDecision, n);
  const user: Partial<Record<LifeCall, ModelCall>> = {};
  const otp = ownFixture(trials.sendOTP, n);
  if (decide) user.tokenDigitizeDecision = { ...decide, ownToken: true };
  if (otp) user.sendOTP = { ...otp, ownToken: false };
  for (const id of ['sendActivationCode', 'tokenActivationNotification'] as const) {
    const trial = trials[id];
    const call = trial && ((decide && ofCustomer(trial, decide, n)) ?? ownFixture(trial, n));
    if (call) user[id] = { ...call, ownToken: decide !== null && known.customerOf(call) === known.customerOf(decide) };
  }
  return user;
}

function ownFixture(trial: Trial | null, n: number): UserCall | null {
  const fixture = trial && known.ordinaryFixtures(trial)[n];
  return fixture === null || fixture === undefined ? null : known.fixtureCall(trial!, fixture);
}

/** The fixture of another operation that is the same customer, the n-th one if it can be. */
function ofCustomer(trial: Trial, decide: UserCall, n: number): UserCall | null {
  const customer = known.customerOf(decide);
  const fixtures = known.ordinaryFixtures(trial);
  const calls = [fixtures[n], ...fixtures]
    .filter((index) => index !== undefined)
    .map((index) => known.fixtureCall(trial, index));
  return calls.find((call) => known.customerOf(call) === customer) ?? null;
}

/** Somebody who gets other answers than the good users, wherever the config or a made-up id offers one. */
function differentUser(trials: Record<LifeCall, Trial | null>): User {
  const user: Partial<Record<LifeCall, ModelCall>> = {};
  const decide = decidedDifferently(trials.tokenDigitizeDecision);
  if (decide) user.tokenDigitizeDecision = { ...decide, ownToken: true };
  for (const id of ['sendActivationCode', 'tokenActivationNotification', 'sendOTP'] as const) {
    const trial = trials[id];
    if (!trial) continue;
    const own = decide && id !== 'sendOTP' ? ofCustomer(trial, decide, 2) : null;
    const call = own ?? refusedCall(trial);
    if (call) user[id] = { ...call, ownToken: own !== null };
  }
  return user;
}

/** A scenario with another decision than the first user's; failing that a refusal, failing that a third fixture. */
function decidedDifferently(trial: Trial | null): UserCall | null {
  if (!trial) return null;
  const other = known.otherDecision(trial);
  return other ? known.scenarioCall(trial, other) : (refusedCall(trial) ?? ownFixture(trial, 2));
}

function refusedCall(trial: Trial): UserCall | null {
  const refusal = known.lastingScenarios(trial).find(({ code }) => trial.op.resultCodes[code] === 'F');
  return refusal ? known.scenarioCall(trial, refusal) : known.nobodyCall(trial);
}

/** Plays a list one call after the other, each list with tokens of its own. Calls that nobody may pay for are left out. */
export async function play(world: World, list: readonly Command[]): Promise<Step[]> {
  world.lists += 1;
  const life = `life ${world.lists}`;
  const tokens = new Set<number>();
  const steps: Step[] = [];
  for (const [at, command] of list.entries()) {
    const call = world.users[command.user]?.[command.call];
    if (!call || !known.affordable(call)) continue;
    const token = `${life}, user ${command.user + 1}`;
    const about = call.trial.op.probing.refersTo && call.ownToken && tokens.has(command.user) ? token : null;
    const ask = { ...call.ask, ...(about ? { about } : {}), turn: `${life}, ${at + 1}` };
    const settled = await known.attempted(call.trial, ask, `${call.who}, call ${at + 1} of ${life}`);
    world.calls += 1;
    if (settled instanceof Unjudged) continue;
    if (introduce(world, call, settled, token)) tokens.add(command.user);
    if (!isThrottle(settled.answer)) steps.push({ at, command, call, about, settled });
  }
  return steps;
}

/** Remembers the token that an accepted call introduced, by the name that later calls of the list know it by. */
function introduce({ run }: World, { trial }: UserCall, settled: Settled, name: string): boolean {
  const { introduces } = trial.op.probing;
  if (!introduces || settled.answer.kind !== 'S') return false;
  const body = bodyMeant(settled);
  const token = isObject(body) ? body[introduces] : null;
  if (typeof token !== 'string') return false;
  run.references.set(name, token);
  return true;
}

/** A list as a counterexample: each call with its user and the body that went out. */
export function listed(steps: readonly Step[]): { operation: string; user: string; request: unknown }[] {
  return steps.map(({ command, call, settled }) => ({
    operation: command.call,
    user: call.who,
    request: requestOf(settled.exchanges.at(-1)!),
  }));
}

/** A list in words: "tokenActivationNotification for fixture 1, then again". */
export function inWords(steps: readonly Step[]): string {
  return steps.map(({ command, call }) => `${command.call} for ${call.who}`).join(', then ');
}
