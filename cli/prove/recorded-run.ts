/** Reads a run with full evidence: its record and the settings that it was judged by. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EvidenceError, evidenceFile, readEvidence, recordOf } from '../../engine/record/evidence.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { readConfigCopy, restored, settingsIn } from '../certify/config-copy.ts';
import { packageFiles } from '../certify/manifest.ts';
import { reading } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** A run as it was recorded. */
export interface RecordedRun {
  readonly settings: RunSettings;
  readonly record: RunRecord;
}

const cure = 'Run again with --report-dir DIR --full-evidence, or give the directory of a certification package.';

/** The run in a report directory or package. */
export async function recordedRun(directory: string): Promise<RecordedRun> {
  const text = await textOf(directory, evidenceFile);
  try {
    const evidence = readEvidence(text);
    const isPackage = existsSync(join(directory, packageFiles.envelope));
    const settings = isPackage
      ? readConfigCopy(await textOf(directory, packageFiles.config))
      : settingsIn(evidence.head.config);
    const { run, target } = evidence.head;
    if (settings === null) throw new UsageError(`${directory} does not say with which settings it was recorded`, cure);
    if (run.seed !== settings.seed || target.url !== settings.target || target.role !== settings.role)
      throw new UsageError(`The settings in ${directory} belong to another run than its ${evidenceFile}`, cure);
    return { settings: restored(settings, evidence.exchanges), record: recordOf(evidence) };
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    throw new UsageError(`${join(directory, evidenceFile)} cannot be read: ${error.message}`, cure);
  }
}

async function textOf(directory: string, name: string): Promise<string> {
  try {
    return await readFile(join(directory, name), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? `${directory} contains no ${name}`
        : `${join(directory, name)} cannot be read: ${reading(error)}`;
    throw new UsageError(why, cure);
  }
}
