/** The search for a list of calls that breaks an invariant: lists are explored once per run, a broken one is shrunk to the fewest calls. */
import type { Arbitrary, Parameters } from 'fast-check';
import { type Finding, Unjudged } from '../../../engine/check/finding.ts';
import type { Trial } from '../../../engine/drive/operation-client.ts';
import { fastCheck } from '../fast-check.ts';
import type { Invariant, Violation } from './invariants.ts';
import {
  type Command,
  type LifeCall,
  lifeCalls,
  listed,
  play,
  type Step,
  userCount,
  type World,
  worldOf,
} from './model.ts';
import { undisturbed } from './outcome.ts';
import { answerAlone, isAsNamed, knownAnswer } from './users.ts';

/** Lists per run, the first of them always the same one. */
const listsOf = { smoke: 1, gate: 3, certify: 12 } as const;
const callsPerList = 10;
/** Calls after which a counterexample is small enough. */
const shrinkingCalls = 200;

/** Lists of calls in any order. What cannot be called for want of a user or of budget is left out when a list is played, so that a path means the same list everywhere. */
function lists(): Arbitrary<Command[]> {
  const fc = fastCheck();
  const any = fc.record({ call: fc.constantFrom(...lifeCalls), user: fc.nat({ max: userCount - 1 }) });
  return fc.noBias(fc.array(any, { minLength: 1, maxLength: callsPerList, size: 'max' }));
}

const command = (call: LifeCall, user: number): Command => ({ call, user });

/** A life with everything in it: two tokens of one user, a second code, a repeated notification, others in between. */
const wholeLife: Command[] = [
  command('tokenDigitizeDecision', 0),
  command('tokenDigitizeDecision', 2),
  command('sendActivationCode', 0),
  command('tokenActivationNotification', 0),
  command('sendOTP', 0),
  command('tokenDigitizeDecision', 1),
  command('sendOTP', 1),
  command('tokenActivationNotification', 0),
  command('sendActivationCode', 0),
  command('tokenDigitizeDecision', 0),
];

function parametersOf({ run }: World) {
  return {
    seed: run.settings.seed,
    numRuns: run.settings.runs ?? listsOf[run.settings.profile],
    examples: [[wholeLife]] as [Command[]][],
  };
}

/** A list that was played, by the path that fast-check knows it by. */
interface Played {
  readonly path: string;
  readonly steps: readonly Step[];
}

const explorations = new WeakMap<World, Promise<readonly Played[]>>();

/** Plays the lists of a run, once for all invariants. */
function explore(world: World): Promise<readonly Played[]> {
  const before = explorations.get(world);
  if (before) return before;
  const exploration = exploreAll(world);
  exploration.catch(() => {});
  explorations.set(world, exploration);
  return exploration;
}

async function exploreAll(world: World): Promise<readonly Played[]> {
  const calls = world.users.flatMap((user) => Object.values(user));
  const answers = await Promise.all(calls.map(knownAnswer));
  for (const [index, answer] of answers.entries()) if (answer) world.alone.set(calls[index]!, answer);
  const doubtful =
    world.run.settings.path !== null || calls.some((call, index) => answers[index] && !isAsNamed(call, answers[index]));
  if (!doubtful) return playAll(world);
  // A list is named, or somebody got another answer than the config names, maybe for the company of other probes: in quiet, then.
  return undisturbed(world.run, async () => {
    for (const call of calls) {
      const answer = await answerAlone(call);
      if (answer) world.alone.set(call, answer);
    }
    return playAll(world);
  });
}

async function playAll(world: World): Promise<readonly Played[]> {
  const { path } = world.run.settings;
  const named = path === null ? [] : await playOn(world, path);
  return named.length > 0 ? named : playOn(world, null);
}

/** Plays the one list on a path, or all; none where the path is that of another property. */
async function playOn(world: World, path: string | null): Promise<readonly Played[]> {
  const played: Played[] = [];
  const holds = async (list: Command[]) => {
    // On a path fast-check goes on to its neighbours, which nobody asked for.
    if (path !== null && played.length > 0) return true;
    played.push({ path: path ?? String(played.length), steps: await play(world, list) });
    return true;
  };
  try {
    await checked(holds, { ...parametersOf(world), ...(path ? { path, numRuns: 1 } : {}) });
  } catch (error) {
    const elsewhere = path !== null && error instanceof Error && /unable to replay/i.test(error.message);
    if (!elsewhere) throw error;
  }
  return played;
}

/** Runs fast-check on what a list shows; an error of ours ends the search and is no counterexample. */
async function checked(holds: (list: Command[]) => Promise<boolean>, parameters: Parameters<[Command[]]>) {
  const fc = fastCheck();
  let ours: unknown = null;
  const property = fc.asyncProperty(lists(), async (list) => {
    if (ours !== null) return true;
    try {
      return await holds(list);
    } catch (error) {
      ours = error;
      return true;
    }
  });
  const result = await fc.check(property, parameters);
  if (ours !== null) throw ours;
  return result;
}

interface Smallest {
  readonly violation: Violation;
  readonly tries: number;
  readonly path: string;
}

/** Shrinks a broken list to the fewest calls; null where it does not show again. */
async function shrink(world: World, invariant: Invariant, path: string): Promise<Smallest | null> {
  const callsBefore = world.calls;
  let smallest: Violation | null = null;
  let tries = 0;
  const breaks = async (list: readonly Command[]) => {
    if (world.calls - callsBefore >= shrinkingCalls) return false;
    tries += 1;
    const violation = invariant.put ? await invariant.put(world, list) : invariant.read(world, await play(world, list));
    smallest = violation ?? smallest;
    return violation !== null;
  };
  const holds = async (list: Command[]) => (tries > 0 && !smallest) || !(await breaks(list));
  const result = await checked(holds, { ...parametersOf(world), numRuns: 1, path });
  const found = smallest as Violation | null;
  if (!found) return null;
  // What came after the guilty call is cut off by now, so that more of what came before it may be dispensable.
  let list = found.steps.map(({ command }) => command);
  for (let at = list.length - 2; at >= 0; at -= 1) {
    const shorter = list.filter((_, index) => index !== at);
    if (await breaks(shorter)) list = shorter;
  }
  return { violation: smallest!, tries, path: result.counterexamplePath ?? path };
}

/** Judges one invariant over all lists of the run. */
export async function judgeInvariant(trial: Trial, invariant: Invariant): Promise<Finding> {
  const world = worldOf(trial);
  const played = await explore(world);
  const named = world.run.settings.path !== null;
  const suspect = played.find(({ steps }) => named || invariant.read(world, steps));
  const found = suspect && (await undisturbed(world.run, () => shrink(world, invariant, suspect.path)));
  if (found) return shown(found.violation, `smallest of ${found.tries} lists that were tried, path ${found.path}`);
  // A wrong answer is a fact, shown again or not; that it is due to the calls of others has to be shown.
  if (suspect && !invariant.put)
    return shown(invariant.read(world, suspect.steps)!, `1 of 2 times, path ${suspect.path}`);
  const tested = played.flatMap(({ steps }) => invariant.tested(steps));
  if (tested.length === 0) throw new Unjudged('not-applicable', 'no-evidence', invariant.wants, [], invariant.expected);
  const calls = played.reduce((sum, { steps }) => sum + steps.length, 0);
  const received = `${tested.length} answers in ${played.length} lists of ${calls} calls`;
  return {
    verdict: 'kept',
    reason: '',
    expected: invariant.expected,
    received,
    exchanges: tested.flatMap(({ settled }) => settled.exchanges),
  };
}

function shown(violation: Violation, seen: string): Finding {
  const { shows, steps, expected, received, field } = violation;
  const reason = shows === 'broken' ? 'broken' : 'advice';
  return {
    verdict: shows,
    reason,
    expected,
    received,
    field,
    seen,
    exchanges: steps.flatMap(({ settled }) => settled.exchanges),
    counterexample: listed(steps),
  };
}
