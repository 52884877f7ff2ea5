/** Answers signed as the pages say, or not quite: with two keys, one of which is the target's. */

import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import type { WireHeaders } from '../../engine/wire/exchange.ts';
import { sign, signedContent } from '../../engine/wire/signing.ts';
import { operations } from '../../generated/operations.ts';
import { resultOf } from './exchanges.ts';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
export const target = pair();
export const stranger = pair();
export const publicKey = createPublicKey(target.privateKey);
export const time = '2026-02-28T10:00:00+08:00';
export const success = resultOf('S', 'SUCCESS');
export const text = JSON.stringify(success.json);

/** A signature over an answer, as it should be but for what is given. */
export async function signature(
  change: { key?: KeyObject; clientId?: string; body?: string; method?: string } = {},
): Promise<Buffer> {
  const { key = target.privateKey, clientId = 'TEST_1', body = text, method = 'POST' } = change;
  const { path } = operations.sendOTP;
  return sign(signedContent({ method, path, clientId, time, body: Buffer.from(body) }), key);
}

export const asDocumented = (bytes: Buffer) => encodeURIComponent(bytes.toString('base64'));
export const head = (written: string, clientId: string | null = 'TEST_1'): WireHeaders => [
  ...(clientId === null ? [] : ([['Client-Id', clientId]] as const)),
  ['Response-Time', time],
  ['Signature', `algorithm=RSA256, keyVersion=1, signature=${written}`],
];

/** What a look into a wrong signature needs to know. */
export const settings = {
  target: 'http://127.0.0.1',
  clientId: 'TEST_1',
  paths: {},
  signing: {
    mode: 'required',
    keyVersion: '1',
    privateKey: stranger.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }),
  },
} as unknown as ObservedExchange['settings'];
