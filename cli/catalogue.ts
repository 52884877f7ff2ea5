/** Every row that a report can have, before any run: catalogue requirements and constraints, per operation. */
import type { Basis, Level, Role } from '../engine/report.ts';
import { type OperationId, operations } from '../generated/operations.ts';
import { type Requirement, requirements } from '../generated/requirements.ts';

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
  return ids.flatMap((id) => [...catalogueRows(id), ...constraintRows(id)]).sort(byKey);
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

function catalogueRows(operation: OperationId): CatalogueRow[] {
  return requirements
    .filter((requirement) => requirement.operation === null || requirement.operation === operation)
    .map((requirement) => catalogueRow(requirement, operation));
}

function catalogueRow(requirement: Requirement, operation: OperationId): CatalogueRow {
  const { id, level, basis, says, ambiguity, source, binds, observable, reason, members } = requirement;
  return {
    key: `${operation}/${id}`,
    id,
    operation,
    level,
    basis,
    says,
    ambiguity,
    source,
    binds,
    observable,
    reason,
    groups: [],
    isGroup: members !== null,
    isConstraint: false,
    isGeneric: requirement.operation === null,
  };
}

function constraintRows(operation: OperationId): CatalogueRow[] {
  const { request, response, server } = operations[operation];
  const side = (fields: typeof request, binds: string[]): CatalogueRow[] =>
    fields.flatMap((field) =>
      field.rules.map((rule) => ({
        key: `${operation}/${rule.id}`,
        id: rule.id,
        operation,
        level: rule.level,
        basis: rule.basis,
        says: rule.says,
        ambiguity: rule.ambiguity,
        source: rule.source,
        binds,
        observable: true,
        reason: null,
        groups: rule.group,
        isGroup: false,
        isConstraint: true,
        isGeneric: false,
      })),
    );
  return [
    ...side(request, [`${server}-server`, `${operations[operation].caller}-caller`]),
    ...side(response, [`${server}-server`]),
  ];
}

function byKey(a: CatalogueRow, b: CatalogueRow): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
