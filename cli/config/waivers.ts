/** Checks waivers and declarations: each names one row of the report; an expired waiver is an error before anything is sent. */
import type { Declaration, Waiver } from '../../engine/settings.ts';
import type { CatalogueRow } from '../explain/catalogue.ts';
import { suggestion } from '../terminal/did-you-mean.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import type { Config } from './shape.ts';

/** The waivers of a config, each naming exactly one known row. */
export function checkedWaivers(written: NonNullable<Config['waivers']>, rows: readonly CatalogueRow[]): Waiver[] {
  const dayFaults = written.map(({ until }, i) => dayFault(until, i)).filter((fault) => fault !== null);
  const waivers = withKeys(written, rows, 'waivers', dayFaults);
  return waivers.map(({ requirement, reason, owner, until }) => ({ requirement, reason, owner, until }));
}

/** The declarations of a config, each naming exactly one known row that no waiver names. */
export function checkedDeclarations(
  written: NonNullable<Config['declared']>,
  waivers: readonly Waiver[],
  rows: readonly CatalogueRow[],
): Declaration[] {
  const declared = withKeys(written, rows, 'declared', []);
  const both = declared.find(({ requirement }) => waivers.some((waiver) => waiver.requirement === requirement));
  if (both === undefined) return declared;
  throw new UsageError(
    `${both.requirement} is both waived and declared`,
    'Declare what cannot occur at the target; waive what fails. Keep one of the two.',
  );
}

/** Entries with the key of their row; every fault of the list is thrown together. */
function withKeys<Entry extends { requirement: string }>(
  written: readonly Entry[],
  rows: readonly CatalogueRow[],
  list: 'waivers' | 'declared',
  faults: readonly UsageError[],
): Entry[] {
  const found = written.map(({ requirement }, i) => rowNamed(requirement, rows, `${list}[${i}].requirement`, list));
  const keys = found.flatMap((row) => (row instanceof UsageError ? [] : [row.key]));
  throwFaults([
    ...found.filter((row) => row instanceof UsageError),
    ...faults,
    ...duplicates(keys).map((key) => new UsageError(`${list} contains ${key} twice`, 'Keep one of the two.')),
  ]);
  return written.map((entry, i) => ({ ...entry, requirement: (found[i] as CatalogueRow).key }));
}

/** Waivers whose last day has passed. */
export function staleWaivers(waivers: readonly Waiver[], today: Date): Waiver[] {
  const day = today.toISOString().slice(0, 10);
  return waivers.filter(({ until }) => until < day);
}

/** An error for each waiver whose last day has passed. */
export function expiredWaivers(waivers: readonly Waiver[], today: Date): UsageError[] {
  return staleWaivers(waivers, today).map(
    ({ requirement, owner, until }) =>
      new UsageError(
        `The waiver of ${requirement} expired on ${until} (owner: ${owner})`,
        'Remove it, or agree on a new date with its owner.',
      ),
  );
}

/** An error for each waiver that ends more than a year ahead, because it would never be reviewed. */
export function endlessWaivers(waivers: readonly Waiver[], today: Date): UsageError[] {
  const limit = new Date(today);
  limit.setUTCFullYear(today.getUTCFullYear() + 1);
  const latest = limit.toISOString().slice(0, 10);
  return waivers
    .filter(({ until }) => until > latest)
    .map(
      ({ requirement, until }) =>
        new UsageError(
          `The waiver of ${requirement} ends on ${until}, more than a year ahead`,
          `Choose a date up to ${latest}, and renew the waiver then if it is still needed.`,
        ),
    );
}

/** Throws if a waiver has expired or ends too late. */
export function refuseStale(waivers: readonly Waiver[], today: Date): void {
  throwFaults([...expiredWaivers(waivers, today), ...endlessWaivers(waivers, today)]);
}

const nouns = { waivers: 'a waiver', declared: 'a declaration' } as const;

function rowNamed(
  written: string,
  rows: readonly CatalogueRow[],
  name: string,
  list: keyof typeof nouns,
): CatalogueRow | UsageError {
  const exact = rows.find((row) => row.key === written);
  if (exact !== undefined) return unlessGroup(exact, name, list);
  const withId = rows.filter((row) => row.id === written);
  if (withId.length === 1) return unlessGroup(withId[0]!, name, list);
  if (withId.length > 1) {
    const keys = withId.slice(0, 3).map((row) => row.key);
    return new UsageError(
      `${name} "${written}" matches ${withId.length} rows, but ${nouns[list]} is for one`,
      `Write its key, such as ${keys.join(' or ')}.`,
    );
  }
  const known = written.includes('/') ? rows.map((row) => row.key) : [...new Set(rows.map((row) => row.id))];
  return new UsageError(
    `${name} "${written}" is not a known requirement`,
    suggestion(written, known, 'Requirements') || 'See: npx conformance list',
  );
}

/** A row that summarises others cannot be waived or declared. */
function unlessGroup(row: CatalogueRow, name: string, list: keyof typeof nouns): CatalogueRow | UsageError {
  if (!row.isGroup) return row;
  return new UsageError(
    `${name} "${row.key}" summarises other requirements, but ${nouns[list]} is for one`,
    `${list === 'waivers' ? 'Waive the one that fails' : 'Declare the one that cannot occur'}; list them with: npx conformance explain ${row.id}`,
  );
}

function dayFault(until: string, i: number): UsageError | null {
  const day = new Date(`${until}T00:00:00Z`);
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(until)) return null;
  return new UsageError(`waivers[${i}].until ${until} is not a valid date`, 'Write it like 2027-01-31.');
}

function duplicates(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))];
}
