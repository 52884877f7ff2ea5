/** Signatures of Alipay+ messages: RSASSA-PKCS1-v1_5 with SHA-256 over the exact bytes sent, base64, then URL-encoded. */
import { createHash, createPublicKey, type KeyObject, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { header } from './answer.ts';
import type { Exchange } from './exchange.ts';

/** Everything that is signed; `path` is path and query as requested, `time` the Request-Time or Response-Time as sent. */
export interface Signed {
  readonly method: string;
  readonly path: string;
  readonly clientId: string;
  readonly time: string;
  readonly body: Uint8Array;
}

/** The text that is signed: `METHOD path LF client.time.body`. */
export function signedContent({ method, path, clientId, time, body }: Signed): Buffer {
  return Buffer.concat([Buffer.from(`${method} ${path}\n${clientId}.${time}.`), body]);
}

/** Raw signature bytes; runs on the thread pool. */
export function sign(content: Uint8Array, key: KeyObject): Promise<Buffer> {
  return new Promise((done, fail) => {
    signBytes('RSA-SHA256', content, key, (error, signature) => (error ? fail(error) : done(signature)));
  });
}

/** Whether raw signature bytes are right for the content. */
export function verifies(content: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verifyBytes('RSA-SHA256', content, key, signature);
  } catch {
    return false;
  }
}

/** The value of a Signature header, with or without a space behind each comma. */
export function signatureHeader(signature: Uint8Array, keyVersion: string, comma: ', ' | ','): string {
  const text = encodeURIComponent(Buffer.from(signature).toString('base64'));
  return [`algorithm=RSA256`, `keyVersion=${keyVersion}`, `signature=${text}`].join(comma);
}

/** What a Signature header says; null where it has no `signature` part. Names are read in any case and order. */
export interface SignatureParts {
  readonly algorithm: string | null;
  readonly keyVersion: string | null;
  readonly signature: string;
}

export function readSignatureHeader(value: string): SignatureParts | null {
  const parts = new Map<string, string>();
  for (const part of value.split(',')) {
    const at = part.indexOf('=');
    if (at > 0) parts.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim());
  }
  const signature = parts.get('signature');
  if (!signature) return null;
  return { algorithm: parts.get('algorithm') ?? null, keyVersion: parts.get('keyversion') ?? null, signature };
}

/** How the text of a signature was written. Only `url-base64` is what the page says; `base64` is met in the wild (ambiguity 6.26). */
export type SignatureText = 'url-base64' | 'base64' | 'base64url' | 'hex' | 'double-encoded';

const plainBase64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The readings of a signature text as bytes, the documented one first; only those of the key's length. */
export function signatureReadings(text: string, key: KeyObject): { form: SignatureText; bytes: Buffer }[] {
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 2048) / 8;
  const once = decodeUrl(text);
  const twice = once === null ? null : decodeUrl(once);
  const readings: { form: SignatureText; bytes: Buffer }[] = [];
  const add = (form: SignatureText, bytes: Buffer) => {
    if (bytes.length === size) readings.push({ form, bytes });
  };
  if (once !== null && plainBase64.test(once)) {
    // Standard base64 of a 2048-bit signature ends in `==`, so the documented form always carries a percent sign.
    add(text === once && /[+/=]/.test(text) ? 'base64' : 'url-base64', Buffer.from(once, 'base64'));
  }
  if (/^[A-Za-z0-9_-]+={0,2}$/.test(text)) add('base64url', Buffer.from(text, 'base64url'));
  if (/^[0-9a-fA-F]+$/.test(text)) add('hex', Buffer.from(text, 'hex'));
  if (twice !== null && twice !== once && plainBase64.test(twice)) add('double-encoded', Buffer.from(twice, 'base64'));
  return readings;
}

function decodeUrl(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Short fingerprint of a public key, to tell keys apart in a diagnosis: first 16 hex digits of SHA-256 over its SPKI form. */
export function fingerprint(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

/** `2026-11-20T08:00:00+08:00`: a moment as ISO 8601 with the given offset in minutes, whole seconds. */
export function isoTime(epochMs: number, offsetMinutes = 480): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(offsetMinutes);
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const publicKeys = new Map<string, KeyObject>();

/** The public key in a PEM text; the few keys of a run are read once. */
export function publicKeyIn(pem: string): KeyObject {
  const key = publicKeys.get(pem) ?? createPublicKey(pem);
  if (publicKeys.size > 8) publicKeys.clear();
  publicKeys.set(pem, key);
  return key;
}

/** Signature and time of an accepted exchange, for requests that carry a signature heard before. */
export function signatureOf({ request }: Exchange): { signature: string; time: string } | null {
  const signature = header(request.headers, 'Signature');
  const time = header(request.headers, 'Request-Time');
  return signature && time ? { signature, time } : null;
}
