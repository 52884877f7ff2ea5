/** Compiles the frozen requirement sets into a module: level and basis by row, and the digest of each file. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { setFolder } from '../requirement-set.ts';

interface SetEntry {
  readonly id: string;
  readonly level: string;
  readonly basis: string;
}

/** Text of generated/requirement-sets.ts. */
export function requirementSetsModule(): string {
  const names = readdirSync(setFolder)
    .filter((name) => /^\d{4}-\d\d\.yaml$/.test(name))
    .sort();
  const sets = names.map((name) => {
    const text = readFileSync(join(setFolder, name), 'utf8').replaceAll('\r\n', '\n');
    const { requirements, callers } = parse(text) as Record<'requirements' | 'callers', SetEntry[]>;
    const digest = createHash('sha256').update(text).digest('hex');
    return [name.replace('.yaml', ''), { digest, servers: grades(requirements), callers: grades(callers) }] as const;
  });
  return `
/** Level and basis of each row. */
export type Grades = Readonly<Record<string, readonly [level: 'MUST' | 'SHOULD' | 'MAY', basis: 'normative' | 'derived' | 'position']>>;

/** A frozen set: the digest of its file, and its rows where a server or a caller is under test. */
export interface FrozenSet {
  readonly digest: string;
  readonly servers: Grades;
  readonly callers: Grades;
}

/** The frozen requirement sets by name, the oldest first. */
export const requirementSets: Readonly<Record<string, FrozenSet>> = ${JSON.stringify(Object.fromEntries(sets))};
`;
}

function grades(entries: readonly SetEntry[]): Record<string, [string, string]> {
  return Object.fromEntries(entries.map(({ id, level, basis }) => [id, [level, basis]]));
}
