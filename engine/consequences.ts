/** Root findings and their consequences: of several rows that failed on the same exchanges, one explains the others. */
import type { Exchange } from './exchange.ts';
import type { RequirementRow } from './report.ts';

/** What names the cause best comes first: a field of a request, then of an answer, then a catalogue row of the API, then a generic one. */
function rank(row: RequirementRow): number {
  if (row.kind === 'group') return 5;
  if (/^G-(0[789]|14)$/.test(row.id)) return 2;
  if (row.id.startsWith('G-')) return 4;
  if (row.id.includes('.response.')) return 1;
  return row.id.includes('.') ? 0 : 3;
}

/** Sets `consequenceOf` of every failed row whose findings another, better-named failed row explains. */
export function linkConsequences(rows: readonly RequirementRow[], exchanges: readonly Exchange[]): void {
  const failed = rows
    .filter((row) => row.outcome === 'failed' && row.kind !== 'group')
    .sort((a, b) => rank(a) - rank(b));
  const request = new Map(exchanges.map((exchange) => [exchange.id, exchange.probe.replace(/\/\d+$/, '')]));
  const probes = new Map(failed.map((row) => [row.key, probesOf(row, request)]));
  for (const [index, row] of failed.entries()) {
    const own = probes.get(row.key)!;
    if (own.size === 0) continue;
    const root = failed
      .slice(0, index)
      .find(
        (other) =>
          other.consequenceOf === null && other.operation === row.operation && covers(probes.get(other.key)!, own),
      );
    if (root) row.consequenceOf = root.key;
  }
  linkAcrossApis(failed);
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

/** The probes whose answers made a row fail. */
function probesOf(row: RequirementRow, request: ReadonlyMap<string, string>): Set<string> {
  const ids = row.checks.filter((check) => check.outcome === 'failed').flatMap((check) => check.exchanges);
  return new Set(ids.map((id) => request.get(id) ?? id));
}
