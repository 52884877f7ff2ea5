/** Alipay+ signatures: RSA with SHA-256 over method, URI, client, time and the body's very bytes. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Where the keys lie; git ignores the folder. */
export const KEYS = new URL('./keys/', import.meta.url);

/** The id that Alipay+ assigned to this wallet; both directions carry it. */
export const CLIENT_ID = 'SANDBOX_5Y0000000000000000';

// Client, then key version, then public key. Samples call the first key both 0 and 1.
const KEY_FILES = new Map([
  [
    CLIENT_ID,
    new Map([
      ['0', 'alipayplus-public.pem'],
      ['1', 'alipayplus-public.pem'],
    ]),
  ],
]);
const NEWEST_VERSION = '1'; // used when the caller names none

const loaded = new Map();

/** Reads a key file once. */
function keyIn(file, read) {
  if (!loaded.has(file)) loaded.set(file, read(readFileSync(new URL(file, KEYS))));
  return loaded.get(file);
}

/** Joins what is signed: one space, one line feed, two dots, and the body untouched. */
function signedText(method, uri, clientId, time, body) {
  return Buffer.concat([Buffer.from(`${method} ${uri}\n${clientId}.${time}.`), body]);
}

/** Takes the Signature header apart, with or without a space after each comma. */
function partsOf(header) {
  const pairs = header.split(',').map((part) => {
    const end = part.indexOf('='); // the first one only: base64 may end in others
    return [part.slice(0, end).trim(), part.slice(end + 1).trim()];
  });
  return new Map(pairs);
}

/** Reads percent-encoded standard base64; null for anything else, which Buffer.from alone would silently repair. */
function bytesOf(value) {
  try {
    const base64 = decodeURIComponent(value);
    return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? Buffer.from(base64, 'base64') : null;
  } catch {
    return null;
  }
}

/** Returns the result code that says why the caller cannot be trusted, or null for a genuine request. */
export function refusalOf(headers, method, uri, body) {
  const { 'client-id': clientId, 'request-time': time, signature } = headers; // Node lower-cases header names
  if (!clientId || !time || !signature) return 'INVALID_SIGNATURE';
  if (!KEY_FILES.has(clientId)) return 'INVALID_CLIENT';
  const parts = partsOf(signature);
  const keyFile = KEY_FILES.get(clientId).get(parts.get('keyVersion') ?? NEWEST_VERSION);
  if (!keyFile) return 'KEY_NOT_FOUND';
  if (parts.get('algorithm')?.toUpperCase() !== 'RSA256') return 'INVALID_SIGNATURE';
  const value = bytesOf(parts.get('signature') ?? '');
  if (value === null) return 'INVALID_SIGNATURE';
  const text = signedText(method, uri, clientId, time, body);
  return verify('RSA-SHA256', text, keyIn(keyFile, createPublicKey), value) ? null : 'INVALID_SIGNATURE';
}

/** Makes the headers of an answer: signed for the method and URI of the request that it answers. */
export function signedHeaders(method, uri, body) {
  const time = new Date().toISOString();
  const key = keyIn('mpp-private.pem', createPrivateKey);
  const value = sign('RSA-SHA256', signedText(method, uri, CLIENT_ID, time, body), key).toString('base64');
  return {
    'Client-Id': CLIENT_ID,
    'Response-Time': time,
    Signature: `algorithm=RSA256, keyVersion=1, signature=${encodeURIComponent(value)}`,
  };
}
