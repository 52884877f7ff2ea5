/** What holds in every list of calls, whatever their order, and how a list that violates it is told as facts. */
import { type CallFor, type Fact, note } from '../../../engine/check/facts.ts';
import type { Steps } from '../../../engine/check/steps.ts';
import type { Answer } from '../../../engine/wire/answer.ts';
import { valueAt } from '../../../engine/wire/json.ts';
import { type Command, type LifeCall, type LifecycleState, play, type Step } from './model.ts';
import { alike, differingField, isDocumented, outcomeFact } from './outcome.ts';

/** A list that violates an invariant, with the calls up to the one that shows it. */
export interface Violation {
  readonly verdict: 'violated' | 'advisory';
  readonly steps: readonly Step[];
  readonly expected: Fact;
  readonly received: Fact;
  readonly place: string;
}

/** What must hold in every list. */
export interface Invariant {
  /** Names the lists that are sent for it alone. */
  readonly name: string;
  readonly expected: Fact;
  /** Why a run may have no evidence for it. */
  readonly lacking: Fact;
  /** The answers that put it to the test. */
  tested(steps: readonly Step[]): readonly Step[];
  /** Judges the answers of one list. */
  read(state: LifecycleState, steps: readonly Step[]): Violation | null;
  /** Sends a list again, by itself, to see whether it violates the invariant; its answers are judged by `read` where left out. */
  put?(state: LifecycleState, list: readonly Command[], name: string): Steps<Violation | null>;
}

/** Steps that repeat an accepted one: the same call for the same user, about the same token. */
function repeats(steps: readonly Step[], call: LifeCall): Step[] {
  return steps.filter(
    (step, index) => step.command.call === call && steps.slice(0, index).some((before) => isSame(before, step)),
  );
}

function isSame(before: Step, step: Step): boolean {
  const same = before.command.call === step.command.call && before.call === step.call && before.about === step.about;
  return same && before.settled.answer.kind === 'S';
}

function upTo(steps: readonly Step[], last: Step): Step[] {
  return steps.slice(0, steps.indexOf(last) + 1);
}

/** The calls of a list, as facts name them. */
function callsOf(steps: readonly Step[]): CallFor[] {
  return steps.map(({ command, call }) => ({ operation: command.call, user: call.who }));
}

/** The second time: what was accepted once is accepted again. */
function acceptedAgain(name: string, call: LifeCall, verdict: Violation['verdict'], expected: Fact): Invariant {
  return {
    name,
    expected,
    lacking: note('no-repeated-call', call),
    tested: (steps) => repeats(steps, call),
    read(_state, steps) {
      const refused = repeats(steps, call).find(({ settled }) => settled.answer.kind !== 'S');
      if (!refused) return null;
      const shown = upTo(steps, refused);
      const answer = outcomeFact(refused.call.context, refused.settled.answer);
      const received: Fact = { is: 'calls', answer, calls: callsOf(shown) };
      return { verdict, steps: shown, expected, received, place: 'response:/result/resultCode' };
    },
  };
}

/** A notification that was accepted before is accepted again. */
export const notifiedAgain = acceptedAgain('notified-again', 'tokenActivationNotification', 'violated', {
  is: 'accepted-again',
  operation: 'tokenActivationNotification',
});

/** Throttled answers are left out of lists, so that S is all that is left. No page says that a code may be sent twice: advice. */
export const secondCode = acceptedAgain('second-code', 'sendActivationCode', 'advisory', {
  is: 'accepted-again',
  operation: 'sendActivationCode',
  orThrottled: true,
});

const idField = 'verifyRequestId';

function idOf({ settled }: Step): string | null {
  const id = valueAt(settled.answer.json, [idField]);
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Ids of two users' OTPs differ; those of one user within a minute are judged over the whole run. */
export const ownIds: Invariant = {
  name: 'own-id',
  expected: { is: 'own-value', field: idField },
  lacking: note('no-two-users-in-list', 'sendOTP'),
  tested: (steps) => {
    const sent = accepted(steps);
    return new Set(sent.map(({ command }) => command.user)).size > 1 ? sent : [];
  },
  read(_state, steps) {
    const sent = accepted(steps);
    const second = sent.find((step, index) =>
      sent.slice(0, index).some((before) => idOf(before) === idOf(step) && before.call !== step.call),
    );
    if (!second) return null;
    const shown = upTo(steps, second);
    const received: Fact = { is: 'shared-value', field: idField, calls: callsOf(shown) };
    return { verdict: 'violated', steps: shown, expected: this.expected, received, place: `response:/${idField}` };
  },
};

function accepted(steps: readonly Step[]): Step[] {
  return steps.filter(
    (step) => step.command.call === 'sendOTP' && step.settled.answer.kind === 'S' && idOf(step) !== null,
  );
}

const asAlone: Fact = { is: 'same', as: 'alone' };

/** The answers of a user do not depend on the calls of others. What a user's own calls change is left to the MPP. */
export function ownAnswers(call: LifeCall): Invariant {
  return {
    name: `own-answer-${call}`,
    expected: asAlone,
    lacking: note('no-call-among-others', call),
    tested: (steps) =>
      new Set(steps.map(({ command }) => command.user)).size > 1
        ? steps.filter((step) => step.command.call === call)
        : [],
    read(state, steps) {
      const odd = oddStep(state, steps, call);
      return odd && dueToOthers(odd, upTo(steps, odd), state.alone.get(odd.call)!);
    },
    put: (state, list, name) => confirmed(state, call, list, name),
  };
}

/** Sends a list, and the calls of the one user alone: the difference is due to the calls of others. */
function* confirmed(
  state: LifecycleState,
  call: LifeCall,
  list: readonly Command[],
  name: string,
): Steps<Violation | null> {
  const steps = yield* play(state, list, name);
  const odd = oddStep(state, steps, call);
  if (!odd) return null;
  const own = list.slice(0, odd.at + 1).filter(({ user }) => user === odd.command.user);
  const alone = yield* aloneLast(state, own, `${name}-alone`);
  const { context } = odd.call;
  if (!alone || alike(context, alone.settled.answer, odd.settled.answer)) return null;
  // The same outcome alone before and afterwards; where it is another one, all has to happen a second time.
  if (!alike(context, state.alone.get(odd.call)!, alone.settled.answer)) {
    const again = (yield* play(state, list, `${name}-again`)).find(({ at }) => at === odd.at);
    const last = yield* aloneLast(state, own, `${name}-alone-again`);
    if (!again || !last || !alike(context, again.settled.answer, odd.settled.answer)) return null;
    if (!alike(context, last.settled.answer, alone.settled.answer)) return null;
  }
  return dueToOthers(odd, upTo(steps, odd), alone.settled.answer);
}

function dueToOthers(odd: Step, steps: readonly Step[], alone: Answer): Violation {
  const { context } = odd.call;
  const { answer } = odd.settled;
  const received: Fact = {
    is: 'calls',
    answer: outcomeFact(context, answer),
    calls: callsOf(steps),
    alone: outcomeFact(context, alone),
  };
  const place = differingField(context, alone, answer) ?? '';
  return { verdict: 'violated', steps, expected: asAlone, received, place };
}

/** The first answer that is not the one that its user is known to get, and that calls of others came before. */
function oddStep(state: LifecycleState, steps: readonly Step[], call: LifeCall): Step | null {
  const isOdd = (step: Step, index: number) => {
    const known = state.alone.get(step.call);
    const { context } = step.call;
    const { answer } = step.settled;
    if (step.command.call !== call || !known || !isDocumented(context, answer) || alike(context, known, answer))
      return false;
    return steps.slice(0, index).some((before) => before.command.user !== step.command.user);
  };
  return steps.find(isOdd) ?? null;
}

/** The last answer to a user's own calls, sent twice: the first time they may still suffer from another user's. */
function* aloneLast(state: LifecycleState, own: readonly Command[], name: string): Steps<Step | null> {
  yield* play(state, own, `${name}-1`);
  const steps = yield* play(state, own, `${name}-2`);
  return steps.find(({ at }) => at === own.length - 1) ?? null;
}
