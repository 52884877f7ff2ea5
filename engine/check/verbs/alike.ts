/** The verb `alike`: two ways to write one request that must end in the same answer. */
import type { RequestSpec } from '../../request/request-spec.ts';
import { sameAnswer } from '../../wire/answer.ts';
import type { Edit } from '../../wire/json.ts';
import type { Probe, ProbeOptions } from '../check.ts';
import { type CheckContext, freeUser } from '../context.ts';
import { answerFact, type Fact } from '../facts.ts';
import { type Finding, type Settled, satisfied, violated } from '../finding.ts';
import { attempt, isUnanswered, type Steps, send } from '../steps.ts';
import { forUnknownUser } from './accepts.ts';
import { byChance } from './by-chance.ts';
import { type Change, specOf } from './change.ts';
import { mayShrink, smaller } from './shrink.ts';

export interface AlikeRule {
  /** What each of the two is, in the order of the pair. */
  readonly names: readonly [one: string, other: string];
  /** The same part broken: shows that the target looks at it for an unknown user at all. */
  readonly noticedBy?: Change;
  readonly place: string;
}

type Pair = readonly [one: readonly Edit[], other: readonly Edit[]];

/** The answers to a pair. */
type Answered = readonly [first: Settled, second: Settled];

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
  const forPeople: RequestSpec = { base: 'full', mayReachPerson: true };
  // Where the unknown user alone is illegal, the field cannot show that it is.
  if (costs && (base?.answer.kind !== 'F' || base.answer.code === 'PARAM_ILLEGAL'))
    return yield* comparedTwice(context, forPeople, pair, rule);
  const finding = yield* comparedTwice(context, { base: 'full', user: freeUser(context) }, pair, rule);
  if (!costs && mayShrink(context, { base: 'full' }, finding)) return yield* shrunk(context, pair, rule, finding);
  if (!costs || finding.verdict !== 'satisfied' || !rule.noticedBy) return finding;
  const breaking = forUnknownUser(specOf(context, rule.noticedBy));
  const noticed = yield* send(op.id, breaking, `${title}: the same field broken, for an unknown user`);
  return noticed.answer.code === 'PARAM_ILLEGAL' ? finding : yield* comparedTwice(context, forPeople, pair, rule);
}

/** The same on the required fields alone, where it shows there too. */
function* shrunk(
  context: CheckContext,
  [one, other]: Pair,
  { names, place }: AlikeRule,
  finding: Finding,
): Steps<Finding> {
  const { id } = context.op;
  const first = yield* attempt(id, { base: 'minimal', edits: one }, `${names[0]} (required fields only)`);
  const second = yield* attempt(id, { base: 'minimal', edits: other }, `${names[1]} (required fields only)`);
  if (isUnanswered(first) || isUnanswered(second)) return finding;
  return smaller(finding, compared(context, [first, second], place));
}

/** So often a difference is asked for again before it is believed: chance is ruled out, unless each time reaches a person. */
const [passes, passesForPeople] = [6, 2];

/**
 * Both, and where they end differently both again, the second one first: what keeps its answer when the order is turned is due to the
 * request; what does not depends on chance, on a worker or on what was asked before.
 */
function* comparedTwice(context: CheckContext, spec: RequestSpec, pair: Pair, rule: AlikeRule): Steps<Finding> {
  const { id } = context.op;
  const [one, other] = pair;
  const first = yield* send(id, { ...spec, edits: one }, rule.names[0]);
  const second = yield* send(id, { ...spec, edits: other }, rule.names[1]);
  const finding = compared(context, [first, second], rule.place);
  if (finding.received!.is !== 'two-answers') return finding;
  const last = spec.mayReachPerson ? passesForPeople : passes;
  for (let pass = 1; pass <= last; pass += 1) {
    const again = yield* askedAgain(context, spec, pair, rule, pass);
    if (again === null) return finding;
    const fields = context.conditionalFields;
    const odd = [first, second].flatMap((settled, at) =>
      sameAnswer(settled.answer, again[at]!.answer, fields) ? [] : [[settled, again[at]!] as const],
    )[0];
    if (odd) return byChance(...odd, rule.place);
  }
  return finding;
}

/** Null where one of them could not be sent. */
function* askedAgain(
  context: CheckContext,
  spec: RequestSpec,
  pair: Pair,
  { names }: AlikeRule,
  pass: number,
): Steps<Answered | null> {
  const answers: Settled[] = [];
  for (const at of pass % 2 === 1 ? [1, 0] : [0, 1]) {
    const again = { ...spec, edits: pair[at]!, occurrence: `again-${pass}` };
    const outcome = yield* attempt(context.op.id, again, `${names[at]}, asked again`);
    if (isUnanswered(outcome)) return null;
    answers[at] = outcome;
  }
  return [answers[0]!, answers[1]!];
}

function compared(context: CheckContext, [first, second]: Answered, place: string): Finding {
  const expected: Fact = { is: 'same', as: 'other-way', answer: answerFact(first.answer) };
  // The one that was refused, or answered worse, decides; where both were, the one that leaves the field out.
  const isSame = sameAnswer(first.answer, second.answer, context.conditionalFields);
  const order = isSame || second.answer.kind === 'S' ? [first, second] : [second, first];
  const both = { ...order[0]!, exchanges: order.flatMap(({ exchanges }) => exchanges) };
  if (!isSame) {
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
