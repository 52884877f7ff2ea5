/** Rows that failed on answers without a result: where requests of several kinds are refused so, one layer is at fault and no field. */
import type { Fact } from '../check/facts.ts';
import { covers, evidenceOf } from './evidence-of-rows.ts';
import { failedChecks, type JudgedRow } from './judged-rows.ts';

/** Rows of so many kinds (missing, null, too long, …) about so many fields are no accident of one field. */
const [kindsOfALayer, fieldsOfALayer] = [3, 3];
/** APIs in which answers lack a result where no field is at fault. */
const apisOfALayer = 2;

/** Sets `consequenceOf` of failed rows that one layer explains. */
export function linkWrongLayer(failed: readonly JudgedRow[], passed: readonly JudgedRow[]): void {
  const refused = failed.filter(
    (row) => !isResultMissing(row) && failedChecks(row).every(({ finding }) => lacksResult(finding.received)),
  );
  if (!isOfManyFields(refused, passed) && !isOfManyApis(failed)) return;
  const open = new Set(failed);
  const roots = new Set<JudgedRow>();
  for (const row of refused) {
    const own = failed.filter((other) => other !== row && other.planned.op === row.planned.op && open.has(other));
    const root = own.find(isResultMissing) ?? own.find(wantsAnyResult);
    if (!root) continue;
    row.consequenceOf = root.planned.key;
    open.delete(row);
    roots.add(root);
  }
  // The layer is the same for all APIs.
  const [first, ...others] = [...roots].filter((root) => open.has(root)).sort(byKey);
  for (const root of others) root.consequenceOf = first!.planned.key;
}

function byKey(one: JudgedRow, other: JudgedRow): number {
  return one.planned.key < other.planned.key ? -1 : 1;
}

/** Several fields; or all that were asked, where a small run asks one field for each kind. */
function isOfManyFields(refused: readonly JudgedRow[], passed: readonly JudgedRow[]): boolean {
  const ofRequests = refused.filter(isOfRequest);
  const kinds = new Set(ofRequests.map(({ planned }) => planned.kind));
  const fields = new Set(ofRequests.map(({ planned }) => planned.constraint!.field?.path[0]));
  const contrast = passed.some((row) => isOfRequest(row) && kinds.has(row.planned.kind));
  return kinds.size >= kindsOfALayer && (fields.size >= fieldsOfALayer || !contrast);
}

/** Answers without a result to requests that no row about a field was seen on. */
function isOfManyApis(failed: readonly JudgedRow[]): boolean {
  const apis = failed.filter(isResultMissing).filter((row) => {
    const rows = failed.filter((other) => other.planned.op === row.planned.op && isOfRequest(other));
    const seen = new Set(rows.flatMap((other) => [...evidenceOf(other).all]));
    return !covers(seen, evidenceOf(row).decisive);
  });
  return apis.length >= apisOfALayer;
}

function isOfRequest({ planned: { constraint } }: JudgedRow): boolean {
  return constraint?.side === 'request';
}

/** The row that every answer has a result. */
function isResultMissing({ planned: { constraint } }: JudgedRow): boolean {
  return (
    constraint?.side === 'response' &&
    constraint.rule.keyword === 'required' &&
    constraint.field?.path.join('.') === 'result'
  );
}

/** The row that no request ends without a result. */
function wantsAnyResult(row: JudgedRow): boolean {
  return (
    row.planned.requirement !== null && failedChecks(row).some(({ finding }) => finding.expected?.is === 'any-result')
  );
}

/** An answer of the target, or one of two that should be alike, that is no result. */
function lacksResult(fact: Fact | null): boolean {
  if (fact?.is === 'two-answers') return lacksResult(fact.one) || lacksResult(fact.other);
  return fact?.is === 'no-result';
}
