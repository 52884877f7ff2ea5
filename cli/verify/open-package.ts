/** Opens a package: checks its files against the manifest, and the signature of the manifest. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { quote } from '../../reporters/escape.ts';
import { reportFiles } from '../../reporters/names.ts';
import { sha256 } from '../certify/digests.ts';
import type { Envelope } from '../certify/envelope.ts';
import { isSealedBy, keyId, readEnvelope } from '../certify/envelope.ts';
import { type Manifest, packageFiles, readManifest } from '../certify/manifest.ts';
import { readStatement } from '../certify/statement.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { Finding, Verified } from './findings.ts';
import { readPackageFiles } from './read-files.ts';
import { indented, isTooDeep, strictJson, utf8 } from './strict-json.ts';

/** A package that was read. */
export interface OpenedPackage extends Verified {
  readonly manifest: Manifest;
  /** Content of a file; null where it is missing. */
  text(name: string): string | null;
}

/** Reads a package and checks digests and signature. */
export async function openPackage(directory: string, signer: KeyObject | null): Promise<OpenedPackage> {
  const { contents, findings } = await readPackageFiles(directory);
  const texts = new Map([...contents].map(([name, content]) => [name, utf8(content)]));
  const text = (name: string) => texts.get(name) ?? null;
  const manifest = manifestIn(text(packageFiles.manifest) ?? '');
  if (manifest === null) {
    throw new UsageError(`${directory} is not a package`, 'Give a directory that was written by conformance certify.');
  }
  const refused = findings.map(({ says }) => says.split(' ')[0]!);
  const files = checkedFiles(manifest, contents, refused);
  const seal = checkedSeal(manifest, text(packageFiles.manifest)!, text(packageFiles.envelope), signer);
  return {
    manifest,
    text,
    findings: [...findings, ...files.findings, ...seal.findings],
    right: [...files.right, ...seal.right],
    notes: [...files.notes, ...seal.notes],
  };
}

/** The manifest in a text that is written as certify writes it. */
function manifestIn(text: string): Manifest | null {
  return isTooDeep(text) ? null : readManifest(text);
}

/** Digests of all files; `refused` are named already, and are not read. */
function checkedFiles(manifest: Manifest, contents: ReadonlyMap<string, Buffer>, refused: readonly string[]): Verified {
  const findings: Finding[] = [];
  const own: readonly string[] = [...Object.values(reportFiles), packageFiles.config, packageFiles.evidence];
  for (const name of own) {
    const listed = manifest.files[name];
    const content = contents.get(name);
    if (refused.includes(name)) continue;
    if (!content) findings.push({ code: 'file-missing', says: `${name} is not in the package` });
    else if (!listed) findings.push({ code: 'file-changed', says: `${name} is not in the manifest` });
    else if (sha256(content) !== listed.sha256) {
      findings.push({ code: 'file-changed', says: `${name} does not have the digest in the manifest` });
    } else if (listed.bytes !== content.length) {
      findings.push({ code: 'file-changed', says: `${name} does not have the size in the manifest` });
    } else if (utf8(content) === null) findings.push({ code: 'file-changed', says: `${name} is not UTF-8 text` });
  }
  const foreign = Object.keys(manifest.files).filter((name) => !own.includes(name));
  for (const name of foreign.slice(0, mostNamed))
    findings.push({
      code: 'file-foreign',
      says: `${quote(name, 80)} is in the manifest, and is not part of a package`,
    });
  const right = findings.length === 0 && refused.length === 0 ? [`the digests of ${own.length} files`] : [];
  return { findings, right, notes: [] };
}

const mostNamed = 100;

function checkedSeal(manifest: Manifest, text: string, sealText: string | null, signer: KeyObject | null): Verified {
  const wrong = (code: Finding['code'], says: string): Verified => ({
    findings: [{ code, says }],
    right: [],
    notes: [],
  });
  if (sealText === null) return wrong('signature-missing', `${packageFiles.envelope} is not in the package`);
  const strict = [
    [packageFiles.manifest, strictJson(text, indented)] as const,
    [packageFiles.envelope, strictJson(sealText, indented)] as const,
  ].find(([, read]) => 'says' in read);
  if (strict) return wrong('manifest-changed', `${strict[0]} ${(strict[1] as { says: string }).says}`);
  const envelope = readEnvelope(sealText);
  const statement = envelope && readStatement(Buffer.from(envelope.payload, 'base64'));
  if (!envelope || !statement)
    return wrong('signature-broken', `${packageFiles.envelope} is not a DSSE envelope of an in-toto statement`);
  if (statement.subject[0]?.digest.sha256 !== sha256(text)) {
    return wrong('manifest-changed', `${packageFiles.manifest} is not the signed manifest`);
  }
  return signer ? sealedBySigner(envelope, signer) : sealedByItself(envelope, manifest);
}

function sealedBySigner(envelope: Envelope, signer: KeyObject): Verified {
  if (isSealedBy(envelope, signer))
    return { findings: [], right: [`the signature, with the given key SHA-256 ${keyId(signer)}`], notes: [] };
  const claimed = envelope.signatures[0]?.keyid ?? '';
  const isForeign = claimed !== keyId(signer);
  const says = isForeign
    ? `the manifest is signed with the key ${quote(claimed.slice(0, 16), 40)}, not with the given key ${keyId(signer).slice(0, 16)}`
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
  const notes = [`the owner of the signing key SHA-256 ${keyId(key)} was not checked: add --public-key`];
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
