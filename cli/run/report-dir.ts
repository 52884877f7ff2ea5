/** Writes report files so that nobody ever sees half of one. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';

/** Makes sure before a run that its report can be written after it. */
export async function prepareReportDir(directory: string): Promise<string> {
  const path = resolve(directory);
  const probe = join(path, `.writable-${process.pid}`);
  try {
    await mkdir(path, { recursive: true });
    await (await open(probe, 'w')).close();
    await rm(probe);
    return path;
  } catch (error) {
    throw new UsageError(
      `The report directory ${path} cannot be written: ${(error as NodeJS.ErrnoException).code}`,
      'Name another with --report-dir.',
    );
  }
}

/** Writes one file whole: under another name first, then renamed. */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  const file = await open(draft, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
