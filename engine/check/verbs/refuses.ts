/** The verb `refuses`: a request that must not be accepted, judged by one rule, shown on the fewest fields. */
import { sameAnswer } from '../../wire/answer.ts';
import type { ClaimOptions, Probe } from '../check.ts';
import type { CheckContext } from '../context.ts';
import type { Comparison, Fact } from '../facts.ts';
import {
  advisory,
  type Finding,
  fact,
  type RefusalRule,
  refused,
  type Settled,
  satisfied,
  violated,
} from '../finding.ts';
import { type Steps, send } from '../steps.ts';
import { type Change, specOf } from './change.ts';
import { smallest } from './shrink.ts';

/** How a refusal is judged, with the request whose answer is right as well. */
export interface RefusesRule extends RefusalRule {
  /** Another request that the target may take this one for: the same answer is right, another one is advice. */
  readonly orSameAs?: SameAs;
}

/** A request that a target may take another one for. */
export interface SameAs {
  readonly as: Comparison;
  readonly title: string;
  readonly change: Change;
  /** S is right without a comparison. */
  readonly mayAccept?: boolean;
  /** The same answer as to the other request is a fact worth telling, not simply right. */
  readonly sameIsFact?: boolean;
  /** What any other answer is; `advisory` unless given. */
  readonly other?: 'advisory' | 'fact';
}

/** A request that the target must refuse. */
export function refuses(
  did: string,
  change: Change,
  rule: RefusesRule,
  { claim = 'it is refused', ...options }: ClaimOptions = {},
): Probe {
  return {
    kind: 'probe',
    verb: 'refuses',
    title: `${did}: ${claim}`,
    did,
    phase: 'refusal',
    control: change.base ?? 'full',
    signing: false,
    steps: function* (context) {
      const spec = specOf(context, change);
      const settled = yield* send(context.op.id, spec, did);
      const judge = (one: Settled) => (rule.orSameAs ? crashed(one, rule, rule.orSameAs) : refused(one, rule));
      if (rule.orSameAs && settled.answer.kind !== 'crash')
        return yield* refusedOrSame(context, settled, rule, rule.orSameAs);
      const finding = judge(settled);
      return spec.violates ? yield* smallest(context, spec, did, finding, judge) : finding;
    },
    ...options,
  };
}

/** A crash where a request may be refused or answered like another one: nothing else violates there. */
function crashed(settled: Settled, { place, ambiguity }: RefusalRule, { as }: SameAs): Finding {
  const extra = { ...(place ? { place } : {}), ...(ambiguity ? { ambiguity } : {}) };
  return violated(settled, { is: 'refused-or-same', as }, extra);
}

/** Refused with one of the codes, or answered like the other request; no more than advice. */
function* refusedOrSame(
  context: CheckContext,
  settled: Settled,
  { codes, place, ambiguity }: RefusalRule,
  { as, title, change, mayAccept, sameIsFact, other: otherwise }: SameAs,
): Steps<Finding> {
  const expected: Fact = { is: 'refused-or-same', as };
  const extra = { ...(place ? { place } : {}), ...(ambiguity ? { ambiguity } : {}) };
  const { kind, code } = settled.answer;
  if (kind === 'F' && codes.includes(code)) return satisfied(settled, expected, extra);
  const same = sameIsFact ? fact : satisfied;
  if (mayAccept && kind === 'S') return same(settled, expected, extra);
  const other = yield* send(context.op.id, specOf(context, change), title);
  if (sameAnswer(settled.answer, other.answer)) return same(settled, expected, extra);
  return (otherwise === 'fact' ? fact : advisory)(settled, expected, extra);
}
