/** Writes report files so that no reader ever sees an incomplete one. */
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { evidenceFile } from '../../engine/record/evidence.ts';
import { manifestFile, reportFiles } from '../../reporters/names.ts';
import { whyNotWritable } from '../terminal/machine-faults.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Makes sure before a run that its report can be written after it. */
export async function prepareReportDir(directory: string): Promise<string> {
  const path = resolve(directory);
  const probe = join(path, `.writable-${process.pid}`);
  try {
    await makeDirectory(path);
    await (await open(probe, 'w')).close();
    await rm(probe);
    return path;
  } catch (error) {
    throw new UsageError(
      `The report directory ${path} cannot be used: ${whyNotWritable((error as NodeJS.ErrnoException).code)}`,
      'Name another with --report-dir.',
    );
  }
}

/** Removes report and evidence of an earlier run, so that nobody takes them for those of a run that ended without. */
export async function removeOldReport(directory: string): Promise<void> {
  for (const file of [...Object.values(reportFiles), manifestFile, evidenceFile])
    await rm(join(directory, file), { force: true });
}

/** Makes a directory and those above it, one by one: Node's own recursive way does not end under /proc. */
export async function makeDirectory(path: string): Promise<void> {
  if (existsSync(path) || path === dirname(path)) return;
  await makeDirectory(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another run may have made it meanwhile.
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Writes one file whole: under another name first, then renamed. What cannot be written leaves no draft. */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(draft, 'w', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UsageError(
      `Cannot write ${path}: ${whyNotWritable((error as NodeJS.ErrnoException).code)}`,
      'Write somewhere else, or correct this.',
    );
  }
}
