/** Keys in every form that people have them, and one clear sentence for every other text. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { privateKeyOf, publicKeyOf } from '../../cli/config/key-text.ts';
import { KeyError, readPrivateKey, readPublicKey } from '../../engine/wire/keys.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const spki = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const pkcs1Public = publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const bare = (pem: string): string => pem.replace(/-----.*-----/g, '').replace(/\s/g, '');
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('a private key', () => {
  test.each([
    ['PKCS#8', pkcs8],
    ['PKCS#1', pkcs1],
    ['bare PKCS#8', bare(pkcs8)],
    ['bare PKCS#1', bare(pkcs1)],
    ['bare in lines', bare(pkcs8).replace(/.{64}/g, '$&\r\n')],
    ['CRLF', pkcs8.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${pkcs8}`],
    ['\\n as two characters', pkcs8.replaceAll('\n', '\\n')],
    ['all on one line', pkcs8.replaceAll('\n', ' ')],
    ['words around it', `Bag Attributes\n  friendlyName: x\n${pkcs8}\n`],
  ])('%s', (_, text) => {
    expect(readPrivateKey(text)).toBe(pkcs8);
  });
});

describe('a public key', () => {
  test.each([
    ['SPKI', spki],
    ['PKCS#1', pkcs1Public],
    ['bare SPKI', bare(spki)],
    ['bare PKCS#1', bare(pkcs1Public)],
    ['all on one line', spki.replaceAll('\n', ' ')],
  ])('%s', (_, text) => {
    expect(readPublicKey(text)).toBe(spki);
  });
});

const noKey = 'this is neither a key in PEM format nor a key in base64';
const cutOff = 'the PEM text is cut off: its END line is missing or has another label';

describe('what is none', () => {
  const encrypted = privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
    .toString();
  test.each([
    ['empty', '  ', 'the key is empty', 'the key is empty'],
    ['words', 'hello', noKey, noKey],
    ['half of it', pkcs8.slice(0, 400), cutOff, cutOff],
    [
      'damaged',
      pkcs8.replace(/\n.{64}\n/, '\n'),
      'this is a PEM block "PRIVATE KEY" without a readable key',
      'this is a private key, but a public key is needed',
    ],
    ['the other one', spki, 'this is a public key, but a private key is needed', null],
    ['the other one, bare', bare(spki), 'this is a public key, but a private key is needed', null],
    ['the other one, PKCS#1', pkcs1Public, 'this is a public key, but a private key is needed', null],
    ['private', pkcs8, null, 'this is a private key, but a public key is needed'],
    ['private, bare', bare(pkcs1), null, 'this is a private key, but a public key is needed'],
    [
      'encrypted',
      encrypted,
      'the private key is encrypted with a passphrase',
      'the private key is encrypted with a passphrase',
    ],
    [
      'another kind',
      elliptic.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'this is a private key of type ec, but Alipay+ signatures use RSA',
      'this is a private key, but a public key is needed',
    ],
    [
      'another kind, public',
      elliptic.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      'this is a public key, but a private key is needed',
      'this is a public key of type ec, but Alipay+ signatures use RSA',
    ],
    [
      'of OpenSSH',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----',
      'the private key is in OpenSSH format',
      'the private key is in OpenSSH format',
    ],
  ])('%s', (_, text, asPrivate, asPublic) => {
    for (const [read, sentence] of [
      [readPrivateKey, asPrivate],
      [readPublicKey, asPublic],
    ] as const) {
      if (sentence === null) continue;
      expect(() => read(text)).toThrow(KeyError);
      expect(() => read(text)).toThrow(sentence);
    }
  });
});

describe('by path', () => {
  const directory = mkdtempSync(join(tmpdir(), 'keys-'));
  const put = (name: string, content: string | Buffer): string => {
    writeFileSync(join(directory, name), content);
    return name;
  };
  const source = (value: string) => ({ name: 'signing.privateKey', value, directory });

  test('PEM, base64 and DER files', () => {
    expect(privateKeyOf(source(put('a.pem', pkcs8)))).toBe(pkcs8);
    expect(privateKeyOf(source(put('a.txt', bare(pkcs8))))).toBe(pkcs8);
    expect(privateKeyOf(source(put('a.der', Buffer.from(bare(pkcs8), 'base64'))))).toBe(pkcs8);
    expect(publicKeyOf(source(put('b.der', Buffer.from(bare(spki), 'base64'))))).toBe(spki);
  });

  test('text instead of a path', () => {
    expect(privateKeyOf(source(pkcs8))).toBe(pkcs8);
    expect(publicKeyOf(source(bare(spki)))).toBe(spki);
  });

  test('the sentence names key and file, never the key itself', () => {
    expect(() => privateKeyOf(source(put('p.pem', spki)))).toThrow(
      'signing.privateKey (p.pem): this is a public key, but a private key is needed',
    );
    expect(() => publicKeyOf(source(pkcs8))).toThrow(
      /^signing\.privateKey: this is a private key, but a public key is needed$/,
    );
  });

  test('a directory and a missing file', () => {
    expect(() => privateKeyOf(source('.'))).toThrow(
      `signing.privateKey: ${directory} cannot be read: it is a directory`,
    );
    expect(() => privateKeyOf(source('no.pem'))).toThrow('cannot be read: there is no such file');
  });
});
