/** What holds in every list of calls, whatever their order: how a list that breaks it is told. */
import type { Answer } from '../../../engine/wire/answer.ts';
import { valueAt } from '../../../engine/wire/json.ts';
import { type Command, inWords, type LifeCall, play, type Step, type World } from './model.ts';
import { alike, differingField, isDocumented, outcomeOf } from './outcome.ts';

/** A list that breaks an invariant, with the calls up to the one that shows it. */
export interface Violation {
  readonly shows: 'broken' | 'advised';
  readonly steps: readonly Step[];
  readonly expected: string;
  readonly received: string;
  readonly field: string;
}

export interface Invariant {
  readonly expected: string;
  /** Why a run may have no evidence for it. */
  readonly wants: string;
  /** The answers that put it to the test. */
  tested(steps: readonly Step[]): readonly Step[];
  /** Reads it off the answers of one list. */
  read(world: World, steps: readonly Step[]): Violation | null;
  /** Plays a list again, by itself, to see whether it breaks the invariant; reading its answers where left out. */
  put?(world: World, list: readonly Command[]): Promise<Violation | null>;
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

/** The second time: what was accepted once is accepted again. */
function acceptedAgain(call: LifeCall, shows: Violation['shows'], what: string, expected: string): Invariant {
  return {
    expected,
    wants: `no ${what} was sent twice for one token`,
    tested: (steps) => repeats(steps, call),
    read(_world, steps) {
      const refused = repeats(steps, call).find(({ settled }) => settled.answer.kind !== 'S');
      if (!refused) return null;
      const shown = upTo(steps, refused);
      const says = `${outcomeOf(refused.call.trial, refused.settled.answer)} to the last of: ${inWords(shown)}`;
      return { shows, steps: shown, expected, received: says, field: 'response:/result/resultCode' };
    },
  };
}

export const notifiedAgain = acceptedAgain(
  'tokenActivationNotification',
  'broken',
  'notification',
  'S/SUCCESS to a notification that was accepted before',
);

/** Throttled answers never get here, so that S is all that is left. No page says that a code may be sent twice: advice. */
export const secondCode = acceptedAgain(
  'sendActivationCode',
  'advised',
  'activation code',
  'S/SUCCESS or a throttle to a second activation code for one token',
);

const idField = 'verifyRequestId';

function idOf({ settled }: Step): string | null {
  const id = valueAt(settled.answer.json, [idField]);
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Ids of two users' OTPs differ; those of one user within a minute are judged over the whole run. */
export const ownIds: Invariant = {
  expected: `a ${idField} that no other user has`,
  wants: 'no two users were sent an OTP in one list',
  tested: (steps) => {
    const sent = accepted(steps);
    return new Set(sent.map(({ command }) => command.user)).size > 1 ? sent : [];
  },
  read(_world, steps) {
    const sent = accepted(steps);
    const second = sent.find((step, index) =>
      sent.slice(0, index).some((before) => idOf(before) === idOf(step) && before.call !== step.call),
    );
    if (!second) return null;
    const shown = upTo(steps, second);
    return {
      shows: 'broken',
      steps: shown,
      expected: this.expected,
      received: `the same ${idField} for two users: ${inWords(shown)}`,
      field: `response:/${idField}`,
    };
  },
};

function accepted(steps: readonly Step[]): Step[] {
  return steps.filter(
    (step) => step.command.call === 'sendOTP' && step.settled.answer.kind === 'S' && idOf(step) !== null,
  );
}

/** The answers of a user do not depend on the calls of others. What a user's own calls change is the MPP's affair. */
export function ownAnswers(call: LifeCall): Invariant {
  const expected = 'the outcome that the user gets without the calls of others';
  return {
    expected,
    wants: `no ${call} was answered in a list with calls of another user`,
    tested: (steps) =>
      new Set(steps.map(({ command }) => command.user)).size > 1
        ? steps.filter((step) => step.command.call === call)
        : [],
    read(world, steps) {
      const odd = oddStep(world, steps, call);
      return odd && told(odd, upTo(steps, odd), world.alone.get(odd.call)!, expected);
    },
    async put(world, list) {
      const steps = await play(world, list);
      const odd = oddStep(world, steps, call);
      if (!odd) return null;
      const own = list.slice(0, odd.at + 1).filter(({ user }) => user === odd.command.user);
      const alone = await aloneLast(world, own);
      const { trial } = odd.call;
      if (!alone || alike(trial, alone.settled.answer, odd.settled.answer)) return null;
      // The same outcome alone before and afterwards; where it is another one, all has to happen a second time.
      if (!alike(trial, world.alone.get(odd.call)!, alone.settled.answer)) {
        const again = (await play(world, list)).find(({ at }) => at === odd.at);
        const last = await aloneLast(world, own);
        if (!again || !last || !alike(trial, again.settled.answer, odd.settled.answer)) return null;
        if (!alike(trial, last.settled.answer, alone.settled.answer)) return null;
      }
      return told(odd, upTo(steps, odd), alone.settled.answer, expected);
    },
  };
}

function told(odd: Step, steps: readonly Step[], alone: Answer, expected: string): Violation {
  const { trial, who } = odd.call;
  const { answer } = odd.settled;
  const received = `${outcomeOf(trial, answer)} to the last of: ${inWords(steps)}; ${outcomeOf(trial, alone)} without the calls of users other than ${who}`;
  return { shows: 'broken', steps, expected, received, field: differingField(trial, alone, answer) ?? '' };
}

/** The first answer that is not the one that its user is known to get, and that calls of others came before. */
function oddStep(world: World, steps: readonly Step[], call: LifeCall): Step | null {
  const isOdd = (step: Step, index: number) => {
    const known = world.alone.get(step.call);
    const { trial } = step.call;
    const { answer } = step.settled;
    if (step.command.call !== call || !known || !isDocumented(trial, answer) || alike(trial, known, answer))
      return false;
    return steps.slice(0, index).some((before) => before.command.user !== step.command.user);
  };
  return steps.find(isOdd) ?? null;
}

/** The last answer to a user's own calls, made twice: the first time they may still suffer from somebody else's. */
async function aloneLast(world: World, own: readonly Command[]): Promise<Step | null> {
  await play(world, own);
  const steps = await play(world, own);
  return steps.find(({ at }) => at === own.length - 1) ?? null;
}
