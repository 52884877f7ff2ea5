/** Compares recorded requests with those that the plan composes for the same user, token and time: none may be missing, added or altered. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { introducedToken } from '../../engine/check/context.ts';
import { isUnanswered, type Send } from '../../engine/check/steps.ts';
import type { ServerJudgement } from '../../engine/judge/judge.ts';
import { type AskedRequest, keyOf } from '../../engine/judge/recorded-driver.ts';
import { controlNumber, controlSpec } from '../../engine/record/control.ts';
import type { Attempt, RecordedRequest, RunRecord } from '../../engine/record/record.ts';
import { attemptBody } from '../../engine/record/request-outcome.ts';
import { tokenNeed } from '../../engine/record/token-per-call.ts';
import { compose, composeBasics } from '../../engine/request/compose.ts';
import { firstSpelling, requestName, type Spelling } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { header } from '../../engine/wire/answer.ts';
import type { Exchange, WireHeaders, WireRequest } from '../../engine/wire/exchange.ts';
import { readSignatureHeader, signatureOf, verifies } from '../../engine/wire/signing.ts';

/** A difference between a record and its plan. */
export interface Mismatch {
  readonly kind: 'dropped' | 'added' | 'altered';
  /** Id of the recorded exchange; empty for one that is missing. */
  readonly id: string;
  /** Name of the request. */
  readonly probe: string;
  /** What differs, as a part of a sentence. */
  readonly says: string;
  /** Keys of the rows that ask for a request that is missing. */
  readonly rows?: readonly string[];
}

/** All mismatches of a record; `judgement` has the requests of its plan. */
export async function mismatches(
  settings: RunSettings,
  record: RunRecord,
  judgement: ServerJudgement,
): Promise<Mismatch[]> {
  const { privateKey } = settings.signing;
  const comparison: Comparison = {
    settings,
    record,
    judgement,
    ours: privateKey ? createPublicKey(privateKey) : null,
    exchanges: new Map(record.exchanges.map((exchange) => [exchange.id, exchange])),
    found: [],
    accounted: new Set(),
  };
  const missing = new Map<string, string[]>();
  for (const asked of [...judgement.driver.asked.values()]) {
    if (asked.recorded) await compareRequest(comparison, asked, asked.recorded);
    else if (record.stopped === null) missing.set(`${asked.send.operation}/${asked.name}`, [...asked.askedBy]);
  }
  await compareControls(comparison);
  return [
    ...comparison.found,
    ...[...missing].map(([probe, rows]): Mismatch => ({ kind: 'dropped', id: '', probe, says: 'POST', rows })),
    ...unaccounted(comparison),
  ];
}

/** Controls that were sent to find out why a request was lost: no check asks for them. */
async function compareControls(comparison: Comparison): Promise<void> {
  const { record, judgement } = comparison;
  for (const recorded of record.requests) {
    const number = controlNumber(recorded.spec);
    const context = judgement.contexts.get(recorded.operation);
    if (number === null || !context) continue;
    const send: Send = { operation: context.op.id, spec: controlSpec(context, number), title: '' };
    const name = requestName(send.operation, send.spec, record.identity);
    if (name === recorded.name) await compareRequest(comparison, { context, send, name }, recorded);
  }
}

interface Comparison {
  readonly settings: RunSettings;
  readonly record: RunRecord;
  readonly judgement: ServerJudgement;
  readonly ours: KeyObject | null;
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly found: Mismatch[];
  /** Ids of exchanges and keys of requests that are part of the plan. */
  readonly accounted: Set<string>;
}

async function compareRequest(
  comparison: Comparison,
  { context, send, name }: Pick<AskedRequest, 'context' | 'send' | 'name'>,
  recorded: RecordedRequest,
): Promise<void> {
  const { found, accounted, exchanges } = comparison;
  const probe = keyOf(send.operation, name);
  if (accounted.has(probe)) return;
  accounted.add(probe);
  for (const [index, attempt] of recorded.attempts.entries()) {
    const exchange = exchanges.get(attempt.exchange);
    if (!exchange) {
      found.push({ kind: 'dropped', id: '', probe, says: `attempt ${index + 1}` });
      continue;
    }
    accounted.add(exchange.id);
    const wrong = (says: string) => found.push({ kind: 'altered', id: exchange.id, probe, says });
    if (exchange.probe !== `${probe}/${index}`) wrong('has the name of another attempt');
    if (exchange.operation !== send.operation) wrong('has another operation');
    // While a lost request is looked into, its token is used again.
    const isRepeated = index > 0 && attempt.token === recorded.attempts[index - 1]?.token;
    if (!isRepeated) await compareToken(comparison, { context, send, name }, attempt, index);
    await compareBytes(comparison, context, send, attempt, exchange);
  }
}

/** The token of an attempt must be the one that the plan introduces for it. */
async function compareToken(
  comparison: Comparison,
  { context, send, name }: Pick<AskedRequest, 'context' | 'send' | 'name'>,
  attempt: Attempt,
  index: number,
): Promise<void> {
  const { judgement, found, record } = comparison;
  const need = tokenNeed(context, send.spec, `${name}/${index}`, attempt.user);
  if (!need.introducedBy) return;
  const introducing: Send = {
    operation: need.introducedBy.context.op.id,
    spec: need.introducedBy.spec,
    title: 'a token for other calls',
  };
  const outcome = judgement.driver.perform({ do: 'send', send: introducing, optional: true }) as Parameters<
    typeof isUnanswered
  >[0];
  const introducedBy = requestName(introducing.operation, introducing.spec, record.identity);
  const asked = judgement.driver.asked.get(keyOf(introducing.operation, introducedBy));
  if (asked?.recorded) await compareRequest(comparison, asked, asked.recorded);
  else if (record.stopped === null)
    found.push({ kind: 'dropped', id: '', probe: keyOf(introducing.operation, introducedBy), says: 'POST' });
  const accepted = !isUnanswered(outcome) && outcome.answer.kind === 'S';
  const token = accepted ? introducedToken(need.introducedBy.context.op, outcome) : null;
  if (token !== null && token !== attempt.token)
    found.push({ kind: 'altered', id: attempt.exchange, probe: name, says: 'was recorded with another token' });
}

async function compareBytes(
  { settings, record, ours, found, judgement }: Comparison,
  context: AskedRequest['context'],
  { spec }: Send,
  attempt: Attempt,
  exchange: Exchange,
): Promise<void> {
  const bytes = signatureIn(exchange.request.headers);
  const accepted = context.controls.full?.exchanges.at(-1);
  const composing = {
    ...composeBasics(settings, context.op),
    spelling: spellingAt(judgement, exchange),
    now: () => exchange.composedAt ?? record.identity.startedAt,
    accepted: accepted ? signatureOf(accepted) : null,
    sign:
      settings.signing.mode === 'off'
        ? null
        : async (content: Uint8Array, by: 'us' | 'stranger') => {
            // A missing or unexpected header is reported as an altered header.
            if (by === 'us' && bytes.length > 0 && !(ours && verifies(content, ours, bytes)))
              found.push({
                kind: 'altered',
                id: exchange.id,
                probe: exchange.probe,
                says: 'is not signed with the key of the suite',
              });
            return bytes;
          },
  };
  const body = attemptBody(context, spec, attempt);
  const made = await compose(composing, spec, context.path, body, exchange.marker);
  if (!exchange.marker.startsWith(`${record.identity.id}/`))
    found.push({ kind: 'altered', id: exchange.id, probe: exchange.probe, says: 'has another marker' });
  for (const says of differences(made, exchange.request))
    found.push({ kind: 'altered', id: exchange.id, probe: exchange.probe, says });
}

/** The header spelling of an exchange: opening requests were sent before another spelling was found. */
function spellingAt({ spelling }: ServerJudgement, { request }: Exchange): Spelling {
  if (!spelling) return firstSpelling;
  const lower = request.headers.some(([name]) => name === 'client-id');
  const narrow = !/, /.test(header(request.headers, 'Signature') ?? ', ');
  const isFound = lower === (spelling.names === 'lower') && narrow === (spelling.comma === ',');
  return isFound ? spelling : firstSpelling;
}

function signatureIn(headers: WireHeaders): Uint8Array {
  const text = readSignatureHeader(header(headers, 'Signature') ?? '')?.signature ?? '';
  try {
    return Buffer.from(decodeURIComponent(text), 'base64');
  } catch {
    return Buffer.alloc(0);
  }
}

/** Differences between the request that the plan composes and the recorded one. */
function differences(made: WireRequest, recorded: WireRequest): string[] {
  const found: string[] = [];
  if (made.method !== recorded.method)
    found.push(`was recorded with the method ${recorded.method}, not ${made.method}`);
  if (made.path !== recorded.path) found.push('was recorded with another path');
  if (Buffer.compare(made.body, recorded.body) !== 0) found.push('was recorded with another body');
  if (!isDeepStrictEqual(made.headers, recorded.headers))
    found.push(`was recorded with ${otherHeader(made.headers, recorded.headers)}`);
  return found;
}

function otherHeader(made: WireHeaders, recorded: WireHeaders): string {
  const other = made.find((pair, i) => !isDeepStrictEqual(pair, recorded[i])) ?? recorded[made.length];
  return `another header ${other?.[0] ?? ''}`;
}

/** Recorded requests and exchanges that no check asks for. */
function unaccounted({ record, accounted }: Comparison): Mismatch[] {
  return record.exchanges
    .filter(({ id }) => !accounted.has(id))
    .map(({ id, probe }): Mismatch => ({ kind: 'added', id, probe, says: 'is not part of the plan' }));
}
