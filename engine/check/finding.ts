/** Judgements: pure functions from recorded answers to what they show about a requirement. */

import type { Diagnosis } from '../report.ts';
import { type Answer, received } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';

/**
 * What one check showed. `broken` is the requirement not kept: a MUST fails, a SHOULD or a position warns.
 * `advised` warns whatever the level.
 */
export type FindingVerdict =
  | 'kept'
  | 'broken'
  | 'advised'
  | 'not-run'
  | 'inconclusive'
  | 'harness-error'
  | 'not-applicable';

/** Why a check is not plainly kept; the closed list is explained in docs/outcomes.md. */
export type Reason =
  | ''
  | 'broken'
  | 'advice'
  | 'no-fixture'
  | 'no-scenario'
  | 'no-control'
  | 'control-lost'
  | 'throttled'
  | 'budget'
  | 'not-selected'
  | 'signing-off'
  | 'unstable'
  | 'no-answer'
  | 'no-evidence'
  | 'precondition'
  | 'interrupted'
  | 'stopped'
  | 'misconfigured'
  | 'other-role'
  | 'not-offered'
  | 'not-observable'
  | 'needs-retry-window'
  | 'trigger'
  | 'probe-wrong'
  | 'waived';

export interface Finding {
  readonly verdict: FindingVerdict;
  readonly reason: Reason;
  readonly expected: string;
  readonly received: string;
  readonly exchanges: readonly Exchange[];
  /** JSON pointer of the guilty field, `response:/…` in an answer. */
  readonly field?: string;
  readonly seen?: string;
  /** All exchanges that show it, where `exchanges` has one that stands for them. */
  readonly allEvidence?: readonly Exchange[];
  /** Request body that shows it. */
  readonly counterexample?: unknown;
  /** Looks for the cause; asked of the judgement that is shown only, since the search may take a while. */
  readonly diagnose?: () => Diagnosis | null;
}

/** An answer that was believed: stable, not throttled. */
export interface Settled {
  readonly answer: Answer;
  /** All attempts, the believed one last. */
  readonly exchanges: readonly Exchange[];
  /** The body that was meant, where something else was written; null where it is what was sent. */
  readonly meant: unknown;
  /** Index of the fixture that was used; null for a made-up user. */
  readonly fixture: number | null;
  /** Where the request departs from a good one: `placeOf`. */
  readonly place: string;
}

/** The body of the request, as it was meant. */
export function bodyMeant({ meant, answer }: Settled): unknown {
  return meant ?? jsonOf(answer.exchange.request.body);
}

/** Ends a proof early: the check cannot be judged, and why. */
export class Unjudged extends Error {
  readonly judged: Finding;
  constructor(shows: FindingVerdict, reason: Reason, says: string, exchanges: readonly Exchange[] = [], expected = '') {
    super(says);
    this.judged = { verdict: shows, reason, expected, received: says, exchanges };
  }
}

/** A check that was not put to the subject, and why. */
export function notRun(reason: Reason, received: string, expected = ''): Finding {
  return { verdict: 'not-run', reason, expected, received, exchanges: [] };
}

/** A proof that broke off: our own fault, never the subject's. */
export function ownFault(error: unknown): Finding {
  const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { verdict: 'harness-error', reason: 'probe-wrong', expected: '', received: says, exchanges: [] };
}

type Extra = Partial<Pick<Finding, 'field' | 'seen' | 'counterexample' | 'received'>>;

function judgement(shows: FindingVerdict, reason: Reason, settled: Settled, expected: string, extra: Extra): Finding {
  const told = shows === 'broken' || shows === 'advised';
  const counterexample = told ? bodyMeant(settled) : undefined;
  // Where the request is a good one, what is wrong is its result.
  const place = settled.place || (told && settled.answer.result ? 'response:/result/resultCode' : '');
  return {
    verdict: shows,
    reason,
    expected,
    received: received(settled.answer),
    exchanges: settled.exchanges,
    counterexample,
    ...(place === '' ? {} : { field: place }),
    ...extra,
  };
}

export function kept(settled: Settled, expected: string, extra: Extra = {}): Finding {
  return judgement('kept', '', settled, expected, extra);
}

export function broken(settled: Settled, expected: string, extra: Extra = {}): Finding {
  return judgement('broken', 'broken', settled, expected, extra);
}

export function advised(settled: Settled, expected: string, extra: Extra = {}): Finding {
  return judgement('advised', 'advice', settled, expected, extra);
}

export function inconclusive(settled: Settled, reason: Reason, expected: string, extra: Extra = {}): Finding {
  return judgement('inconclusive', reason, settled, expected, extra);
}

export interface RefusalRule {
  /** Codes with F that are right. */
  readonly codes: readonly string[];
  /** Another F or U code: broken, or only advice. Acceptance and a crash are always broken. */
  readonly otherCode: 'broken' | 'advised' | 'kept';
  /** An answer without a result that is no crash (a bare 404): broken, or only advice. */
  readonly bare?: 'broken' | 'advised';
  /** Statuses the codes may carry; F when left out. */
  readonly field?: string;
}

/** A request that must be refused: never S, no crash, F with one of the codes. */
export function refused(settled: Settled, rule: RefusalRule): Finding {
  const { answer } = settled;
  const codes = rule.codes.length > 3 ? `${rule.codes.slice(0, 3).join(', ')}, …` : rule.codes.join(' or ');
  const expected = rule.codes.length > 0 ? `F/${codes}` : 'not S';
  const extra = rule.field ? { field: rule.field } : {};
  if (answer.kind === 'S' || answer.kind === 'crash') return broken(settled, expected, extra);
  if (answer.kind === 'bare')
    return (rule.bare ?? 'broken') === 'broken' ? broken(settled, expected, extra) : advised(settled, expected, extra);
  if (answer.kind === 'F' && (rule.codes.length === 0 || rule.codes.includes(answer.code)))
    return kept(settled, expected, extra);
  if (rule.otherCode === 'kept') return kept(settled, expected, extra);
  return rule.otherCode === 'broken' ? broken(settled, expected, extra) : advised(settled, expected, extra);
}

/** A request that must be accepted: S, whatever else is wrong with the answer. */
export function accepted(settled: Settled, field?: string): Finding {
  const extra = field ? { field } : {};
  return settled.answer.kind === 'S' ? kept(settled, 'S/SUCCESS', extra) : broken(settled, 'S/SUCCESS', extra);
}
