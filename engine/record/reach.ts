/** Whether a call may have reached a person: the one rule for the limits of a live run and for counting a record. */
import type { RunSettings } from '../settings.ts';
import { type Answer, answerOf } from '../wire/answer.ts';
import type { RunRecord } from './record.ts';

/** Accepted and unanswered calls count; without a connection nothing was asked of anybody. */
export function mayHaveReached({ kind, exchange }: Answer): boolean {
  const { noAnswer } = exchange;
  return kind === 'S' || (noAnswer !== null && !['refused', 'dns', 'tls'].includes(noAnswer.kind));
}

/** Messages that a recorded run may have sent to people, per operation with that effect that took part. */
export function messagesIn(
  { exchanges }: RunRecord,
  { limits }: RunSettings,
  operations: readonly string[],
): Record<string, number> {
  const costly = operations.filter((id) => limits[id] !== undefined);
  return Object.fromEntries(
    costly.map((id) => [
      id,
      exchanges.filter((exchange) => exchange.operation === id && mayHaveReached(answerOf(exchange))).length,
    ]),
  );
}
