/** Loads keys and certificates that a config names, by path or as text; no sentence about them repeats what may be a key. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunSettings } from '../../engine/settings.ts';
import { KeyError, plainKeyText, readPrivateKey, readPublicKey } from '../../engine/wire/keys.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { reading } from './find.ts';
import { isExistingPath, isShowablePath } from './secrets.ts';

/** What is asked for, where it is configured, and what its paths are relative to. */
export interface KeySource {
  /** As the config or environment calls it: `signing.privateKey`, `CONFORMANCE_PRIVATE_KEY`. */
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

/** One sentence for each RSA key of a run that is shorter than those of Alipay+. */
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
      `Warning: ${name} has ${bits} bits, and Alipay+ keys have ${usualBits}. Make a new pair with: conformance keys`,
    ];
  });
}

const usualBits = 2048;

/** The text itself, or the content of the file it names. */
function textOf(source: KeySource): string {
  const { value, directory } = source;
  if (value.includes('-----BEGIN') || !namesFile(source)) return value;
  const path = resolve(directory, value);
  try {
    // DER files are read as the base64 of their bytes, which the key readers take.
    const bytes = readFileSync(path);
    return bytes[0] === 0x30 && bytes.includes(0) ? bytes.toString('base64') : bytes.toString('utf8');
  } catch (error) {
    throw missing(source, `${path} cannot be read, ${reading(error)}`);
  }
}

/** Whether a value is the path of a file that exists; one that only looks so is refused by its name. */
function namesFile(source: KeySource): boolean {
  if (isExistingPath(source.value, source.directory)) return true;
  if (isShowablePath(source.value, source.directory)) {
    throw missing(source, `${resolve(source.directory, source.value)} cannot be read, there is no such file`);
  }
  if (isWord(source.value)) throw missing(source, 'this is neither a key nor the path of an existing file');
  return false;
}

/** Whether a text is too short and too plain for a key: the name of a file that is not there, or a placeholder. */
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

/** The config key, with the file behind it where there is one. */
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

/** A text on one line may have been meant as a path. */
function orPath({ value, directory }: KeySource, { code }: KeyError): string {
  const isPathLike = code === 'key-unreadable' && value.length <= 260 && !/[\s{%]/.test(value);
  return isPathLike && !isExistingPath(value, directory) ? ', and there is no file of that name' : '';
}
