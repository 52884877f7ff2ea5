/** The plan of a run: every row with its checks, before anything is sent. */

import { isOwnApi, operations } from '../../contract/apis.ts';
import type { Field, Operation, Requirement, Rule } from '../../contract/types.ts';
import type { Check, Invariant, Probe, RunInvariant, ScenarioCheck } from '../check/check.ts';
import { type RunSettings, type Scenario, scenarioName } from '../settings.ts';
import { binds, type RowPlan, rowsOf } from './rows.ts';

/** Everything that knows how requirements are checked in a role; suites/ brings it. */
export interface SuiteSet {
  /** Checks of a row of the catalogue. */
  catalogue(op: Operation, requirement: Requirement): readonly Check[];
  request(op: Operation, field: Field, rule: Rule): readonly Check[];
  body(op: Operation, rule: Rule): readonly Check[];
  response(op: Operation, field: Field, rule: Rule): readonly Check[];
  scenario(op: Operation, scenario: Scenario): Probe;
  /** Loads what the probes of a profile search with; awaited before a run is driven or judged. */
  prepare(profile: RunSettings['profile']): Promise<void>;
  /** The row that configured scenarios without a row of their own belong to. */
  readonly otherScenarios: string;
}

/** A row with its checks. */
export interface PlannedRow extends RowPlan {
  readonly checks: readonly Check[];
  readonly probes: readonly Probe[];
  readonly invariants: readonly Invariant[];
  readonly runInvariants: readonly RunInvariant[];
  /** Codes for which a scenario is needed and none is configured. */
  readonly missingScenarios: readonly string[];
  /** Why it is not judged at all, or null. */
  readonly excused:
    | 'not-selected'
    | 'not-offered'
    | 'other-role'
    | 'not-observable'
    | 'suite'
    | 'declared'
    | 'passive'
    | null;
  /** Not judged, and yet its probes are sent: they showed what a selected row failed on. */
  readonly givesEvidence: boolean;
}

/** All rows of a run. */
export type Plan = readonly PlannedRow[];

/** What of the settings a plan depends on. */
export type PlanSettings = Pick<RunSettings, 'role' | 'apis' | 'selected' | 'only' | 'scenarios'> &
  Partial<Pick<RunSettings, 'declared' | 'with' | 'requirementSet'>>;

/** Operations that take part in a role. */
export function operationsOf(role: RunSettings['role']): Operation[] {
  const all = Object.values(operations);
  if (role === 'mpp') return all.filter(({ server }) => server === 'mpp');
  // The suite of callers is written for bundled APIs.
  return all.filter(({ id, server }) => server === 'alipayplus' && !(role === 'mpp-client' && isOwnApi(id)));
}

/** Operations of a role, those that make values known to others first. */
export function orderedOperations(role: RunSettings['role']): Operation[] {
  const all = operationsOf(role);
  const isFirst = ({ id, probing }: Operation) =>
    probing.introduces !== null || all.some((other) => other.probing.refersTo?.operation === id);
  return all.sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}

/** Plans every row of the role, in the order of its operations. */
export function planRun(settings: PlanSettings, set: SuiteSet): Plan {
  return orderedOperations(settings.role).flatMap((op) => planOperation(settings, set, op));
}

/** Whether a run sends a part of what a full run sends: what shows in all exchanges, or at their end, is then open. */
export function isPart(plan: Plan, { selected }: Pick<RunSettings, 'selected'>): boolean {
  return plan.some((row) => isLeftOut(row, selected) && !row.givesEvidence && row.probes.length > 0);
}

/** Whether a row can fail on a part of a run, and not pass: it is judged on every answer, or after everything else. */
export function needsWholeRun({ excused, invariants, runInvariants, probes }: PlannedRow): boolean {
  const atEnd = probes.filter((probe) => isAtEnd(probe) && !probe.neverPasses);
  return excused === null && invariants.length + runInvariants.length + atEnd.length > 0;
}

/** Whether a check looks at what became of the target during the run. */
export function isAtEnd({ phase }: Probe): boolean {
  return phase === 'last';
}

/** A row of a selected operation that `only` left out. */
function isLeftOut({ excused, operation }: PlannedRow, selected: readonly string[]): boolean {
  return excused === 'not-selected' && selected.includes(operation);
}

/** Whether the probes of a row are sent. */
export function isSent({ excused, givesEvidence }: PlannedRow): boolean {
  return excused === null || givesEvidence;
}

/** Operations that a plan needs: those with a row to judge, and those that a probe of such a row calls too. */
export function neededOperations(plan: Plan, settings: Pick<RunSettings, 'role' | 'apis' | 'selected'>): Operation[] {
  const open = plan.filter(isSent);
  // A call about an id needs the operation that introduces it, whether that is judged or not.
  const introducing = new Set(open.flatMap(({ op }) => op.probing.refersTo?.operation ?? []));
  const spanned = new Set<string>(open.flatMap(({ probes }) => probes.flatMap(({ spans = [] }) => spans)));
  const isNeeded = ({ id }: Operation) =>
    open.some(({ op }) => op.id === id) ||
    (settings.apis.includes(id) && introducing.has(id)) ||
    (settings.selected.includes(id) && spanned.has(id));
  return orderedOperations(settings.role).filter(isNeeded);
}

function planOperation(settings: PlanSettings, set: SuiteSet, op: Operation): PlannedRow[] {
  const claimed = new Set<string>();
  const regraded = settings.requirementSet?.regraded ?? {};
  const planned = rowsOf(op, settings.role)
    .map((row) => ({ ...row, ...regraded[row.key] }))
    .map((row) => ({ row, checks: checksOf(set, row) }));
  const ownVariants = new Set(planned.flatMap(({ checks }) => checks.flatMap(variantOf)));
  const rows = planned.map(({ row, checks }) => planRow(settings, set, row, { checks, claimed, ownVariants }));
  const unclaimed = (settings.scenarios[op.id] ?? []).filter((scenario) => !claimed.has(scenario.code));
  return rows.map((row) =>
    row.id === set.otherScenarios
      ? { ...row, probes: [...row.probes, ...unclaimed.map((scenario) => set.scenario(op, scenario))] }
      : row,
  );
}

interface RowParts {
  readonly checks: readonly Check[];
  /** Codes of scenarios that a row asks for; grows with each row. */
  readonly claimed: Set<string>;
  /** Variants of scenarios, written CODE:variant, that one row asks for by name. */
  readonly ownVariants: ReadonlySet<string>;
}

function planRow(
  settings: PlanSettings,
  set: SuiteSet,
  row: RowPlan,
  { checks, claimed, ownVariants }: RowParts,
): PlannedRow {
  const { op } = row;
  const scenarios = settings.scenarios[op.id] ?? [];
  const probes = checks.filter((check) => check.kind === 'probe');
  const missing: string[] = [];
  for (const check of checks) {
    if (check.kind !== 'scenario') continue;
    const own = scenarios.filter((one) => isWanted(check, one, ownVariants));
    for (const one of own) probes.push(set.scenario(op, one));
    if (own.length === 0) missing.push(scenarioName(check));
    claimed.add(check.code);
  }
  const excused = excuse(settings, row, checks);
  return {
    ...row,
    checks,
    probes,
    invariants: checks.filter((check) => check.kind === 'invariant'),
    runInvariants: checks.filter((check) => check.kind === 'run-invariant'),
    missingScenarios: missing,
    excused,
    givesEvidence:
      excused === 'not-selected' && settings.selected.includes(op.id) && settings.with?.includes(row.key) === true,
  };
}

/** The variant of a scenario that a check names. */
function variantOf(check: Check): string[] {
  return check.kind === 'scenario' && check.variant !== null ? [scenarioName(check)] : [];
}

/** A check that names a variant takes that alone; one that names none takes all that no other one names. */
function isWanted(check: ScenarioCheck, scenario: Scenario, ownVariants: ReadonlySet<string>): boolean {
  if (scenario.code !== check.code) return false;
  return check.variant === null ? !ownVariants.has(scenarioName(scenario)) : check.variant === scenario.variant;
}

function checksOf(set: SuiteSet, { op, constraint, requirement }: RowPlan): readonly Check[] {
  if (constraint) {
    const { side, field, rule } = constraint;
    if (side === 'body') return set.body(op, rule);
    return side === 'request' ? set.request(op, field!, rule) : set.response(op, field!, rule);
  }
  return set.catalogue(op, requirement!);
}

function excuse(settings: PlanSettings, row: RowPlan, checks: readonly Check[]): PlannedRow['excused'] {
  const { requirement } = row;
  if (!settings.apis.includes(row.operation)) return 'not-offered';
  if (requirement && !requirement.observable) return 'not-observable';
  const own = checks.some(({ kind }) => kind === 'suite-obligation');
  if (!own && !bindsSubject(settings, row, checks)) return 'other-role';
  if (settings.declared?.some(({ requirement }) => requirement === row.key)) return 'declared';
  if (!settings.selected.includes(row.operation)) return 'not-selected';
  const names = [row.id, row.key, ...row.group, ...row.group.map((id) => `${row.operation}/${id}`)];
  if (settings.only !== null && !names.some((name) => settings.only!.includes(name))) return 'not-selected';
  return own ? 'suite' : null;
}

/** Whether a row is about the party under test: constraints bind a caller only where it can break them. */
function bindsSubject({ role }: PlanSettings, { requirement }: RowPlan, checks: readonly Check[]): boolean {
  if (requirement) return binds(requirement, role);
  return role !== 'mpp-client' || checks.length > 0;
}
