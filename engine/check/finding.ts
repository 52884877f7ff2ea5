/** Findings: what one check showed, as facts. Builders for every verdict, and the one rule for requests that must be refused. */
import { faultText } from '../fault-text.ts';
import type { Diagnosis } from '../report.ts';
import type { Answer } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import { answerFact, type Fact, note } from './facts.ts';

/**
 * What one check showed. `violated` is the requirement not kept: a MUST fails, a SHOULD or a position warns.
 * `advisory` warns whatever the level.
 */
export type Verdict =
  | 'satisfied'
  | 'violated'
  | 'advisory'
  | 'not-run'
  | 'inconclusive'
  | 'harness-error'
  | 'not-applicable'
  | 'not-observable';

/** Why a check is not plainly satisfied; the closed list is explained in docs/outcomes.md. */
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
  | 'absent'
  | 'no-evidence'
  | 'not-replayed'
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
  | 'suite'
  | 'declared'
  | 'unscored'
  | 'passive'
  | 'rewritten'
  | 'waived';

/** What would let a check run: read by the to-do list. */
export type Missing =
  | 'path'
  | 'user'
  | 'more-users'
  | 'rate'
  | 'spacing'
  | 'fresh-user'
  | 'second-user'
  | 'own-token'
  | 'verify-type-scenario'
  | 'retry-window'
  | 'caller-timeout';

/** How often something was seen, or where a search found it. */
export type Seen =
  | { readonly count: number; readonly of: number; readonly sideBySide?: true; readonly path?: string }
  | { readonly run: number; readonly path: string }
  | { readonly lists: number; readonly path: string };

/** What one check showed. */
export interface Finding {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly expected: Fact | null;
  readonly received: Fact | null;
  /** What it was judged on; the exchange that decides comes first. */
  readonly exchanges: readonly Exchange[];
  /** What the target does where the documents are silent: `satisfied`, and listed among the facts of the report. */
  readonly fact?: true;
  /** Number of the ambiguity that a fact is about, where it is not that of its row. */
  readonly ambiguity?: string;
  /** The guilty part: JSON pointer of a request field, `header:NAME`, `method`, `path`, `body`; of an answer behind `response:`. */
  readonly place?: string;
  readonly seen?: Seen;
  /** One of many messages that were judged alike; `seen` says how many of them show it. */
  readonly ofMany?: true;
  /** All exchanges that show it, where `exchanges` has one that stands for them. */
  readonly allEvidence?: readonly Exchange[];
  /** Request body that shows it, or a list of calls. */
  readonly counterexample?: unknown;
  readonly missing?: Missing;
  /** Random cases that it rests on. */
  readonly sampled?: number;
  /** What the request got when it was asked again one by one at the end: the same each time, or another answer. */
  readonly again?: 'same' | 'other';
  /** Looks for the cause; asked of the finding that is shown only, since the search may take a while. */
  readonly diagnose?: () => Diagnosis | null;
}

/** An answer that all its attempts agree on, not throttled. */
export interface Settled {
  readonly answer: Answer;
  /** All attempts, the one that is judged last. */
  readonly exchanges: readonly Exchange[];
  /** The body that was meant, where something else was written; null where it is what was sent. */
  readonly meant: unknown;
  /** Index of the fixture that was used; null for a made-up user. */
  readonly fixture: number | null;
  /** Where the request departs from a good one: `guiltyPart`. */
  readonly place: string;
}

/** The body of the request, as it was meant. */
export function bodyMeant({ meant, answer }: Settled): unknown {
  return meant ?? jsonOf(answer.exchange.request.body);
}

/** Members of a finding that its builder leaves to the caller. */
export type Extra = Partial<
  Pick<
    Finding,
    | 'place'
    | 'seen'
    | 'counterexample'
    | 'received'
    | 'missing'
    | 'exchanges'
    | 'diagnose'
    | 'allEvidence'
    | 'ambiguity'
  >
>;

/** Reasons that go with the verdicts of plain builders. */
const reasonOf = { satisfied: '', violated: 'broken', advisory: 'advice' } as const;

/** A finding from facts and exchanges alone. */
export function shown(
  verdict: 'satisfied' | 'violated' | 'advisory',
  expected: Fact,
  received: Fact | null,
  exchanges: readonly Exchange[],
  extra: Extra = {},
): Finding {
  return { verdict, reason: reasonOf[verdict], expected, received, exchanges, ...extra };
}

function ofSettled(verdict: Verdict, reason: Reason, settled: Settled, expected: Fact, extra: Extra): Finding {
  const isAgainstTarget = verdict === 'violated' || verdict === 'advisory';
  // Where the request is a good one, what is wrong is its result.
  const place = settled.place || (isAgainstTarget && settled.answer.result ? 'response:/result/resultCode' : '');
  return {
    verdict,
    reason,
    expected,
    received: answerFact(settled.answer),
    exchanges: settled.exchanges,
    ...(isAgainstTarget ? { counterexample: bodyMeant(settled) } : {}),
    ...(place === '' ? {} : { place }),
    ...extra,
  };
}

/** The requirement was kept. */
export function satisfied(settled: Settled, expected: Fact, extra: Extra = {}): Finding {
  return ofSettled('satisfied', '', settled, expected, extra);
}

/** The requirement was not kept. */
export function violated(settled: Settled, expected: Fact, extra: Extra = {}): Finding {
  return ofSettled('violated', 'broken', settled, expected, extra);
}

/** Worth telling, never a failure. */
export function advisory(settled: Settled, expected: Fact, extra: Extra = {}): Finding {
  return ofSettled('advisory', 'advice', settled, expected, extra);
}

/** What the target does where the documents are silent: neither right nor wrong, and reported as it is. */
export function fact(settled: Settled, expected: Fact, extra: Extra = {}): Finding {
  return asFact(satisfied(settled, expected, extra));
}

/** The same finding as a fact, whatever it spoke for or against. */
export function asFact(finding: Finding, ambiguity = finding.ambiguity): Finding {
  const { counterexample: _, ...rest } = finding;
  return { ...rest, verdict: 'satisfied', reason: '', fact: true, ...(ambiguity ? { ambiguity } : {}) };
}

/** Asked and answered, and still open. */
export function inconclusive(settled: Settled, reason: Reason, expected: Fact, extra: Extra = {}): Finding {
  return ofSettled('inconclusive', reason, settled, expected, extra);
}

/** A check that was not put to the target, and why. */
export function notRun(reason: Reason, received: Fact, extra: Extra & { expected?: Fact } = {}): Finding {
  return { verdict: 'not-run', reason, expected: null, received, exchanges: [], ...extra };
}

/** A check that says nothing about this target or configuration. */
export function notApplicable(reason: Reason, received: Fact, extra: Extra & { expected?: Fact } = {}): Finding {
  return { verdict: 'not-applicable', reason, expected: null, received, exchanges: [], ...extra };
}

/** A check that broke off: the fault of the suite, never the target's. */
export function ownFault(error: unknown): Finding {
  return {
    verdict: 'harness-error',
    reason: 'probe-wrong',
    expected: null,
    received: note('harness', faultText(error)),
    exchanges: [],
  };
}

/** The same finding as advice where it was violated. */
export function asAdvice(finding: Finding): Finding {
  return finding.verdict === 'violated' ? { ...finding, verdict: 'advisory', reason: 'advice' } : finding;
}

/** Whether a finding speaks against the target. */
export function isAgainst({ verdict }: Finding): boolean {
  return verdict === 'violated' || verdict === 'advisory';
}

/** What a request that must be refused may be answered with. */
export interface RefusalRule {
  /** Codes with F that are right; any where empty. */
  readonly codes: readonly string[];
  /** What S is; `violated` unless given. A crash is always violated. */
  readonly accepted?: 'violated' | 'advisory' | 'fact';
  /** What another F or U code is; `violated` unless given. */
  readonly otherCode?: 'violated' | 'advisory' | 'fact' | 'satisfied';
  /** Codes with F that are facts whatever `otherCode` says: the answer of a check that may come earlier. */
  readonly earlier?: readonly string[];
  /**
   * What an answer without a result is that is no crash; `violated` unless given. As `fact` it covers the statuses with which HTTP
   * itself refuses a method, a path or a media type; any other bare answer is advice.
   */
  readonly bare?: 'violated' | 'advisory' | 'fact';
  readonly place?: string;
  /** Number of the ambiguity that facts are about, where it is not that of the row. */
  readonly ambiguity?: string;
}

/** Statuses with which HTTP refuses a path, a method, an Accept or a Content-Type. */
const httpRefusals = new Set([404, 405, 406, 415]);

/** A request that must be refused: never S, no crash, F with one of the codes. */
export function refused(settled: Settled, rule: RefusalRule): Finding {
  const expected: Fact = { is: 'refused', codes: rule.codes };
  const verdict = refusalVerdict(settled.answer, rule);
  const extra: Extra = {
    ...(rule.place ? { place: rule.place } : {}),
    ...(rule.ambiguity ? { ambiguity: rule.ambiguity } : {}),
  };
  return verdict === 'fact'
    ? fact(settled, expected, extra)
    : ofSettled(verdict, reasonOf[verdict], settled, expected, extra);
}

function refusalVerdict(answer: Answer, rule: RefusalRule): 'satisfied' | 'violated' | 'advisory' | 'fact' {
  const { kind, code, http } = answer;
  const { codes, accepted = 'violated', otherCode = 'violated', bare = 'violated', earlier } = rule;
  if (kind === 'crash') return 'violated';
  if (kind === 'S') return accepted;
  if (kind === 'bare') return bare === 'fact' && !httpRefusals.has(http) ? 'advisory' : bare;
  if (kind === 'F' && (codes.length === 0 || codes.includes(code))) return 'satisfied';
  return kind === 'F' && earlier?.includes(code) ? 'fact' : otherCode;
}

/** A request that must be accepted: S, whatever else is wrong with the answer. */
export function accepted(settled: Settled, place?: string): Finding {
  const extra = place ? { place } : {};
  const expected: Fact = { is: 'accepted' };
  return settled.answer.kind === 'S' ? satisfied(settled, expected, extra) : violated(settled, expected, extra);
}

/** Whatever the documents leave open: an answer with a result is enough. */
export function answered(settled: Settled, place?: string): Finding {
  const extra = place ? { place } : {};
  const expected: Fact = { is: 'any-result' };
  return settled.answer.kind === 'crash' ? violated(settled, expected, extra) : satisfied(settled, expected, extra);
}
