/** Writes report files atomically. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';

/** Checks before a run that its report directory is writable. */
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
      `Cannot write to the report directory ${path}: ${why((error as NodeJS.ErrnoException).code)}`,
      'Choose another directory with --report-dir.',
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is a file',
  ENOTDIR: 'a part of the path is a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

function why(code: string | undefined): string {
  return reasons[code ?? ''] ?? code ?? 'unknown error';
}

/** Writes one file under a temporary name, then renames it. */
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
