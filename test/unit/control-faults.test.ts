/** What a public key finds in a signature: the exact padding of its own, and nothing in that of a stranger. */
import { constants, createHash, generateKeyPairSync, privateEncrypt, randomBytes, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { madeWith } from '../../engine/diagnosis/answer-signature.ts';
import { contentTest, digests, isCertain, openSignature } from '../../engine/diagnosis/signature-block.ts';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const content = Buffer.from('POST /path\nclient.time.{}');

const pss = (digest: string, saltLength: number) =>
  sign(digest, content, { key: own.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

describe('a signature of the key', () => {
  test.each(digests)('PKCS#1 with %s', (digest) => {
    const [opened] = openSignature(own.publicKey, sign(digest, content, own.privateKey));
    expect(opened).toMatchObject({ scheme: 'pkcs1', digest });
    expect(contentTest(opened!)(content)).toBe(true);
    expect(contentTest(opened!)(Buffer.from('other'))).toBe(false);
  });

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('PSS with %s and a salt of its length or none', (digest) => {
    for (const salt of [0, constants.RSA_PSS_SALTLEN_DIGEST]) {
      const opened = openSignature(own.publicKey, pss(digest, salt));
      expect(opened.filter(isCertain)).toMatchObject([{ scheme: 'pss', digest }]);
      expect(madeWith(own.publicKey, pss(digest, salt))).toBe(true);
    }
  });

  test('PSS with the longest salt is certain with its content only', () => {
    const signature = pss('sha256', constants.RSA_PSS_SALTLEN_MAX_SIGN);
    expect(madeWith(own.publicKey, signature)).toBe(false);
    expect(madeWith(own.publicKey, signature, content)).toBe(true);
    expect(madeWith(own.publicKey, signature, Buffer.from('other'))).toBe(false);
  });
});

describe('what the key did not make', () => {
  test('three hundred random blocks with the last byte of PSS', () => {
    for (let n = 0; n < 300; n += 1) {
      const block = randomBytes(256);
      block[0] = 0;
      block[255] = 0xbc;
      const signature = privateEncrypt({ key: own.privateKey, padding: constants.RSA_NO_PADDING }, block);
      expect(madeWith(own.publicKey, signature, content)).toBe(false);
    }
  });

  test('the signature of a stranger', () => {
    expect(madeWith(own.publicKey, sign('sha256', content, stranger.privateKey), content)).toBe(false);
  });

  test.each([
    ['seven bytes FF', [0, 1, ...Array(7).fill(0xff), 0]],
    ['another byte among the FF', [0, 1, ...Array(20).fill(0xff), 0xfe, ...Array(20).fill(0xff), 0]],
    ['no zero behind the FF', [0, 1, ...Array(40).fill(0xff), 1]],
    ['block type 2', [0, 2, ...Array(40).fill(0xff), 0]],
  ])('%s', (_, head) => {
    const rest = createHash('sha512').update('x').digest();
    const block = Buffer.concat([Buffer.from(head), ...Array(4).fill(rest)]).subarray(0, 256);
    const signature = privateEncrypt({ key: own.privateKey, padding: constants.RSA_NO_PADDING }, block);
    expect(madeWith(own.publicKey, signature)).toBe(false);
  });
});
