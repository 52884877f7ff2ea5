/** Signing and verifying by the reference's own hand: it shares no line with the judge. */
import { type KeyObject, sign, verify } from 'node:crypto';

/** What a Signature header says; null where a part is left out. */
export interface SignatureParts {
  readonly algorithm: string | null;
  readonly keyVersion: string | null;
  /** The text of the signature, still encoded. */
  readonly value: string;
}

/** The bytes under a signature: POST, path and query, client, time and the body as it stands on the wire. */
export function signedContent(target: string, clientId: string, time: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`POST ${target}\n${clientId}.${time}.`), body]);
}

/** Signs off the main thread. */
export function rsaSign(key: KeyObject, content: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sign('sha256', content, key, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

/** Verifies off the main thread; bytes that cannot be a signature are simply wrong. */
export function rsaVerify(key: KeyObject, content: Buffer, signature: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    verify('sha256', content, key, signature, (error, good) => resolve(!error && good));
  });
}

/** A signature as text: base64, percent-encoded. */
export function encodeSignature(bytes: Buffer): string {
  return encodeURIComponent(bytes.toString('base64'));
}

/** The bytes of a signature text, or null where it is no standard base64. */
export function decodeSignature(value: string): Buffer | null {
  try {
    const text = decodeURIComponent(value);
    return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
  } catch {
    return null;
  }
}

/** The value of a Signature header. */
export function writeSignatureHeader(keyVersion: string, value: string): string {
  return `algorithm=RSA256, keyVersion=${keyVersion}, signature=${value}`;
}

/** Reads a Signature header: parts in any order, spaces or none behind a comma; the first `=` ends a part's name. */
export function parseSignatureHeader(header: string): SignatureParts | null {
  const parts = new Map<string, string>();
  for (const part of header.split(',')) {
    const at = part.indexOf('=');
    if (at > 0) parts.set(part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim());
  }
  const value = parts.get('signature');
  if (!value) return null;
  return { algorithm: parts.get('algorithm') ?? null, keyVersion: parts.get('keyversion') ?? null, value };
}
