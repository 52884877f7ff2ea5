/** Lengths: the longest value is accepted, one character more is refused, and unknown ids are compared with shorter unknown ones. */
import type { Probe } from '../../../engine/check/check.ts';
import type { CheckContext } from '../../../engine/check/context.ts';
import { answerFact, type Fact } from '../../../engine/check/facts.ts';
import {
  advisory,
  type Finding,
  fact,
  inconclusive,
  type Settled,
  satisfied,
  violated,
} from '../../../engine/check/finding.ts';
import { type Steps, send } from '../../../engine/check/steps.ts';
import { accepts, type Change, sequence } from '../../../engine/check/verbs/index.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import { madeUp, paddedTo, wideText } from '../../../engine/request/values.ts';
import { sameAnswer } from '../../../engine/wire/answer.ts';
import type { Edit } from '../../../engine/wire/json.ts';
import { onBothBases, refusal, type Subject, setTo, violates } from './constraint-probe.ts';
import { inUse } from './in-use.ts';

/** The good value with characters behind it, one more than allowed. */
function padded(s: Subject): (context: CheckContext) => readonly Edit[] {
  return (context) => [setTo(s, paddedTo(context.baseText(s.field.path), s.field.maxLength! + 1))];
}

function tooLong(s: Subject): Probe[] {
  return onBothBases(s, `is the good value padded to ${s.field.maxLength! + 1} characters`, padded(s));
}

function takesOneCharacter({ field }: Subject): boolean {
  return (field.minLength ?? 1) <= 1;
}

/** Lengths of a text that is not an id. */
export function plainLengths(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  const exact = (edit: Change['edit'], what: string) =>
    accepts(
      `${s.name} of ${max} ${what}`,
      { edit },
      { noticedBy: { edit: padded(s), violates: violates(s) }, live: 'if-needed', place: s.at },
    );
  const zero = takesOneCharacter(s)
    ? [
        accepts(
          `${s.name} "0"`,
          { edit: [setTo(s, '0')] },
          { noticedBy: { edit: padded(s), violates: violates(s) }, live: 'if-needed', place: s.at },
          { profiles: ['gate', 'certify'] },
        ),
      ]
    : [];
  const wide = s.field.freeText
    ? [
        exact([setTo(s, wideText(max))], 'characters that are not ASCII'),
        refusal(s, `is ${max + 1} characters that are not ASCII`, [setTo(s, wideText(max + 1))]),
      ]
    : [];
  // A fixed length (an enum of lengths, a country code) has no longer valid value than its own.
  const atMaximum = s.field.pattern
    ? []
    : [exact((context) => [setTo(s, paddedTo(context.baseText(s.field.path), max))], 'characters'), ...zero];
  return [...tooLong(s), ...atMaximum, ...wide];
}

/** Lengths of an id: what is too long may also be unknown. */
export function identityLengths(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  const short = s.field.identity!.shortLength;
  const did = `an unknown ${s.name} of ${max} characters`;
  const compare = sequence(
    `${did} is answered like one of ${short}`,
    function* (context) {
      const user = yield* userForLengths(context, s);
      const { id } = context.op;
      const ofLength = (length: number) => withId(context, s, user, unknownId(context, s, length));
      const one = yield* send(id, ofLength(short), `an unknown ${s.name} of ${short} characters`);
      const other = yield* send(id, ofLength(max), did);
      return comparedLengths(one, other, s.at);
    },
    { did, phase: 'acceptance' },
  );
  const beyond = onBothBases(s, `is unknown and of ${max + 1} characters`, (context) => [
    unknownId(context, s, max + 1),
  ]);
  return [...beyond, ...tooLong(s), compare, ...(takesOneCharacter(s) ? [oneCharacter(s)] : []), ...inUse(s)];
}

/** The shortest legal id, which languages with loose truth take for nothing: answered like another unknown one. */
function oneCharacter(s: Subject): Probe {
  const short = s.field.identity!.shortLength;
  const did = `${s.name} "0"`;
  return sequence(
    `${did} is answered like an unknown one`,
    function* (context) {
      const user = yield* userForLengths(context, s);
      const { id } = context.op;
      const unknown = withId(context, s, user, unknownId(context, s, short));
      const one = yield* send(id, unknown, `an unknown ${s.name} of ${short} characters`);
      const zero = yield* send(id, withId(context, s, user, setTo(s, '0')), did);
      // The operation that introduces the id tries the same value, which is known from then on.
      const mayBeKnown = context.op.probing.refersTo?.field === s.field.path.join('.');
      return mayBeKnown && zero.answer.kind === 'S'
        ? satisfied(zero, { is: 'same', as: 'longer-unknown', answer: answerFact(zero.answer) }, { place: s.at })
        : comparedZero(one, zero, s.at);
    },
    { did, phase: 'acceptance', profiles: ['gate', 'certify'] },
  );
}

/** A request with an id, on the required fields alone where they are enough: a finding then shows with the fewest fields around it. */
function withId({ controls, op }: CheckContext, s: Subject, user: 'unknown' | 'fixture', id: Edit): RequestSpec {
  return {
    base: controls.minimal ? 'minimal' : 'full',
    user,
    edits: [id],
    mayReachPerson: user === 'fixture' && s.field.path[0] !== op.probing.nobody,
  };
}

function unknownId({ settings, baseText }: CheckContext, s: Subject, length: number): Edit {
  return setTo(s, madeUp(`${s.rule.id}/${settings.seed}`, length, baseText(s.field.path)));
}

/** Where an unknown id is compared: for an unknown user if the target looks at this field there; else on a fixture. */
function* userForLengths(context: CheckContext, s: Subject): Steps<'unknown' | 'fixture'> {
  const { op, costs, controls } = context;
  if (!costs || s.field.path[0] === op.probing.nobody) return 'fixture';
  if (controls.unknownUser?.answer.kind !== 'F') return 'fixture';
  const spec: RequestSpec = { base: 'full', user: 'unknown', edits: padded(s)(context), violates: violates(s) };
  const noticed = yield* send(op.id, spec, `${s.name} is too long, for an unknown user`);
  return noticed.answer.code === 'PARAM_ILLEGAL' ? 'unknown' : 'fixture';
}

/** An unknown id and "0": illegal alone means that it was taken for missing; accepted alone is advice. */
function comparedZero(unknown: Settled, zero: Settled, place: string): Finding {
  const both = { ...zero, exchanges: [...zero.exchanges, ...unknown.exchanges] };
  const expected: Fact = { is: 'same', as: 'longer-unknown', answer: answerFact(unknown.answer) };
  if (sameAnswer(unknown.answer, zero.answer)) return satisfied(both, expected, { place });
  if (zero.answer.code === 'PARAM_ILLEGAL' || zero.answer.kind === 'crash') return violated(both, expected, { place });
  return zero.answer.kind === 'S' ? advisory(both, expected, { place }) : fact(both, expected, { place });
}

/** An unknown id, short and at its maximal length: a length limit shows as PARAM_ILLEGAL at the maximum alone. */
export function comparedLengths(short: Settled, long: Settled, place: string): Finding {
  const both = { ...long, exchanges: [...long.exchanges, ...short.exchanges] };
  const expected: Fact = { is: 'same', as: 'short-unknown', answer: answerFact(short.answer) };
  if (sameAnswer(short.answer, long.answer)) {
    if (short.answer.code !== 'PARAM_ILLEGAL') return satisfied(both, expected, { place });
    // A target that takes an unknown id for illegal (ambiguity 6.38) does not show which lengths it allows.
    const finding = satisfied(both, expected, { place, received: { is: 'illegal-at-any-length' } });
    return { ...finding, verdict: 'not-applicable', reason: 'precondition' };
  }
  if (long.answer.code === 'PARAM_ILLEGAL' || long.answer.kind === 'crash') return violated(both, expected, { place });
  return inconclusive(both, 'no-evidence', expected, { place });
}
