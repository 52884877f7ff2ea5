/** Outcomes: what a finding becomes for its row, which of several is the worst, what the verdict of a run is, and its exit code. */
import type { Finding } from '../check/finding.ts';
import { violationOutcome } from '../plan/gate.ts';
import { type CheckResult, type Outcome, outcomes, type RequirementRow, type Verdict } from '../report.ts';

/** The outcome of one check of a row; `strict` turns a violated SHOULD into a failure. */
export function outcomeOf(
  row: Pick<RequirementRow, 'level' | 'basis'>,
  { verdict }: Pick<Finding, 'verdict'>,
  strict: boolean,
): Outcome {
  if (verdict === 'satisfied') return 'passed';
  if (verdict === 'violated') return violationOutcome(row, strict);
  return verdict === 'advisory' ? 'warned' : verdict;
}

/** Worst first. A requirement of which a part did not run is not green: `not-run` ranks before `passed`. */
const worstFirst: readonly Outcome[] = [
  'failed',
  'harness-error',
  'inconclusive',
  'warned',
  'waived',
  'not-run',
  'passed',
  'not-observable',
  'not-applicable',
];

/** The worst outcome of a list; null for an empty one. */
export function worst(list: readonly Outcome[]): Outcome | null {
  return worstFirst.find((outcome) => list.includes(outcome)) ?? null;
}

/** The check that decides a row: the first with the worst outcome. */
export function decidingCheck<C extends Pick<CheckResult, 'outcome'>>(checks: readonly C[]): C | null {
  const outcome = worst(checks.map((check) => check.outcome));
  return checks.find((check) => check.outcome === outcome) ?? null;
}

/** Rows by outcome; every outcome is named, also with 0. */
export function totalsOf(rows: readonly Pick<RequirementRow, 'outcome'>[]): Record<Outcome, number> {
  const totals = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const row of rows) totals[row.outcome] += 1;
  return totals;
}

/** What decides the end of a run besides its rows. */
export interface RunEnd {
  readonly interrupted: boolean;
  /** A usage, configuration or key fault was diagnosed. */
  readonly misconfigured: boolean;
  /** A waiver of something that passes; says nothing about the target. */
  readonly staleWaivers: boolean;
  /** No HTTP answer in the preflight. */
  readonly unreachable: boolean;
  /** The target went away during the run, or had too much to do for anything, and it stayed so. */
  readonly gone: boolean;
  /** An error of the suite ended the run or its judgement early. */
  readonly faulty?: boolean;
  readonly certify: boolean;
  /** Selected operations that never accepted a control, or whose MUST rows are all without a check. */
  readonly withoutControl: readonly string[];
  /** Checks that were really put to the subject and judged. */
  readonly judged: number;
}

type RowEnd = Pick<RequirementRow, 'outcome' | 'level' | 'basis'> & Partial<Pick<RequirementRow, 'reason'>>;

/** Verdict and exit code: the first that holds of 130, 2, 3, 1, 5, 4, 0. */
export function verdictOf(rows: readonly RowEnd[], end: RunEnd): { verdict: Verdict; exitCode: number } {
  const failed = rows.some((row) => row.outcome === 'failed');
  const broken = end.faulty === true || rows.some((row) => row.outcome === 'harness-error');
  const open = isIncomplete(rows, end);
  const verdict: Verdict = failed
    ? 'not-conformant'
    : broken
      ? 'error'
      : open || end.interrupted || end.misconfigured || end.unreachable
        ? 'incomplete'
        : 'conformant';
  if (end.interrupted) return { verdict, exitCode: 130 };
  if (end.misconfigured || end.staleWaivers) return { verdict, exitCode: 2 };
  if (end.unreachable) return { verdict, exitCode: 3 };
  return { verdict, exitCode: { 'not-conformant': 1, error: 5, incomplete: 4, conformant: 0 }[verdict] };
}

const judgedOutcomes: ReadonlySet<Outcome> = new Set(['passed', 'failed', 'warned', 'waived']);

function isIncomplete(rows: readonly RowEnd[], end: RunEnd): boolean {
  if (end.judged === 0 || end.gone || end.withoutControl.length > 0) return true;
  // Checks alone are no verdict: of some row there must be one.
  if (!rows.some((row) => judgedOutcomes.has(row.outcome))) return true;
  const must = rows.filter((row) => row.level === 'MUST' && row.basis !== 'position');
  return must.some(
    ({ outcome, reason }) =>
      outcome === 'inconclusive' || (outcome === 'not-run' && (end.certify || reason === 'not-replayed')),
  );
}
