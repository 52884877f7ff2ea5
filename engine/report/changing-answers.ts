/** Rows that failed on answers which change from time to time: one of them stands for all, whatever field they are about. */
import { isByChance, isEverywhere } from '../judge/from-time-to-time.ts';
import { answerOf } from '../wire/answer.ts';
import { requestNameOf } from '../wire/exchange.ts';
import { covers, evidenceOf } from './evidence-of-rows.ts';
import { byAccepting } from './harm.ts';
import { failedChecks, type JudgedRow } from './judged-rows.ts';

/** Sets `consequenceOf` of failed rows that are due to such answers; `rows` are all of the run. */
export function linkChanging(failed: readonly JudgedRow[], rows: readonly JudgedRow[]): void {
  const changing = failed.filter((row) => count(row, 'other') > 0 && !isSteady(row));
  const byChance = rows.filter(({ checks }) => checks.some(({ finding }) => isByChance(finding)));
  const everywhere = isEverywhere([...changing, ...byChance].map(({ planned }) => planned));
  const root = rootOf(changing, everywhere);
  if (!root) return;
  const requests = new Set(changing.flatMap(decisiveOf));
  for (const row of failed) {
    if (row === root || isSteady(row)) continue;
    if (changing.includes(row) || everywhere || isDueTo(row, root, requests)) row.consequenceOf = root.planned.key;
  }
}

/** What a target must not accept is worse than what it answers wrongly; where no field is at fault, a row of all APIs says more. */
function rootOf(changing: readonly JudgedRow[], everywhere: boolean): JudgedRow | undefined {
  const accepting = changing.filter(acceptsWrongly);
  const rows = accepting.length > 0 ? accepting : changing;
  return (everywhere ? rows.find(isOfAllApis) : undefined) ?? rows[0];
}

/** Always wrong in the same way, or in more of its checks than not. */
function isSteady(row: JudgedRow): boolean {
  return count(row, 'same') > count(row, 'other');
}

function count(row: JudgedRow, again: 'same' | 'other'): number {
  return failedChecks(row).filter(({ finding }) => finding.again === again).length;
}

function acceptsWrongly(row: JudgedRow): boolean {
  if (!byAccepting.has(row.planned.harm)) return false;
  return failedChecks(row).some(({ finding: { exchanges } }) => exchanges[0] && answerOf(exchanges[0]).kind === 'S');
}

function decisiveOf(row: JudgedRow): string[] {
  return failedChecks(row).flatMap(({ finding: { exchanges } }) => exchanges.slice(0, 1).map(requestNameOf));
}

/** Whether a row whose requests were not asked again failed for the same reason, where others did not. */
function isDueTo(row: JudgedRow, root: JudgedRow, requests: ReadonlySet<string>): boolean {
  const { decisive } = evidenceOf(row);
  if (decisive.size > 0 && covers(requests, decisive)) return true;
  return isOfAllApis(row) && isOfAllApis(root) && row.planned.kind === root.planned.kind;
}

function isOfAllApis({ planned: { requirement } }: JudgedRow): boolean {
  return requirement !== null && requirement.operation === null;
}
