/** The verb `alike`: two ways to write one request that must end in the same answer. */
import { sameAnswer } from '../../wire/answer.ts';
import type { Edit } from '../../wire/json.ts';
import type { Probe, ProbeOptions } from '../check.ts';
import { type CheckContext, freeUser } from '../context.ts';
import { answerFact, type Fact } from '../facts.ts';
import { type Finding, type Settled, satisfied, violated } from '../finding.ts';
import { attempt, isUnanswered, type Steps, send } from '../steps.ts';
import { forUnknownUser } from './accepts.ts';
import { type Change, specOf } from './change.ts';
import { mayShrink, smaller } from './shrink.ts';

export interface AlikeRule {
  /** The same part broken: shows that the target looks at it for an unknown user at all. */
  readonly noticedBy?: Change;
  readonly place: string;
}

type Pair = readonly [one: readonly Edit[], other: readonly Edit[]];

/** Two bodies that must get equal answers; where accepted calls reach people they are compared for an unknown user. */
export function alike(title: string, pair: Pair, rule: AlikeRule, options: ProbeOptions = {}): Probe {
  return {
    kind: 'probe',
    verb: 'alike',
    title,
    phase: 'acceptance',
    control: 'full',
    signing: false,
    steps: (context) => provenAlike(context, title, pair, rule),
    ...options,
  };
}

function* provenAlike(context: CheckContext, title: string, pair: Pair, rule: AlikeRule): Steps<Finding> {
  const { costs, controls, op } = context;
  const base = controls.unknownUser;
  // Where the unknown user alone is illegal, the field cannot show that it is.
  if (costs && (base?.answer.kind !== 'F' || base.answer.code === 'PARAM_ILLEGAL'))
    return yield* compareForPeople(context, title, pair, rule);
  const user = freeUser(context);
  const [one, other] = pair;
  const first = yield* send(op.id, { base: 'full', user, edits: one }, `${title}: the one`);
  const second = yield* send(op.id, { base: 'full', user, edits: other }, `${title}: the other`);
  const finding = compared(context, first, second, rule.place);
  if (!costs && mayShrink(context, { base: 'full' }, finding))
    return yield* shrunk(context, title, pair, rule, finding);
  if (!costs || finding.verdict !== 'satisfied' || !rule.noticedBy) return finding;
  const breaking = forUnknownUser(specOf(context, rule.noticedBy));
  const noticed = yield* send(op.id, breaking, `${title}: the same field broken, for an unknown user`);
  return noticed.answer.code === 'PARAM_ILLEGAL' ? finding : yield* compareForPeople(context, title, pair, rule);
}

/** The same on the required fields alone, where it shows there too. */
function* shrunk(
  context: CheckContext,
  title: string,
  [one, other]: Pair,
  { place }: AlikeRule,
  finding: Finding,
): Steps<Finding> {
  const { id } = context.op;
  const first = yield* attempt(id, { base: 'minimal', edits: one }, `${title}: the one (required fields only)`);
  const second = yield* attempt(id, { base: 'minimal', edits: other }, `${title}: the other (required fields only)`);
  if (isUnanswered(first) || isUnanswered(second)) return finding;
  return smaller(finding, compared(context, first, second, place));
}

function* compareForPeople(
  context: CheckContext,
  title: string,
  [one, other]: Pair,
  { place }: AlikeRule,
): Steps<Finding> {
  const { id } = context.op;
  const first = yield* send(id, { base: 'full', edits: one, mayReachPerson: true }, `${title}: the one`);
  const second = yield* send(id, { base: 'full', edits: other, mayReachPerson: true }, `${title}: the other`);
  return compared(context, first, second, place);
}

function compared(context: CheckContext, first: Settled, second: Settled, place: string): Finding {
  const expected: Fact = { is: 'same', as: 'other-way', answer: answerFact(first.answer) };
  const both = { ...second, exchanges: [...first.exchanges, ...second.exchanges] };
  if (!sameAnswer(first.answer, second.answer, context.conditionalFields)) {
    const received: Fact = {
      is: 'two-answers',
      one: answerFact(first.answer),
      other: answerFact(second.answer),
      as: 'omitted-and-null',
    };
    return violated(both, expected, { place, received });
  }
  // Both refused as illegal: the optional field is treated as required, or null and absence are both wrong.
  if (first.answer.code === 'PARAM_ILLEGAL') return violated(both, { is: 'may-be-omitted' }, { place });
  return first.answer.kind === 'crash' || first.answer.kind === 'bare'
    ? violated(both, { is: 'any-result' }, { place })
    : satisfied(both, expected, { place });
}
