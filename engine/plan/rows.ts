/** Rows: which requirements a run answers for, with the part of the contract that each comes from. */

import { requirements } from '../../contract/apis.ts';
import type { Field, Operation, Party, Requirement, Rule } from '../../contract/types.ts';
import type { RequirementRow, Role } from '../report.ts';

/** What a row of a report says before anything was judged. */
export type RowFacts = Readonly<
  Pick<
    RequirementRow,
    'key' | 'id' | 'operation' | 'level' | 'basis' | 'says' | 'source' | 'ambiguity' | 'group' | 'kind' | 'harm'
  >
>;

/** One row to be, with the part of the contract that it comes from. */
export interface RowPlan extends RowFacts {
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

/** All rows of one operation, constraints and catalogue, in the words for the subject of the role. */
export function rowsOf(op: Operation, role: Role): RowPlan[] {
  const own = requirements.filter((row) => row.operation === op.id || row.operation === null);
  const rows = [
    ...op.body.map((rule) => constraintRow(op, 'body', null, rule)),
    ...op.request.flatMap((field) => field.rules.map((rule) => constraintRow(op, 'request', field, rule))),
    ...op.response.flatMap((field) => field.rules.map((rule) => constraintRow(op, 'response', field, rule))),
    ...own.map((requirement) => catalogueRow(op, requirement)),
  ];
  return role === 'mpp-client' ? rows.map(asSent) : rows;
}

function constraintRow(op: Operation, side: 'request' | 'response' | 'body', field: Field | null, rule: Rule): RowPlan {
  const { id, says, level, basis, ambiguity, source, keyword, harm } = rule;
  return {
    key: `${op.id}/${id}`,
    id,
    operation: op.id,
    level,
    basis,
    says,
    source: { ...source },
    ambiguity,
    group: [...rule.group],
    kind: side === 'response' ? `answer ${keyword}` : keyword,
    harm,
    op,
    constraint: { side, field, rule },
    requirement: null,
  };
}

function catalogueRow(op: Operation, requirement: Requirement): RowPlan {
  const { id, says, level, basis, ambiguity, source, harm } = requirement;
  return {
    key: `${op.id}/${id}`,
    id,
    operation: op.id,
    level,
    basis,
    says,
    source: { ...source },
    ambiguity,
    group: [],
    kind: requirement.members ? 'group' : requirement.kind,
    harm,
    op,
    constraint: null,
    requirement,
  };
}

/** A constraint in the words for its sender: the page tells a caller what to send, not what to refuse. */
function asSent(row: RowPlan): RowPlan {
  const sent = row.constraint?.rule.sent;
  if (!sent) return { ...row, group: [] };
  const { says, level, basis, ambiguity, group, harm } = sent;
  return { ...row, says, level, basis, ambiguity, harm, group: [...group] };
}
