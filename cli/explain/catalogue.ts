/** All rows that a report can have: catalogue requirements and constraints per operation. */

import { isOwnApi, type OperationId, operations } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';
import { rowsOf as plannedRows, type RowPlan } from '../../engine/plan/rows.ts';
import type { Basis, Level, Role } from '../../engine/report.ts';

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
  readonly source: { readonly page: string; readonly words: string; readonly overlay?: string };
  readonly binds: readonly string[];
  readonly observable: boolean;
  /** Why it is not observable; null where it is. */
  readonly reason: string | null;
  /** Ids of the rows that summarise this one. */
  readonly groups: readonly string[];
  readonly isGroup: boolean;
  readonly isConstraint: boolean;
  /** Applies to every API. */
  readonly isGeneric: boolean;
}

/** Operations of a role, in the order of the spec. */
export function operationsOf(role: Role): OperationId[] {
  return Object.values(operations)
    .filter((operation) => (role === 'mpp-client' ? isJudgedCall(operation) : operation.server === role))
    .map((operation) => operation.id);
}

/** Whether callers of an API can be tested: those of the user's own specs cannot yet. */
function isJudgedCall({ id, caller }: Operation): boolean {
  return caller === 'mpp' && !isOwnApi(id);
}

/** All rows of these operations, sorted by key. */
export function rowsOf(ids: readonly OperationId[]): CatalogueRow[] {
  return ids.flatMap((id) => plannedRows(operations[id], 'mpp').map(catalogueRow)).sort(byKey);
}

/** The constraint rows that a group row summarises at one operation. */
export function membersOf(row: CatalogueRow): CatalogueRow[] {
  return rowsOf([row.operation]).filter((member) => member.groups.includes(row.id));
}

/** Whether a row is judged in a role: it binds the system under test, or the suite as its counterpart. */
export function belongsTo(row: CatalogueRow, role: Role): boolean {
  if (!operationsOf(role).includes(row.operation)) return false;
  if (row.binds.length === 0) return true;
  const subject = { mpp: 'mpp-server', alipayplus: 'alipayplus-server', 'mpp-client': 'mpp-caller' }[role];
  const probe = { mpp: 'alipayplus-caller', alipayplus: 'mpp-caller', 'mpp-client': 'alipayplus-server' }[role];
  return row.binds.includes(subject) || (role !== 'mpp-client' && row.binds.includes(probe));
}

function catalogueRow({ op, constraint, requirement, ...row }: RowPlan): CatalogueRow {
  const { id, key, level, basis, says, ambiguity, source, group } = row;
  // A rule for a request binds both sides: the caller must follow it, the server must refuse violations.
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
