/** Whether a call may have reached a person, and whom: the one rule for the limits of a live run and for counting a record. */
import type { CheckContext } from '../check/context.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { RunSettings } from '../settings.ts';
import { type Answer, answerOf, isThrottle } from '../wire/answer.ts';
import type { RunRecord } from './record.ts';

/**
 * Accepted and unanswered calls count; without a connection nothing was asked of anybody. An answer of success that cannot be read counts
 * too, and so does every answer to a good request that leaves open what became of it: a message may go out before an error.
 */
export function mayHaveReached(answer: Answer, { mayReachPerson }: Pick<RequestSpec, 'mayReachPerson'>): boolean {
  const { kind, http, code, exchange } = answer;
  const { noAnswer } = exchange;
  if (noAnswer) return !['refused', 'dns', 'tls'].includes(noAnswer.kind);
  if (kind === 'S' || code === 'SUCCESS' || (kind === 'bare' && http >= 200 && http < 300)) return true;
  return mayReachPerson === true && (kind === 'U' || kind === 'crash') && !isThrottle(answer);
}

/** The user whom a call is about, changed or not; null where its body names none. */
export function userOf(context: CheckContext, { overlay }: RequestSpec, fixture: number): string | null {
  const { op, fixtures } = context;
  const { user: field } = op.probing;
  const layers = [overlay, fixtures[fixture]?.body, op.requestExample];
  const user = field && layers.find((layer) => layer !== undefined && field in layer)?.[field];
  return typeof user === 'string' ? user : null;
}

/** A name for the person whom a call may reach; a fixture that names nobody is a person of its own. */
export function personOf(context: CheckContext, spec: RequestSpec, fixture: number): string {
  return userOf(context, spec, fixture) ?? `fixture ${fixture + 1} of ${context.op.id}`;
}

/** Messages that a recorded run may have sent to people, per operation with that effect that took part. */
export function messagesIn(
  { requests, exchanges }: RunRecord,
  { limits }: RunSettings,
  operations: readonly string[],
): Record<string, number> {
  const specs = new Map(requests.flatMap(({ spec, attempts }) => attempts.map((one) => [one.exchange, spec] as const)));
  const reached = exchanges.filter((exchange) => mayHaveReached(answerOf(exchange), specs.get(exchange.id) ?? {}));
  return Object.fromEntries(
    operations
      .filter((id) => limits[id] !== undefined)
      .map((id) => [id, reached.filter(({ operation }) => operation === id).length]),
  );
}
