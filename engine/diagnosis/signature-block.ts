/** What comes out of a signature when a public key opens it: its padding, its digest, or nothing at all. */
import { constants, createHash, type KeyObject, publicDecrypt } from 'node:crypto';

/** Digests that a signature may be made with. */
export const digests = ['sha256', 'sha1', 'sha512', 'sha384', 'sha224', 'md5'] as const;
export type Digest = (typeof digests)[number];

/** A signature that the key opened. */
export type Opened =
  /** PKCS#1 v1.5 as documented: the digest and its algorithm stand in the block. */
  | { readonly scheme: 'pkcs1'; readonly digest: Digest; readonly hash: Buffer }
  /** PKCS#1 padding around something that names no digest: a bare one, or one that we do not know. */
  | { readonly scheme: 'bare'; readonly data: Buffer }
  | Pss;

interface Pss {
  readonly scheme: 'pss';
  readonly digest: Digest;
  readonly salt: Buffer;
  /** The digest over the salted digest of the content. */
  readonly hash: Buffer;
  /**
   * Whether the block alone shows that the key made it. With a salt as long as fits, nearly nothing in it is fixed, and the block of
   * a stranger looks the same once in some thousand times: then only a content that fits is proof.
   */
  readonly certain: boolean;
}

/** Everything that a signature can be read as; empty where another key made it. PKCS#1 is exact, so it stands alone. */
export function openSignature(key: KeyObject, signature: Uint8Array): Opened[] {
  let block: Buffer;
  try {
    block = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return [];
  }
  const data = withoutPkcs1Padding(block);
  if (data !== null) return [digestInfo(data) ?? { scheme: 'bare', data }];
  return pssReadings(block, key.asymmetricKeyDetails?.modulusLength ?? block.length * 8);
}

/** Whether the private half of a key certainly made a signature, over whatever content. */
export function isCertain(opened: Opened): boolean {
  return opened.scheme !== 'pss' || opened.certain;
}

/** The digest of a content; null where this machine does not offer it. */
export function digestOf(digest: Digest, content: Uint8Array): Buffer | null {
  try {
    return createHash(digest).update(content).digest();
  } catch {
    return null;
  }
}

/** A test whether a content is the one that was signed. */
export function contentTest(opened: Opened): (content: Buffer) => boolean {
  switch (opened.scheme) {
    case 'pkcs1':
      return (content) => digestOf(opened.digest, content)?.equals(opened.hash) ?? false;
    case 'bare':
      return bareTest(opened.data);
    case 'pss':
      return (content) => {
        const inner = digestOf(opened.digest, content);
        const salted = inner && digestOf(opened.digest, Buffer.concat([Buffer.alloc(8), inner, opened.salt]));
        return salted?.equals(opened.hash) ?? false;
      };
  }
}

/** A bare block may hold a digest as bytes, as hexadecimal digits, or as base64. */
function bareTest(data: Buffer): (content: Buffer) => boolean {
  const text = data.toString('latin1');
  return (content) =>
    digests.some((digest) => {
      const hash = digestOf(digest, content);
      return hash !== null && (hash.equals(data) || [hash.toString('hex'), hash.toString('base64')].includes(text));
    });
}

const leastPadding = 8;

/** `00 01 FF…FF 00 data` with at least eight FF, to the last byte; null for any other block. */
function withoutPkcs1Padding(block: Buffer): Buffer | null {
  if (block[0] !== 0 || block[1] !== 1) return null;
  const end = block.findIndex((byte, i) => i > 1 && byte !== 0xff);
  return end >= 2 + leastPadding && block[end] === 0 ? block.subarray(end + 1) : null;
}

const objectIds: Readonly<Record<Digest, string>> = {
  md5: '2a864886f70d0205',
  sha1: '2b0e03021a',
  sha224: '608648016503040204',
  sha256: '608648016503040201',
  sha384: '608648016503040202',
  sha512: '608648016503040203',
};

const hashBytes: Readonly<Record<Digest, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

function digestInfo(data: Buffer): Opened | null {
  for (const digest of digests) {
    const size = hashBytes[digest];
    const hash = data.subarray(Math.max(0, data.length - size));
    // Some signers leave the NULL of the parameters out.
    if (hash.length === size && ['0500', ''].some((parameters) => infoOf(digest, parameters, hash).equals(data))) {
      return { scheme: 'pkcs1', digest, hash };
    }
  }
  return null;
}

/** SEQUENCE { SEQUENCE { OID, parameters }, OCTET STRING }; everything in it is shorter than 128 bytes. */
function infoOf(digest: Digest, parameters: string, hash: Buffer): Buffer {
  const id = Buffer.from(objectIds[digest], 'hex');
  const algorithm = element(0x30, Buffer.concat([element(0x06, id), Buffer.from(parameters, 'hex')]));
  return element(0x30, Buffer.concat([algorithm, element(0x04, hash)]));
}

function element(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
}

/** Zero bytes before the salt that make a block certain: 2⁻⁶⁴ for a stranger's. */
const certainZeros = 8;

function pssReadings(block: Buffer, modulusBits: number): Pss[] {
  const bits = modulusBits - 1;
  const size = Math.ceil(bits / 8);
  const encoded = block.subarray(block.length - size);
  const unused = 8 * size - bits;
  const topClear = encoded[0]! >>> (8 - unused) === 0;
  if (encoded.at(-1) !== 0xbc || !topClear || block.subarray(0, block.length - size).some((byte) => byte !== 0))
    return [];
  return digests.flatMap((digest) => {
    // Java masks with SHA-1 whatever the digest is, unless told otherwise.
    const masks: Digest[] = digest === 'sha1' ? ['sha1'] : [digest, 'sha1'];
    return masks.flatMap((mask) => unmasked(encoded, digest, mask, unused) ?? []);
  });
}

function unmasked(encoded: Buffer, digest: Digest, mask: Digest, unused: number): Pss | null {
  const length = encoded.length - hashBytes[digest] - 1;
  if (length < 1) return null;
  const hash = encoded.subarray(length, length + hashBytes[digest]);
  const stream = maskStream(mask, hash, length);
  if (stream === null) return null;
  const data = Buffer.from(encoded.subarray(0, length).map((byte, i) => byte ^ stream[i]!));
  data[0]! &= 0xff >>> unused;
  const zeros = data.findIndex((byte) => byte !== 0);
  if (zeros < 0 || data[zeros] !== 1) return null;
  return { scheme: 'pss', digest, salt: data.subarray(zeros + 1), hash, certain: zeros >= certainZeros };
}

/** MGF1 of RFC 8017. */
function maskStream(digest: Digest, seed: Buffer, length: number): Buffer | null {
  const blocks: Buffer[] = [];
  for (let counter = 0; blocks.length * hashBytes[digest] < length; counter += 1) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const next = digestOf(digest, Buffer.concat([seed, count]));
    if (next === null) return null;
    blocks.push(next);
  }
  return Buffer.concat(blocks).subarray(0, length);
}
