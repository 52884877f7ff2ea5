/** The record that alterations start from: the recorded one, its answers signed again with the key of the proof. */
import { createPublicKey } from 'node:crypto';
import { type Contexts, createContexts } from '../check/context.ts';
import { readAnswerSignature } from '../diagnosis/answer-signature.ts';
import { neededOperations, type Plan } from '../plan/plan.ts';
import type { RecordedRequest, RunRecord } from '../record/record.ts';
import { attemptBody } from '../record/request-outcome.ts';
import { brokenConstraints } from '../request/broken-constraints.ts';
import type { JsonObject, RunSettings } from '../settings.ts';
import { answerOf, header } from '../wire/answer.ts';
import type { Exchange, WireHeaders, WireResponse } from '../wire/exchange.ts';
import { isObject } from '../wire/json.ts';
import type { AlteredAnswer, Asked, RecordedApi } from './alteration.ts';
import { type ProofKeys, signedHeaders } from './sign-again.ts';

/** A record to alter, with the settings that it is judged by. */
export interface ProofRecord {
  readonly record: RunRecord;
  readonly settings: RunSettings;
  readonly keys: ProofKeys;
  /** Requests of each API in the order of the record, those of the suite's own controls included. */
  readonly asked: ReadonlyMap<string, readonly Asked[]>;
  api(operation: string): RecordedApi;
  /** What judging the rows of an API needs: its own exchanges, and those of the APIs that its checks call too. */
  part(operation: string): RunRecord;
}

/** Signs what the target signed rightly with the key of the proof, and reads what each request was. */
export function proofRecord(plan: Plan, recorded: RunRecord, settings: RunSettings, keys: ProofKeys): ProofRecord {
  const { publicKey } = settings.signing;
  const isSigned = settings.signing.mode !== 'off' && publicKey !== null;
  const key = isSigned ? createPublicKey(publicKey) : null;
  const exchanges = recorded.exchanges.map((exchange) => {
    const isRight = key !== null && readAnswerSignature(exchange, key, settings.clientId).state === 'right';
    return isRight ? answeredWith(exchange, {}, settings, keys) : exchange;
  });
  const signing = { ...settings.signing, ...(isSigned ? { publicKey: keys.publicKey } : {}) };
  const record = { ...recorded, exchanges };
  const own = { ...settings, signing };
  const contexts = createContexts(neededOperations(plan, own), own, record.identity);
  const asked = askedIn(record, contexts);
  return {
    record,
    settings: own,
    keys,
    asked,
    api: once((operation) => recordedApi(asked.get(operation) ?? [], contexts, operation, own)),
    part: once((operation) => partOf(record, plan, operation, own)),
  };
}

/** The same value for the same name, made when it is first asked for. */
export function once<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name)!;
  };
}

function partOf(record: RunRecord, plan: Plan, operation: string, settings: RunSettings): RunRecord {
  const rows = plan.filter(({ op }) => op.id === operation);
  const needed = new Set<string>([operation, ...neededOperations(rows, settings).map(({ id }) => id)]);
  return {
    ...record,
    requests: record.requests.filter((one) => needed.has(one.operation)),
    exchanges: record.exchanges.filter((one) => needed.has(one.operation)),
  };
}

function askedIn({ requests, exchanges }: RunRecord, contexts: Contexts): Map<string, Asked[]> {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const asked = new Map<string, Asked[]>();
  for (const recorded of requests) {
    const context = contexts.get(recorded.operation);
    const last = recorded.attempts.findLast(({ exchange }) => byId.has(exchange));
    if (!context || !last) continue;
    const { op } = context;
    const own = asked.get(op.id) ?? [];
    asked.set(op.id, own);
    const { spec } = recorded;
    const isObjectBody =
      spec.encoding === undefined || typeof spec.encoding === 'string' || 'spacedTo' in spec.encoding;
    const body = isObjectBody ? attemptBody(context, spec, last) : null;
    const exchange = byId.get(last.exchange)!;
    own.push({
      op,
      spec,
      recorded,
      exchange,
      answer: answerOf(exchange),
      body,
      breaks: body ? brokenConstraints(op, body) : new Set(),
      isPlain: body !== null && !spec.tamper && isRightlyRouted(spec.wire),
      nth: own.length,
    });
  }
  return asked;
}

function isRightlyRouted(wire: RecordedRequest['spec']['wire']): boolean {
  if (!wire) return true;
  const { method, path, pathSuffix, clientId, keyVersion, omit, accept, contentType } = wire;
  if (method ?? path ?? pathSuffix ?? clientId ?? keyVersion ?? accept) return false;
  return omit === undefined && (contentType == null || contentType.startsWith('application/json'));
}

function recordedApi(
  asked: readonly Asked[],
  contexts: Contexts,
  operation: string,
  settings: RunSettings,
): RecordedApi {
  const isGood = ({ spec, isPlain }: Asked) => isPlain && !spec.edits && !spec.overlay && !spec.wire;
  const good = asked.filter((one) => isGood(one) && one.spec.user !== 'unknown' && one.answer.kind === 'S');
  const first = good.find(({ spec }) => spec.base === 'full') ?? good[0];
  const nobody = asked.find((one) => isGood(one) && one.spec.user === 'unknown' && one.answer.kind === 'F');
  const template = first && isObject(first.answer.json) ? first.answer.json : null;
  return {
    settings,
    success: (nth) => template && withOwnValues(template, nth),
    unknownUser: nobody && isObject(nobody.answer.json) ? nobody.answer.json : null,
    goodBody: contexts.get(operation)?.body({ base: 'full' }) ?? {},
  };
}

/** So many last characters of a value are replaced: the rest keeps its form. */
const ownCharacters = 5;
const shortest = 12;

/** The same answer with ids of its own: an altered answer must not be noticed for a value that another one has. */
function withOwnValues(json: JsonObject, nth: number): JsonObject {
  let count = 0;
  const own = (value: unknown): unknown => {
    if (typeof value === 'string' && isId(value)) {
      count += 1;
      return value.slice(0, -ownCharacters) + String(90_000 - 11 * nth - count).padStart(ownCharacters, '0');
    }
    if (Array.isArray(value)) return value.map(own);
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, own(inner)])) : value;
  };
  const { result, ...rest } = json;
  return { result, ...(own(rest) as JsonObject) };
}

function isId(value: string): boolean {
  return value.length >= shortest && !/^[A-Z_]+$/.test(value) && !/^\d{4}-\d\d-\d\d|^\w+:/.test(value);
}

/** The exchange with another answer, signed with the key of the proof. */
export function answeredWith(
  exchange: Exchange,
  altered: AlteredAnswer,
  settings: RunSettings,
  keys: ProofKeys,
): Exchange {
  const { noAnswer, durationMs, status, json, text } = altered;
  // Not spread: an exchange may read its messages from a file.
  const { id, operation, probe, title, marker, composedAt, startedAt, request } = exchange;
  const kept = { id, operation, probe, title, marker, composedAt, startedAt, request };
  const about = { ...kept, durationMs: durationMs ?? exchange.durationMs } as Omit<Exchange, 'response' | 'noAnswer'>;
  if (noAnswer) return { ...about, response: null, noAnswer: { kind: noAnswer, says: 'altered for the proof' } };
  const before = exchange.response;
  if (!before) return exchange;
  const written = text ?? (json && JSON.stringify(json));
  const body = written === undefined ? before.body : Buffer.from(written);
  let signed: WireHeaders | null = null;
  const response: WireResponse = {
    status: status ?? before.status,
    body,
    truncated: before.truncated,
    // Few rows look at a signature, and signing takes longer than all else.
    get headers() {
      signed ??= signedAgain(exchange, before.headers, body, altered, settings, keys);
      return signed;
    },
  };
  return { ...about, noAnswer: null, response };
}

function signedAgain(
  { request, startedAt }: Exchange,
  headers: WireHeaders,
  body: Uint8Array,
  { signature, text, contentType }: AlteredAnswer,
  { signing, clientId }: RunSettings,
  keys: ProofKeys,
): WireHeaders {
  const kept = headers.filter(([name]) => !/^(signature|response-time|content-length|content-encoding)$/i.test(name));
  const typed = contentType
    ? kept.map((pair) => (/^content-type$/i.test(pair[0]) ? ([pair[0], contentType] as const) : pair))
    : kept;
  if (signing.mode === 'off' || text !== undefined) return typed;
  const client = header(headers, 'Client-Id');
  const time = header(headers, 'Response-Time') ?? new Date(startedAt).toISOString().replace('Z', '+00:00');
  const message = {
    method: 'POST',
    path: request.path,
    clientId: client ?? clientId,
    time,
    body,
    keyVersion: signing.keyVersion,
  };
  const made = signedHeaders(message, keys, signature ?? null);
  const own: [string, string | null][] = [
    ...(client === null ? ([['Client-Id', clientId]] as [string, string][]) : []),
    ['Response-Time', made.time],
    ['Signature', made.signature],
  ];
  return [...typed, ...own.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))];
}

/** Whether an alteration of signatures says nothing, since the answer has none. */
export function isSignedAnswer({ response }: Exchange): boolean {
  return response !== null && header(response.headers, 'Signature') !== null;
}
