/** Loads keys and certificates of a config, given as a path or as text; error messages never repeat what may be a key. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunSettings } from '../../engine/settings.ts';
import { KeyError, plainKeyText, readPrivateKey, readPublicKey } from '../../engine/wire/keys.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { reading } from './find.ts';
import { isExistingPath, isShowablePath } from './secrets.ts';

/** A configured key: its config key, its value, and the base of relative paths. */
export interface KeySource {
  /** Name of the config key or variable: `signing.privateKey`, `CONFORMANCE_PRIVATE_KEY`. */
  readonly name: string;
  readonly value: string;
  readonly directory: string;
}

/** Our private key, PEM PKCS#8. */
export function privateKeyOf(source: KeySource): string {
  return named(source, () => readPrivateKey(textOf(source)));
}

/** The other side's public key, PEM SPKI. */
export function publicKeyOf(source: KeySource): string {
  return named(source, () => readPublicKey(textOf(source)));
}

/** PEM text without quotes and the like, for TLS. */
export function pemOf(source: KeySource): string {
  const text = plainKeyText(textOf(source));
  if (text.includes('-----BEGIN')) return text;
  throw new UsageError(
    `${where(source)}: this is not PEM text`,
    'Give the text from -----BEGIN to -----END, or convert DER with: openssl x509 -inform der -in FILE -out FILE.pem',
  );
}

/** A warning for each RSA key of a run that is shorter than the keys of Alipay+. */
export function shortKeyWarnings({ signing, embedded }: Pick<RunSettings, 'signing' | 'embedded'>): string[] {
  if (embedded) return [];
  const { privateKey, publicKey } = signing;
  const keys = [
    ['signing.privateKey', privateKey === null ? null : createPublicKey(createPrivateKey(privateKey))],
    ['signing.publicKey', publicKey === null ? null : createPublicKey(publicKey)],
  ] as const;
  return keys.flatMap(([name, key]) => {
    const bits = key?.asymmetricKeyDetails?.modulusLength ?? usualBits;
    if (bits >= usualBits) return [];
    return [
      `Warning: ${name} has ${bits} bits, but Alipay+ keys have ${usualBits}. Create a new pair with: npx conformance keys`,
    ];
  });
}

const usualBits = 2048;

/** The text itself, or the content of the file at that path. */
function textOf(source: KeySource): string {
  const { value, directory } = source;
  if (value.includes('-----BEGIN') || !namesFile(source)) return value;
  const path = resolve(directory, value);
  try {
    // DER files become base64, which the key readers accept.
    const bytes = readFileSync(path);
    return bytes[0] === 0x30 && bytes.includes(0) ? bytes.toString('base64') : bytes.toString('utf8');
  } catch (error) {
    throw missing(source, `${path} cannot be read: ${reading(error)}`);
  }
}

/** Whether a value is the path of an existing file; a path of a missing file is an error. */
function namesFile(source: KeySource): boolean {
  if (isExistingPath(source.value, source.directory)) return true;
  if (isShowablePath(source.value, source.directory)) {
    throw missing(source, `${resolve(source.directory, source.value)} cannot be read: there is no such file`);
  }
  if (isWord(source.value)) throw missing(source, 'this is neither a key nor the path of an existing file');
  return false;
}

/** Whether a text is too short for a key, so that it is the name of a missing file or a placeholder. */
function isWord(value: string): boolean {
  return value.trim() !== '' && value.length < 40 && !/[{%]/.test(value);
}

function missing({ name, directory }: KeySource, says: string): UsageError {
  return new UsageError(
    `${name}: ${says}`,
    `Give a path relative to ${directory}, or the PEM text itself.`,
    'key-file-missing',
  );
}

/** The config key, with its file where there is one. */
function where({ name, value, directory }: KeySource): string {
  return isExistingPath(value, directory) ? `${name} (${value})` : name;
}

function named(source: KeySource, read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new UsageError(`${where(source)}: ${error.message}${orPath(source, error)}`, error.cure, error.code);
  }
}

/** A text without spaces may be the path of a missing file. */
function orPath({ value, directory }: KeySource, { code }: KeyError): string {
  const isPathLike = code === 'key-unreadable' && value.length <= 260 && !/[\s{%]/.test(value);
  return isPathLike && !isExistingPath(value, directory) ? ', and there is no file with this name' : '';
}
