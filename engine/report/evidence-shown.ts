/** Which exchanges a report holds: those that speak against the target or show a fact, and one accepted call of each API. The rest is in the full evidence. */
import { lastLost } from '../judge/absence.ts';
import type { RunRecord } from '../record/record.ts';
import type { Outcome, ReportFact, RequirementRow } from '../report.ts';
import { answerOf } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

/** Outcomes whose exchanges are shown, those that matter most first. */
export const shownOutcomes: readonly Outcome[] = ['failed', 'harness-error', 'inconclusive', 'warned', 'waived'];
/** Of one check so many are named; the first decides, and a check that changed its answer shows that in the last. */
const namedOfCheck = 8;
/** Of what passed many times a few show it; the count stands in `seen`, and all of them in the full evidence. */
const namedOfPassed = 2;
/** Bytes of messages in one report: a target that breaks everything with large answers does not fill the disk. */
const mostBytes = 2 * 1024 * 1024;
/** What the formats write around a header. */
const writtenHeader = 48;
/** Of one message a report shows no more than this. */
const shownOfMessage = 16 * 1024;

/** The exchanges, those that matter most first: an order by time would differ from run to run. */
export function evidenceOf(
  rows: readonly RequirementRow[],
  facts: readonly ReportFact[],
  record: RunRecord,
  withPassed = false,
): readonly Exchange[] {
  const byId = new Map(record.exchanges.map((exchange) => [exchange.id, exchange]));
  const kept = new Set<Exchange>();
  let bytes = 0;
  for (const id of [
    ...decisive(rows),
    ...lastLost(record).map(({ id }) => id),
    ...facts.flatMap(({ exchanges }) => exchanges),
    ...acceptedOnes(record),
    // A reviewer of a certification looks at what passed, too.
    ...(withPassed ? firstOfPassed(rows) : []),
  ]) {
    const exchange = byId.get(id);
    if (!exchange || kept.has(exchange)) continue;
    bytes += sizeOf(exchange);
    if (bytes > mostBytes) break;
    kept.add(exchange);
  }
  return [...kept];
}

/** Of each check the first exchange before any second one, so that no finding is without its evidence. */
function decisive(rows: readonly RequirementRow[]): string[] {
  // A row that ended otherwise may have a check that says something all the same.
  const rank = ({ outcome }: RequirementRow) =>
    shownOutcomes.includes(outcome) ? shownOutcomes.indexOf(outcome) : shownOutcomes.length;
  const checks = [...rows]
    .sort((a, b) => rank(a) - rank(b) || Number(a.consequenceOf !== null) - Number(b.consequenceOf !== null))
    .flatMap((row) => row.checks.filter((check) => shownOutcomes.includes(check.outcome)));
  return Array.from({ length: namedOfCheck }, (_, at) => checks.flatMap(({ exchanges }) => exchanges[at] ?? [])).flat();
}

/** The first exchange of each check that passed. */
function firstOfPassed(rows: readonly RequirementRow[]): string[] {
  return rows.flatMap(({ checks }) =>
    checks.flatMap(({ outcome, exchanges }) => (outcome === 'passed' ? exchanges.slice(0, 1) : [])),
  );
}

/** The exchanges that a check names: all, or the first ones and the last. */
export function namedOf(exchanges: readonly Exchange[], outcome: Outcome): string[] {
  const most = outcome === 'passed' ? namedOfPassed : namedOfCheck;
  const ids = [...new Set(exchanges.map(({ id }) => id))];
  return ids.length <= most ? ids : [...ids.slice(0, most - 1), ids.at(-1)!];
}

/** The rows without exchanges that the report has no room for: what speaks against the target names what can be looked at. */
export function withEvidence(rows: readonly RequirementRow[], shown: readonly Exchange[]): RequirementRow[] {
  const ids = new Set(shown.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    checks: row.checks.map((check) =>
      shownOutcomes.includes(check.outcome)
        ? { ...check, exchanges: check.exchanges.filter((id) => ids.has(id)) }
        : check,
    ),
  }));
}

/** One accepted call of each API: what a good request looks like, and how it is answered. */
function acceptedOnes({ exchanges }: RunRecord): string[] {
  const first = new Map<string, string>();
  for (const exchange of exchanges)
    if (!first.has(exchange.operation) && answerOf(exchange).kind === 'S') first.set(exchange.operation, exchange.id);
  // Whichever API answered first: the same report for the same seed.
  return [...first].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, id]) => id);
}

/** What an exchange takes in a report, roughly. */
function sizeOf({ request, response }: Exchange): number {
  const sizes = [request, response].map((message) =>
    message
      ? Math.min(message.body.byteLength, shownOfMessage) +
        message.headers.reduce((sum, [name, value]) => sum + name.length + value.length + writtenHeader, 0)
      : 0,
  );
  return sizes[0]! + sizes[1]!;
}
