/** The correct caller, composed of its steps. */
import { setTimeout as pause } from 'node:timers/promises';
import { isObject } from '../mpp/body.ts';
import { type Keys, signatureParts, signer, textToSign, timeText, verifier } from '../signing.ts';
import type { Asked, Behaviour, Json, Outcome, Reading, Received } from './behaviour.ts';
import { post } from './http.ts';

/** How patient the caller is. */
export interface Patience {
  readonly timeoutMs: number;
  readonly pauseMs: number;
  readonly attempts: number;
}

const nothing = (why: Reading['why']): Reading => ({ status: 'nothing', code: '', codes: [], why });

/** The behaviour of a caller that follows every rule. */
export function correctCaller(keys: Keys, clientId: string, patience: Patience): Behaviour {
  return {
    ...patience,
    clientId,
    keyVersion: '1',
    method: 'POST',
    path: '/aps/api/v1/codes/getPaymentCode',
    sign: signer(keys.mpp.privateKey),
    verify: verifier(keys.alipayplus.publicKey),

    body: requestBody,
    print: (body) => JSON.stringify(body),
    time: timeText,
    requestText: (method, path, client, time, body) => textToSign(method, path, client, time, Buffer.from(body)),
    encode: (signature) => signature,
    signatureHeader: (keyVersion, signature) => `algorithm=RSA256, keyVersion=${keyVersion}, signature=${signature}`,
    headers: (headers) => headers,

    signatureParts,
    answerText: textToSign,
    trusts: isAuthentic,
    read,
    repeats: ({ status }) => status === 'U' || status === 'nothing',
    // Too much traffic: the only cure is fewer calls, so each further one waits longer.
    pause: (b, { code }, attempt) => b.pauseMs * (code === 'REQUEST_TRAFFIC_EXCEED_LIMIT' ? 2 ** attempt : 1),
    conclude,
    afterwards: async () => {},
  };
}

/** The request body: what was asked, and nothing for what was not. */
export function requestBody({ customerId, region, codeQuantity }: Asked): Json {
  return {
    customerId,
    ...(region ? { region } : {}),
    ...(codeQuantity ? { codeQuantity } : {}),
    env: { terminalType: 'APP', osType: 'IOS', deviceTokenId: 'dev-7f3a', clientIp: '192.0.2.10' },
  };
}

async function isAuthentic(b: Behaviour, { headers, body }: Received): Promise<boolean> {
  const { signature: header, 'response-time': time, 'client-id': client } = headers;
  if (!header || !time || client !== b.clientId) return false;
  const { signature } = b.signatureParts(header);
  return signature ? b.verify(b.answerText(b.method, b.path, client, time, body), signature) : false;
}

async function read(b: Behaviour, received: Received): Promise<Reading> {
  if (received.status !== 200) return nothing('http');
  const answer = parsed(received.body);
  const result = isObject(answer) && isObject(answer.result) ? answer.result : {};
  const { resultStatus: status, resultCode: code } = result;
  if ((status !== 'S' && status !== 'F' && status !== 'U') || typeof code !== 'string') return nothing('unreadable');
  // A failure may be unsigned, because the client may not be identified; an S must be signed.
  const unsigned = !received.headers.signature && !received.headers['response-time'];
  if (!(unsigned && status !== 'S') && !(await b.trusts(b, received))) return nothing('untrusted');
  const codes = codesIn(answer);
  if (status === 'S' && codes.length === 0) return nothing('unreadable');
  return { status, code, codes, why: '' };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function codesIn(answer: unknown): string[] {
  const list = isObject(answer) ? answer.paymentCodeInfoList : null;
  if (!Array.isArray(list)) return [];
  return list.flatMap((info) => (isObject(info) && typeof info.paymentCode === 'string' ? [info.paymentCode] : []));
}

function conclude({ status, code, codes }: Reading): Outcome {
  if (status === 'S') return { outcome: 'success', resultCode: code, codes };
  return { outcome: status === 'F' ? 'failed' : 'unknown', resultCode: code, codes: [] };
}

/** Gets payment codes: calls, and calls again as long as that makes sense. */
export async function getPaymentCodes(b: Behaviour, alipayplusUrl: string, asked: Asked): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const call = () => callOnce(b, alipayplusUrl, asked, attempt);
    const reading = await call();
    if (attempt < b.attempts && b.repeats(reading, attempt)) {
      await pause(b.pause(b, reading, attempt));
      continue;
    }
    await b.afterwards(reading, call);
    return b.conclude(reading);
  }
}

async function callOnce(b: Behaviour, alipayplusUrl: string, asked: Asked, attempt: number): Promise<Reading> {
  const body = b.print(b.body(asked, attempt));
  const time = b.time(Date.now());
  const signature = await b.sign(b.requestText(b.method, b.path, b.clientId, time, body));
  const headers = b.headers({
    'Content-Type': 'application/json; charset=UTF-8',
    'Client-Id': b.clientId,
    'Request-Time': time,
    Signature: b.signatureHeader(b.keyVersion, b.encode(signature)),
  });
  const received = await post(b.method, new URL(b.path, alipayplusUrl), headers, body, b.timeoutMs);
  return typeof received === 'string' ? nothing(received) : b.read(b, received);
}
