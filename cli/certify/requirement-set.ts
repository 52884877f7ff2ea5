/** Frozen requirement sets: which rows of this suite count under a set, and with which level and basis. */
import { isOwnApi } from '../../contract/apis.ts';
import { operationsOf } from '../../engine/plan/plan.ts';
import { rowsOf } from '../../engine/plan/rows.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { requirementSets } from '../../generated/requirement-sets.ts';
import { suggestion } from '../terminal/did-you-mean.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Names of the sets, the newest last. */
export const setNames: readonly string[] = Object.keys(requirementSets).sort();

/** The set of that name for a role; the newest one where none is named. */
export function requirementSetFor(
  role: RunSettings['role'],
  name: string = setNames.at(-1)!,
): NonNullable<RunSettings['requirementSet']> {
  const set = Object.hasOwn(requirementSets, name) ? requirementSets[name] : undefined;
  if (!set) {
    throw new UsageError(
      `--set "${name}" is not a known requirement set`,
      suggestion(name, setNames, 'Sets') || `Sets: ${setNames.join(', ')}.`,
    );
  }
  const grades = role === 'mpp-client' ? set.callers : set.servers;
  // A user's own APIs and the facts of partners are agreed on apart from the documentation.
  const rows = operationsOf(role)
    .filter(({ id }) => !isOwnApi(id))
    .flatMap((op) => rowsOf(op, role))
    .filter(({ basis }) => basis !== 'partner');
  const regraded = rows.flatMap((row) => {
    const [level, basis] = grades[row.key] ?? [row.level, row.basis];
    return level === row.level && basis === row.basis ? [] : [[row.key, { level, basis }] as const];
  });
  return {
    name,
    digest: set.digest,
    unscored: rows.flatMap(({ key }) => (Object.hasOwn(grades, key) ? [] : [key])).sort(),
    regraded: Object.fromEntries(regraded.sort()),
  };
}
