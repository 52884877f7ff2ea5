/** Checks a record for what no judgement looks at: entries that stand twice, and requests that cannot have ended as they say. */
import { operationNamed } from '../../contract/apis.ts';
import { messagesIn } from '../../engine/record/reach.ts';
import type { Ending, RecordedRequest, RunRecord } from '../../engine/record/record.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { type Answer, answerOf, isLost, isOverload, isThrottle, isTransient } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { Finding } from './findings.ts';

/** Ids, names and attempts that stand twice: one of the two would not be judged. What was lost may have been sent again under its name. */
export function repeatedEntries(record: RunRecord): Finding[] {
  const lost = new Set(record.exchanges.filter(isLostExchange).map(({ id }) => id));
  const exchanges = record.exchanges.filter(({ id }) => !lost.has(id));
  const requests = record.requests.filter(({ attempts }) => !attempts.some(({ exchange }) => lost.has(exchange)));
  const lists: readonly (readonly [what: string, values: readonly string[]])[] = [
    ['exchange', exchanges.map(({ id }) => id)],
    ['request', requests.map(({ operation, name }) => `${operation}/${name}`)],
    ['attempt', requests.flatMap(({ attempts }) => attempts.map(({ exchange }) => exchange))],
    ['marker', exchanges.flatMap(({ marker }) => (marker === '' ? [] : [marker]))],
  ];
  return lists.flatMap(([what, values]) =>
    repeated(values).map((value): Finding => ({ code: 'entry-repeated', says: `the ${what} ${value} stands twice` })),
  );
}

/** The values that stand in a list more than once, each once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = values.filter((value) => seen.size === seen.add(value).size);
  return [...new Set(twice)];
}

function isLostExchange(exchange: Exchange): boolean {
  return exchange.noAnswer !== null || isLost(answerOf(exchange));
}

interface Ended {
  readonly request: RecordedRequest;
  /** The answers of its attempts. */
  readonly own: readonly Answer[];
  /** All answers of its operation. */
  readonly ofOperation: readonly Answer[];
  readonly record: RunRecord;
  readonly settings: RunSettings;
}

/** Requests that did not end as they say: a sender could otherwise turn what failed into what was not run. */
export function implausibleEndings(record: RunRecord, settings: RunSettings): Finding[] {
  const exchanges = new Map(record.exchanges.map((exchange) => [exchange.id, exchange]));
  // Of one that was sent again under its name, the loss explains how it ended.
  for (const exchange of record.exchanges) if (isLostExchange(exchange)) exchanges.set(exchange.id, exchange);
  const byOperation = new Map<string, Answer[]>();
  for (const exchange of record.exchanges) {
    const answers = byOperation.get(exchange.operation) ?? [];
    answers.push(answerOf(exchange));
    byOperation.set(exchange.operation, answers);
  }
  return record.requests.flatMap((request): Finding[] => {
    const own = request.attempts.flatMap(({ exchange }) => {
      const found = exchanges.get(exchange);
      return found ? [answerOf(found)] : [];
    });
    const ended = { request, own, ofOperation: byOperation.get(request.operation) ?? [], record, settings };
    const says = lostFault(ended) ?? rules[request.ended](ended);
    const name = request.attempts[0]?.exchange ?? `${request.operation}/${request.name}`;
    return says === null ? [] : [{ code: 'ending-implausible', says: `the request of ${name} ${says}` }];
  });
}

/** An attempt counts as lost only where nothing came back. */
function lostFault({ request: { attempts }, own }: Ended): string | null {
  const wrong = attempts.some(({ lost }, at) => lost && own[at] !== undefined && !isLost(own[at]));
  return wrong ? 'is recorded as lost, but it was answered' : null;
}

/** What must hold for each ending; null, or what does not, as a part of a sentence. */
const rules: Readonly<Record<Ending, (ended: Ended) => string | null>> = {
  settled: ({ request: { attempts } }) =>
    attempts.some(({ lost }) => !lost) ? null : 'ended as settled without an attempt that counts',
  throttled: ({ own, ofOperation }) =>
    wasAnswered(own) || !ofOperation.some((answer) => isThrottle(answer) || isOverload(answer))
      ? 'ended as throttled, but no answer throttles it'
      : null,
  budget: ({ own, request, record, settings }) =>
    wasAnswered(own) || !isLimited(request, record, settings)
      ? 'ended for want of messages, but the limits leave some'
      : null,
  unstable: ({ own }) => (own.some(isTransient) ? null : 'ended as unstable, but its answers agree'),
  absent: ({ own, ofOperation }) =>
    wasAnswered(own) || !ofOperation.some((answer) => isLost(answer) || answer.exchange.noAnswer !== null)
      ? 'ended as absent, but the target was there'
      : null,
  interrupted: ({ record }) => (record.stopped === null ? 'ended as interrupted, but the run was not' : null),
};

/** Whether the last attempt has an answer that settles a request. */
function wasAnswered(own: readonly Answer[]): boolean {
  const last = own.at(-1);
  return last !== undefined && !isTransient(last) && !isLost(last) && !isThrottle(last) && !isOverload(last);
}

/** Whether so many messages went out that the limits of the operation, or of one that it needs, may have been reached. */
function isLimited({ operation }: RecordedRequest, record: RunRecord, settings: RunSettings): boolean {
  const needed = [operation, operationNamed(operation)?.probing.refersTo?.operation ?? operation];
  const sent = messagesIn(record, settings, needed);
  return needed.some((id) => {
    const limit = settings.limits[id];
    if (!operationNamed(id)?.effect || !limit) return false;
    // One message of each is kept for refusals and one for the closing control.
    return (sent[id] ?? 0) + 2 >= Math.min(limit.perFixture, limit.maxSends ?? limit.perFixture);
  });
}
