/** Faults of key and certificate files that are found before anything is sent. */
import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { RunSettings } from '../../engine/settings.ts';
import { fingerprint } from '../../engine/wire/signing.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import { type Finding, okFinding, problem } from './finding.ts';

type Keys = Pick<RunSettings, 'signing' | 'tls' | 'embedded'>;

/** Shorter keys are not secure; all keys in the Alipay+ documentation have 2048 bits. */
const leastBits = 1024;
const usualBits = 2048;

/** Findings about the keys of a run; none where nothing is signed and no certificate is sent. */
export function examineKeys({ signing, tls }: Keys): Finding[] {
  return [...signingKeys(signing), ...ownCertificate(tls), ...authorities(tls.ca)];
}

/** Refuses a run whose keys cannot work. */
export function refuseKeyFaults(settings: Keys): void {
  if (settings.embedded) return;
  const faults = examineKeys(settings).filter(({ level }) => level === 'fault');
  throwFaults(faults.map(({ says, cure, code }) => new UsageError(says, cure, code)));
}

function signingKeys({ mode, privateKey, publicKey }: RunSettings['signing']): Finding[] {
  if (mode === 'off' || privateKey === null || publicKey === null) return [];
  const own = createPublicKey(createPrivateKey(privateKey));
  const theirs = createPublicKey(publicKey);
  if (own.equals(theirs)) {
    return [
      problem('keys', 'fault', {
        code: 'keys-one-pair',
        says: 'signing.publicKey belongs to your own signing.privateKey',
        cure: 'Set signing.publicKey to the public key of the target; its engineers have it.',
      }),
    ];
  }
  const short = [shortKeyFinding('signing.privateKey', own), shortKeyFinding('signing.publicKey', theirs)].filter(
    (one) => one !== null,
  );
  const prints = `yours ${fingerprint(own)}, the target's ${fingerprint(theirs)}`;
  return short.length > 0
    ? short
    : [okFinding('keys', `Two RSA keys of different pairs (SHA-256 of SPKI: ${prints}).`)];
}

function shortKeyFinding(name: string, key: KeyObject): Finding | null {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? usualBits;
  if (bits >= usualBits) return null;
  return problem('keys', bits < leastBits ? 'fault' : 'note', {
    code: 'key-too-short',
    says: `${name} has ${bits} bits; Alipay+ keys have ${usualBits}`,
    cure: 'Create a new pair with: npx conformance keys',
  });
}

function ownCertificate({ cert, key, passphrase }: RunSettings['tls']): Finding[] {
  if (cert === null || key === null) return [];
  const certificate = certificateOf('tls.cert', cert);
  if ('level' in certificate) return [certificate];
  let own: KeyObject;
  try {
    own = createPrivateKey({ key, passphrase: passphrase ?? undefined });
  } catch {
    const locked = /ENCRYPTED/.test(key);
    return [
      problem('keys', 'fault', {
        code: 'tls-key-unreadable',
        says: locked
          ? 'tls.key is encrypted, and tls.passphrase does not decrypt it'
          : 'tls.key does not contain a valid private key',
        cure: locked ? 'Correct tls.passphrase.' : 'Use the PEM text that begins with -----BEGIN PRIVATE KEY-----.',
      }),
    ];
  }
  if (!certificate.checkPrivateKey(own)) {
    return [
      problem('keys', 'fault', {
        code: 'tls-wrong-pair',
        says: 'tls.key is not the private key of tls.cert',
        cure: 'Set tls.key to the private key of that certificate.',
      }),
    ];
  }
  const ended = Date.parse(certificate.validTo) < Date.now();
  if (!ended) return [okFinding('keys', `tls.cert and tls.key belong together; valid until ${certificate.validTo}.`)];
  return [
    problem('keys', 'fault', {
      code: 'tls-own-certificate-expired',
      says: `tls.cert expired on ${certificate.validTo}`,
      cure: 'Get a new client certificate.',
    }),
  ];
}

function authorities(ca: string | null): Finding[] {
  if (ca === null) return [];
  const certificate = certificateOf('tls.ca', ca);
  return 'level' in certificate ? [certificate] : [];
}

function certificateOf(name: string, pem: string): X509Certificate | Finding {
  try {
    return new X509Certificate(pem);
  } catch {
    return problem('keys', 'fault', {
      code: 'tls-certificate-unreadable',
      says: `${name} does not contain a valid certificate`,
      cure: 'Use the PEM text that begins with -----BEGIN CERTIFICATE-----.',
    });
  }
}
