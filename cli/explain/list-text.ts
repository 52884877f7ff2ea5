/** The text of `conformance list`. */

import { type OperationId, operationIds } from '../../contract/apis.ts';
import type { Role } from '../../engine/report.ts';
import type { ListOptions } from '../options.ts';
import { knownName } from '../terminal/did-you-mean.ts';
import { table, wrapText } from '../terminal/text-table.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { belongsTo, type CatalogueRow, operationsOf, rowsOf } from './catalogue.ts';

/** The requirements as text wrapped to a width, or as JSON. */
export function listText({ role, api, json }: ListOptions, width: number): string {
  const rows = selectedRows(role, api);
  return json === true ? `${JSON.stringify(rows.map(asJson), null, 2)}\n` : asText(rows, width);
}

function selectedRows(role: Role | undefined, api: readonly string[] | undefined): CatalogueRow[] {
  const ofRole = role === undefined ? operationIds : operationsOf(role);
  const names = api?.flatMap((name) => name.split(',')).map((name) => knownName('API', 'APIs', name, operationIds));
  const foreign = names?.find((name) => !ofRole.includes(name));
  if (foreign !== undefined) {
    throw new UsageError(`${foreign} is not an API of role ${role}`, `Its APIs: ${ofRole.join(', ')}.`);
  }
  const ids = ofRole.filter((id) => names === undefined || names.includes(id));
  return rowsOf(ids).filter((row) => role === undefined || belongsTo(row, role));
}

function asJson(row: CatalogueRow): object {
  const { key, id, operation, level, basis, says, source, ambiguity, observable, reason, groups } = row;
  return { key, id, operation, level, basis, says, source, ambiguity, observable, reason, group: groups };
}

function asText(rows: readonly CatalogueRow[], width: number): string {
  const generic = rows.filter((row) => row.isGeneric);
  const ids = [...new Set(rows.map((row) => row.operation))];
  const sections = ids.flatMap((id) => {
    const own = rows.filter((row) => row.operation === id && !row.isGeneric);
    return [
      ...section(
        id,
        own.filter((row) => !row.isConstraint),
        width,
      ),
      ...section(
        `${id}: fields`,
        own.filter((row) => row.isConstraint),
        width,
      ),
    ];
  });
  const once = [...new Map(generic.map((row) => [row.id, row])).values()];
  const heading = ids.length > 1 ? `All APIs (${ids.join(', ')})` : 'All APIs';
  return [...section(heading, once, width), ...sections, counts(rows, ids)].join('\n');
}

/** The narrowest column of sentences beside ids. */
const narrowest = 30;

function section(heading: string, rows: readonly CatalogueRow[], width: number): string[] {
  if (rows.length === 0) return [];
  const sorted = [...rows].sort(byId);
  const cells = sorted.map(({ id, level, basis, says }) => [`  ${id}`, level, basis, says]);
  const beside = Math.max(...rows.map(({ id }) => id.length)) + '  MUST    normative  '.length;
  // Where ids leave no room, the rest stands below each.
  const lines =
    width - beside < narrowest
      ? sorted.flatMap(({ id, level, basis, says }) => [
          `  ${id}`,
          ...wrapText(`${level} ${basis}: ${says}`, width - 4).map((line) => `    ${line}`),
        ])
      : table(cells, width);
  return [...wrapText(heading, width), ...lines, ''];
}

function byId(a: CatalogueRow, b: CatalogueRow): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}

function counts(rows: readonly CatalogueRow[], ids: readonly OperationId[]): string {
  const of = (level: string): number => rows.filter((row) => row.level === level && row.basis !== 'position').length;
  const positions = rows.filter((row) => row.basis === 'position').length;
  const apis = ids.length === 1 ? 'one API' : `${ids.length} APIs`;
  return `${rows.length} requirements of ${apis}: ${of('MUST')} MUST, ${of('SHOULD')} SHOULD, ${positions} positions.\nDetails: npx conformance explain ID`;
}
