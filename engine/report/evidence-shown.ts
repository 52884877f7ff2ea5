/** Which exchanges a report holds: those that speak against the target or show a fact, and one accepted call of each API. The rest is in the full evidence. */
import { lastLost } from '../judge/absence.ts';
import type { RunRecord } from '../record/record.ts';
import type { Outcome, ReportFact, RequirementRow } from '../report.ts';
import { answerOf } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

/** Outcomes whose exchanges are shown, those that matter most first. */
const shownOutcomes: readonly Outcome[] = ['failed', 'harness-error', 'inconclusive', 'warned', 'waived'];
/** Of one check so many are shown; the first decides. */
const shownOfCheck = 4;
/** Bytes of messages in one report: a target that breaks everything with large answers does not fill the disk. */
const mostBytes = 2 * 1024 * 1024;
/** Of one message a report shows no more than this. */
const shownOfMessage = 16 * 1024;

/** The exchanges, in the order in which they were answered. */
export function evidenceOf(
  rows: readonly RequirementRow[],
  facts: readonly ReportFact[],
  record: RunRecord,
): readonly Exchange[] {
  const byId = new Map(record.exchanges.map((exchange) => [exchange.id, exchange]));
  const kept = new Set<Exchange>();
  let bytes = 0;
  for (const id of [
    ...decisive(rows),
    ...lastLost(record).map(({ id }) => id),
    ...facts.flatMap(({ exchanges }) => exchanges),
    ...acceptedOnes(record),
  ]) {
    const exchange = byId.get(id);
    if (!exchange || kept.has(exchange)) continue;
    bytes += sizeOf(exchange);
    if (bytes > mostBytes) break;
    kept.add(exchange);
  }
  return record.exchanges.filter((exchange) => kept.has(exchange));
}

/** Of each check the first exchange before any second one, so that no finding is without its evidence. */
function decisive(rows: readonly RequirementRow[]): string[] {
  const checks = shownOutcomes.flatMap((outcome) =>
    rows
      .filter((row) => row.outcome === outcome)
      .sort((a, b) => Number(a.consequenceOf !== null) - Number(b.consequenceOf !== null))
      .flatMap((row) => row.checks.filter((check) => shownOutcomes.includes(check.outcome))),
  );
  return Array.from({ length: shownOfCheck }, (_, at) => checks.flatMap(({ exchanges }) => exchanges[at] ?? [])).flat();
}

/** One accepted call of each API: what a good request looks like, and how it is answered. */
function acceptedOnes({ exchanges }: RunRecord): string[] {
  const first = new Map<string, string>();
  for (const exchange of exchanges)
    if (!first.has(exchange.operation) && answerOf(exchange).kind === 'S') first.set(exchange.operation, exchange.id);
  return [...first.values()];
}

/** What an exchange takes in a report, roughly. */
function sizeOf({ request, response }: Exchange): number {
  const sizes = [request, response].map((message) =>
    message
      ? Math.min(message.body.byteLength, shownOfMessage) +
        message.headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
      : 0,
  );
  return sizes[0]! + sizes[1]!;
}
