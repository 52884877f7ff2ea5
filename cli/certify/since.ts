/** `certify --since PACKAGE`: which requirements an earlier package still covers, and which must be judged again. Sends nothing. */
import { planRun } from '../../engine/plan/plan.ts';
import type { Report, RequirementRow } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { quote } from '../../reporters/escape.ts';
import { plural } from '../../reporters/findings.ts';
import { suiteSet } from '../../suites/index.ts';
import { planFor } from '../run/run-conformance.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** A row that must be judged again, and why. */
export interface RunAgain {
  readonly key: string;
  readonly why: string;
}

/** What an earlier package covers. */
export interface Coverage {
  readonly again: readonly RunAgain[];
  /** Keys of rows whose evidence in the package still holds. */
  readonly covered: readonly string[];
}

/** The part of a package that its evidence still covers under other settings; everything must be judged again where the target differs. */
export async function coverageOf(earlier: Report, before: RunSettings, now: RunSettings): Promise<Coverage> {
  const plan = now.role === 'mpp-client' ? await planFor(now) : planRun(now, suiteSet);
  const all = differenceOfTarget(before, now);
  const rows = new Map(earlier.requirements.map((row) => [row.key, row]));
  const again: RunAgain[] = [];
  const covered: string[] = [];
  for (const { key, operation, says, level, basis, excused } of plan) {
    if (excused !== null) continue;
    const why = all ?? changeOfApi(operation, before, now) ?? changeOfRow(rows.get(key), { says, level, basis });
    if (why === null) covered.push(key);
    else again.push({ key, why });
  }
  return { again, covered };
}

/** Why nothing of the package holds; null where the target and the way to it are the same. */
function differenceOfTarget(before: RunSettings, now: RunSettings): string | null {
  const parts: readonly (readonly [string, (settings: RunSettings) => unknown])[] = [
    ['the role', ({ role }) => role],
    ['the address of the target', ({ target, role }) => (role === 'mpp-client' ? '' : target)],
    ['the version of the product', ({ subject }) => subject?.version ?? ''],
    ['the key of the target', ({ signing }) => signing.publicKey],
    ['the client id', ({ clientId }) => clientId],
  ];
  const found = parts.find(([, of]) => of(before) !== of(now));
  return found ? `${found[0]} differs` : null;
}

function changeOfApi(operation: string, before: RunSettings, now: RunSettings): string | null {
  const of = ({ paths, extraResultCodes, scenarios }: RunSettings) =>
    JSON.stringify([paths[operation], extraResultCodes[operation] ?? {}, scenarios[operation] ?? []]);
  return of(before) === of(now) ? null : 'path, scenarios or extra result codes of the API differ';
}

function changeOfRow(
  row: RequirementRow | undefined,
  now: Pick<RequirementRow, 'says' | 'level' | 'basis'>,
): string | null {
  if (!row) return 'it is new';
  if (row.says !== now.says || row.level !== now.level || row.basis !== now.basis) return 'the requirement has changed';
  // A group without members that apply sums up nothing.
  const isEmpty = row.kind === 'group' && row.outcome === 'not-applicable';
  return row.outcome === 'passed' || isEmpty ? null : `it was ${row.outcome}`;
}

/** Lines for the terminal: the reasons with their rows, then what is covered by what evidence. */
export function coverageText({ again, covered }: Coverage, directory: string, digest: string): string {
  const reasons = [...new Set(again.map(({ why }) => why))];
  const lines = reasons.flatMap((why) => {
    const keys = again.filter((one) => one.why === why).map(({ key }) => key);
    return [`${why} (${keys.length}):`, ...keys.map((key) => `  ${quote(key, 120)}`)];
  });
  const evidence = `${directory}, manifest SHA-256 ${digest}`;
  return [
    `${plural(again.length, 'requirement')} must be judged again; nothing was sent.`,
    ...lines,
    `${plural(covered.length, 'requirement')} covered by the evidence of ${evidence}.`,
    '',
  ].join('\n');
}

/** The reason not to build on a package whose evidence does not confirm its report. */
export function unconfirmed(directory: string, count: number): UsageError {
  return new UsageError(
    `--since ${directory} is not confirmed by its evidence: ${plural(count, 'finding')}`,
    `See: npx conformance verify ${directory}`,
  );
}
