/** Signing and verifying, implemented independently of the engine. */
import { createPrivateKey, createPublicKey, generateKeyPair, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';

/** A key pair as PEM text: PKCS#8 and SPKI. */
export interface KeyPem {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** The two parties' key pairs; each side signs with its own and verifies with the other's public key. */
export interface Keys {
  readonly mpp: KeyPem;
  readonly alipayplus: KeyPem;
}

const newPair = promisify(generateKeyPair);

async function newKeyPem(): Promise<KeyPem> {
  const { privateKey, publicKey } = await newPair('rsa', { modulusLength: 2048 });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** New keys for both parties. */
export async function newKeys(): Promise<Keys> {
  const [mpp, alipayplus] = await Promise.all([newKeyPem(), newKeyPem()]);
  return { mpp, alipayplus };
}

/** The bytes under a signature: method, path and query, client, time and the body as it stands on the wire. */
export function textToSign(method: string, path: string, client: string, time: string, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${method} ${path}\n${client}.${time}.`, 'utf8'), body]);
}

/** Makes signature texts with one private key: base64, percent-encoded. */
export function signer(privateKeyPem: string): (text: Uint8Array) => Promise<string> {
  const key = createPrivateKey(privateKeyPem);
  return (text) =>
    new Promise((resolve, reject) =>
      sign('sha256', text, key, (error, bytes) =>
        error ? reject(error) : resolve(encodeURIComponent(bytes.toString('base64'))),
      ),
    );
}

/** Checks signature texts with one public key; anything unreadable is simply wrong. */
export function verifier(publicKeyPem: string): (text: Uint8Array, signature: string) => Promise<boolean> {
  const key = createPublicKey(publicKeyPem);
  return (text, signature) =>
    new Promise((resolve) => {
      const bytes = signatureBytes(signature);
      if (bytes === null) resolve(false);
      else verify('sha256', text, key, bytes, (error, good) => resolve(!error && good));
    });
}

function signatureBytes(text: string): Buffer | null {
  try {
    const base64 = decodeURIComponent(text);
    return /^[A-Za-z0-9+/]+=*$/.test(base64) ? Buffer.from(base64, 'base64') : null;
  } catch {
    return null;
  }
}

/** The parts of a Signature header by lower-case name; the first `=` of a part ends its name. */
export function signatureParts(header: string): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const part of header.split(',')) {
    const [name = '', ...value] = part.split('=');
    parts[name.trim().toLowerCase()] = value.join('=').trim();
  }
  return parts;
}

/** A moment with its offset, whole seconds: `2026-01-31T08:00:00+08:00`. */
export function timeText(epochMs = Date.now()): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00');
}
