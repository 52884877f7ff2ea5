/** Recorded exchanges as cases for the diagnosis of their signatures. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { operations } from '../../contract/apis.ts';
import type { Diagnosis } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { header } from '../wire/answer.ts';
import type { Exchange, WireHeaders } from '../wire/exchange.ts';
import { diagnoseSignature, type SignatureCase, type SignatureDiagnosis } from './signature.ts';

/** A signature over nothing that is known may be that of another message of the same side. */
export function usedTwice(
  found: Diagnosis,
  exchange: Exchange,
  all: readonly Exchange[],
  side: SignatureCase['side'] = 'answer',
): Diagnosis | null {
  // A repeat within seconds looks like a clock that was read twice. Answers of equal bodies are common, so theirs may really be that.
  const mayBe =
    found.code === 'signed-over-unknown-text' || (side === 'request' && found.code === 'signed-over-other-time');
  if (!mayBe) return null;
  const own = signedParts(exchange, side);
  // The same text gives the same signature, whatever is wrong with it.
  const other = all.find((one) => {
    const parts = signedParts(one, side);
    return parts.signature === own.signature && parts.text !== own.text;
  });
  if (!other) return null;
  const time = side === 'answer' ? 'Response-Time' : 'Request-Time';
  return {
    code: 'signature-used-twice',
    says: `The signature of the ${side} is the same as that of another ${side} (${other.id}), which has another time or body.`,
    cure: `Make a new signature for each ${side}, over its own ${time} and body.`,
  };
}

function signedParts({ request, response }: Exchange, side: SignatureCase['side']) {
  const message = side === 'answer' ? response : request;
  const time = side === 'answer' ? 'Response-Time' : 'Request-Time';
  return {
    signature: message && header(message.headers, 'Signature'),
    text:
      message && [request.path, header(message.headers, time), Buffer.from(message.body).toString('latin1')].join('\n'),
  };
}

type CaseSettings = Pick<RunSettings, 'target' | 'clientId' | 'paths' | 'signing'>;

/** The path in the samples of the signing page: often copied and left standing. */
const samplePath = '/aps/api/v1/payments/pay';

interface Known {
  readonly settings: CaseSettings;
  readonly diagnosis: SignatureDiagnosis | null;
}

type Cache = WeakMap<Exchange, Known>;

/** What was found last, with the settings that it was found with. */
const [answers, requests]: [Cache, Cache] = [new WeakMap(), new WeakMap()];

/** What is wrong with the signature of an answer; null where it is right or absent. */
export function diagnoseAnswer(exchange: Exchange, settings: CaseSettings): SignatureDiagnosis | null {
  return once(answers, exchange, settings, answerCase);
}

/** What is wrong with the signature of a request that a caller under test sent; null where it is right or absent. */
export function diagnoseRequest(exchange: Exchange, settings: CaseSettings): SignatureDiagnosis | null {
  return once(requests, exchange, settings, requestCase);
}

function once(
  known: Cache,
  exchange: Exchange,
  settings: CaseSettings,
  read: typeof answerCase,
): SignatureDiagnosis | null {
  const before = known.get(exchange);
  if (before && isSameCase(before.settings, settings)) return before.diagnosis;
  const found = read(exchange, settings);
  const diagnosis = found && diagnoseSignature(found);
  known.set(exchange, { settings, diagnosis });
  return diagnosis;
}

function isSameCase(one: CaseSettings, other: CaseSettings): boolean {
  const named = ({ target, clientId, paths, signing }: CaseSettings) =>
    JSON.stringify([target, clientId, paths, signing.publicKey, signing.privateKey]);
  return one === other || named(one) === named(other);
}

function answerCase({ request, response }: Exchange, settings: CaseSettings): SignatureCase | null {
  const signature = response && header(response.headers, 'Signature');
  const time = response && header(response.headers, 'Response-Time');
  if (!signature || !time || !settings.signing.publicKey) return null;
  const shown = header(response.headers, 'Client-Id');
  return {
    side: 'answer',
    ...place(request.method, request.path, request.headers, settings),
    clientId: shown ?? settings.clientId,
    otherClientIds: shown === null ? [] : [{ name: 'the client id of the request', value: settings.clientId }],
    time,
    otherTimes: timesIn(request.headers, ['Request-Time']).concat(timesIn(response.headers, ['Date'])),
    body: response.body,
    requestBody: request.body,
    signature,
    ...keysOf(settings),
  };
}

function requestCase({ request }: Exchange, settings: CaseSettings): SignatureCase | null {
  const signature = header(request.headers, 'Signature');
  const time = header(request.headers, 'Request-Time');
  const clientId = header(request.headers, 'Client-Id');
  if (!signature || !time || clientId === null || !settings.signing.publicKey) return null;
  return {
    side: 'request',
    ...place(request.method, request.path, request.headers, settings),
    clientId,
    otherClientIds: [{ name: 'clientId of the config', value: settings.clientId }],
    time,
    otherTimes: timesIn(request.headers, ['Date', 'Response-Time']),
    body: request.body,
    requestBody: null,
    signature,
    ...keysOf(settings),
  };
}

function place(method: string, path: string, headers: WireHeaders, settings: CaseSettings) {
  return { method, path, ...pathsNear(path, header(headers, 'Host'), settings) };
}

/** Origin of a request and the paths that a program may have as constants. */
export function pathsNear(
  path: string,
  host: string | null,
  { target, paths }: Pick<CaseSettings, 'target' | 'paths'>,
) {
  const url = new URL(target);
  const defaults = Object.values(operations).map((operation) => operation.path);
  const knownPaths = [...new Set([samplePath, ...defaults, ...Object.values(paths)])].filter((one) => one !== path);
  return { origin: host === null ? url.origin : `${url.protocol}//${host}`, knownPaths };
}

function timesIn(headers: WireHeaders, names: readonly string[]): { name: string; value: string }[] {
  return names.flatMap((name) => {
    const value = header(headers, name);
    return value === null ? [] : [{ name, value }];
  });
}

const publicHalves = new Map<string, KeyObject>();

/** Keys are read once: a run asks for the same two again and again. */
function publicHalf(pem: string): KeyObject {
  const key = publicHalves.get(pem) ?? createPublicKey(pem);
  publicHalves.set(pem, key);
  return key;
}

function keysOf({ signing }: CaseSettings): Pick<SignatureCase, 'publicKey' | 'ourPublicKey'> {
  return {
    publicKey: publicHalf(signing.publicKey!),
    ourPublicKey: signing.privateKey ? publicHalf(signing.privateKey) : null,
  };
}
