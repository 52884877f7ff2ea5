/** The signature of an answer, read: absent, half, right (in which text form) or wrong (and why). */
import type { KeyObject } from 'node:crypto';
import { header } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import {
  readSignatureHeader,
  type SignatureText,
  signatureReadings,
  signedContent,
  verifies,
} from '../wire/signing.ts';
import { contentTest, isCertain, openSignature } from './signature-block.ts';
import { foreignSize } from './signature-text.ts';

export type AnswerSignature =
  | { readonly state: 'absent' }
  | { readonly state: 'half'; readonly says: string }
  | { readonly state: 'right'; readonly form: SignatureText }
  /** `key`: whether the configured key made it (over other content), did not, or the header could not be read. */
  | { readonly state: 'wrong'; readonly key: 'ours' | 'other' | 'unreadable'; readonly says: string };

interface Known {
  readonly publicKey: KeyObject;
  readonly clientId: string;
  readonly reading: AnswerSignature;
}

/** What was read last, with the key and the client id that it was read with: another key reads it anew. */
const known = new WeakMap<Exchange, Known>();

/** Reads the signature of an exchange's answer; the method and path are those of the request it answers. */
export function readAnswerSignature(exchange: Exchange, publicKey: KeyObject, clientId: string): AnswerSignature {
  const before = known.get(exchange);
  const isSameKey = before && (before.publicKey === publicKey || before.publicKey.equals(publicKey));
  if (isSameKey && before.clientId === clientId) return before.reading;
  const reading = readOnce(exchange, publicKey, clientId);
  known.set(exchange, { publicKey, clientId, reading });
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
  const signed = {
    path: request.path,
    clientId: header(response.headers, 'Client-Id') ?? clientId,
    time,
    body: response.body,
  };
  // The pages know no other method than POST: the answer to a GET may be signed as an answer to either.
  const methods = [...new Set([request.method, 'POST'])];
  const contents = methods.map((method) => signedContent({ ...signed, method }));
  const readings = signatureReadings(parts.signature, publicKey);
  const right = readings.find(({ bytes }) => contents.some((one) => verifies(one, publicKey, bytes)));
  if (right) return { state: 'right', form: right.form };
  if (readings.length === 0) {
    const bits = foreignSize(value, publicKey);
    return bits === null
      ? { state: 'wrong', key: 'unreadable', says: 'a signature that is not base64 of the key size' }
      : {
          state: 'wrong',
          key: 'other',
          says: `a signature of ${bits} bits, made with another key than the configured public key`,
        };
  }
  const ours = readings.some((reading) => madeWith(publicKey, reading.bytes, contents[0]));
  return ours
    ? { state: 'wrong', key: 'ours', says: 'a signature made with the right key over other content than was sent' }
    : { state: 'wrong', key: 'other', says: 'a signature made with another key than the configured public key' };
}

/**
 * Whether the private half of a public key made a signature, over whatever content: its padding comes out whole. A PSS block with the
 * longest salt shows that only together with the content.
 */
export function madeWith(publicKey: KeyObject, signature: Uint8Array, content: Buffer | null = null): boolean {
  return openSignature(publicKey, signature).some(
    (opened) => isCertain(opened) || (content !== null && contentTest(opened)(content)),
  );
}
