/**
 * Answers to requests that a run had no reason to send: with a fault, a check may ask for more than was recorded. Such a request gets the
 * recorded answer to one that differs from it in nothing that the fault is about; without one it stays unanswered.
 */
import type { AskedRequest } from '../judge/recorded-driver.ts';
import type { RecordedRequest, RunRecord } from '../record/record.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { Exchange } from '../wire/exchange.ts';

/** The record with answers to what it lacks; null where it has none to give. */
export function withStandIns(record: RunRecord, whole: RunRecord, asked: Iterable<AskedRequest>): RunRecord | null {
  const exchanges = new Map(whole.exchanges.map((exchange) => [exchange.id, exchange]));
  const known = new Set(record.exchanges.map(({ id }) => id));
  const requests: RecordedRequest[] = [];
  const added: Exchange[] = [];
  for (const { context, send, name, recorded } of asked) {
    if (recorded !== null) continue;
    const own = whole.requests.filter(({ operation }) => operation === context.op.id);
    const found = own.find((one) => one.name === name) ?? closest(own, send.spec);
    if (!found) continue;
    requests.push({ ...found, name, spec: send.spec });
    for (const { exchange } of found.attempts) {
      const one = exchanges.get(exchange);
      if (one && !known.has(exchange)) added.push(one);
      known.add(exchange);
    }
  }
  if (requests.length === 0) return null;
  return { ...record, requests: [...record.requests, ...requests], exchanges: [...record.exchanges, ...added] };
}

/** The same request another time, then on the other base, then with another value of the same field. */
function closest(own: readonly RecordedRequest[], spec: RequestSpec): RecordedRequest | undefined {
  const ways = [aboutOf, (one: RequestSpec) => aboutOf({ ...one, base: 'full' }), fieldOf];
  for (const way of ways) {
    const wanted = way(spec);
    const found = wanted === null ? undefined : own.find((one) => way(one.spec) === wanted);
    if (found) return found;
  }
  return undefined;
}

/** What a request is about, without how often and for which of the known users it is sent. */
function aboutOf({ base, user, overlay, edits, encoding, wire, tamper }: RequestSpec): string {
  return JSON.stringify([base, user === 'unknown', overlay, edits, encoding, wire, tamper]);
}

/** The one field that a legal request changes to another text; null where it does anything else. */
function fieldOf({
  user,
  overlay,
  edits,
  encoding,
  wire,
  tamper,
  violates,
  skipSelfCheck,
}: RequestSpec): string | null {
  const [edit] = edits ?? [];
  if (overlay ?? encoding ?? wire ?? tamper ?? violates ?? skipSelfCheck) return null;
  if (edits?.length !== 1 || !edit || !('set' in edit) || typeof edit.set !== 'string' || edit.set === '') return null;
  return JSON.stringify([user === 'unknown', edit.path]);
}
