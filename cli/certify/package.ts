/** A certification package: how its files are written and signed. */
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { renderFiles } from '../run/publish.ts';
import { writeWhole } from '../run/report-dir.ts';
import { configCopy } from './config-copy.ts';
import { sealed } from './envelope.ts';
import type { Attempt } from './ledger.ts';
import { type Manifest, manifestOf, packageFiles } from './manifest.ts';
import { statementOf } from './statement.ts';

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
  await seal(directory, manifest, report, signer);
  return manifest;
}

/** Writes manifest and envelope. */
export async function seal(directory: string, manifest: Manifest, report: Report, signer: KeyObject): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const statement = JSON.stringify(statementOf(text, manifest, report));
  const envelope = `${JSON.stringify(sealed(Buffer.from(statement), signer), null, 2)}\n`;
  await writeWhole(join(directory, packageFiles.manifest), text);
  await writeWhole(join(directory, packageFiles.envelope), envelope);
}
