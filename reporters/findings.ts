/** What all formats derive from a report in the same way: root findings and consequences, counts, reasons, test results. */
import type { CheckResult, Outcome, Report, RequirementRow } from '../engine/report.ts';
import { thousands } from './escape.ts';
import { meanings } from './reasons.ts';

/** Outcomes in the order in which all formats name them: what needs attention first. */
export const outcomeOrder = [
  'failed',
  'harness-error',
  'inconclusive',
  'warned',
  'waived',
  'passed',
  'not-run',
  'not-observable',
  'not-applicable',
] as const satisfies readonly Outcome[];

/** A row that nothing else explains, the check that shows it best, and the rows that it explains. */
export interface Finding {
  row: RequirementRow;
  /** The first check with the row's own outcome; null in a row without checks. */
  check: CheckResult | null;
  /** The row's other checks with that outcome. */
  others: CheckResult[];
  consequences: RequirementRow[];
}

/** A key without the name of the API twice. */
export function shortKey({ key, id, operation }: Pick<RequirementRow, 'key' | 'id' | 'operation'>): string {
  return id.startsWith(`${operation}.`) ? id : key;
}

/** What a finding means for those who rely on the subject, worst first. */
export const harmWords: Readonly<Record<RequirementRow['harm'], string>> = {
  forged: 'acts on forged input',
  'accepts-forbidden': 'accepts what it must refuse',
  effect: 'loses or doubles an effect',
  'wrong-result': 'gives a wrong result',
  'wrong-form': 'writes a wrong form',
};

const harmOrder = Object.keys(harmWords);

/** Worse harm first, then what must be kept before what should be, then what explains most; rows that are equal stay in the order of their keys. */
function byHarm(one: Finding, other: Finding): number {
  return (
    harmOrder.indexOf(one.row.harm) - harmOrder.indexOf(other.row.harm) ||
    Number(gates(other.row)) - Number(gates(one.row)) ||
    other.consequences.length - one.consequences.length
  );
}

/** A finding in one line: what was done, what was expected, what came. */
export function headline({ row, check }: Pick<Finding, 'row' | 'check'>): string {
  if (!check) return row.reason ? `${row.says} (${row.reason})` : row.says;
  const seen = check.seen ? ` (seen ${check.seen})` : '';
  const ends = [
    check.expected && `expected ${check.expected}`,
    check.received && `${row.outcome === 'inconclusive' ? 'received' : 'got'} ${check.received}${seen}`,
  ];
  const told = ends.filter(Boolean).join(', ');
  const done = check.done || check.title;
  // What was expected came, and still does not count.
  if (row.outcome === 'inconclusive' && check.expected && check.expected === check.received)
    return `${done} → got ${check.received}${seen} as expected, but ${meanings[row.reason] ?? row.reason}`;
  return told ? `${done} → ${told}` : done;
}

/** The rows of one outcome that nothing else explains, worst first, each with its consequences; rows that only summarise others are left out. */
export function findings(report: Report, outcome: Outcome): Finding[] {
  const rootOf = roots(report);
  return report.requirements
    .filter((row) => row.outcome === outcome && rootOf.get(row.key) === row.key)
    .map((row) => {
      const [check = null, ...others] = row.checks.filter((one) => one.outcome === outcome);
      const consequences = report.requirements.filter(
        (other) => other.key !== row.key && rootOf.get(other.key) === row.key,
      );
      return { row, check: check ?? row.checks[0] ?? null, others, consequences };
    })
    .sort(byHarm);
}

/**
 * Key of the finding under which each row is shown: itself, or the row that explains it. Rows that only summarise others
 * have none. A row is shown under another one only if that one is at least as serious, so that no failure disappears.
 */
function roots(report: Report): Map<string, string> {
  const candidates = new Map(report.requirements.filter((row) => !isSum(row, report)).map((row) => [row.key, row]));
  const found = new Map<string, string>();
  for (const row of candidates.values()) {
    let root = row;
    const seen = new Set([row.key]);
    for (let cause = root.consequenceOf; cause !== null; cause = root.consequenceOf) {
      const next = candidates.get(cause);
      if (!next || seen.has(cause)) break;
      seen.add(cause);
      root = next;
    }
    const inCircle = root.consequenceOf !== null && seen.has(root.consequenceOf);
    found.set(row.key, !inCircle && isShownUnder(root, row) ? root.key : row.key);
  }
  return found;
}

function isShownUnder(root: RequirementRow, row: RequirementRow): boolean {
  // A waiver has an owner, and is always shown.
  if (row.outcome === 'waived') return false;
  if (row.outcome === 'failed') return root.outcome === 'failed';
  return root.outcome === row.outcome || root.outcome === 'failed';
}

/** True for a row that only summarises other rows of its operation, of which one shows what it sums up. */
export function isSum(row: RequirementRow, report: Report): boolean {
  return row.checks.length === 0 && sumsUp(row, report, []);
}

/** Whether a row has members like it that stand for themselves; groups that only sum up each other would all disappear. */
function sumsUp(row: RequirementRow, report: Report, above: readonly RequirementRow[]): boolean {
  return alike(row, report).some(
    (member) =>
      member.checks.length > 0 ||
      alike(member, report).length === 0 ||
      (!above.includes(member) && sumsUp(member, report, [...above, row])),
  );
}

function alike(row: RequirementRow, report: Report): RequirementRow[] {
  return members(row, report).filter(({ outcome }) => outcome === row.outcome);
}

/** The rows that count a row as their group. */
export function members(row: RequirementRow, report: Report): RequirementRow[] {
  return membersByGroup(report).get(`${row.operation} ${row.id}`) ?? [];
}

const indices = new WeakMap<Report, Map<string, RequirementRow[]>>();

/** Members by operation and group id, built once per report: every row asks. */
function membersByGroup(report: Report): Map<string, RequirementRow[]> {
  const known = indices.get(report);
  if (known) return known;
  const built = new Map<string, RequirementRow[]>();
  for (const row of report.requirements) {
    for (const group of row.group) {
      if (group === row.id) continue;
      const place = `${row.operation} ${group}`;
      built.set(place, [...(built.get(place) ?? []), row]);
    }
  }
  indices.set(report, built);
  return built;
}

/** How many rows can be judged from outside, how many of them were selected and judged, and how many would be with the whole to-do list done. */
export function judgedCounts(report: Report) {
  const { totals } = report;
  const judged = totals.passed + totals.failed + totals.warned + totals.waived;
  const judgeable = judged + totals['not-run'] + totals.inconclusive + totals['harness-error'];
  const open = new Set(
    report.requirements
      .filter((row) => row.outcome === 'not-run' || row.outcome === 'inconclusive')
      .map((row) => row.key),
  );
  const unlocked = new Set(report.todo.flatMap((todo) => todo.unlocks).filter((key) => open.has(key)));
  const left = report.requirements.filter(({ outcome, reason }) => outcome === 'not-run' && reason === 'not-selected');
  return { judged, judgeable, selected: judgeable - left.length, withTodo: judged + unlocked.size };
}

/** Whether an inconclusive row prevents a conformant verdict. */
export function gates(row: Pick<RequirementRow, 'level' | 'basis'>): boolean {
  return row.level === 'MUST' && row.basis !== 'position';
}

/** Reasons of one outcome with how many rows give them, most frequent first. */
export function reasons(report: Report, outcome: Outcome): [reason: string, rows: number][] {
  const counts = new Map<string, number>();
  for (const row of report.requirements) {
    if (row.outcome === outcome && row.reason) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** What a row is to a test runner. */
export type TestResult = 'passed' | 'failure' | 'error' | 'skipped';

/**
 * What a row is in the four words of test runners. An inconclusive row is not skipped where it prevents a conformant
 * verdict, so that a build is never green by accident; elsewhere it must not be red by accident.
 */
export function testResult(row: Pick<RequirementRow, 'outcome' | 'level' | 'basis'>): TestResult {
  const results: Record<Outcome, TestResult> = {
    passed: 'passed',
    warned: 'passed',
    failed: 'failure',
    'harness-error': 'error',
    inconclusive: gates(row) ? 'error' : 'skipped',
    waived: 'skipped',
    'not-run': 'skipped',
    'not-applicable': 'skipped',
    'not-observable': 'skipped',
  };
  return results[row.outcome];
}

/** Says that the target asked for fewer requests. */
export function slowedDown(perSecond: number): string {
  return `The target answered "too many requests": the run went down to ${plural(perSecond, 'request')} a second. Set run.rate to start there.`;
}

/** `1 finding`, `2 findings`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `0.8 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A counterexample in one line of JSON, long strings shortened; empty where the body does not matter. */
export function compact(counterexample: unknown, longest = 48): string {
  if (counterexample === null || counterexample === undefined) return '';
  const shorten = (_: string, value: unknown) =>
    typeof value === 'string' && value.length > longest
      ? `${value.slice(0, longest / 2).replace(/[\ud800-\udbff]$/, '')}… (${thousands(value.length)} characters)`
      : value;
  return JSON.stringify(counterexample, shorten) ?? '';
}
