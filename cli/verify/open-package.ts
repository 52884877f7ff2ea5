/** Opens a package: checks its files against the manifest, and the signature of the manifest. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../certify/digests.ts';
import type { Envelope } from '../certify/envelope.ts';
import { isSealedBy, keyId, readEnvelope } from '../certify/envelope.ts';
import { type Manifest, packageFiles, readManifest } from '../certify/package.ts';
import { reading } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { Finding, Verified } from './findings.ts';

/** A package that was read. */
export interface OpenedPackage extends Verified {
  readonly manifest: Manifest;
  /** Content of a file; null where it is missing. */
  text(name: string): string | null;
}

/** Reads a package and checks digests and signature. */
export async function openPackage(directory: string, signer: KeyObject | null): Promise<OpenedPackage> {
  const contents = await filesIn(directory);
  const text = (name: string) => contents.get(name)?.toString('utf8') ?? null;
  const manifest = readManifest(text(packageFiles.manifest) ?? '');
  if (manifest === null) {
    throw new UsageError(`${directory} is not a package`, 'Give a directory that was written by conformance certify.');
  }
  const files = checkedFiles(manifest, contents);
  const seal = checkedSeal(manifest, text(packageFiles.manifest)!, text(packageFiles.envelope), signer);
  return {
    manifest,
    text,
    findings: [...files.findings, ...seal.findings],
    right: [...files.right, ...seal.right],
    notes: [...files.notes, ...seal.notes],
  };
}

async function filesIn(directory: string): Promise<Map<string, Buffer>> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name))] as const)),
    );
  } catch (error) {
    throw new UsageError(`${directory} cannot be read: ${reading(error)}`, 'Give the directory of a package.');
  }
}

function checkedFiles(manifest: Manifest, contents: ReadonlyMap<string, Buffer>): Verified {
  const findings: Finding[] = [];
  const wanted = new Set([...Object.keys(manifest.files), ...reported]);
  for (const name of wanted) {
    const listed = manifest.files[name];
    const content = contents.get(name);
    if (!content) findings.push({ code: 'file-missing', says: `${name} is not in the package` });
    else if (!listed) findings.push({ code: 'file-changed', says: `${name} is not in the manifest` });
    else if (sha256(content) !== listed.sha256) {
      findings.push({ code: 'file-changed', says: `${name} does not have the digest in the manifest` });
    }
  }
  const own: readonly string[] = [packageFiles.manifest, packageFiles.envelope];
  const strangers = [...contents.keys()].filter((name) => !wanted.has(name) && !own.includes(name));
  return {
    findings,
    right: findings.length === 0 ? [`the digests of ${wanted.size} files`] : [],
    notes: strangers.map((name) => `${name} is not part of the package`),
  };
}

/** Without these nothing can be recomputed. */
const reported = ['report.json', packageFiles.config, packageFiles.evidence];

function checkedSeal(manifest: Manifest, text: string, sealText: string | null, signer: KeyObject | null): Verified {
  const wrong = (code: Finding['code'], says: string): Verified => ({
    findings: [{ code, says }],
    right: [],
    notes: [],
  });
  if (sealText === null) return wrong('signature-missing', `${packageFiles.envelope} is not in the package`);
  const envelope = readEnvelope(sealText);
  if (envelope === null)
    return wrong('signature-broken', `${packageFiles.envelope} is not a DSSE envelope of a manifest`);
  if (Buffer.from(envelope.payload, 'base64').toString('utf8') !== text) {
    return wrong('manifest-changed', `${packageFiles.manifest} is not the signed manifest`);
  }
  return signer ? sealedBySigner(envelope, signer) : sealedByItself(envelope, manifest);
}

function sealedBySigner(envelope: Envelope, signer: KeyObject): Verified {
  if (isSealedBy(envelope, signer)) return { findings: [], right: ['the signature, with the given key'], notes: [] };
  const claimed = envelope.signatures[0]?.keyid ?? '';
  const isForeign = claimed !== keyId(signer);
  const says = isForeign
    ? `the manifest is signed with the key ${claimed.slice(0, 16)}, not with the given key ${keyId(signer).slice(0, 16)}`
    : 'the signature of the manifest is not valid';
  return { findings: [{ code: isForeign ? 'signature-foreign' : 'signature-broken', says }], right: [], notes: [] };
}

/** Without a key from the recipient, a signature shows that nothing was changed afterwards, but not who signed. */
function sealedByItself(envelope: Envelope, manifest: Manifest): Verified {
  const key = ownKey(manifest);
  if (key === null || !isSealedBy(envelope, key)) {
    const says = 'the signature of the manifest does not verify with the key in the manifest';
    return { findings: [{ code: 'signature-broken', says }], right: [], notes: [] };
  }
  const notes = [`the owner of the key ${keyId(key).slice(0, 16)} was not checked: add --public-key`];
  return { findings: [], right: ['the signature, with the key in the manifest'], notes };
}

function ownKey(manifest: Manifest): KeyObject | null {
  try {
    const key = createPublicKey(manifest.signer.publicKey);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
