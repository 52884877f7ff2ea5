/** docs/requirements.md: the catalogue, and the rules of each field. */

import { belongsTo, operationsOf, rowsOf } from '../../cli/explain/catalogue.ts';
import type { Requirement } from '../../contract/types.ts';
import type { Role } from '../../engine/report.ts';
import { operationIds } from '../../generated/operations.ts';
import { requirements } from '../../generated/requirements.ts';
import { cell, code, table } from './table.ts';

const parties = {
  'mpp-server': "the MPP's server",
  'mpp-caller': "the MPP's caller",
  'alipayplus-server': "Alipay+'s server",
  'alipayplus-caller': "Alipay+'s caller",
} as const;

/** The page. */
export function requirementsPage(): string {
  const generic = requirements.filter(({ operation }) => operation === null);
  return `# Requirements

Every row that a report can have. A broken MUST fails a run. A broken SHOULD warns, and fails with \`--strict\`. A row of basis \`position\`
only warns: the public pages are silent or contradict each other there, and [ambiguities.md](ambiguities.md) gives the position of the
suite. The sentences are worded by this suite; they do not quote the pages. \`conformance explain ID\` shows the source of a row, its
checks, and the faults that break it.

${table(['role', 'rows', 'MUST', 'SHOULD', 'position'], (['mpp', 'alipayplus', 'mpp-client'] as const).map(countsOf))}

## All APIs

${catalogue(generic)}
${operationIds.map(sectionOf).join('\n')}`;
}

function countsOf(role: Role): string[] {
  const rows = rowsOf(operationsOf(role)).filter((row) => belongsTo(row, role));
  const firm = rows.filter(({ basis }) => basis !== 'position');
  const count = (level: string) => `${firm.filter((row) => row.level === level).length}`;
  return [code(role), `${rows.length}`, count('MUST'), count('SHOULD'), `${rows.length - firm.length}`];
}

function sectionOf(id: (typeof operationIds)[number]): string {
  const own = requirements.filter(({ operation }) => operation === id);
  const fields = rowsOf([id]).filter(({ isConstraint }) => isConstraint);
  const rules = fields.map((row) => [
    code(row.id),
    cell(row.says),
    row.basis === 'normative' ? row.level : `${row.level} (${row.basis})`,
    row.groups.join(' '),
  ]);
  return `
## ${id}

${catalogue(own)}

### Fields of ${id}

${table(['id', 'rule', 'level', 'groups'], rules)}
`;
}

function catalogue(rows: readonly Requirement[]): string {
  return table(
    ['id', 'requirement', 'basis', 'binds'],
    rows.map((row) => [
      `<a id="${row.id.toLowerCase()}"></a>${row.id}`,
      `${cell(row.says)}${row.observable ? '' : ` *Not observable: ${cell(row.reason ?? '')}*`}`,
      row.ambiguity === null ? row.basis : `${row.basis}, [${row.ambiguity}](ambiguities.md#${row.ambiguity})`,
      row.binds.map((party) => parties[party]).join(', '),
    ]),
  );
}
