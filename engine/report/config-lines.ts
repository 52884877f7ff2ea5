/** What the parts of the to-do list share: rows by what they lack, lines of YAML, and the fields that name a user. */
import type { IdentityKind, Operation } from '../../contract/types.ts';
import type { JudgedRow } from './judged-rows.ts';

/** Rows that were not run, where a check of theirs says why. */
export function keysWith(rows: readonly JudgedRow[], says: (row: JudgedRow) => boolean): string[] {
  return rows.filter((row) => row.outcome === 'not-run' && says(row)).map(({ planned }) => planned.key);
}

/** Whether a check of a row ended for one of these reasons. */
export function hasReason(row: JudgedRow, ...reasons: readonly string[]): boolean {
  return row.checks.some(({ reason }) => reasons.includes(reason));
}

/** Lines of YAML under a key of the config: such blocks can be merged key by key. */
export function block(key: string, ...lines: readonly string[]): string {
  return [`${key}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** A key of a YAML map; quoted where it has a colon. */
export function yamlKey(name: string): string {
  return name.includes(':') ? `"${name}"` : name;
}

/** Names as a part of a sentence. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Top-level fields that name somebody or something of a kind. */
function fieldsOf({ request }: Operation, kind: IdentityKind): string[] {
  return request.filter(({ identity }) => identity?.of === kind).map(({ path }) => path[0]!);
}

/** Fields that name a user of the test environment, and the token that no other API of the target introduces. */
export function userFields(op: Operation, apis: readonly string[]): string[] {
  const { refersTo } = op.probing;
  const users = fieldsOf(op, 'user');
  const names = refersTo && !apis.includes(refersTo.operation) ? [...users, refersTo.field] : users;
  return names.length > 0 ? names : op.request.filter(({ required }) => required).map(({ path }) => path[0]!);
}

/** Fields that name who calls: few test environments look at them. */
export function partnerFields(op: Operation): string[] {
  return fieldsOf(op, 'partner');
}
