/** The text of a signature as people write it, read back into bytes, with the name of the form. */
import type { KeyObject } from 'node:crypto';
import { isObject, jsonOf } from '../wire/json.ts';
import { readSignatureHeader, signatureReadings } from '../wire/signing.ts';
import type { SignatureCode } from './deviations.ts';

/** One way to read a signature's text; `codes` is empty for the documented form. */
export interface Reading {
  readonly bytes: Buffer;
  readonly codes: readonly FormCode[];
}

export type FormCode = Extract<
  SignatureCode,
  | 'signature-as-base64'
  | 'signature-as-base64url'
  | 'signature-as-hex'
  | 'signature-encoded-twice'
  | 'signature-in-lines'
  | 'signature-with-spaces'
  | 'signature-in-quotes'
  | 'signature-without-part-names'
>;

/** What is wrong with a form; completes "The signature of the answer is …". */
export const forms: Readonly<Record<FormCode, string>> = {
  'signature-as-base64': 'written as base64 that is not URL-encoded',
  'signature-as-base64url': 'written as base64url',
  'signature-as-hex': 'written in hexadecimal digits',
  'signature-encoded-twice': 'URL-encoded twice',
  'signature-in-lines': 'written as base64 with line breaks in it',
  'signature-with-spaces': 'written with spaces where + stood before somebody URL-decoded it',
  'signature-in-quotes': 'put into quotes',
  'signature-without-part-names': 'put into its header without the names of the parts',
};

/** The cure of every wrong form. */
export const formCure = 'Write the header as algorithm=RSA256, keyVersion=1, signature=URL-encode(base64(signature)).';

const namedForms = {
  'url-base64': [],
  base64: ['signature-as-base64'],
  base64url: ['signature-as-base64url'],
  hex: ['signature-as-hex'],
  'double-encoded': ['signature-encoded-twice'],
} as const satisfies Record<string, readonly FormCode[]>;

/** A Signature header, read in every way that gives as many bytes as the key has; the documented way first. */
export function readingsOf(headerValue: string, key: KeyObject): Reading[] {
  const parts = readSignatureHeader(headerValue);
  // A bare value may end in `=`, but nothing that is a name stands before one.
  const bare = parts === null;
  const text = bare ? headerValue.trim() : parts.signature;
  const around: FormCode[] = bare ? ['signature-without-part-names'] : [];
  const found = repaired(text).flatMap(({ text: repairedText, codes }) =>
    signatureReadings(repairedText, key).map(({ form, bytes }) => ({
      bytes,
      codes: [...around, ...codes, ...namedForms[form]],
    })),
  );
  return found;
}

/** The text as it is, and freed of quotes, spaces and line breaks where it has any. */
function repaired(text: string): { text: string; codes: FormCode[] }[] {
  const list: { text: string; codes: FormCode[] }[] = [{ text, codes: [] }];
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2];
  if (quoted !== undefined) list.push({ text: quoted, codes: ['signature-in-quotes'] });
  const decoded = decode(text);
  if (decoded !== null && /[\r\n]/.test(decoded)) {
    list.push({ text: encodeURIComponent(decoded.replace(/[\r\n]+/g, '')), codes: ['signature-in-lines'] });
  }
  if (text.includes(' '))
    list.push({ text: encodeURIComponent(text.replaceAll(' ', '+')), codes: ['signature-with-spaces'] });
  return list;
}

/** Whether a text is a JSON Web Token: three parts in base64url, the first of them a JSON object that names an algorithm. */
export function isJwt(headerValue: string): boolean {
  const text = decode(readSignatureHeader(headerValue)?.signature ?? headerValue.trim()) ?? '';
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]*$/.test(part))) return false;
  const head = jsonOf(Buffer.from(parts[0]!, 'base64url'));
  return isObject(head) && typeof head.alg === 'string';
}

/** Bits of a signature of another size than the key's; null where the text is no base64 of any RSA signature. */
export function foreignSize(headerValue: string, key: KeyObject): number | null {
  const text = decode(readSignatureHeader(headerValue)?.signature ?? headerValue.trim());
  if (text === null || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null;
  const bits = Buffer.from(text, 'base64').length * 8;
  const usual = [1024, 2048, 3072, 4096].includes(bits);
  return usual && bits !== key.asymmetricKeyDetails?.modulusLength ? bits : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
