/** Faults of key and certificate files that show before anything is sent. */
import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { RunSettings } from '../../engine/settings.ts';
import { fingerprint } from '../../engine/wire/signing.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import { type Finding, okFinding, problem } from './finding.ts';

type Keys = Pick<RunSettings, 'signing' | 'tls' | 'embedded'>;

/** Below this nobody should believe a signature; Alipay+ shows keys of 2048 bits throughout. */
const leastBits = 1024;
const usualBits = 2048;

/** What the keys of a run are worth; nothing where nothing is signed and no certificate is sent. */
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
        says: 'signing.publicKey is the public half of our own signing.privateKey',
        cure: 'Each side signs with a key of its own: get the public key of the target from its engineers, and give it here.',
      }),
    ];
  }
  const short = [shortKeyFinding('signing.privateKey', own), shortKeyFinding('signing.publicKey', theirs)].filter(
    (one) => one !== null,
  );
  const prints = `ours ${fingerprint(own)}, theirs ${fingerprint(theirs)}`;
  return short.length > 0
    ? short
    : [okFinding('keys', `Two RSA keys of different pairs (SHA-256 of SPKI: ${prints}).`)];
}

function shortKeyFinding(name: string, key: KeyObject): Finding | null {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? usualBits;
  if (bits >= usualBits) return null;
  return problem('keys', bits < leastBits ? 'fault' : 'note', {
    code: 'key-too-short',
    says: `${name} has ${bits} bits, and Alipay+ keys have ${usualBits}`,
    cure: `Make a pair with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${usualBits}`,
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
          ? 'tls.key is encrypted, and tls.passphrase does not open it'
          : 'tls.key holds no readable private key',
        cure: locked ? 'Correct tls.passphrase.' : 'Give the PEM text that begins with -----BEGIN PRIVATE KEY-----.',
      }),
    ];
  }
  if (!certificate.checkPrivateKey(own)) {
    return [
      problem('keys', 'fault', {
        code: 'tls-wrong-pair',
        says: 'tls.key is not the private key of tls.cert',
        cure: 'Give the key that the certificate was made for.',
      }),
    ];
  }
  const ended = Date.parse(certificate.validTo) < Date.now();
  if (!ended) return [okFinding('keys', `tls.cert and tls.key belong together; valid until ${certificate.validTo}.`)];
  return [
    problem('keys', 'fault', {
      code: 'tls-own-certificate-expired',
      says: `tls.cert was valid until ${certificate.validTo}`,
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
      says: `${name} holds no readable certificate`,
      cure: 'Give the PEM text that begins with -----BEGIN CERTIFICATE-----.',
    });
  }
}
