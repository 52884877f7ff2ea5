/** A target that went away and stayed away: since which request, and what was under way then. */
import type { RunRecord } from '../record/record.ts';
import type { Diagnosis } from '../report.ts';
import { answerOf, isLost } from '../wire/answer.ts';
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
