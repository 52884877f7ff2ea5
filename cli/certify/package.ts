/** A certification package: its files, its manifest, and how it is written and signed. */
import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceFile } from '../../engine/record/evidence.ts';
import type { Report, Role } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { renderFiles } from '../run/publish.ts';
import { writeWhole } from '../run/report-dir.ts';
import { configCopy } from './config-copy.ts';
import { requirementsDigest, sha256, suiteDigest } from './digests.ts';
import { keyId, sealed } from './envelope.ts';
import type { Attempt } from './ledger.ts';

/** Names of the files of a package besides those of a report. */
export const packageFiles = {
  config: 'config.json',
  evidence: evidenceFile,
  manifest: 'manifest.json',
  envelope: 'manifest.dsse.json',
} as const;

const format = 'alipayplus-conformance.manifest/1';

/** The signed content. Digests are SHA-256 in hex. */
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

/** The parts of a package. */
export interface PackageParts {
  readonly directory: string;
  readonly settings: RunSettings;
  readonly report: Report;
  readonly attempts: readonly Attempt[];
  readonly signer: KeyObject;
}

/** Writes the files of a package beside the evidence that the run has already written. */
export async function writePackage(parts: PackageParts): Promise<Manifest> {
  const { directory, settings, report, signer } = parts;
  const config = `${JSON.stringify(configCopy(settings), null, 2)}\n`;
  const texts = await renderFiles(report);
  for (const [name, text] of Object.entries(texts)) await writeWhole(join(directory, name), text);
  // Both contain tokens of test users.
  await writeWhole(join(directory, packageFiles.config), config, 0o600);
  const evidence = await readFile(join(directory, packageFiles.evidence));
  const contents = { ...texts, [packageFiles.config]: config, [packageFiles.evidence]: evidence };
  const manifest = manifestOf(parts, contents);
  await seal(directory, manifest, signer);
  return manifest;
}

/** Writes manifest and envelope. */
export async function seal(directory: string, manifest: Manifest, signer: KeyObject): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const envelope = `${JSON.stringify(sealed(Buffer.from(text), signer), null, 2)}\n`;
  await writeWhole(join(directory, packageFiles.manifest), text);
  await writeWhole(join(directory, packageFiles.envelope), envelope);
}

/** The manifest of a report and the contents of its package. */
export function manifestOf(
  { report, attempts, signer }: Pick<PackageParts, 'report' | 'attempts' | 'signer'>,
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
