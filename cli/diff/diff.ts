/** Compares two reports: which requirements got worse or better, which are new or missing. */
import type { Outcome, Report, RequirementRow } from '../../engine/report.ts';
import { quote } from '../../reporters/escape.ts';
import { type Paint, Sheet, type TerminalOptions } from '../../reporters/terminal.ts';
import { reportAt } from '../run/report-at.ts';
import type { Environment } from '../terminal/environment.ts';
import { print, terminalOptions } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Rank of each outcome, best first. Rows that are not applicable, not observable or not selected count as missing. */
const ranks: Readonly<Partial<Record<Outcome, number>>> = {
  passed: 0,
  warned: 1,
  waived: 2,
  'not-run': 3,
  inconclusive: 4,
  'harness-error': 4,
  failed: 5,
};

/** One row in both reports. */
export interface Change {
  readonly before: RequirementRow;
  readonly after: RequirementRow;
}

/** What changed between two reports. */
export interface Difference {
  readonly worse: readonly Change[];
  readonly better: readonly Change[];
  readonly added: readonly RequirementRow[];
  readonly gone: readonly RequirementRow[];
  /** Rows with the same outcome in both. */
  readonly same: number;
}

/** Compares by outcome, row by row. */
export function compareReports(before: Report, after: Report): Difference {
  const olds = new Map(before.requirements.filter(isAsked).map((row) => [row.key, row]));
  const news = after.requirements.filter(isAsked);
  const both = news.flatMap((row) => (olds.has(row.key) ? [{ before: olds.get(row.key)!, after: row }] : []));
  const kept = new Set(both.map(({ after: { key } }) => key));
  const step = ({ before: old, after: row }: Change) => ranks[row.outcome]! - ranks[old.outcome]!;
  return {
    worse: both.filter((change) => step(change) > 0),
    better: both.filter((change) => step(change) < 0),
    added: news.filter(({ key }) => !kept.has(key)),
    gone: [...olds.values()].filter(({ key }) => !kept.has(key)),
    same: both.filter((change) => step(change) === 0).length,
  };
}

function isAsked({ outcome, reason }: RequirementRow): boolean {
  return ranks[outcome] !== undefined && !(outcome === 'not-run' && reason === 'not-selected');
}

/** Whether a row that got worse can fail a run now: warned and waived rows cannot. */
export function isRegression({ after }: Change): boolean {
  return after.outcome !== 'warned' && after.outcome !== 'waived';
}

/** Executes the `diff` command. */
export async function diff(beforeAt: string, afterAt: string, env: Environment): Promise<void> {
  const [before, after] = [await reportAt(beforeAt), await reportAt(afterAt)];
  if (before.target.role !== after.target.role) {
    throw new UsageError(
      `The reports have different roles, ${before.target.role} and ${after.target.role}`,
      'Compare reports of the same role.',
    );
  }
  const found = compareReports(before, after);
  process.exitCode = found.worse.some(isRegression) ? 1 : 0;
  await print(diffText(before, after, found, terminalOptions(env)));
}

/** What changed, as text. */
export function diffText(before: Report, after: Report, found: Difference, options: TerminalOptions): string {
  const sheet = new Sheet(options);
  const section = (heading: string, lines: readonly string[], ...paints: Paint[]) => {
    if (lines.length === 0) return;
    sheet.line().text(`${heading} (${lines.length})`, 0, 'bold', ...paints);
    for (const line of lines) sheet.hung(line, 2, 4);
  };
  sheet.hung(`Before  ${reportLine(before)}`, 0, 8).hung(`After   ${reportLine(after)}`, 0, 8);
  section('Worse', found.worse.map(changeLine), 'red');
  section('Better', found.better.map(changeLine), 'green');
  section('New', found.added.map(rowLine));
  section('Missing', found.gone.map(rowLine));
  const regressions = found.worse.filter(isRegression).length;
  const verdicts =
    before.verdict === after.verdict ? `${after.verdict}, unchanged` : `${before.verdict} → ${after.verdict}`;
  sheet
    .line()
    .text(`${found.same} ${found.same === 1 ? 'requirement' : 'requirements'} unchanged. Verdict: ${verdicts}.`);
  if (regressions === 0) return sheet.text('No regression.', 0, 'bold', 'green').toString();
  const count = regressions === 1 ? '1 regression.' : `${regressions} regressions.`;
  return sheet.text(count, 0, 'bold', 'red').toString();
}

function reportLine({ run, target, verdict }: Report): string {
  const where = target.embedded ? 'the built-in reference' : quote(target.url, 100);
  const part = run.narrowed ? ', selected requirements only' : '';
  return `${quote(run.startedAt, 30)}: ${verdict}; ${run.profile}, seed ${run.seed}${part}; ${where}`;
}

function changeLine({ before, after }: Change): string {
  const check = after.checks.find(({ outcome }) => outcome === after.outcome);
  const why = check && after.outcome !== 'passed' ? `: ${quote(check.received || after.reason, 160)}` : '';
  return `${quote(after.key, 80)}  ${before.outcome} → ${after.outcome}${why}`;
}

function rowLine({ key, outcome }: RequirementRow): string {
  return `${quote(key, 80)}  ${outcome}`;
}
