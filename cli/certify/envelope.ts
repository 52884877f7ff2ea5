/** Signs a manifest with Ed25519 in a DSSE envelope, and reads such envelopes. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { reading } from '../config/find.ts';
import { isShowablePath } from '../config/secrets.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Media type of what is signed. */
export const payloadType = 'application/vnd.alipayplus-conformance.manifest+json';

/** A DSSE envelope with its one signature. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** The envelope of some bytes, signed. */
export function sealed(payload: Uint8Array, key: KeyObject): Envelope {
  const sig = sign(null, preAuthenticated(payloadType, payload), key).toString('base64');
  return {
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: keyId(createPublicKey(key)), sig }],
  };
}

/** Whether a signature of an envelope is that of a key, over its payload and payload type. */
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

/** What DSSE signs: the lengths stand in it, so that type and payload cannot be shifted against each other. */
function preAuthenticated(type: string, payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);
}

/** An envelope of a manifest; null where the text is none. */
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

/** Names a public key: SHA-256 over its SPKI form, in hex. */
export function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** The private key that signs a package. */
export function signKeyAt(path: string): KeyObject {
  return ed25519At('--sign-key', path, 'private');
}

/** The public key of whoever signed a package. */
export function publicKeyAt(path: string): KeyObject {
  return ed25519At('--public-key', path, 'public');
}

function ed25519At(option: string, path: string, half: 'private' | 'public'): KeyObject {
  const cure =
    half === 'private'
      ? 'Make one with: openssl genpkey -algorithm ed25519 -out signer.pem'
      : 'Ask the signer for: openssl pkey -in signer.pem -pubout';
  // Whoever gives the key itself where a file belongs must not find it in a log.
  const name = isShowablePath(path, process.cwd()) ? `${option} ${path}` : option;
  const key = parsedKey(name, path, half, cure);
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new UsageError(`${name} is a key of type ${key.asymmetricKeyType}, and Ed25519 is needed`, cure);
}

function parsedKey(name: string, path: string, half: 'private' | 'public', cure: string): KeyObject {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${reading(error)}`, cure);
  }
  try {
    return half === 'private' ? createPrivateKey(text) : createPublicKey(text);
  } catch {
    throw new UsageError(`${name} holds no ${half} key in PEM form`, cure);
  }
}
