/** The plan of a run: every row with its proofs, before anything is sent. */

import type { Field, Rule } from '../../generated/operations.ts';
import { type Operation, type OperationId, operations } from '../../generated/operations.ts';
import type { Check, Invariant, Probe, RunInvariant, Suite } from '../check/check.ts';
import type { RunSettings, Scenario } from '../settings.ts';
import { binds, type RowPlan, rowsOf } from './rows.ts';

/** Everything that knows how requirements are proved; suites/index.ts brings it. */
export interface SuiteSet {
  /** The table of every API, and one per API. */
  readonly suites: readonly Suite[];
  request(op: Operation, field: Field, rule: Rule): readonly Probe[];
  body(op: Operation, rule: Rule): readonly Probe[];
  response(op: Operation, field: Field, rule: Rule): readonly Invariant[];
  scenario(op: Operation, scenario: Scenario): Probe;
  /** Loads what the probes of a profile search with; awaited before a run, so that no probe waits for a file. */
  prepare(profile: RunSettings['profile']): Promise<void>;
  /** The row that configured scenarios without a row of their own prove. */
  readonly otherScenarios: string;
}

export interface PlannedRow extends RowPlan {
  readonly proofs: readonly Check[];
  readonly probes: readonly Probe[];
  readonly invariants: readonly Invariant[];
  readonly overalls: readonly RunInvariant[];
  /** Codes for which a scenario is needed and none is configured. */
  readonly missingScenarios: readonly string[];
  /** Why it is not judged at all, or null. */
  readonly excused: 'not-selected' | 'not-offered' | 'other-role' | 'not-observable' | 'own-probes' | null;
}

type PlanSettings = Pick<RunSettings, 'role' | 'apis' | 'selected' | 'only' | 'scenarios'>;

/** Operations whose server is under test in a role. */
export function operationsOf(role: RunSettings['role']): Operation[] {
  return Object.values(operations).filter((op) => (role === 'mpp' ? op.server === 'mpp' : op.server === 'alipayplus'));
}

/** Plans every row of the role, in the order of its operations; those that introduce ids come first. */
export function planRun(settings: PlanSettings, set: SuiteSet): PlannedRow[] {
  const ordered = operationsOf(settings.role).sort(
    (a, b) => Number(b.probing.introduces !== null) - Number(a.probing.introduces !== null),
  );
  return ordered.flatMap((op) => planOperation(settings, set, op));
}

function planOperation(settings: PlanSettings, set: SuiteSet, op: Operation): PlannedRow[] {
  const claimed = new Set<string>();
  const rows = rowsOf(op).map((plan) => planRow(settings, set, plan, claimed));
  const unclaimed = (settings.scenarios[op.id] ?? []).filter((scenario) => !claimed.has(scenario.code));
  return rows.map((row) =>
    row.row.id === set.otherScenarios && row.excused === null
      ? { ...row, probes: [...row.probes, ...unclaimed.map((scenario) => set.scenario(op, scenario))] }
      : row,
  );
}

function planRow(settings: PlanSettings, set: SuiteSet, plan: RowPlan, claimed: Set<string>): PlannedRow {
  const { op } = plan;
  const proofs = proofsOf(set, plan);
  const scenarios = settings.scenarios[op.id] ?? [];
  const probes = proofs.filter((proof) => proof.kind === 'probe');
  const missing: string[] = [];
  for (const proof of proofs) {
    if (proof.kind !== 'scenario') continue;
    const own = scenarios.filter((scenario) => scenario.code === proof.code && wanted(proof.variant, scenario.variant));
    for (const scenario of own) probes.push(set.scenario(op, scenario));
    if (own.length === 0) missing.push(proof.variant ? `${proof.code}:${proof.variant}` : proof.code);
    claimed.add(proof.code);
  }
  return {
    ...plan,
    proofs,
    probes,
    invariants: proofs.filter((proof) => proof.kind === 'always'),
    overalls: proofs.filter((proof) => proof.kind === 'overall'),
    missingScenarios: missing,
    excused: excuse(settings, plan, proofs),
  };
}

/** A proof without a variant takes every variant; one that names a variant takes that alone. */
function wanted(variant: string | null, have: string): boolean {
  return variant === null || variant === have;
}

function proofsOf(set: SuiteSet, { op, constraint, requirement }: RowPlan): readonly Check[] {
  if (constraint) {
    const { side, field, rule } = constraint;
    if (side === 'body') return set.body(op, rule);
    return side === 'request' ? set.request(op, field!, rule) : set.response(op, field!, rule);
  }
  const own = set.suites.find((suite) => suite.operation === (requirement!.operation ?? 'every'));
  return own?.proofs.get(requirement!.id) ?? [];
}

function excuse(settings: PlanSettings, plan: RowPlan, proofs: readonly Check[]): PlannedRow['excused'] {
  const { row, requirement } = plan;
  if (!settings.apis.includes(row.operation)) return 'not-offered';
  if (requirement && !requirement.observable) return 'not-observable';
  const own = proofs.some((proof) => proof.kind === 'own-probes');
  if (requirement && !binds(requirement, settings.role) && !own) return 'other-role';
  if (!settings.selected.includes(row.operation)) return 'not-selected';
  const chosen =
    settings.only === null ||
    [row.id, row.key, ...row.group, ...row.group.map((id) => `${row.operation}/${id}`)].some((name) =>
      settings.only!.includes(name),
    );
  if (!chosen) return 'not-selected';
  return own ? 'own-probes' : null;
}

export type { OperationId };
