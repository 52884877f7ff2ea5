/** The manifest of a package: what it says of the run, and the digest of each file. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { evidenceFile } from '../../engine/record/evidence.ts';
import type { Report, Role } from '../../engine/report.ts';
import { requirementsDigest, sha256, suiteDigest } from './digests.ts';
import { keyId } from './envelope.ts';
import type { Attempt } from './ledger.ts';

/** Names of the files of a package besides those of a report. */
export const packageFiles = {
  config: 'config.json',
  evidence: evidenceFile,
  manifest: 'manifest.json',
  envelope: 'manifest.dsse.json',
} as const;

const format = 'alipayplus-conformance.manifest/1';

/** What the seal is about. Digests are SHA-256 in hex. */
export interface Manifest {
  readonly format: typeof format;
  readonly suite: { readonly name: string; readonly version: string; readonly digest: string };
  readonly spec: Readonly<Report['spec']>;
  readonly requirements: { readonly digest: string };
  readonly config: { readonly digest: string };
  readonly target: { readonly url: string; readonly role: Role };
  readonly run: {
    readonly id: string;
    readonly seed: number;
    readonly startedAt: string;
    readonly nonce: string | null;
    readonly verdict: string;
    readonly exitCode: number;
  };
  /** Attempts with this nonce according to the ledger of the sender, this one last; empty without a nonce. */
  readonly attempts: readonly Attempt[];
  readonly signer: { readonly keyid: string; readonly publicKey: string };
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** The manifest of a report and the contents of its package. */
export function manifestOf(
  { report, attempts, signer }: { report: Report; attempts: readonly Attempt[]; signer: KeyObject },
  contents: Readonly<Record<string, string | Uint8Array>>,
): Manifest {
  const { suite, spec, target, run, verdict } = report;
  const publicKey = createPublicKey(signer);
  const { id, seed, startedAt, nonce, exitCode } = run;
  return {
    format,
    suite: { ...suite, digest: suiteDigest() },
    spec,
    requirements: { digest: requirementsDigest() },
    config: { digest: sha256(contents[packageFiles.config]!) },
    target: { url: target.url, role: target.role },
    run: { id, seed, startedAt, nonce, verdict, exitCode },
    attempts,
    signer: { keyid: keyId(publicKey), publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() },
    files: Object.fromEntries(
      Object.keys(contents)
        .sort()
        .map((name) => [name, { bytes: Buffer.byteLength(contents[name]!), sha256: sha256(contents[name]!) }]),
    ),
  };
}

/** Parses a manifest; null where the text is not one. */
export function readManifest(text: string): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.format === format && isManifest(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

/** Whether the members of a manifest are what they must be; throws where one of them is missing. */
function isManifest({ suite, spec, requirements, config, target, run, attempts, signer, files }: Manifest): boolean {
  const texts: readonly unknown[] = [
    ...[suite.name, suite.version, suite.digest, spec.version, spec.digest, requirements.digest, config.digest],
    ...[target.url, target.role, run.id, run.startedAt, run.verdict, signer.keyid, signer.publicKey],
    ...attempts.flatMap(({ runId, startedAt }) => [runId, startedAt]),
    ...Object.values(files).map(({ sha256 }) => sha256),
    ...(spec.own ?? []).flatMap(({ file, digest, apis }) => [file, digest, ...apis]),
  ];
  const numbers: readonly unknown[] = [run.seed, run.exitCode, ...attempts.map(({ attempt }) => attempt)];
  return (
    texts.every((text) => typeof text === 'string' && text.length <= 10_000) &&
    numbers.every((number) => Number.isSafeInteger(number)) &&
    (run.nonce === null || typeof run.nonce === 'string')
  );
}
