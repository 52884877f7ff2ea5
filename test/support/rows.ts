/** Rows made by hand: planned ones without checks, and judged ones with checks that ended as they are told. */

import { note } from '../../engine/check/facts.ts';
import type { Finding } from '../../engine/check/finding.ts';
import { notRun } from '../../engine/check/finding.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import { rowsOf } from '../../engine/plan/rows.ts';
import type { JudgedRow, SettledCheck } from '../../engine/report/judged-rows.ts';
import type { Outcome } from '../../engine/report.ts';
import { type OperationId, operations } from '../../generated/operations.ts';

/** A row of an API without checks. */
export function plannedRow(
  id: string,
  change: Partial<PlannedRow> = {},
  operation: OperationId = 'sendOTP',
): PlannedRow {
  const row = rowsOf(operations[operation], 'mpp').find((one) => one.id === id)!;
  const none = {
    checks: [],
    probes: [],
    invariants: [],
    runInvariants: [],
    missingScenarios: [],
    excused: null,
    givesEvidence: false,
  };
  return { ...row, ...none, ...change };
}

/** A finding with this verdict and nothing in it. */
export function findingOf(verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding {
  return { ...notRun('unstable', note('no-evidence')), verdict, ...more };
}

/** A check of a row that ended so. */
export function settledCheck(outcome: Outcome, more: Partial<Finding> = {}, ordinal = 0): SettledCheck {
  const finding = findingOf(outcome === 'failed' ? 'violated' : 'satisfied', more);
  return { title: 'a check', done: '', ordinal, outcome, reason: finding.reason, finding };
}

/** A judged row. */
export function judgedRow(
  planned: PlannedRow,
  checks: readonly SettledCheck[],
  change: Partial<JudgedRow> = {},
): JudgedRow {
  return { planned, checks, outcome: 'failed', reason: 'broken', consequenceOf: null, waiver: null, ...change };
}
