/** Makes the answers of the simulated Alipay+: each kind differs in one way from a correctly signed S. */
import { createPrivateKey, generateKeyPair, type KeyObject, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { WireHeaders, WireRequest } from '../engine/wire/exchange.ts';
import { isObject } from '../engine/wire/json.ts';
import { isoTime, sign, signatureHeader, signedContent } from '../engine/wire/signing.ts';
import type { AnswerName } from './script.ts';

/** Status, headers and body of an answer. */
export interface Reply {
  readonly status: number;
  readonly headers: WireHeaders;
  readonly body: Buffer;
}

/** Client id and key that the simulator signs with. */
export interface Identity {
  readonly clientId: string;
  readonly keyVersion: string;
  /** Null where nothing is signed. */
  readonly privateKey: KeyObject | null;
}

/** A client id other than the given one. */
export function otherClientId(clientId: string): string {
  return clientId === 'TEST_5Y00000000000001' ? 'TEST_5Y00000000000002' : 'TEST_5Y00000000000001';
}

/** The path that is signed in an answer to another call. */
export const otherPath = '/aps/api/v1/payments/pay';

let strangersKey: Promise<KeyObject> | null = null;

/** A key whose public key is unknown to everybody; generated once and off the main thread, so that no caller waits for it. */
export function otherKey(): Promise<KeyObject> {
  strangersKey ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
  return strangersKey;
}

/** Reads the identity from settings: PEM text or null. */
export function identityOf(clientId: string, keyVersion: string, privateKeyPem: string | null): Identity {
  return { clientId, keyVersion, privateKey: privateKeyPem === null ? null : createPrivateKey(privateKeyPem) };
}

/** How an answer differs from a correct one. */
interface Deviation {
  readonly body?: (answer: JsonAnswer) => unknown;
  readonly print?: (answer: unknown) => string;
  readonly signing?: Partial<Signing>;
}

interface JsonAnswer {
  result: { resultCode: string; resultStatus: 'S' | 'F' | 'U'; resultMessage: string };
  paymentCodeInfoList?: Record<string, string>[];
}

interface Signing {
  readonly key: (own: KeyObject) => KeyObject | Promise<KeyObject>;
  readonly path: string;
  /** In the signed text. */
  readonly signedClient: string;
  /** In the header. */
  readonly client: string;
  readonly comma: ',' | ', ';
  readonly leavesOut: readonly ('Signature' | 'Response-Time')[];
}

/** The deviation of each kind that is answered with JSON. */
function deviationOf(kind: string, { clientId }: Identity): Deviation {
  const other = otherClientId(clientId);
  const departures: Readonly<Record<string, Deviation>> = {
    unsigned: { signing: { leavesOut: ['Signature', 'Response-Time'] } },
    onlySignature: { signing: { leavesOut: ['Response-Time'] } },
    onlyResponseTime: { signing: { leavesOut: ['Signature'] } },
    otherKey: { signing: { key: otherKey } },
    otherPath: { signing: { path: otherPath } },
    otherClient: { signing: { signedClient: other } },
    whollyOtherClient: { signing: { signedClient: other, client: other } },
    commaSpaced: { signing: { comma: ', ' } },
    indented: { print: (answer) => JSON.stringify(answer, null, 2) },
    truncated: { print: (answer) => JSON.stringify(answer).slice(0, -20) },
    shortList: { body: (answer) => ({ ...answer, paymentCodeInfoList: answer.paymentCodeInfoList?.slice(1) }) },
    noList: { body: ({ result }) => ({ result }) },
    extraFields: { body: withExtraFields },
  };
  return departures[kind] ?? {};
}

function withExtraFields(answer: JsonAnswer): unknown {
  return {
    traceId: 'b7c1',
    ...answer,
    result: { ...answer.result, resultHint: 'none' },
    paymentCodeInfoList: answer.paymentCodeInfoList?.map((info) => ({ ...info, codeLook: { bars: 'yes' } })),
    extendInfo: null,
  };
}

/** Makes the reply of a step to a request; for kinds that send something. */
export async function replyTo(request: WireRequest, answer: AnswerName, identity: Identity): Promise<Reply> {
  const plain = (status: number, type: string, text: string): Reply => {
    const body = Buffer.from(text);
    return { status, headers: [['Content-Type', type], lengthOf(body)], body };
  };
  if (answer === 'http500') return plain(500, 'text/plain', 'Internal Server Error');
  if (answer === 'html') {
    return plain(200, 'text/html; charset=UTF-8', '<!doctype html><title>Maintenance</title><p>We are back soon.');
  }
  const { body: change, print, signing } = deviationOf(answer, identity);
  const json = jsonAnswer(answer, quantityIn(request.body));
  const body = Buffer.from((print ?? JSON.stringify)(change ? change(json) : json));
  return signed(request, body, identity, signing ?? {});
}

async function signed(
  request: WireRequest,
  body: Buffer,
  identity: Identity,
  changes: Partial<Signing>,
): Promise<Reply> {
  const { clientId, keyVersion, privateKey } = identity;
  const signing: Signing = {
    key: (own) => own,
    path: request.path,
    signedClient: clientId,
    client: clientId,
    comma: ',',
    leavesOut: [],
    ...changes,
  };
  const headers: (readonly [string, string])[] = [['Content-Type', 'application/json; charset=UTF-8'], lengthOf(body)];
  if (privateKey) {
    const key = await signing.key(privateKey);
    const time = isoTime(Date.now());
    const content = { method: request.method, path: signing.path, clientId: signing.signedClient, time, body };
    const signature = signatureHeader(await sign(signedContent(content), key), keyVersion, signing.comma);
    headers.push(['Client-Id', signing.client], ['Response-Time', time], ['Signature', signature]);
  }
  return { status: 200, headers: headers.filter(([name]) => !signing.leavesOut.includes(name as 'Signature')), body };
}

const lengthOf = (body: Buffer): readonly [string, string] => ['Content-Length', String(body.length)];

function jsonAnswer(answer: AnswerName, quantity: number): JsonAnswer {
  const [status, code] = resultOf(answer);
  if (status === 'S') {
    return {
      result: { resultCode: code, resultStatus: status, resultMessage: 'success' },
      paymentCodeInfoList: paymentCodes(quantity),
    };
  }
  return { result: { resultCode: code, resultStatus: status, resultMessage: `Simulated ${code}.` } };
}

function resultOf(answer: AnswerName): [status: 'S' | 'F' | 'U', code: string] {
  if (answer === 'unknownF') return ['F', 'SIMULATED_NEW_FAILURE'];
  if (answer === 'unknownU') return ['U', 'SIMULATED_NEW_STATE'];
  if (answer.startsWith('F:')) return ['F', answer.slice(2)];
  return answer.startsWith('U:') ? ['U', answer.slice(2)] : ['S', 'SUCCESS'];
}

/** The number of codes that a request asks for; one where it is not readable. */
function quantityIn(body: Uint8Array): number {
  try {
    const request: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    const quantity = Number(isObject(request) ? (request.codeQuantity ?? 1) : 1);
    return Number.isInteger(quantity) && quantity >= 1 && quantity <= 10 ? quantity : 1;
  } catch {
    return 1;
  }
}

/** New payment codes: each valid for a minute, and each starting half a minute after the one before. */
function paymentCodes(quantity: number): Record<string, string>[] {
  const start = Date.now();
  const half = () => String(randomInt(10 ** 8)).padStart(8, '0');
  return Array.from({ length: quantity }, (_, index) => ({
    paymentCode: `28${half()}${half()}`,
    codeValidityStartTime: isoTime(start + index * 30_000),
    codeExpiryTime: isoTime(start + index * 30_000 + 60_000),
  }));
}
