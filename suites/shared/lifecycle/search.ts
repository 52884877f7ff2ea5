/** The search for a list of calls that violates an invariant: every invariant reads the same lists, and one that violates it is shrunk to the fewest calls. */
import type { Arbitrary } from 'fast-check';
import type { CheckContext } from '../../../engine/check/context.ts';
import { type Finding, notApplicable, type Seen, shown } from '../../../engine/check/finding.ts';
import { alone, type Steps } from '../../../engine/check/steps.ts';
import type { Answer } from '../../../engine/wire/answer.ts';
import { fastCheck } from '../fast-check.ts';
import { type SearchParameters, searched } from '../search.ts';
import type { Invariant, Violation } from './invariants.ts';
import {
  type Command,
  type LifeCall,
  type LifecycleState,
  lifeCalls,
  lifecycleState,
  listed,
  play,
  type Step,
  userCount,
} from './model.ts';
import { answerIn, calledAlone, isAsNamed, knownAnswers, reachesPerson, type UserCall } from './users.ts';

/** Lists per run, the first of them always the same one. */
const listsOf = { smoke: 1, gate: 3, certify: 12 } as const;
const callsPerList = 10;
/** Calls after which a counterexample is small enough. */
const shrinkingCalls = 200;

/** Lists of calls in any order. Calls without a user or beyond the limits are left out when a list is sent, so that a path means the same list everywhere. */
function lists(): Arbitrary<Command[]> {
  const fc = fastCheck();
  const any = fc.record({ call: fc.constantFrom(...lifeCalls), user: fc.nat({ max: userCount - 1 }) });
  return fc.noBias(fc.array(any, { minLength: 1, maxLength: callsPerList, size: 'max' }));
}

const command = (call: LifeCall, user: number): Command => ({ call, user });

/** A lifecycle with everything in it: two tokens of one user, a second code, a repeated notification, others in between. */
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

/** All lists, or the one on a path: fast-check goes on to its neighbours, which the limit keeps out. */
function parametersOf({ settings }: LifecycleState, path: string | null): SearchParameters<Command[]> {
  const { seed, runs, profile } = settings;
  const examples = [wholeLife];
  return path === null
    ? { seed, numRuns: runs ?? listsOf[profile], examples }
    : { seed, numRuns: 1, examples, path, limit: 1 };
}

/** A list that was sent, by the path that fast-check knows it by. */
interface Played {
  readonly path: string;
  readonly steps: readonly Step[];
}

/** Sends the lists of a run. Every invariant does, with the same requests, so that each is sent once. */
function* explore(state: LifecycleState): Steps<readonly Played[]> {
  const calls = state.users.flatMap((user) => Object.values(user));
  const answers = yield* knownAnswers(calls);
  for (const [index, answer] of answers.entries()) if (answer) state.alone.set(calls[index]!, answer);
  const doubtful =
    state.settings.path !== null || calls.some((call, index) => answers[index] && !isAsNamed(call, answers[index]));
  // A list is named, or a user got another answer than the config names, maybe due to other probes: nothing else is sent then.
  return doubtful ? yield* alone(exploreAlone(state, calls)) : yield* playAll(state);
}

function* exploreAlone(state: LifecycleState, calls: readonly UserCall[]): Steps<readonly Played[]> {
  for (const call of calls) {
    const answer = yield* answerAlone(call);
    if (answer) state.alone.set(call, answer);
  }
  return yield* playAll(state);
}

/** What the user gets when called alone, twice; null where that would cost or there is no answer to judge. */
function* answerAlone(call: UserCall): Steps<Answer | null> {
  if (reachesPerson(call)) return null;
  let answer: Answer | null = null;
  for (const occurrence of ['alone', 'alone-1']) answer = answerIn(yield* calledAlone(call, occurrence));
  return answer;
}

function* playAll(state: LifecycleState): Steps<readonly Played[]> {
  const { path } = state.settings;
  const named = path === null ? [] : yield* playOn(state, path);
  return named.length > 0 ? named : yield* playOn(state, null);
}

/** Sends the one list on a path, or all; none where the path is that of another property. */
function* playOn(state: LifecycleState, path: string | null): Steps<readonly Played[]> {
  const put = (list: Command[], run: number) => play(state, list, `life-${run}`);
  const { results } = yield* searched(lists(), parametersOf(state, path), put, () => false);
  return results.map(({ result }, index) => ({ path: path ?? String(index), steps: result }));
}

interface Smallest {
  readonly violation: Violation;
  readonly tries: number;
  readonly path: string;
}

/** Shrinks a list to the fewest calls that violate the invariant; null where it does not show again. */
function* shrink(state: LifecycleState, invariant: Invariant, path: string): Steps<Smallest | null> {
  const callsBefore = state.calls;
  let tries = 0;
  function* put(list: readonly Command[]): Steps<Violation | null> {
    if (state.calls - callsBefore >= shrinkingCalls) return null;
    tries += 1;
    const name = `${invariant.name}-shrink-${tries}`;
    return invariant.put
      ? yield* invariant.put(state, list, name)
      : invariant.read(state, yield* play(state, list, name));
  }
  const { failure } = yield* searched(lists(), parametersOf(state, path), put, (violation) => violation !== null);
  let violation = failure?.result;
  if (!failure || !violation) return null;
  // What came after the guilty call is cut off by now, so that more of what came before it may be dispensable.
  let list = violation.steps.map((step) => step.command);
  for (let at = list.length - 2; at >= 0; at -= 1) {
    const shorter = list.filter((_, index) => index !== at);
    const shown = yield* put(shorter);
    if (!shown) continue;
    violation = shown;
    list = shorter;
  }
  return { violation, tries, path: failure.path };
}

/** Judges one invariant over all lists of the run. */
export function* judgeInvariant(context: CheckContext, invariant: Invariant): Steps<Finding> {
  const state = lifecycleState(context);
  const played = yield* explore(state);
  const named = state.settings.path !== null;
  const suspect = played.find(({ steps }) => named || invariant.read(state, steps));
  if (suspect) {
    const found = yield* alone(shrink(state, invariant, suspect.path));
    if (found) return against(found.violation, { lists: found.tries, path: found.path });
    // A wrong answer is a fact, shown again or not; that it is due to the calls of others has to be shown.
    const once = invariant.put ? null : invariant.read(state, suspect.steps);
    if (once) return against(once, { count: 1, of: 2, path: suspect.path });
  }
  const tested = played.flatMap(({ steps }) => invariant.tested(steps));
  const { expected, lacking } = invariant;
  if (tested.length === 0) return notApplicable('no-evidence', lacking, { expected });
  const calls = played.reduce((sum, { steps }) => sum + steps.length, 0);
  const exchanges = tested.flatMap(({ settled }) => settled.exchanges);
  const received = { is: 'answers-in-lists', answers: tested.length, lists: played.length, calls } as const;
  return { ...shown('satisfied', expected, received, exchanges), sampled: played.length };
}

function against({ verdict, steps, expected, received, place }: Violation, seen: Seen): Finding {
  const exchanges = steps.flatMap(({ settled }) => settled.exchanges);
  return shown(verdict, expected, received, exchanges, { place, seen, counterexample: listed(steps) });
}
