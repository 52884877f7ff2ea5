/** Digests of what a verdict depends on besides the evidence: the code of the suite and the requirements. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operationIds } from '../../contract/apis.ts';
import { rowsOf } from '../explain/catalogue.ts';
import { sourceDigest } from './source-digest.ts';

/** SHA-256 in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Set by the build, because the sources are not part of the package. */
declare const SUITE_DIGEST: string | undefined;

let known: string | null = null;

/** Digest of the code of the suite; a checkout and its build have the same. */
export function suiteDigest(): string {
  known ??= typeof SUITE_DIGEST === 'string' ? SUITE_DIGEST : sourceDigest(checkout());
  return known;
}

function checkout(): string {
  let place = import.meta.dirname;
  while (!existsSync(join(place, 'package.json'))) place = join(place, '..');
  return place;
}

/** Digest of every requirement of every role: its text, level, basis and groups. */
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
