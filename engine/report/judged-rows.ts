/** Judged rows: the planned rows with the findings of their checks, settled to one outcome each. Still facts, no words. */
import type { Finding, Missing, Reason } from '../check/finding.ts';
import type { JudgedCheck } from '../judge/judge.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';
import type { Outcome, RequirementRow } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { decidingCheck, outcomeOf, worst } from './outcome.ts';

/** One check with its outcome for the row. */
export interface SettledCheck {
  readonly title: string;
  /** What was done; empty where no exchange shows it. */
  readonly done: string;
  readonly ordinal: number;
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly finding: Finding;
  /** Keys of other rows whose requests it rests on, null where only a whole run shows it; left out where there are none. */
  readonly sentBy?: readonly string[] | null;
}

/** A row while a report is made of it. */
export interface JudgedRow {
  readonly planned: PlannedRow;
  readonly checks: readonly SettledCheck[];
  outcome: Outcome;
  reason: Reason;
  /** Key of the row whose finding explains this one; null for a root finding. */
  consequenceOf: string | null;
  waiver: RequirementRow['waiver'];
}

/** All rows of a plan, settled: outcomes, waivers, groups. */
export function judgedRows(plan: Plan, checks: readonly JudgedCheck[], settings: RunSettings): JudgedRow[] {
  const byRow = new Map<PlannedRow, SettledCheck[]>();
  for (const { row, title, did, ordinal, finding, sentBy } of checks) {
    const outcome = outcomeOf(row, finding, settings.strict);
    const own = byRow.get(row) ?? [];
    byRow.set(row, own);
    const settled = { outcome, reason: finding.reason, finding, ...(sentBy === undefined ? {} : { sentBy }) };
    own.push({ title, done: did ?? doneIn(finding, settings), ordinal, ...settled });
  }
  const rows = plan.map((planned) => settledRow(planned, byRow.get(planned) ?? []));
  // Before the groups are summed up: what is waived fails no group.
  for (const row of rows) {
    applyWaiver(row, settings);
    applySet(row, settings);
  }
  settleGroups(rows);
  return rows;
}

/** What was done where a check does not say it: what shows in every message is not due to the request that stands for them. */
function doneIn({ seen, ofMany, exchanges: [first] }: Finding, { role }: RunSettings): string {
  if (!first) return '';
  const isEvery = ofMany && seen && 'count' in seen && seen.count === seen.of && seen.of > 1;
  if (isEvery) return role === 'mpp-client' ? 'every request' : 'every answer';
  return first.title;
}

function settledRow(planned: PlannedRow, checks: readonly SettledCheck[]): JudgedRow {
  const row: JudgedRow = { planned, checks, outcome: 'not-run', reason: '', consequenceOf: null, waiver: null };
  const end = (outcome: Outcome, reason: Reason): JudgedRow => ({ ...row, outcome, reason });
  const { excused, checks: plannedChecks, probes, requirement } = planned;
  if (excused === 'not-offered' || excused === 'other-role' || excused === 'declared')
    return end('not-applicable', excused);
  const unseen = excused === 'not-observable' || plannedChecks.some(({ kind }) => kind === 'not-observable');
  if (excused !== 'not-selected' && unseen) return end('not-observable', 'not-observable');
  if (excused === 'not-selected' || excused === 'passive') return end('not-run', excused);
  const deciding = decidingCheck(checks);
  // What the suite's own requests keep is nothing that the subject did.
  if (excused === 'suite' && deciding?.outcome === 'passed') return end('not-applicable', 'suite');
  if (deciding) return end(deciding.outcome, deciding.outcome === 'passed' ? '' : deciding.reason);
  // A profile asks a part of the probes; a row without any of them was left out by it.
  return requirement?.members ? row : end('not-run', probes.length > 0 ? 'not-selected' : 'no-evidence');
}

function applyWaiver(row: JudgedRow, { waivers }: RunSettings): void {
  const { key, id } = row.planned;
  const waiver = waivers.find(({ requirement }) => requirement === key || requirement === id);
  if (!waiver) return;
  row.waiver = { reason: waiver.reason, owner: waiver.owner, until: waiver.until };
  if (row.outcome === 'failed' || row.outcome === 'warned' || row.outcome === 'inconclusive') {
    row.outcome = 'waived';
    row.reason = 'waived';
  }
}

/** What is newer than the requirement set of a certification was judged, and does not count. */
function applySet(row: JudgedRow, { requirementSet }: RunSettings): void {
  if (row.outcome === 'not-applicable' || !requirementSet?.unscored.includes(row.planned.key)) return;
  row.outcome = 'not-applicable';
  row.reason = 'unscored';
}

/** Sets the outcomes of group rows: the worst of their members. */
function settleGroups(rows: readonly JudgedRow[]): void {
  for (const row of rows) {
    const { requirement, operation, id } = row.planned;
    if (!requirement?.members) continue;
    const members = rows.filter(({ planned }) => planned.operation === operation && planned.group.includes(id));
    const outcome = worst(members.map((member) => member.outcome));
    if (!outcome) {
      row.outcome = 'not-applicable';
      row.reason = 'not-offered';
      continue;
    }
    const decides = members.find((member) => member.outcome === outcome)!;
    // A position among the members never turns the group of a MUST into more than a warning; `worst` sees to that by rows.
    row.outcome = outcome;
    row.reason = decides.reason;
    if (outcome === 'failed') row.consequenceOf = decides.planned.key;
  }
}

/** Whether a check of a row was left open for want of something that the config could give. */
export function misses({ checks }: JudgedRow, ...wanted: readonly Missing[]): boolean {
  return checks.some(({ finding }) => wanted.some((one) => one === finding.missing));
}

/** The failed checks of a row. */
export function failedChecks({ checks }: JudgedRow): readonly SettledCheck[] {
  return checks.filter(({ outcome }) => outcome === 'failed');
}
