/** What the recipient of a package knows from elsewhere: keys and nonce, which nothing in the package can replace. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { keyDigest } from '../../engine/report/rests-on.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { publicKeyAt } from '../certify/envelope.ts';
import { publicKeyOf } from '../config/key-text.ts';
import { isExistingPath } from '../config/secrets.ts';
import type { VerifyOptions } from '../options.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { Verified } from './findings.ts';

/** Keys and nonce; null where they were not given. */
export interface Recipient {
  /** The key that signs packages. */
  readonly signer: KeyObject | null;
  /** The key of the target, or of the caller under test. */
  readonly targetKey: KeyObject | null;
  readonly nonce: string | null;
}

/** Reads the options of `verify`. */
export function recipientOf({ publicKey, targetKey, nonce }: VerifyOptions): Recipient {
  return {
    signer: publicKey === undefined ? null : publicKeyAt(publicKey),
    targetKey: targetKey === undefined ? null : targetKeyAt(targetKey),
    nonce: nonce ?? null,
  };
}

function targetKeyAt(value: string): KeyObject {
  const directory = process.cwd();
  if (!isExistingPath(value, directory))
    throw new UsageError('--target-key does not name a file', "Give the file of the target's public RSA key.");
  return createPublicKey(publicKeyOf({ name: '--target-key', value, directory }));
}

/** Whether the answers were verified with the key that the recipient knows. */
export function checkedTargetKey({ signing }: RunSettings, known: KeyObject | null): Verified {
  const nothing: Verified = { findings: [], right: [], notes: [] };
  if (known === null || signing.publicKey === null) return nothing;
  const own = keyDigest(createPublicKey(signing.publicKey));
  const given = keyDigest(known);
  if (own === given) return { ...nothing, right: ['the key of the subject is the given one'] };
  const says = `the subject's key in the package is ${own.slice(0, 16)}, not the given key ${given.slice(0, 16)}`;
  return { ...nothing, findings: [{ code: 'target-key-other', says }] };
}

/** What was not given, so that only the package itself speaks for it; null where both keys were. */
export function vouching({ signer, targetKey }: Recipient): string | null {
  const missing = [
    signer === null && 'who signed it (--public-key FILE)',
    targetKey === null && 'whose key the subject has (--target-key FILE)',
  ].filter((one) => one !== false);
  return missing.length === 0 ? null : `The package vouches for itself: nothing else says ${missing.join(' and ')}.`;
}
