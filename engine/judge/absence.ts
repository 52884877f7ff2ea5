/** A target that served nothing any more: gone, or overloaded at any rate, since which request, and what was under way then. */
import type { RunRecord } from '../record/record.ts';
import type { Diagnosis } from '../report.ts';
import { answerOf, isLost, isOverload } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

/** Requests that are named: more were hardly under way at once. */
const namedAtMost = 8;

/** The requests that were under way when the target went away for good; none where it did not. */
export function lastLost({ stopped, exchanges }: RunRecord): readonly Exchange[] {
  if (stopped !== 'absent') return [];
  const lastAnswered = exchanges.findLastIndex((exchange) => !isLost(answerOf(exchange)));
  return exchanges
    .slice(lastAnswered + 1)
    .filter(({ noAnswer }) => noAnswer?.kind !== 'refused')
    .slice(0, namedAtMost);
}

/** What is said of a target that stayed away; null where it did not. */
export function absence(record: RunRecord): Diagnosis | null {
  if (record.stopped !== 'absent') return null;
  const answered = record.exchanges.filter((exchange) => !isLost(answerOf(exchange))).length;
  const named = lastLost(record).map(({ id, title }) => `${id} (${title})`);
  const underWay = named.length > 0 ? ` Under way then: ${named.join('; ')}. One of them may be the reason.` : '';
  return {
    code: 'target-gone',
    says: `The target is gone since request ${answered + 1}: it did not come back while the run waited.${underWay}`,
    cure: 'Check the log of the target for that moment and start it again; run.absenceMs sets how long the run waits.',
  };
}

/** What is said of a target that had too much to do for anything, at the lowest rate too; null where it served. */
export function lastingOverload({ stopped, slowedTo, exchanges }: RunRecord): Diagnosis | null {
  const isOver = (exchange: Exchange) => isOverload(answerOf(exchange));
  const isAll = exchanges.length > 0 && exchanges.every(isOver);
  if (stopped !== 'throttled' && !isAll) return null;
  const since = exchanges.findLastIndex((exchange) => !isOver(exchange) && !isLost(answerOf(exchange))) + 2;
  const which = isAll ? `each of ${exchanges.length} requests` : `every request since request ${since}`;
  const rate = slowedTo === null ? '' : ', at one request a second too';
  return {
    code: 'target-overloaded',
    says: `The target answered ${which} with overload (HTTP 429 or REQUEST_TRAFFIC_EXCEED_LIMIT)${rate}.`,
    cure: 'Raise the limit of the target or its gateway for this client, or wait until it serves requests again.',
  };
}
