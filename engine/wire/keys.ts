/** Reads RSA keys in the usual formats: PEM or bare base64, PKCS#1 or PKCS#8, on one line or many. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A text that is not the expected key; `message` is one sentence, `cure` says what to do. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
  readonly cure: string;
  /** A code of docs/diagnosis.md. */
  readonly code: string;

  constructor(says: string, cure: string, code: string) {
    super(says);
    this.cure = cure;
    this.code = code;
  }
}

/** The private key in a text, as PEM PKCS#8. */
export function readPrivateKey(text: string): string {
  const armour = unwrap(text);
  refuseUnreadFormats(armour, 'private');
  if (armour.label === 'PUBLIC KEY' || armour.label === 'RSA PUBLIC KEY' || armour.label === 'CERTIFICATE') {
    throw swapped('private', 'public');
  }
  const key = privateFromDer(armour.der);
  if (key === null) {
    throw publicFromDer(armour.der) === null ? unreadable(armour, 'private') : swapped('private', 'public');
  }
  return onlyRsa(key, 'private').export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The public key in a text, as PEM SPKI; from a certificate, its public key. */
export function readPublicKey(text: string): string {
  const armour = unwrap(text);
  refuseUnreadFormats(armour, 'public');
  // Node would derive the public key from a private key, and hide that the two were swapped.
  if (armour.label.endsWith('PRIVATE KEY') || privateFromDer(armour.der) !== null) throw swapped('public', 'private');
  const key = armour.label === 'CERTIFICATE' ? fromCertificate(armour.der) : publicFromDer(armour.der);
  if (key === null) throw unreadable(armour, 'public');
  return onlyRsa(key, 'public').export({ type: 'spki', format: 'pem' }).toString();
}

type Half = 'private' | 'public';

interface Armour {
  /** The label after BEGIN; empty for bare base64. */
  readonly label: string;
  readonly encrypted: boolean;
  readonly der: Buffer;
}

const pemBlock = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** Removes the PEM or base64 encoding. */
function unwrap(text: string): Armour {
  const plain = plainKeyText(text);
  if (plain === '')
    throw new KeyError('the key is empty', 'Give the key as PEM, or as the base64 text inside it.', 'key-empty');
  refuseWrappers(plain);
  const blocks = [...plain.matchAll(pemBlock)];
  // OpenSSL may write `EC PARAMETERS` or a certificate chain beside the key.
  const block = blocks.find(([, label]) => label?.endsWith('KEY')) ?? blocks[0];
  if (block === undefined) {
    if (plain.includes('-----BEGIN')) {
      throw cutOff('the PEM text is cut off: its END line is missing or has another label');
    }
    return { label: '', encrypted: false, der: whole(fromBase64(plain)) };
  }
  const [, label = '', body = ''] = block;
  const encrypted = label.startsWith('ENCRYPTED') || body.includes('ENCRYPTED');
  return { label, encrypted, der: encrypted ? Buffer.alloc(0) : fromBase64(body) };
}

/**
 * A key text without what environment variables and secret stores add: quotes, a `base64:` prefix, `\n` as two characters, a byte
 * order mark, base64 around the whole PEM text.
 */
export function plainKeyText(text: string): string {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\\r', '')
    .replaceAll('\\n', '\n')
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/^base64:/i, '')
    .trim();
  if (plain.includes('-----BEGIN')) return plain;
  const inner = fromBase64(plain).toString('latin1');
  return inner.includes('-----BEGIN ') ? inner.trim() : plain;
}

/** Encodings of a whole key text that are not read, each with a hint. */
function refuseWrappers(plain: string): void {
  if (/^ssh-[a-z0-9-]+ /.test(plain)) {
    throw new KeyError(
      'this is a public key in OpenSSH format',
      'Convert it with: ssh-keygen -e -m PKCS8 -f key.pub',
      'key-of-openssh',
    );
  }
  if (/^[{[]/.test(plain)) {
    throw new KeyError('this is JSON, not a key', 'Give the key alone, without the JSON around it.', 'key-unreadable');
  }
  if (!plain.includes('-----BEGIN ') && /%[0-9A-Fa-f]{2}/.test(plain)) {
    throw new KeyError(
      'this text is percent-encoded',
      'Decode it first: %2B is +, %2F is / and %3D is =.',
      'key-unreadable',
    );
  }
}

function fromBase64(text: string): Buffer {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(compact) || compact.length < 40) return Buffer.alloc(0);
  return Buffer.from(compact, compact.includes('-') || compact.includes('_') ? 'base64url' : 'base64');
}

/** DER that is complete: its first bytes are its length. */
function whole(der: Buffer): Buffer {
  if (der[0] !== 0x30 || der[1] !== 0x82 || der.length < 4) return der;
  const length = der.readUInt16BE(2) + 4;
  if (der.length >= length) return der;
  throw cutOff(`the base64 text is cut off: it has ${der.length} of ${length} bytes`);
}

function cutOff(says: string): KeyError {
  return new KeyError(
    says,
    'Copy the whole key: in PEM from -----BEGIN to -----END, in base64 to its last character.',
    'key-cut-off',
  );
}

function privateFromDer(der: Buffer): KeyObject | null {
  return first(
    () => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
    () => createPrivateKey({ key: der, format: 'der', type: 'pkcs1' }),
    () => createPrivateKey({ key: der, format: 'der', type: 'sec1' }),
  );
}

function publicFromDer(der: Buffer): KeyObject | null {
  return first(
    () => createPublicKey({ key: der, format: 'der', type: 'spki' }),
    () => createPublicKey({ key: der, format: 'der', type: 'pkcs1' }),
  );
}

function fromCertificate(der: Buffer): KeyObject | null {
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return first(() => createPublicKey(pem));
}

function first(...readings: (() => KeyObject)[]): KeyObject | null {
  for (const read of readings) {
    try {
      return read();
    } catch {
      // Another format; try the next.
    }
  }
  return null;
}

function onlyRsa(key: KeyObject, half: Half): KeyObject {
  if (key.asymmetricKeyType === 'rsa') return key;
  throw new KeyError(
    `this is a ${half} key of type ${key.asymmetricKeyType}, but Alipay+ signatures use RSA`,
    half === 'private'
      ? 'Create a pair with: npx conformance keys'
      : 'Ask the owner of the target for its RSA public key.',
    'key-not-rsa',
  );
}

function refuseUnreadFormats(armour: Armour, half: Half): void {
  if (armour.encrypted) {
    throw new KeyError(
      'the private key is encrypted with a passphrase',
      half === 'private'
        ? 'Remove it with: openssl pkey -in key.pem -out suite.pem'
        : swapped('public', 'private').cure,
      'key-encrypted',
    );
  }
  if (armour.label === 'OPENSSH PRIVATE KEY') {
    throw new KeyError(
      'the private key is in OpenSSH format',
      'Convert a copy of it with: ssh-keygen -p -m PKCS8 -f copy-of-key',
      'key-of-openssh',
    );
  }
}

function swapped(wanted: Half, got: Half): KeyError {
  return new KeyError(
    `this is a ${got} key, but a ${wanted} key is needed`,
    wanted === 'private'
      ? 'Exchange the two: privateKey is the private key of the suite, publicKey is the public key of the target.'
      : 'Give the public key of the target. The private key of the suite belongs in privateKey.',
    'key-swapped',
  );
}

function unreadable(armour: Armour, half: Half): KeyError {
  const what =
    armour.label === ''
      ? 'neither a key in PEM format nor a key in base64'
      : `a PEM block "${armour.label}" without a readable key`;
  const test = half === 'private' ? 'openssl pkey -in FILE -noout -text' : 'openssl pkey -pubin -in FILE -noout -text';
  return new KeyError(`this is ${what}`, `Check the file with: ${test}`, 'key-unreadable');
}
