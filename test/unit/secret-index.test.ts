/** The index of secrets finds what a plain search finds, and in time that does not grow with what is known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SecretIndex } from '../../engine/report/secret-index.ts';
import { encodedSpellings, plainSpellings } from '../../engine/report/secret-spellings.ts';

const indexOf = (...texts: string[]) => new SecretIndex(texts.map((text) => [text, `‹${text}›`] as const));
const foundIn = (index: SecretIndex, text: string) =>
  Array.from({ length: text.length }, (_, at) => index.at(text, at)?.length ?? 0);

describe('an index of secrets', () => {
  test('finds the longest at each place, like a search with each of them', () => {
    // Few letters, so that texts begin alike and lie in one another; a digit, so that none is a word.
    const part = fc.stringMatching(/^[ab1]{4,12}$/).filter((text) => /\d/.test(text) && /[ab]/.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(part, { maxLength: 12 }), fc.stringMatching(/^[ab1]{0,60}$/), (secrets, text) => {
        const plain = Array.from({ length: text.length }, (_, at) =>
          Math.max(0, ...secrets.filter((secret) => text.startsWith(secret, at)).map(({ length }) => length)),
        );
        expect(foundIn(indexOf(...secrets), text)).toEqual(plain);
      }),
    );
  });

  test('finds all of a text that is longer than a piece', () => {
    const long = Array.from({ length: 5000 }, (_, i) => String.fromCharCode(97 + ((i * 7) % 26))).join('');
    const index = indexOf(long);
    let at = 0;
    while (at < long.length) at += index.at(long, at)?.length ?? Number.POSITIVE_INFINITY;
    expect(at).toBe(long.length);
  });

  test('leaves a short word where it is a part of another one', () => {
    const index = indexOf('mobi', '1234');
    for (const text of ['mobile', 'automobi', '012345', '1234567'])
      expect(foundIn(index, text)).toEqual([...text].map(() => 0));
    for (const text of ['a mobi', '"mobi"', 'x=1234;']) expect(Math.max(...foundIn(index, text))).toBe(4);
  });

  test('knows the first part of a secret at the end of a text', () => {
    const index = indexOf('token-0001', 'tokens-of-all');
    expect(index.cutAtEnd('has token-0')).toEqual({ place: 4, name: '‹token-0001›' });
    expect(index.cutAtEnd('has tok')).toBe(null);
    expect(index.cutAtEnd('has nothing')).toBe(null);
  });

  test('takes 60 000 secrets that begin alike, and a megabyte of text', () => {
    const index = new SecretIndex(Array.from({ length: 60_000 }, (_, i) => [`secret-${i}-x`, 'n'] as const));
    const text = 'secret-1secret-59999-x '.repeat(40_000);
    let found = 0;
    for (let at = 0; at < text.length; at += 1) if (index.at(text, at)) found += 1;
    expect(found).toBe(40_000);
  });
});

test('every encoding of a secret is found in what encodes more than it', () => {
  const secret = 'tok/S3cret+0001=é&"<';
  const around = (text: string) => `{"a":"${text}","b":1}`;
  const index = new SecretIndex(
    [...plainSpellings(secret), ...encodedSpellings(secret)].map((one) => [one, 'n'] as const),
  );
  const encoders: Readonly<Record<string, (text: string) => string>> = {
    percent: encodeURIComponent,
    'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
    'percent in small letters': (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
    base64: (text) => Buffer.from(text).toString('base64'),
    'base64 behind one character': (text) => Buffer.from(`.${text}.`).toString('base64'),
    'base64 behind two characters': (text) => Buffer.from(`..${text}..`).toString('base64'),
    base64url: (text) => Buffer.from(text).toString('base64url'),
    hexadecimal: (text) => Buffer.from(text).toString('hex'),
    JSON: (text) => JSON.stringify(text),
    'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)),
  };
  for (const [name, encode] of Object.entries(encoders))
    expect(Math.max(...foundIn(index, around(encode(secret)))), name).toBeGreaterThan(20);
});
