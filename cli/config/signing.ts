/** Reads the signing section of a config: mode, client id and both keys; all faults are reported together. */
import type { RunSettings } from '../../engine/settings.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import { type KeySource, privateKeyOf, publicKeyOf } from './key-text.ts';
import type { ConfigOrigin } from './origin.ts';
import type { Config } from './shape.ts';

type KeyName = 'privateKey' | 'publicKey';

/** How requests are signed and answers verified. */
export function signingOf(config: Config, origin: ConfigOrigin): RunSettings['signing'] {
  const { mode, keyVersion = '1', privateKey, publicKey } = config.signing ?? {};
  const hasKey = privateKey !== undefined || publicKey !== undefined;
  if (mode === 'off') refuseKeysWithoutUse(config, origin);
  if (mode === 'off' || (mode === undefined && !hasKey)) {
    return { mode: 'off', keyVersion: String(keyVersion), privateKey: null, publicKey: null };
  }
  const faults: UsageError[] = [];
  if (config.clientId === undefined) faults.push(withoutClientId);
  const ours = keyOf(config, origin, 'privateKey', privateKeyOf, faults);
  const theirs = keyOf(config, origin, 'publicKey', publicKeyOf, faults);
  throwFaults(withoutEcho(faults));
  return { mode: 'required', keyVersion: String(keyVersion), privateKey: ours, publicKey: theirs };
}

/** Two keys that were swapped are one mistake. */
function withoutEcho(faults: readonly UsageError[]): UsageError[] {
  return faults.filter(({ code }, i) => code !== 'key-swapped' || faults.findIndex((one) => one.code === code) === i);
}

const withoutClientId = new UsageError(
  'clientId is missing, but it is part of the signed text',
  'Add clientId: the id under which the target knows the public key of the suite.',
);

/** Keys with `mode: off` are an error: the signature requirements would be skipped unnoticed. */
function refuseKeysWithoutUse(config: Config, { named }: ConfigOrigin): void {
  // Keys of the environment may be meant for other commands of the same shell.
  const written = (['privateKey', 'publicKey'] as const).filter(
    (key) => config.signing?.[key] !== undefined && named[key] === undefined,
  );
  if (written.length === 0) return;
  throw new UsageError(
    `signing.mode is off, but signing.${written.join(' and signing.')} ${written.length === 1 ? 'is' : 'are'} set`,
    'Set mode: required, or remove the keys.',
  );
}

const meanings: Readonly<Record<KeyName, string>> = {
  privateKey: 'the private key of the suite, which signs requests',
  publicKey: 'the public key of the target, which verifies its answers',
};

/** One key as PEM; on a fault, adds it to the list and returns null. */
function keyOf(
  config: Config,
  origin: ConfigOrigin,
  key: KeyName,
  read: (source: KeySource) => string,
  faults: UsageError[],
): string | null {
  const name = origin.named[key] ?? `signing.${key}`;
  const value = config.signing?.[key];
  if (value === undefined) {
    faults.push(
      new UsageError(
        `${name} is missing: ${meanings[key]}`,
        'Signing needs both keys. Create them with: npx conformance keys; or set signing: { mode: off }.',
      ),
    );
    return null;
  }
  try {
    return read({
      name,
      value,
      directory: origin.named[key] === undefined ? origin.directory : origin.workingDirectory,
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    faults.push(error);
    return null;
  }
}
