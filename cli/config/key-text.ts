/** Loads keys and certificates that a config names, by path or as text. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { KeyError, readPrivateKey, readPublicKey } from '../../engine/wire/keys.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { reading } from './find.ts';

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

/** PEM text as it is, for TLS. */
export function pemOf(source: KeySource): string {
  const text = textOf(source);
  if (text.includes('-----BEGIN')) return text;
  throw new UsageError(
    `${source.name}: ${described(source)} is no PEM text`,
    'Convert DER with: openssl x509 -inform der -in FILE -out FILE.pem',
  );
}

/** The text itself, or the content of the file it names. */
function textOf({ name, value, directory }: KeySource): string {
  if (isKeyText(value)) return value;
  const path = resolve(directory, value);
  try {
    // DER files are read as the base64 of their bytes, which the key readers take.
    const bytes = readFileSync(path);
    return bytes[0] === 0x30 && bytes.includes(0) ? bytes.toString('base64') : bytes.toString('utf8');
  } catch (error) {
    throw new UsageError(
      `${name}: ${path} cannot be read, ${reading(error)}`,
      `Give a path relative to ${directory}, or the PEM text itself.`,
      'key-file-missing',
    );
  }
}

/** Whether a value is a key rather than the path of one: PEM, or base64 too long and too plain for a path. */
function isKeyText(value: string): boolean {
  return value.includes('-----BEGIN') || /^[A-Za-z0-9+/=_\-\s]{180,}$/.test(value);
}

function described({ value }: KeySource): string {
  return isKeyText(value) ? 'its value' : value;
}

function named(source: KeySource, read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    const where = isKeyText(source.value) ? source.name : `${source.name} (${source.value})`;
    throw new UsageError(`${where}: ${error.message}`, error.cure, error.code);
  }
}
