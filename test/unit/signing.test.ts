/** The verifier against a signature that Ant's own gateway made: accepted as it is, refused after any one-byte change. */
import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  readSignatureHeader,
  type Signed,
  signatureHeader,
  signatureReadings,
  signedContent,
  verifies,
} from '../../engine/wire/signing.ts';

/** Lies beside the repository where it is at hand; it is not ours to publish. */
const file = new URL('../../../shared/vectors/ant-signed-response.json', import.meta.url);

interface Vector {
  readonly method: string;
  readonly path: string;
  readonly clientId: string;
  readonly responseTime: string;
  readonly publicKey: string;
  readonly body: string;
  readonly signature: string;
}

const there = existsSync(file);
const vector = (there ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Vector;

describe.skipIf(!there)(
  `a response signed by Ant's gateway${there ? '' : ' (skipped: the vector is not at hand)'}`,
  () => {
    const { method, path, clientId, responseTime, body } = vector;
    const key = there
      ? createPublicKey({ key: Buffer.from(vector.publicKey, 'base64'), format: 'der', type: 'spki' })
      : null;
    const reading = key && signatureReadings(vector.signature, key)[0];
    const signed: Signed = { method, path, clientId, time: responseTime, body: Buffer.from(body ?? '') };
    const holds = (change: Partial<Signed>, bytes: Uint8Array = reading!.bytes) =>
      verifies(signedContent({ ...signed, ...change }), key!, bytes);

    test('is accepted, and read as URL-encoded base64', () => {
      expect(reading!.form).toBe('url-base64');
      expect(holds({})).toBe(true);
    });

    test.each(['path', 'clientId', 'time'] as const)('is refused after any one-byte change of the %s', (part) => {
      const text = Buffer.from(signed[part]);
      const taken = oneByteChanges(text).filter((changed) => holds({ [part]: changed.toString('latin1') }));
      expect(taken).toEqual([]);
    });

    test('is refused after any one-byte change of the body', () => {
      expect(oneByteChanges(Buffer.from(signed.body)).filter((changed) => holds({ body: changed }))).toEqual([]);
    });

    test('is refused after any one-byte change of the signature', () => {
      expect(oneByteChanges(reading!.bytes).filter((changed) => holds({}, changed))).toEqual([]);
    });

    test('is refused after any change of one letter of the signature as it is written', () => {
      const altered = [...vector.signature].map((letter, i) => {
        const other = letter === 'A' ? 'B' : 'A';
        return `${vector.signature.slice(0, i)}${other}${vector.signature.slice(i + 1)}`;
      });
      const taken = altered.filter((text) => signatureReadings(text, key!).some(({ bytes }) => holds({}, bytes)));
      expect(taken).toEqual([]);
    });

    test('is refused for another method, another order, and with a line end more', () => {
      expect(holds({ method: 'PUT' })).toBe(false);
      expect(holds({ method: 'post' })).toBe(false);
      expect(holds({ clientId: responseTime, time: clientId })).toBe(false);
      expect(holds({ body: Buffer.concat([signed.body, Buffer.from('\n')]) })).toBe(false);
      expect(holds({ path: `${path}\n` })).toBe(false);
    });
  },
);

/** Each byte replaced by its neighbour, each byte left out, and a byte put in at each place. */
function oneByteChanges(bytes: Buffer): Buffer[] {
  const at = [...bytes.keys()];
  return [
    ...at.map((i) => Buffer.concat([bytes.subarray(0, i), Buffer.from([bytes[i]! ^ 1]), bytes.subarray(i + 1)])),
    ...at.map((i) => Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + 1)])),
    ...at.map((i) => Buffer.concat([bytes.subarray(0, i), Buffer.from([0x20]), bytes.subarray(i)])),
  ];
}

describe('the Signature header', () => {
  test.each([',', ', '] as const)('is read as it was written with %j behind its parts', (comma) => {
    const bytes = Buffer.alloc(256, 0xfb);
    const parts = readSignatureHeader(signatureHeader(bytes, '1', comma))!;
    expect(parts).toMatchObject({ algorithm: 'RSA256', keyVersion: '1' });
    expect(Buffer.from(decodeURIComponent(parts.signature), 'base64')).toEqual(bytes);
  });

  test('is read in any case and order of its parts, and not at all without a signature', () => {
    expect(readSignatureHeader('SIGNATURE=x , KeyVersion=2')).toEqual({
      algorithm: null,
      keyVersion: '2',
      signature: 'x',
    });
    expect(readSignatureHeader('algorithm=RSA256, keyVersion=1')).toBe(null);
    expect(readSignatureHeader('')).toBe(null);
    expect(readSignatureHeader('signature=')).toBe(null);
  });
});
