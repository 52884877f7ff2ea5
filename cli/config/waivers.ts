/** Waivers: each names one row of the report, an owner and a last day; an expired one ends the run before it starts. */
import type { Waiver } from '../../engine/settings.ts';
import type { CatalogueRow } from '../explain/catalogue.ts';
import { suggestion } from '../terminal/did-you-mean.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import type { Config } from './shape.ts';

/** The waivers of a config, each naming exactly one known row. */
export function checkedWaivers(written: NonNullable<Config['waivers']>, rows: readonly CatalogueRow[]): Waiver[] {
  const faults: UsageError[] = [];
  const waivers: Waiver[] = [];
  for (const [i, waiver] of written.entries()) {
    const found = rowNamed(waiver.requirement, rows, `waivers[${i}].requirement`);
    const fault = found instanceof UsageError ? found : dayFault(waiver.until, i);
    if (fault !== null) faults.push(fault);
    else waivers.push({ ...waiver, requirement: (found as CatalogueRow).key });
  }
  for (const twice of duplicates(waivers.map(({ requirement }) => requirement))) {
    faults.push(new UsageError(`waivers name ${twice} twice`, 'Keep one of the two.'));
  }
  throwFaults(faults);
  return waivers;
}

/** Waivers whose last day is over: they waive nothing any more, and want a decision. */
export function staleWaivers(waivers: readonly Waiver[], today: Date): Waiver[] {
  const day = today.toISOString().slice(0, 10);
  return waivers.filter(({ until }) => until < day);
}

/** What is to be said of each waiver whose last day is over. */
export function expiredWaivers(waivers: readonly Waiver[], today: Date): UsageError[] {
  return staleWaivers(waivers, today).map(
    ({ requirement, owner, until }) =>
      new UsageError(
        `The waiver of ${requirement} expired on ${until} (owner: ${owner})`,
        'Remove it, or let its owner agree on another day.',
      ),
  );
}

/** Ends the run when a waiver is stale. */
export function refuseStale(waivers: readonly Waiver[], today: Date): void {
  throwFaults(expiredWaivers(waivers, today));
}

function rowNamed(written: string, rows: readonly CatalogueRow[], name: string): CatalogueRow | UsageError {
  const exact = rows.find((row) => row.key === written);
  if (exact !== undefined) return unlessGroup(exact, name);
  const withId = rows.filter((row) => row.id === written);
  if (withId.length === 1) return unlessGroup(withId[0]!, name);
  if (withId.length > 1) {
    const keys = withId.slice(0, 3).map((row) => row.key);
    return new UsageError(
      `${name} "${written}" names ${withId.length} rows, and a waiver names one`,
      `Write its key, such as ${keys.join(' or ')}.`,
    );
  }
  const known = written.includes('/') ? rows.map((row) => row.key) : [...new Set(rows.map((row) => row.id))];
  return new UsageError(
    `${name} "${written}" is no known requirement`,
    suggestion(written, known, 'Requirements') || 'See: conformance list',
  );
}

/** A row that sums up others has no finding of its own to waive. */
function unlessGroup(row: CatalogueRow, name: string): CatalogueRow | UsageError {
  if (!row.isGroup) return row;
  return new UsageError(
    `${name} "${row.key}" sums up other requirements, and a waiver is for one`,
    `Waive the one that fails; they are listed by: conformance explain ${row.id}`,
  );
}

function dayFault(until: string, i: number): UsageError | null {
  const day = new Date(`${until}T00:00:00Z`);
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(until)) return null;
  return new UsageError(`waivers[${i}].until ${until} is no day of the calendar`, 'Write it like 2027-01-31.');
}

function duplicates(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))];
}
