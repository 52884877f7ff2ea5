/** Answers whose signature is made in a given way, right or wrong, as the diagnosis gets them. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { SignatureCase } from '../../engine/diagnosis/signature.ts';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = pair();
export const ours = pair();
export const stranger = pair();

export const path = '/gw/aps/api/v1/users/sendOTP?x=1';
export const clientId = 'TEST_5Y00000000000000';
export const time = '2026-11-20T16:00:00+08:00';
export const requestTime = '2026-11-20T15:59:58+08:00';
export const value = {
  result: { resultStatus: 'S', resultCode: 'SUCCESS' },
  verifyRequestId: "a/b=<é'>",
  gone: null,
  amount: '1',
};
export const body = JSON.stringify(value);
export const requestBody = '{"accessToken":"t"}';

/** What is done otherwise than in a right signature. */
export interface Plant {
  readonly content?: string | Buffer;
  readonly body?: string | Buffer;
  readonly path?: string;
  readonly time?: string;
  readonly digest?: string;
  readonly key?: KeyObject;
  readonly sign?: (content: Buffer, key: KeyObject) => Buffer;
  readonly write?: (base64: string) => string;
  readonly header?: (text: string) => string;
}

/** The text that is signed. */
export const textOf = (
  part: { path?: string; time?: string; body?: string | Buffer; client?: string; method?: string } = {},
) =>
  Buffer.concat([
    Buffer.from(`${part.method ?? 'POST'} ${part.path ?? path}\n${part.client ?? clientId}.${part.time ?? time}.`),
    Buffer.from(part.body ?? body),
  ]);

/** An answer that was signed so. */
export function planted(plant: Plant): SignatureCase {
  const sent = { path: plant.path ?? path, time: plant.time ?? time, body: Buffer.from(plant.body ?? body) };
  const content = Buffer.from(plant.content ?? textOf(sent));
  const key = plant.key ?? theirs.privateKey;
  const bytes = plant.sign ? plant.sign(content, key) : sign(plant.digest ?? 'sha256', content, key);
  const text = (plant.write ?? encodeURIComponent)(bytes.toString('base64'));
  return {
    side: 'answer',
    method: 'POST',
    ...sent,
    clientId,
    origin: 'http://127.0.0.1:8080',
    otherTimes: [
      { name: 'Request-Time', value: requestTime },
      { name: 'Date', value: 'Fri, 20 Nov 2026 08:00:00 GMT' },
    ],
    otherClientIds: [{ name: 'the client id of the request', value: 'SANDBOX_OURS' }],
    knownPaths: ['/aps/api/v1/payments/pay', '/aps/api/v1/users/sendOTP'],
    requestBody: Buffer.from(requestBody),
    signature: (plant.header ?? ((one) => `algorithm=RSA256, keyVersion=1, signature=${one}`))(text),
    publicKey: theirs.publicKey,
    ourPublicKey: ours.publicKey,
  };
}

/** Whole numbers below a bound, the same for the same seed. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** A text of printable ASCII. */
export function randomText(random: (below: number) => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(32 + random(95))).join('');
}
