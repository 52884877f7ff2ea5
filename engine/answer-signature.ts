/** The signature of an answer, read: absent, half, right (in which text form) or wrong (and why). */
import { constants, type KeyObject, publicDecrypt } from 'node:crypto';
import { header } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { readSignatureHeader, type SignatureText, signatureReadings, signedContent, verifies } from './signing.ts';

export type AnswerSignature =
  | { readonly state: 'absent' }
  | { readonly state: 'half'; readonly says: string }
  | { readonly state: 'right'; readonly form: SignatureText }
  /** `key`: whether the configured key made it (over other content), did not, or the header could not be read. */
  | { readonly state: 'wrong'; readonly key: 'ours' | 'other' | 'unreadable'; readonly says: string };

const known = new WeakMap<Exchange, AnswerSignature>();

/** Reads the signature of an exchange's answer; the method and path are those of the request it answers. */
export function readAnswerSignature(exchange: Exchange, publicKey: KeyObject, clientId: string): AnswerSignature {
  let reading = known.get(exchange);
  if (!reading) {
    reading = readOnce(exchange, publicKey, clientId);
    known.set(exchange, reading);
  }
  return reading;
}

function readOnce(exchange: Exchange, publicKey: KeyObject, clientId: string): AnswerSignature {
  const { request, response } = exchange;
  if (!response) return { state: 'absent' };
  const value = header(response.headers, 'Signature');
  const time = header(response.headers, 'Response-Time');
  if (value === null && time === null) return { state: 'absent' };
  if (value === null) return { state: 'half', says: 'Response-Time without Signature' };
  if (time === null) return { state: 'half', says: 'Signature without Response-Time' };
  const parts = readSignatureHeader(value);
  if (!parts) return { state: 'wrong', key: 'unreadable', says: 'a Signature header without a signature part' };
  const content = signedContent({
    method: request.method,
    path: request.path,
    clientId: header(response.headers, 'Client-Id') ?? clientId,
    time,
    body: response.body,
  });
  const readings = signatureReadings(parts.signature, publicKey);
  const right = readings.find((reading) => verifies(content, publicKey, reading.bytes));
  if (right) return { state: 'right', form: right.form };
  if (readings.length === 0) return { state: 'wrong', key: 'unreadable', says: 'a signature that is no base64 of the key size' };
  const ours = readings.some((reading) => madeWith(publicKey, reading.bytes));
  return ours
    ? { state: 'wrong', key: 'ours', says: 'a signature made with the right key over other content than was sent' }
    : { state: 'wrong', key: 'other', says: 'a signature made with another key than the configured public key' };
}

/** Whether the private half of a public key made a signature, over whatever content: its padding comes out whole. */
export function madeWith(publicKey: KeyObject, signature: Uint8Array): boolean {
  try {
    const block = publicDecrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature);
    const pkcs1 = block[0] === 0 && block[1] === 1 && block[2] === 0xff && block[9] === 0xff;
    return pkcs1 || block.at(-1) === 0xbc;
  } catch {
    return false;
  }
}
