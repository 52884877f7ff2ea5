/** What a record would be if the caller had one fault: its requests altered and signed again, its calls repeated or left out, its outcome changed. */
import { createPublicKey } from 'node:crypto';
import type { RunRecord } from '../record/record.ts';
import type { RunSettings } from '../settings.ts';
import { header } from '../wire/answer.ts';
import type { Exchange, WireHeaders } from '../wire/exchange.ts';
import { isObject, jsonOf } from '../wire/json.ts';
import { readSignatureHeader, signatureReadings, signedContent, verifies } from '../wire/signing.ts';
import type { AlteredRecord } from './alter-server.ts';
import type { AlteredRequest, CallerAlteration } from './alteration.ts';
import { type ProofKeys, signedHeaders } from './sign-again.ts';

/** A record of a caller to alter, with the settings that it is judged by. */
export interface CallerProofRecord {
  readonly record: RunRecord;
  readonly settings: RunSettings;
  readonly keys: ProofKeys;
}

/** Operation of the exchanges with the trigger of a caller. */
const triggerOperation = 'trigger';

/** Signs what the caller signed rightly with the key of the proof. */
export function callerProofRecord(recorded: RunRecord, settings: RunSettings, keys: ProofKeys): CallerProofRecord {
  const { publicKey, mode } = settings.signing;
  const key = mode === 'off' || publicKey === null ? null : createPublicKey(publicKey);
  const isRight = ({ request: { method, path, headers, body } }: Exchange): boolean => {
    const parts = readSignatureHeader(header(headers, 'Signature') ?? '');
    if (!parts || key === null) return false;
    const clientId = header(headers, 'Client-Id') ?? '';
    const content = signedContent({ method, path, clientId, time: header(headers, 'Request-Time') ?? '', body });
    return signatureReadings(parts.signature, key).some(({ bytes }) => verifies(content, key, bytes));
  };
  const exchanges = recorded.exchanges.map((exchange) =>
    exchange.operation !== triggerOperation && isRight(exchange)
      ? requestedWith(exchange, {}, settings, keys)
      : exchange,
  );
  const signing = { ...settings.signing, ...(key ? { publicKey: keys.publicKey } : {}) };
  return { record: { ...recorded, exchanges }, settings: { ...settings, signing }, keys };
}

/** The altered record; null where the record has no call that the fault would show on. */
export function alterCaller(proof: CallerProofRecord, alteration: CallerAlteration): AlteredRecord | null {
  const { record } = proof;
  const nthOf = new Map<string, number>();
  let changed = 0;
  const altered = record.exchanges.map((exchange) => {
    const body = jsonOf(exchange.request.body);
    if (exchange.operation === triggerOperation || !alteration.request || !isObject(body)) return exchange;
    const nth = nthOf.get(exchange.probe) ?? 0;
    nthOf.set(exchange.probe, nth + 1);
    const request = alteration.request(body, exchange, { action: exchange.probe, nth });
    if (request === null) return exchange;
    changed += 1;
    return requestedWith(exchange, request, proof.settings, proof.keys);
  });
  const exchanges = alteration.action ? inActions(altered, alteration.action, () => changed++) : altered;
  if (changed === 0) return null;
  return { record: { ...record, exchanges }, touched: null, exchanges: new Set() };
}

/** The exchanges with those of each altered action in the place of its own. */
function inActions(
  exchanges: readonly Exchange[],
  alter: NonNullable<CallerAlteration['action']>,
  onChange: () => void,
): Exchange[] {
  const triggers = exchanges.filter(({ operation }) => operation === triggerOperation);
  return triggers.flatMap((trigger) => {
    const calls = exchanges.filter(({ probe, operation }) => probe === trigger.probe && operation !== triggerOperation);
    const own = { action: trigger.probe, trigger, calls };
    const altered = alter(own);
    if (altered === null) return [...calls, trigger];
    onChange();
    return [...altered.calls, altered.trigger];
  });
}

function requestedWith(
  exchange: Exchange,
  { json, method, path, headers = {}, signature, signatureHeader }: AlteredRequest,
  { signing }: RunSettings,
  keys: ProofKeys,
): Exchange {
  const before = exchange.request;
  const body = json ? Buffer.from(JSON.stringify(json)) : before.body;
  const request = { ...before, method: method ?? before.method, path: path ?? before.path, body };
  const laid = before.headers.map(([name, value]) => [name, name in headers ? headers[name]! : value] as const);
  const time = headers['Request-Time'] ?? header(before.headers, 'Request-Time') ?? '';
  const clientId = headers['Client-Id'] ?? header(before.headers, 'Client-Id') ?? '';
  const { method: sentMethod, path: sentPath } = request;
  const message = { method: sentMethod, path: sentPath, clientId, time, body, keyVersion: signing.keyVersion };
  const made = signing.mode === 'off' ? null : signedHeaders(message, keys, signature ?? null);
  const value = (name: string, own: string | null): string | null => {
    if (made === null || headers[name] === null) return own;
    if (/^signature$/i.test(name)) return made.signature && (signatureHeader?.(made.signature) ?? made.signature);
    return /^request-time$/i.test(name) ? made.time : own;
  };
  const all: WireHeaders = laid.flatMap(([name, own]) => {
    const written = value(name, own);
    return written === null ? [] : [[name, written] as const];
  });
  return { ...exchange, request: { ...request, headers: all } };
}
