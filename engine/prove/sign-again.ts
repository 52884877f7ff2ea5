/** Signs messages with a key made for a proof, so that an altered message has a right signature, or one that is wrong in one way alone. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { isoTime, signedContent } from '../wire/signing.ts';
import type { SignatureFault } from './alteration.ts';

/** Keys of a proof: they sign nothing that leaves it, so that a short key does. */
export interface ProofKeys {
  readonly own: KeyObject;
  readonly other: KeyObject;
  /** PEM of the public half of `own`. */
  readonly publicKey: string;
}

/** Long enough for a SHA-256 signature; longer ones only take more time. */
const bits = 512;

/** Makes the keys of one proof. */
export function proofKeys(): ProofKeys {
  const own = generateKeyPairSync('rsa', { modulusLength: bits });
  const other = generateKeyPairSync('rsa', { modulusLength: bits });
  const publicKey = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { own: own.privateKey, other: other.privateKey, publicKey };
}

/** A message to sign, with the names of its headers. */
export interface Signable {
  readonly method: string;
  readonly path: string;
  readonly clientId: string;
  readonly time: string;
  readonly body: Uint8Array;
  readonly keyVersion: string;
}

/** The headers that authenticate a message: null leaves one out. */
export interface SignedHeaders {
  readonly signature: string | null;
  readonly time: string | null;
}

/** Signs a message, rightly or with one fault. */
export function signedHeaders(message: Signable, keys: ProofKeys, fault: SignatureFault | null): SignedHeaders {
  if (fault === 'none') return { signature: null, time: null };
  const time = timeOf(message, fault);
  const content = signedContent({ ...message, time, ...changed(message, fault) });
  const bytes = sign('RSA-SHA256', content, fault === 'other-key' ? keys.other : keys.own);
  const value = `algorithm=RSA256, keyVersion=${message.keyVersion}, signature=${textOf(bytes, fault)}`;
  return {
    signature: fault === 'no-signature' ? null : value,
    time: fault === 'no-time' ? null : time,
  };
}

/** The time that is sent, and signed with the message unless `changed` says otherwise. */
function timeOf({ time }: Signable, fault: SignatureFault | null): string {
  if (fault === 'no-zone') return time.replace(/(Z|[+-]\d\d:\d\d)$/, '');
  if (fault !== 'other-clock' || Number.isNaN(Date.parse(time))) return time;
  return isoTime(Date.parse(time) + 3_600_000);
}

/** What is signed in the place of what is sent. */
function changed({ path, body, time }: Signable, fault: SignatureFault | null): Partial<Signable> {
  switch (fault) {
    case 'other-path':
      return { path: `${path}/other` };
    case 'other-body':
      return { body: Buffer.concat([body, Buffer.from('\n')]) };
    case 'other-time':
      return { time: time.replace(/\d(?=(Z|[+-]\d\d:\d\d)$)/, (digit) => String((Number(digit) + 1) % 10)) };
    default:
      return {};
  }
}

function textOf(bytes: Buffer, fault: SignatureFault | null): string {
  const base64 = bytes.toString('base64');
  switch (fault) {
    case 'not-base64':
      return 'not*base64';
    case 'raw-base64':
      return base64;
    case 'hex':
      return bytes.toString('hex');
    case 'doubly-encoded':
      return encodeURIComponent(encodeURIComponent(base64));
    default:
      return encodeURIComponent(base64);
  }
}
