/** Checks reviews, what people looked at because no test over HTTP can see it, and digests their files. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Review } from '../../engine/settings.ts';
import type { CatalogueRow } from '../explain/catalogue.ts';
import { suggestion } from '../terminal/did-you-mean.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import { reading } from './find.ts';
import type { Config } from './shape.ts';

/** The largest file that is digested, in bytes. */
const largestFile = 256 * 1024 * 1024;

/** The reviews of a config; relative paths of files start at `directory`. */
export function checkedReviews(
  written: NonNullable<Config['reviews']>,
  rows: readonly CatalogueRow[],
  directory: string,
): Review[] {
  const reviews = written.map((one, i) => checked(one, `reviews[${i}]`, rows, directory));
  throwFaults(reviews.filter((one) => one instanceof UsageError));
  return reviews as Review[];
}

type Written = NonNullable<Config['reviews']>[number];

function checked(one: Written, name: string, rows: readonly CatalogueRow[], directory: string): Review | UsageError {
  const { requirement = null, step = '', result, reviewer, on, file } = one;
  if ((requirement === null) === (step === '')) {
    return new UsageError(`${name} needs either requirement or step`, 'Name what was looked at, once.');
  }
  const row = requirement === null ? null : unseenRow(requirement, rows, name);
  if (row instanceof UsageError) return row;
  if (Number.isNaN(Date.parse(`${on}T00:00:00Z`)) || !new Date(`${on}T00:00:00Z`).toISOString().startsWith(on)) {
    return new UsageError(`${name}.on ${on} is not a valid date`, 'Write it like 2026-11-20.');
  }
  const digest = file === undefined ? null : digestOf(file, `${name}.file`, directory);
  if (digest instanceof UsageError) return digest;
  return { requirement: row?.key ?? null, step, result, reviewer, on, file: file ?? null, sha256: digest };
}

/** The row that a review is about: one that no request can show. */
function unseenRow(written: string, rows: readonly CatalogueRow[], name: string): CatalogueRow | UsageError {
  const unseen = rows.filter(({ observable }) => !observable);
  const found = unseen.find(({ key, id }) => key === written || id === written);
  if (found) return found;
  const known = rows.some(({ key, id }) => key === written || id === written);
  return known
    ? new UsageError(
        `${name}.requirement ${written} is judged by the suite`,
        'Use step for what people looked at besides.',
      )
    : new UsageError(
        `${name}.requirement "${written}" is not a known requirement`,
        suggestion(
          written,
          unseen.flatMap(({ key, id }) => [key, id]),
          'Requirements',
        ) || 'See: npx conformance list',
      );
}

function digestOf(file: string, name: string, directory: string): string | UsageError {
  const path = resolve(directory, file);
  try {
    const { size } = statSync(path);
    if (size > largestFile) return new UsageError(`${name} ${file} is larger than 256 MB`, 'Give a smaller file.');
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    return new UsageError(`${name} ${file} cannot be read: ${reading(error)}`, 'Paths start at the config file.');
  }
}
