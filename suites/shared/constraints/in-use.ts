/** Ids of the greatest length in use: one that a call makes known is accepted, and the calls about it end as those about a short one. */

import { type OperationId, operations } from '../../../contract/apis.ts';
import type { Probe } from '../../../engine/check/check.ts';
import type { CheckContext } from '../../../engine/check/context.ts';
import { answerFact, type Fact } from '../../../engine/check/facts.ts';
import { type Finding, inconclusive, type Settled, satisfied, violated } from '../../../engine/check/finding.ts';
import { attempt, isUnanswered, type Outcome, type Steps, send } from '../../../engine/check/steps.ts';
import { sequence, unset } from '../../../engine/check/verbs/index.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import { madeUp } from '../../../engine/request/values.ts';
import { sameAnswer } from '../../../engine/wire/answer.ts';
import type { Edit } from '../../../engine/wire/json.ts';
import { type Subject, setTo } from './constraint-probe.ts';

/** Names of the two tokens among those of the run. */
const longToken = 'longest-token';
const shortToken = 'usual-token';

/** Empty where the field is not one that its operation makes known. */
export function inUse(s: Subject): Probe[] {
  const { id, probing } = s.op;
  if (probing.introduces !== s.field.path[0]) return [];
  const about = Object.values(operations)
    .filter((other) => other.probing.refersTo?.operation === id)
    .map((other) => other.id);
  const did = `a new ${s.name} of ${s.field.maxLength} characters`;
  return [
    sequence(`${did} is accepted, and calls about it are served`, (context) => used(context, s, about, did), {
      did,
      phase: 'acceptance',
      spans: about,
      profiles: ['gate', 'certify'],
    }),
  ];
}

function* used(context: CheckContext, s: Subject, about: readonly OperationId[], title: string): Steps<Finding> {
  const { op, identity, settings } = context;
  const value = `cf-${identity.id}-`;
  const long = value + madeUp(`in-use/${settings.seed}`, s.field.maxLength! - value.length, 'a0');
  const introduced = yield* send(
    op.id,
    { base: 'full', edits: [setTo(s, long)], namesToken: longToken, mayReachPerson: true },
    title,
  );
  const expected: Fact = { is: 'accepted' };
  if (introduced.answer.kind !== 'S') return violated(introduced, expected, { place: s.at });
  yield* send(op.id, { base: 'full', namesToken: shortToken, mayReachPerson: true, occurrence: 'in-use' }, title);
  for (const id of about) {
    const other = context.other(id);
    if (!other?.controls.full) continue;
    const finding = yield* compared(other, s, introduced);
    if (finding.verdict !== 'satisfied') return finding;
  }
  return satisfied(introduced, expected, { place: s.at });
}

/** A call about the long token and one about the short one; where they differ, both once more. */
function* compared(context: CheckContext, s: Subject, introduced: Settled): Steps<Finding> {
  const first = yield* pair(context, '');
  if (!first) return satisfied(introduced, { is: 'accepted' });
  const expected: Fact = { is: 'same', as: 'short-known', answer: answerFact(first.short.answer) };
  const both = {
    ...first.long,
    exchanges: [...first.long.exchanges, ...first.short.exchanges, ...introduced.exchanges],
  };
  if (first.short.answer.kind !== 'S' || sameAnswer(first.short.answer, first.long.answer))
    return satisfied(both, expected, { place: s.at });
  const second = yield* pair(context, '-again');
  const isStable =
    second && sameAnswer(first.short.answer, second.short.answer) && sameAnswer(first.long.answer, second.long.answer);
  return isStable ? violated(both, expected, { place: s.at }) : inconclusive(both, 'unstable', expected);
}

/** Null where one of the calls could not be made. */
function* pair(context: CheckContext, again: string): Steps<{ short: Settled; long: Settled } | null> {
  const { op } = context;
  // The token alone names the user.
  const edits: readonly Edit[] = op.probing.user ? [unset(op.probing.user)] : [];
  const about = (tokenOf: string): RequestSpec => ({
    base: 'full',
    edits,
    tokenOf,
    mayReachPerson: true,
    occurrence: `in-use${again}`,
  });
  const short: Outcome = yield* attempt(op.id, about(shortToken), 'a call about a token of usual length');
  const long: Outcome = yield* attempt(op.id, about(longToken), 'a call about a token of the greatest length');
  return isUnanswered(short) || isUnanswered(long) ? null : { short, long };
}
