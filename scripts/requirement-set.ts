/** Writes a new frozen requirement set from the catalogue: `tsx scripts/requirement-set.ts 2026-11`. A released set is never written again. */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { operations } from '../contract/apis.ts';
import { type RowPlan, rowsOf } from '../engine/plan/rows.ts';
import type { Role } from '../engine/report.ts';

/** The folder of the sets. */
export const setFolder = fileURLToPath(new URL('../requirements/', import.meta.url));

/** Text of the set of all requirements as they are now. */
export function setText(name: string): string {
  return [
    `# The requirements of the documentation of ${name}. Frozen: it never changes once released; newer requirements come in a newer set.`,
    `set: ${name}`,
    'requirements:',
    ...linesOf('mpp'),
    'callers:',
    ...linesOf('mpp-client'),
    '',
  ].join('\n');
}

/** A line for each row; the same for both roles of servers. */
function linesOf(role: Role): string[] {
  const ids = Object.values(operations).filter(({ caller }) => role !== 'mpp-client' || caller === 'mpp');
  const rows = ids.flatMap((op) => rowsOf(op, role)).sort((a, b) => (a.key < b.key ? -1 : 1));
  return rows.map(line);
}

function line({ key, level, basis, source }: RowPlan): string {
  const { page, version } = source as { page: string; version?: string };
  const from = [`page: ${JSON.stringify(page)}`, ...(version ? [`version: ${JSON.stringify(version)}`] : [])];
  return `  - { id: ${JSON.stringify(key)}, level: ${level}, basis: ${basis}, ${from.join(', ')} }`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2] ?? '';
  const path = `${setFolder}${name}.yaml`;
  if (!/^\d{4}-\d\d$/.test(name) || existsSync(path)) {
    console.error('Give the month of the documentation, such as 2026-11, of which there is no set yet.');
    process.exitCode = 2;
  } else writeFileSync(path, setText(name));
}
