/** The text of `conformance explain ID`. */
import { operationIds } from '../../contract/apis.ts';
import { ambiguities } from '../../generated/requirements.ts';
import { suggestion } from '../terminal/did-you-mean.ts';
import { table, wrapText } from '../terminal/text-table.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { type CatalogueRow, membersOf, rowsOf } from './catalogue.ts';
import { probesOf } from './probe-titles.ts';
import { explainedWords, wordText } from './words-text.ts';

/** The text about the requirement with that id or key, or about another word that reports print, wrapped to a width. */
export async function explainText(written: string, width: number): Promise<string> {
  const word = wordText(written, width);
  if (word !== null) return word;
  const rows = rowsNamed(written);
  const [row] = rows as [CatalogueRow];
  const members = rows.flatMap(membersOf);
  const sections = [
    heading(row, rows, width),
    wrapText(row.says, width).join('\n'),
    sourceText(row, width),
    ambiguityText(row, width),
    await probesText(rows, members, width),
    listing(
      'Summarises',
      members.map((member) => [member.id, member.says]),
      width,
    ),
    await faultsText(rows, members, width),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function rowsNamed(written: string): CatalogueRow[] {
  const rows = rowsOf(operationIds);
  const lower = written.toLowerCase();
  const found = rows.filter((row) => row.key.toLowerCase() === lower || row.id.toLowerCase() === lower);
  if (found.length > 0) return inOrderOfTheSpec(found);
  const ids = () => [...new Set(rows.map(({ id }) => id)), ...explainedWords()];
  const known = written.includes('/') ? rows.map(({ key }) => key) : ids();
  throw new UsageError(
    `No requirement, ambiguity, diagnosis or reason is named "${written}"`,
    suggestion(written, known, 'Names') || 'List the requirements with: npx conformance list',
  );
}

function inOrderOfTheSpec(rows: readonly CatalogueRow[]): CatalogueRow[] {
  return operationIds.flatMap((id) => rows.filter((row) => row.operation === id));
}

function heading(row: CatalogueRow, rows: readonly CatalogueRow[], width: number): string {
  const where = rows.map(({ operation }) => operation).join(', ');
  return table([[row.id, `${row.level} · ${row.basis} · ${where}`]], width).join('\n');
}

function sourceText(row: CatalogueRow, width: number): string {
  const lines: string[][] = [
    ['Source', row.source.page],
    ['', row.source.words],
    ['Binds', row.binds.map(party).join(', ')],
  ];
  if (row.groups.length > 0) lines.push(['Part of', row.groups.join(', ')]);
  return table(
    lines.filter(([, text]) => text !== ''),
    width,
  ).join('\n');
}

function party(name: string): string {
  const [who, part] = name.split('-');
  return `${who === 'mpp' ? 'the MPP' : 'Alipay+'} as ${part}`;
}

function ambiguityText(row: CatalogueRow, width: number): string {
  const ambiguity = ambiguities.find(({ id }) => id === row.ambiguity);
  if (ambiguity === undefined) return '';
  const advice = row.basis === 'position' ? [['', 'A position is only a warning and never fails a run.']] : [];
  return table(
    [[`Ambiguity ${ambiguity.id}`, ambiguity.issue], ['Interpretation', ambiguity.position], ...advice],
    width,
  ).join('\n');
}

async function probesText(
  rows: readonly CatalogueRow[],
  members: readonly CatalogueRow[],
  width: number,
): Promise<string> {
  const [row] = rows as [CatalogueRow];
  if (!row.observable) return table([['Not observable', row.reason ?? '']], width).join('\n');
  if (members.length > 0) return '';
  const probes = [...new Set((await Promise.all(rows.map(probesOf))).flat())];
  return listing(
    'Tested by',
    probes.map((probe) => ['·', probe]),
    width,
    ' ',
  );
}

async function faultsText(
  rows: readonly CatalogueRow[],
  members: readonly CatalogueRow[],
  width: number,
): Promise<string> {
  const { alipayplusFaults, callerFaults, mppFaults } = await import('../../reference/index.ts');
  const keys = new Set([...rows, ...members].map(({ key }) => key));
  const faults = [...mppFaults, ...alipayplusFaults, ...callerFaults].filter(
    ({ breaks }) => breaks[0] !== undefined && keys.has(breaks[0]),
  );
  return listing(
    'Faults that break it (npx conformance serve PARTY --fault NAME)',
    faults.map(({ name, says }) => [name, says]),
    width,
  );
}

function listing(title: string, rows: readonly (readonly string[])[], width: number, gap?: string): string {
  if (rows.length === 0) return '';
  return [title, ...table(rows, width - 2, gap).map((line) => `  ${line}`)].join('\n');
}
