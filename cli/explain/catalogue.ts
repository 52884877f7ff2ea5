/** Every row that a report can have, before any run: catalogue requirements and constraints, per operation. */

import { rowsOf as plannedRows, type RowPlan } from '../../engine/plan/rows.ts';
import type { Basis, Level, Role } from '../../engine/report.ts';
import { type OperationId, operations } from '../../generated/operations.ts';

/** One requirement at one operation. */
export interface CatalogueRow {
  /** `<operation>/<id>`. */
  readonly key: string;
  readonly id: string;
  readonly operation: OperationId;
  readonly level: Level;
  readonly basis: Basis;
  readonly says: string;
  readonly ambiguity: string | null;
  readonly source: { readonly page: string; readonly words: string };
  readonly binds: readonly string[];
  readonly observable: boolean;
  /** Why it is not observable; null where it is. */
  readonly reason: string | null;
  /** Ids of the rows that sum this one up. */
  readonly groups: readonly string[];
  readonly isGroup: boolean;
  readonly isConstraint: boolean;
  /** Holds for every API alike. */
  readonly isGeneric: boolean;
}

/** Operations of a role, in the order of the spec. */
export function operationsOf(role: Role): OperationId[] {
  return Object.values(operations)
    .filter((operation) => (role === 'mpp-client' ? operation.caller === 'mpp' : operation.server === role))
    .map((operation) => operation.id);
}

/** Every operation, in the order of the spec. */
export const operationIds = Object.keys(operations) as OperationId[];

/** All rows of these operations, sorted by key. */
export function rowsOf(ids: readonly OperationId[]): CatalogueRow[] {
  return ids.flatMap((id) => plannedRows(operations[id], 'mpp').map(catalogueRow)).sort(byKey);
}

/** Ids of the constraint rows that a group row sums up at one operation. */
export function membersOf(row: CatalogueRow): CatalogueRow[] {
  return rowsOf([row.operation]).filter((member) => member.groups.includes(row.id));
}

/** Whether a row is judged in a role: it binds the subject, or our own probes as the subject's counterpart. */
export function belongsTo(row: CatalogueRow, role: Role): boolean {
  if (!operationsOf(role).includes(row.operation)) return false;
  if (row.binds.length === 0) return true;
  const subject = { mpp: 'mpp-server', alipayplus: 'alipayplus-server', 'mpp-client': 'mpp-caller' }[role];
  const probe = { mpp: 'alipayplus-caller', alipayplus: 'mpp-caller', 'mpp-client': 'alipayplus-server' }[role];
  return row.binds.includes(subject) || (role !== 'mpp-client' && row.binds.includes(probe));
}

function catalogueRow({ op, constraint, requirement, ...row }: RowPlan): CatalogueRow {
  const { id, key, level, basis, says, ambiguity, source, group } = row;
  // A rule of a request binds both ends: one must send it so, the other must refuse anything else.
  const parties = [`${op.server}-server`, ...(constraint?.side === 'response' ? [] : [`${op.caller}-caller`])];
  return {
    key,
    id,
    operation: op.id,
    level,
    basis,
    says,
    ambiguity,
    source,
    binds: requirement?.binds ?? parties,
    observable: requirement?.observable ?? true,
    reason: requirement?.reason ?? null,
    groups: group,
    isGroup: requirement !== null && requirement.members !== null,
    isConstraint: constraint !== null,
    isGeneric: requirement !== null && requirement.operation === null,
  };
}

function byKey(a: CatalogueRow, b: CatalogueRow): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
