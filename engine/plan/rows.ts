/** Rows: which requirements a run answers for, and how checks become their outcomes. */
import type { Field, Operation, OperationId, Rule } from '../../generated/operations.ts';
import { type Party, type Requirement, requirements } from '../../generated/requirements.ts';
import type { Finding } from '../check/finding.ts';
import { brokenOutcome, decidingCheck, worst } from '../report/outcome.ts';
import type { CheckResult, Outcome, RequirementRow, Role } from '../report.ts';

/** One row to be, with the part of the spec that it comes from. */
export interface RowPlan {
  readonly row: RequirementRow;
  readonly op: Operation;
  /** Set for constraints. */
  readonly constraint: {
    readonly side: 'request' | 'response' | 'body';
    readonly field: Field | null;
    readonly rule: Rule;
  } | null;
  /** Set for catalogue rows. */
  readonly requirement: Requirement | null;
}

/** Who is bound, in the words of the spec, when a role is under test. */
const boundBy: Readonly<Record<Role, Party>> = {
  mpp: 'mpp-server',
  alipayplus: 'alipayplus-server',
  'mpp-client': 'mpp-caller',
};

/** Whether a catalogue row binds the subject of a role. */
export function binds(requirement: Requirement, role: Role): boolean {
  return requirement.binds.includes(boundBy[role]);
}

/** All rows of one operation, constraints and catalogue. */
export function rowsOf(op: Operation): RowPlan[] {
  const own = requirements.filter((row) => row.operation === op.id || row.operation === null);
  return [
    ...op.body.map((rule) => constraintRow(op, 'body', null, rule)),
    ...op.request.flatMap((field) => field.rules.map((rule) => constraintRow(op, 'request', field, rule))),
    ...op.response.flatMap((field) => field.rules.map((rule) => constraintRow(op, 'response', field, rule))),
    ...own.map((requirement) => catalogueRow(op, requirement)),
  ];
}

const open = { outcome: 'not-run' as Outcome, reason: '', consequenceOf: null, waiver: null };

function constraintRow(op: Operation, side: 'request' | 'response' | 'body', field: Field | null, rule: Rule): RowPlan {
  const { id, says, level, basis, ambiguity, source, keyword } = rule;
  const kind = side === 'response' ? `answer ${keyword}` : keyword;
  const row: RequirementRow = {
    key: `${op.id}/${id}`,
    id,
    operation: op.id,
    level,
    basis,
    says,
    source: { ...source },
    ambiguity,
    group: [...rule.group],
    kind,
    checks: [],
    ...open,
  };
  return { row, op, constraint: { side, field, rule }, requirement: null };
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^G-(0[2-57-9]|14|26)$/, 'signature'],
  [/^G-(01|06|1[0-3]|22)$/, 'http'],
  [/^G-(15|16|24)$/, 'result'],
  [/^G-(17|18|19|20|21)$/, 'encoding'],
  [/./, 'behaviour'],
];

function catalogueRow(op: Operation, requirement: Requirement): RowPlan {
  const { id, says, level, basis, ambiguity, source } = requirement;
  const row: RequirementRow = {
    key: `${op.id}/${id}`,
    id,
    operation: op.id,
    level,
    basis,
    says,
    source: { ...source },
    ambiguity,
    group: [],
    kind: requirement.members ? 'group' : kinds.find(([pattern]) => pattern.test(id))![1],
    checks: [],
    ...open,
  };
  return { row, op, constraint: null, requirement };
}

/** A check of a row from what was shown; `strict` turns a broken SHOULD into a failure. */
export function checkOf(row: RequirementRow, title: string, judged: Finding, strict: boolean): CheckResult {
  const outcome: Outcome =
    judged.verdict === 'kept'
      ? 'passed'
      : judged.verdict === 'broken'
        ? brokenOutcome(row, strict)
        : judged.verdict === 'advised'
          ? 'warned'
          : judged.verdict;
  const check: CheckResult = {
    title,
    outcome,
    reason: judged.reason,
    expected: judged.expected,
    received: judged.received,
    seen: judged.seen ?? '',
    counterexample: judged.counterexample ?? null,
    field: judged.field ?? '',
    exchanges: (outcome === 'passed' ? someOf(judged.exchanges) : judged.exchanges).map((exchange) => exchange.id),
    replay: '',
  };
  if (judged.allEvidence) {
    const ids = judged.allEvidence.map((exchange) => exchange.id);
    reaches.set(check, ids);
  }
  return check;
}

/** Of what passed many times a few show it; the count stands in `seen`, and all of them in the full evidence. */
const shownOfPassed = 8;

function someOf<T>(all: readonly T[]): readonly T[] {
  return all.length <= shownOfPassed ? all : [...all.slice(0, shownOfPassed - 1), all.at(-1)!];
}

const reaches = new WeakMap<CheckResult, string[]>();

/** Ids of all exchanges that showed a check, where it names one that stands for many. */
export function reachOf(check: CheckResult): readonly string[] | undefined {
  return reaches.get(check);
}

/** Sets the outcome of a row from its checks. */
export function settleRow(row: RequirementRow): void {
  const deciding = decidingCheck(row.checks);
  if (!deciding) return;
  row.outcome = deciding.outcome;
  row.reason = deciding.outcome === 'passed' ? '' : deciding.reason;
}

/** Sets the outcomes of group rows: the worst of their members; a group without members that ran is not-run. */
export function settleGroups(plans: readonly RowPlan[]): void {
  for (const { row, requirement } of plans) {
    if (!requirement?.members) continue;
    const members = plans.filter((plan) => plan.row.operation === row.operation && plan.row.group.includes(row.id));
    const outcome = worst(members.map((member) => member.row.outcome));
    if (!outcome) {
      row.outcome = 'not-applicable';
      row.reason = 'not-offered';
      continue;
    }
    const decides = members.find((member) => member.row.outcome === outcome)!;
    // A position among the members never turns the group of a MUST into more than a warning; `worst` sees to that by rows.
    row.outcome = outcome;
    row.reason = decides.row.reason;
    if (outcome === 'failed') row.consequenceOf = decides.row.key;
  }
}

export function findPlan(plans: readonly RowPlan[], operation: OperationId, id: string): RowPlan | undefined {
  return plans.find((plan) => plan.row.operation === operation && plan.row.id === id);
}
