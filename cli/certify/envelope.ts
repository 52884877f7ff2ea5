/** Signs a statement with Ed25519 in a DSSE envelope, and reads and verifies such envelopes. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { reading } from '../config/find.ts';
import { isShowablePath } from '../config/secrets.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Media type of the signed content. */
export const payloadType = 'application/vnd.in-toto+json';

/** A DSSE envelope. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** Signs content and returns the envelope. */
export function sealed(payload: Uint8Array, key: KeyObject): Envelope {
  const sig = sign(null, preAuthenticated(payloadType, payload), key).toString('base64');
  return {
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: keyId(createPublicKey(key)), sig }],
  };
}

/** Whether a signature of an envelope verifies with a key, over payload and payload type. */
export function isSealedBy(envelope: Envelope, key: KeyObject): boolean {
  const content = preAuthenticated(envelope.payloadType, Buffer.from(envelope.payload, 'base64'));
  return envelope.signatures.some(({ sig }) => {
    try {
      return verify(null, content, key, Buffer.from(sig, 'base64'));
    } catch {
      return false;
    }
  });
}

/** The pre-authentication encoding of DSSE: it contains the lengths, so that no byte can move between type and payload. */
function preAuthenticated(type: string, payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);
}

/** Parses an envelope; null where the text is not one. */
export function readEnvelope(text: string): Envelope | null {
  try {
    const envelope = JSON.parse(text) as Envelope;
    const isOne =
      typeof envelope.payload === 'string' &&
      envelope.payloadType === payloadType &&
      Array.isArray(envelope.signatures) &&
      envelope.signatures.every(({ sig }) => typeof sig === 'string');
    return isOne ? envelope : null;
  } catch {
    return null;
  }
}

/** Id of a public key: SHA-256 of its SPKI encoding, in hex. */
export function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** The private key that signs a package. */
export function signKeyAt(path: string): KeyObject {
  return ed25519At('--sign-key', path, 'private');
}

/** The public key that verifies a package. */
export function publicKeyAt(path: string): KeyObject {
  return ed25519At('--public-key', path, 'public');
}

function ed25519At(option: string, path: string, half: 'private' | 'public'): KeyObject {
  const cure =
    half === 'private'
      ? 'Create one with: openssl genpkey -algorithm ed25519 -out signer.pem'
      : 'Ask the signer for: openssl pkey -in signer.pem -pubout';
  // If the key itself is given in place of the path, it must not appear in a log.
  const name = isShowablePath(path, process.cwd()) ? `${option} ${path}` : option;
  const key = parsedKey(name, path, half, cure);
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new UsageError(`${name} is a key of type ${key.asymmetricKeyType}, but Ed25519 is required`, cure);
}

function parsedKey(name: string, path: string, half: 'private' | 'public', cure: string): KeyObject {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${reading(error)}`, cure);
  }
  // Node would derive the public key from a private one, and a private key does not belong with the verifier.
  if (half === 'public' && text.includes('PRIVATE KEY-----')) {
    throw new UsageError(`${name} is a private key, but the public key is needed`, cure);
  }
  try {
    return half === 'private' ? createPrivateKey(text) : createPublicKey(text);
  } catch {
    throw new UsageError(`${name} is not a ${half} key in PEM format`, cure);
  }
}
