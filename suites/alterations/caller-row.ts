/** How the tables of alterations of a caller write a row. */
import type { Operation } from '../../contract/types.ts';
import type { AlterationKind, CallerAlteration } from '../../engine/prove/alteration.ts';

/** What is sent in the place of a request. */
export type Request = NonNullable<CallerAlteration['request']>;
/** What an action is recorded as. */
export type Action = NonNullable<CallerAlteration['action']>;

/** One row of a table; ids of rows are written without the API in front. */
export function row(
  op: Operation,
  kind: AlterationKind,
  [name, says]: readonly [string, string],
  rows: string | readonly string[],
  alter: Pick<CallerAlteration, 'request' | 'action' | 'advice'>,
): CallerAlteration {
  const keys = [rows].flat().map((id) => `${op.id}/${id}`);
  return { of: 'caller', id: `${op.id}/${kind}/${name}`, operation: op.id, kind, says, rows: keys, ...alter };
}

/** Rows that speak of repeating. */
export const repeating = ['GPC-12', 'G-25'];
