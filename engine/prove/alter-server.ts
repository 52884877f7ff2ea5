/** What a record would be if the server had one fault: its answers altered, and asked as often as a live run would ask. */
import type { Attempt, RecordedRequest, RunRecord } from '../record/record.ts';
import { answerOf, isTransient } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { ServerAlteration } from './alteration.ts';
import { answeredWith, type ProofRecord } from './proof-record.ts';

/** So many attempts settle a request that ends in a transient error each time. */
const settledAfter = 3;

/** A record with a fault, and the requests of which the answers are altered. */
export interface AlteredRecord {
  readonly record: RunRecord;
  /** By operation and name; null where that does not narrow anything down. */
  readonly touched: ReadonlySet<string> | null;
  /** Ids of the altered exchanges. */
  readonly exchanges: ReadonlySet<string>;
}

/** The altered record; null where the record has no request that the fault would show on. */
export function alterServer(proof: ProofRecord, { operation, alter, ended }: ServerAlteration): AlteredRecord | null {
  const { settings, keys } = proof;
  const record = proof.part(operation);
  const api = proof.api(operation);
  const answers = new Map<string, Exchange>();
  const added: Exchange[] = [];
  const requests = new Map<RecordedRequest, RecordedRequest>();
  const touched = new Set<string>();
  for (const asked of proof.asked.get(operation) ?? []) {
    const altered = alter(asked, api);
    if (altered === null) continue;
    const exchange = answeredWith(asked.exchange, altered, settings, keys);
    answers.set(exchange.id, exchange);
    touched.add(`${operation}/${asked.recorded.name}`);
    const again = repeated(asked.recorded, exchange, settings.limits[operation] !== undefined, ended);
    if (!again) continue;
    requests.set(asked.recorded, again.request);
    added.push(...again.exchanges);
  }
  if (answers.size === 0) return null;
  return {
    record: {
      ...record,
      exchanges: [...record.exchanges.map((one) => answers.get(one.id) ?? one), ...added],
      requests: requests.size === 0 ? record.requests : record.requests.map((one) => requests.get(one) ?? one),
    },
    touched,
    exchanges: new Set([...answers.keys(), ...added.map(({ id }) => id)]),
  };
}

/** How a request is recorded that ends in a transient error each time; null where one attempt settles it. */
function repeated(
  recorded: RecordedRequest,
  exchange: Exchange,
  costs: boolean,
  ended: ServerAlteration['ended'],
): { readonly request: RecordedRequest; readonly exchanges: readonly Exchange[] } | null {
  if (ended) return { request: { ...recorded, ended }, exchanges: [] };
  const answer = answerOf(exchange);
  const { spec } = recorded;
  const isAsked = !isTransient(answer) || (spec.provokesTransient && answer.kind === 'U');
  if (isAsked)
    return recorded.ended === 'settled' ? null : { request: { ...recorded, ended: 'settled' }, exchanges: [] };
  // A call that may reach a person is not repeated.
  if (costs && spec.mayReachPerson) return { request: { ...recorded, ended: 'unstable' }, exchanges: [] };
  const [{ user, token }] = [recorded.attempts.at(-1)!];
  const more = Array.from({ length: settledAfter - 1 }, (_, at) => again(exchange, at + 1));
  const attempts: Attempt[] = [exchange, ...more].map(({ id }) => ({ exchange: id, user, token }));
  return { request: { ...recorded, attempts, ended: 'settled' }, exchanges: more };
}

function again(exchange: Exchange, attempt: number): Exchange {
  return {
    ...exchange,
    id: `${exchange.id}-${attempt}`,
    probe: exchange.probe.replace(/\/\d+$/, `/${attempt}`),
    startedAt: exchange.startedAt + attempt,
  };
}
