/** Reads the files of a package in bounded memory: regular files of known names alone, without following a link. */
import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { reportFiles } from '../../reporters/names.ts';
import { packageFiles } from '../certify/manifest.ts';
import { reading } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { Finding } from './findings.ts';

const mega = 1024 * 1024;

/** The largest size of each file that a package can have, in bytes. */
const limits: Readonly<Record<string, number>> = {
  [packageFiles.manifest]: mega,
  [packageFiles.envelope]: 2 * mega,
  [packageFiles.config]: 16 * mega,
  [packageFiles.evidence]: 256 * mega,
  ...Object.fromEntries(Object.values(reportFiles).map((name) => [name, 32 * mega])),
};

/** Entries of a directory after which it is no package. */
const mostEntries = 100;

/** What was read of a directory. */
export interface PackageContents {
  readonly contents: ReadonlyMap<string, Buffer>;
  readonly findings: readonly Finding[];
}

/** Reads the files of a package; what is none of them is named and not opened. */
export async function readPackageFiles(directory: string): Promise<PackageContents> {
  const contents = new Map<string, Buffer>();
  const findings: Finding[] = [];
  for (const name of await namesIn(directory)) {
    const content = limits[name] === undefined ? await foreign(directory, name) : await contentOf(directory, name);
    if (Buffer.isBuffer(content)) contents.set(name, content);
    else findings.push(content);
  }
  return { contents, findings };
}

async function namesIn(directory: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of await opendir(directory)) {
      names.push(name);
      if (names.length > mostEntries) break;
    }
  } catch (error) {
    throw new UsageError(`${directory} cannot be read: ${reading(error)}`, 'Give the directory of a package.');
  }
  if (names.length <= mostEntries) return names.sort();
  throw new UsageError(
    `${directory} has more than ${mostEntries} entries, and is not a package`,
    'Give a directory that was written by conformance certify.',
  );
}

async function foreign(directory: string, name: string): Promise<Finding> {
  const kind = await kindOf(join(directory, name));
  return { code: 'file-foreign', says: `${name} (${kind}) is not part of a package` };
}

async function kindOf(path: string): Promise<string> {
  const entry = await lstat(path);
  if (entry.isFile()) return 'a file';
  if (entry.isDirectory()) return 'a directory';
  return entry.isSymbolicLink() ? 'a link' : 'a special file';
}

/** The content of a regular file within its limit; a pipe or device in its place is never waited for. */
async function contentOf(directory: string, name: string): Promise<Buffer | Finding> {
  const path = join(directory, name);
  const kind = await kindOf(path);
  if (kind !== 'a file') return { code: 'file-foreign', says: `${name} is ${kind}, not a file` };
  // Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${reading(error)}`, 'Give the directory of a package.');
  });
  try {
    const { size } = await file.stat();
    const limit = limits[name]!;
    if (size > limit) {
      return { code: 'file-too-large', says: `${name} has ${size} bytes; a package has at most ${limit} there` };
    }
    const content = Buffer.alloc(size);
    const { bytesRead } = await file.read(content, 0, size, 0);
    return bytesRead === size ? content : content.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
