/** Which requirements sent the requests that a finding rests on: what has to be sent again beside its own, for it to show again. */
import type { Finding } from '../check/finding.ts';
import { tokenNeed } from '../record/token-per-call.ts';
import { requestName } from '../request/request-spec.ts';
import { type Exchange, requestNameOf } from '../wire/exchange.ts';
import { type AskedRequest, keyOf, type RecordedDriver } from './recorded-driver.ts';

/** Says whose requests a finding of a row rests on: keys of other rows, none where its own requests and the controls show it, null where nobody is known. */
export type SentBy = (finding: Finding, row: string) => readonly string[] | null;

/** Looks through the requests of a judged record once a finding asks for it. */
export function createSentBy(driver: RecordedDriver): SentBy {
  let known: ReadonlyMap<string, Sender> | null = null;
  const senderOf = (exchange: Exchange) => {
    known ??= sendersOf(driver);
    return known.get(requestNameOf(exchange));
  };
  return ({ exchanges, allEvidence }, row) => {
    // Of many exchanges that show the same, one is enough: the one that is told, unless nobody is known to have sent it.
    const one = allEvidence && [...exchanges, ...allEvidence].find((exchange) => senderOf(exchange) !== undefined);
    const senders = (allEvidence ? [one] : exchanges).map((exchange) => exchange && senderOf(exchange));
    if (senders.some((sender) => sender === undefined)) return null;
    const needed = senders.filter((sender) => !sender!.isControl && !sender!.rows.has(row));
    return [...new Set(needed.map((sender) => [...sender!.rows][0]!))];
  };
}

interface Sender {
  readonly rows: ReadonlySet<string>;
  readonly isControl: boolean;
}

/** The senders of every request, by operation and name: a request that introduces a token has those of the call that is about it. */
function sendersOf(driver: RecordedDriver): Map<string, Sender> {
  const senders = new Map<string, { rows: Set<string>; isControl: boolean }>();
  const add = (key: string, { askedBy, isControl }: AskedRequest) => {
    const known = senders.get(key) ?? { rows: new Set(), isControl: false };
    for (const row of askedBy) known.rows.add(row);
    known.isControl ||= isControl;
    senders.set(key, known);
  };
  for (const asked of driver.asked.values()) {
    const { context, send, name, recorded } = asked;
    add(keyOf(send.operation, name), asked);
    for (const [index, { user }] of (recorded?.attempts ?? []).entries()) {
      const { introducedBy } = tokenNeed(context, send.spec, `${name}/${index}`, user);
      if (!introducedBy) continue;
      const { op } = introducedBy.context;
      add(keyOf(op.id, requestName(op.id, introducedBy.spec, context.identity)), asked);
    }
  }
  return senders;
}
