/** The signature of an answer as it is read: absent, half, right in which form, or wrong, by which key and over what. */
import { constants, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { madeWith, readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import { type Came, exchangeOf, timeout } from '../support/exchanges.ts';
import {
  asDocumented,
  head,
  publicKey,
  signature,
  stranger,
  success,
  target,
  time,
} from '../support/signed-answers.ts';

const read = (came: Came) => readAnswerSignature(exchangeOf(came), publicKey, 'TEST_1');

describe('a signature as it is read', () => {
  test('is absent, half, right or wrong', async () => {
    expect(read(timeout)).toEqual({ state: 'absent' });
    expect(read({ ...success, headers: [] })).toEqual({ state: 'absent' });
    expect(read({ ...success, headers: head(asDocumented(await signature())) })).toEqual({
      state: 'right',
      form: 'url-base64',
    });
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    expect(read({ ...success, headers: head(asDocumented(await signature({ key: small.privateKey }))) })).toMatchObject(
      {
        state: 'wrong',
        key: 'other',
        says: 'a signature of 1024 bits, made with another key than the configured public key',
      },
    );
    expect(
      read({
        ...success,
        headers: [
          ['Response-Time', time],
          ['Signature', 'keyVersion=1'],
        ],
      }),
    ).toEqual({
      state: 'wrong',
      key: 'unreadable',
      says: 'a Signature header without a signature part',
    });
    expect(read({ ...success, headers: head('AAAA') })).toMatchObject({ state: 'wrong', key: 'unreadable' });
    expect(read({ ...success, headers: head(asDocumented(await signature({ body: 'x' }))) })).toMatchObject({
      key: 'ours',
    });
    expect(
      read({ ...success, headers: head(asDocumented(await signature({ key: stranger.privateKey }))) }),
    ).toMatchObject({ key: 'other' });
  });

  test('says what is wrong with it', async () => {
    const [, when, whole] = head(asDocumented(await signature()));
    const half = { state: 'half' };
    expect(read({ ...success, headers: [when!] })).toEqual({ ...half, says: 'Response-Time without Signature' });
    expect(read({ ...success, headers: [whole!] })).toEqual({ ...half, says: 'Signature without Response-Time' });
    const wrong = (key: string, says: string) => ({ state: 'wrong', key, says });
    expect(read({ ...success, headers: head('AAAA') })).toEqual(
      wrong('unreadable', 'a signature that is not base64 of the key size'),
    );
    expect(read({ ...success, headers: head(asDocumented(await signature({ body: 'x' }))) })).toEqual(
      wrong('ours', 'a signature made with the right key over other content than was sent'),
    );
    const other = asDocumented(await signature({ key: stranger.privateKey }));
    expect(read({ ...success, headers: head(other) })).toEqual(
      wrong('other', 'a signature made with another key than the configured public key'),
    );
  });
});

describe('a signature', () => {
  test('of the answer to another method may be over that method or over POST; to a POST over POST alone', async () => {
    const over = async (sent: string, method: string) => {
      const headers = head(asDocumented(await signature({ method })));
      return readAnswerSignature(exchangeOf({ ...success, headers }, { method: sent }), publicKey, 'TEST_1').state;
    };
    expect([await over('GET', 'GET'), await over('GET', 'POST'), await over('GET', 'PUT')]).toEqual([
      'right',
      'right',
      'wrong',
    ]);
    expect([await over('POST', 'POST'), await over('POST', 'GET')]).toEqual(['right', 'wrong']);
  });

  test('was made with a key, whatever it is over', async () => {
    expect(madeWith(publicKey, await signature({ body: 'anything' }))).toBe(true);
    expect(madeWith(publicKey, await signature({ key: stranger.privateKey }))).toBe(false);
  });

  test('in the scheme of PSS shows its key together with its content alone', () => {
    const content = Buffer.from('anything');
    const longest = constants.RSA_PSS_SALTLEN_MAX_SIGN;
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const made = signBytes('sha256', content, { key: target.privateKey, padding, saltLength: longest });
    expect(madeWith(publicKey, made)).toBe(false);
    expect(madeWith(publicKey, made, content)).toBe(true);
    expect(madeWith(publicKey, made, Buffer.from('something else'))).toBe(false);
  });

  test('is read once with a key and a client id, and again with others', async () => {
    const exchange = exchangeOf({ ...success, headers: head(asDocumented(await signature())) });
    const once = readAnswerSignature(exchange, publicKey, 'TEST_1');
    expect(readAnswerSignature(exchange, publicKey, 'TEST_1')).toBe(once);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(readAnswerSignature(exchange, other, 'TEST_1')).toMatchObject({ state: 'wrong', key: 'other' });
    expect(readAnswerSignature(exchange, publicKey, 'TEST_1')).toEqual(once);
  });
});
