/** Digest of the source files of the suite: computed by the build, and on demand in a checkout. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders with code of the product; missing ones are skipped. */
export const sourceFolders = [
  'bin',
  'cli',
  'contract',
  'engine',
  'generated',
  'reference',
  'reporters',
  'requirements',
  'simulator',
  'suites',
] as const;

/** Digest of all code of a checkout: SHA-256 over names and contents of its source files, in hex. */
export function sourceDigest(root: string): string {
  const hash = createHash('sha256');
  for (const name of sourceFiles(root)) {
    // A checkout may have other line endings.
    hash.update(`${name}\0${readFileSync(join(root, name), 'utf8').replaceAll('\r\n', '\n')}\0`);
  }
  return hash.digest('hex');
}

/** Paths of the source files relative to the checkout, with slashes, sorted by code unit. */
function sourceFiles(root: string): string[] {
  const files = sourceFolders
    .map((folder) => join(root, folder))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.([cm]?[jt]sx?|json|yaml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const names = files.map((path) => path.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''));
  return names.sort((a, b) => (a < b ? -1 : 1));
}
