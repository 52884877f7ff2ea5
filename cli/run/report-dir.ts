/** Writes report files so that no reader ever sees an incomplete one. */
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
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

/** Makes a directory and those above it, one by one: Node's own recursive way does not end under /proc. */
export async function makeDirectory(path: string): Promise<void> {
  if (existsSync(path) || path === dirname(path)) return;
  await makeDirectory(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another run may have made it meanwhile.
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Why a directory cannot be written, in words. */
export function whyNotWritable(code: string | undefined): string {
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'it is a file, or it is inside one';
    case 'EACCES':
    case 'EPERM':
      return 'writing there is not permitted';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'ENAMETOOLONG':
      return 'the name is too long';
    case 'ENOENT':
      return 'no directory can be made there';
    default:
      return `the system says ${code}`;
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
