/** Digests of what a verdict rests on beside the evidence: the suite's own code, and the requirements. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationIds, rowsOf } from '../explain/catalogue.ts';

/** SHA-256 in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Put in by the build, where the sources are not at hand any more. */
declare const SUITE_DIGEST: string | undefined;

/** Folders whose code makes a verdict of exchanges. */
const judging = ['engine', 'generated', 'suites'];

let known: string | null = null;

/** Digest of the code that judges: the same in a checkout and in what is built from it. */
export function suiteDigest(): string {
  known ??= typeof SUITE_DIGEST === 'string' ? SUITE_DIGEST : sourceDigest(checkout());
  return known;
}

/** Digest of the judging code in a checkout. */
export function sourceDigest(root: string): string {
  const files = judging.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const named = files.map((path) => [path.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''), path] as const);
  const hash = createHash('sha256');
  for (const [name, path] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    // A checkout may have other line ends.
    hash.update(`${name}\0${readFileSync(path, 'utf8').replaceAll('\r\n', '\n')}\0`);
  }
  return hash.digest('hex');
}

function checkout(): string {
  let place = import.meta.dirname;
  while (!existsSync(join(place, 'package.json'))) place = join(place, '..');
  return place;
}

/** Digest of every requirement of every role: what it says, how binding it is, and what it sums up. */
export function requirementsDigest(): string {
  const rows = rowsOf(operationIds).map(({ key, level, basis, says, ambiguity, groups, source }) => [
    key,
    level,
    basis,
    says,
    ambiguity,
    groups,
    source,
  ]);
  return sha256(JSON.stringify(rows));
}
