/** Root findings and their consequences: of several rows that failed on the same exchanges, one explains the others. */

import { reachOf } from '../plan/rows.ts';
import type { RequirementRow } from '../report.ts';
import { type Exchange, requestNameOf } from '../wire/exchange.ts';
import { isObject, jsonOf } from '../wire/json.ts';

/** What names the cause best comes first: a field of a request, then of an answer, then a catalogue row of the API, then a generic one. */
function rank(row: RequirementRow): number {
  if (/^G-(0[789]|14)$/.test(row.id)) return 2;
  if (row.id.startsWith('G-')) return 4;
  if (row.id.includes('.response.')) return 1;
  return row.id.includes('.') ? 0 : 3;
}

/** What a failed row was seen on: every probe that showed it, and the decisive probe of each of its checks. */
interface Sight {
  readonly all: ReadonlySet<string>;
  readonly decisive: ReadonlySet<string>;
}

/** Sets `consequenceOf` of every failed row whose findings another failed row explains. */
export function linkConsequences(rows: readonly RequirementRow[], exchanges: readonly Exchange[]): void {
  const failed = rows
    .filter((row) => row.outcome === 'failed' && row.kind !== 'group')
    .sort((a, b) => rank(a) - rank(b));
  const probes = new Map(exchanges.map((exchange) => [exchange.id, requestNameOf(exchange)]));
  const sights = new Map(failed.map((row) => [row, sightOf(row, probes)]));
  const roots = (row: RequirementRow) =>
    failed.filter((other) => other !== row && other.consequenceOf === null && other.operation === row.operation);
  // First what a better-named row explains, alone or together with others of its kind.
  for (const row of failed) {
    const own = sights.get(row)!.decisive;
    const better = roots(row).filter((other) => rank(other) < rank(row));
    const root = better.find((other) => covers(sights.get(other)!.all, own)) ?? explainedTogether(better, own, sights);
    if (root && own.size > 0) row.consequenceOf = root.key;
  }
  // Then rows of the catalogue that are only one face of what an invariant saw in many answers.
  for (const row of failed) {
    if (row.consequenceOf !== null || rank(row) !== 3) continue;
    const own = sights.get(row)!.decisive;
    const root = roots(row).find((other) => rank(other) === 4 && covers(sights.get(other)!.all, own));
    if (root && own.size > 0) row.consequenceOf = root.key;
  }
  // Then what is left of one rank: the same probes seen by two requirements, one optional field, one wrong answer.
  for (const row of failed) {
    if (row.consequenceOf !== null) continue;
    const root =
      roots(row).find((other) => isSameSight(other, row, sights)) ??
      roots(row).find((other) => lacksItsField(row, other, exchanges)) ??
      roots(row).find((other) => other.key < row.key && givesSameWrongAnswer(other, row));
    if (root) row.consequenceOf = root.key;
  }
  linkAcrossApis(failed);
}

/** Rows of one rank that were decided on the same probes: the first by name stands for both. */
function isSameSight(other: RequirementRow, row: RequirementRow, sights: ReadonlyMap<RequirementRow, Sight>): boolean {
  // Two fields are two findings, whatever showed them.
  if (rank(other) !== rank(row) || fieldOf(other.id) !== fieldOf(row.id)) return false;
  const [its, own] = [sights.get(other)!, sights.get(row)!];
  if (own.decisive.size === 0 || !covers(its.all, own.decisive)) return false;
  return !covers(own.all, its.decisive) || other.key < row.key;
}

/** The field that a constraint is about; empty for rows of the catalogue. */
function fieldOf(id: string): string {
  return id.split('.').slice(0, -1).join('.');
}

/** A good request was refused, and what it lacks is an optional field that the target demands. */
function lacksItsField(row: RequirementRow, other: RequirementRow, exchanges: readonly Exchange[]): boolean {
  if (rank(row) !== 3 || other.kind !== 'optional') return false;
  const field = other.checks.find((check) => check.outcome === 'failed')?.field.slice(1) ?? '';
  const decisive = row.checks.filter((check) => check.outcome === 'failed').map((check) => check.exchanges[0]);
  return (
    field !== '' &&
    decisive.every((id) => {
      const sent = exchanges.find((exchange) => exchange.id === id);
      const body = sent && jsonOf(sent.request.body);
      return isObject(body) && body[field] == null;
    })
  );
}

/** The same answer to illegal fields, which is neither S nor the code for illegal parameters: one place in the target gives it. */
function givesSameWrongAnswer(other: RequirementRow, row: RequirementRow): boolean {
  const [its, own] = [other, row].map(wrongAnswerOf);
  return rank(other) === 0 && rank(row) === 0 && own !== null && its === own;
}

/** The one answer that all failed checks of a row received; null where they received several, or an S: then the field is not looked at. */
function wrongAnswerOf({ checks }: RequirementRow): string | null {
  const received = new Set(checks.filter(({ outcome }) => outcome === 'failed').map((check) => check.received));
  const [answer = ''] = received;
  return received.size === 1 && answer !== '' && !/^(S\/|F\/PARAM_ILLEGAL$)/.test(answer) ? answer : null;
}

function explainedTogether(
  better: readonly RequirementRow[],
  own: ReadonlySet<string>,
  sights: ReadonlyMap<RequirementRow, Sight>,
): RequirementRow | undefined {
  const together = new Set(better.flatMap((other) => [...sights.get(other)!.all]));
  return covers(together, own)
    ? better.find((other) => [...own].some((probe) => sights.get(other)!.all.has(probe)))
    : undefined;
}

function sightOf(row: RequirementRow, probes: ReadonlyMap<string, string>): Sight {
  const checks = row.checks.filter((check) => check.outcome === 'failed');
  const named = (ids: readonly string[]) => new Set(ids.map((id) => probes.get(id) ?? id));
  const all = checks.flatMap((check) => reachOf(check) ?? check.exchanges);
  const decisive = checks.flatMap((check) => reachOf(check) ?? check.exchanges.slice(0, 1));
  return { all: named(all), decisive: named(decisive) };
}

/** The same generic requirement broken in the same way at several APIs is one fault in what they share. */
function linkAcrossApis(failed: readonly RequirementRow[]): void {
  const first = new Map<string, RequirementRow>();
  for (const row of failed) {
    if (row.consequenceOf !== null || !row.id.startsWith('G-')) continue;
    const broken = row.checks.filter((check) => check.outcome === 'failed').map((check) => check.title);
    const name = `${row.id} ${broken.sort().join('\n')}`;
    const root = first.get(name);
    if (root) row.consequenceOf = root.key;
    else first.set(name, row);
  }
}

function covers(root: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  return [...part].every((probe) => root.has(probe));
}
