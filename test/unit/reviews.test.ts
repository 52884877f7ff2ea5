/** Reviews of a config: about what no test can see, on a day, with the digest of a file. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedReviews } from '../../cli/config/reviews.ts';
import { rowsOf } from '../../cli/explain/catalogue.ts';
import { operationIds } from '../../generated/operations.ts';
import { conditions } from '../../reporters/certificate.ts';
import { freshDirectory } from '../support/packages.ts';
import { sampleReport } from '../support/sample-report.ts';

const rows = rowsOf(operationIds);
const review = { result: 'the code is shown', reviewer: 'Ann', on: '2026-11-20' };

describe('a review', () => {
  test('names a row that no request can show, by key or id, and its file gets a digest', () => {
    const directory = freshDirectory();
    writeFileSync(join(directory, 'screen.png'), 'pixels');
    const [one] = checkedReviews([{ ...review, requirement: 'GPC-15', file: 'screen.png' }], rows, directory);
    const sha256 = createHash('sha256').update('pixels').digest('hex');
    expect(one).toEqual({ ...review, requirement: 'getPaymentCode/GPC-15', step: '', file: 'screen.png', sha256 });
  });

  test('may be of a step of an acceptance', () => {
    const [one] = checkedReviews([{ ...review, step: 'pilot in one shop' }], rows, '/');
    expect(one).toMatchObject({ requirement: null, step: 'pilot in one shop', file: null, sha256: null });
  });

  test.each([
    [{ requirement: 'GPC-05' }, 'reviews[0].requirement GPC-05 is judged by the suite'],
    [{ requirement: 'GPC-1S' }, 'reviews[0].requirement "GPC-1S" is not a known requirement'],
    [{}, 'reviews[0] needs either requirement or step'],
    [{ requirement: 'GPC-15', step: 'both' }, 'reviews[0] needs either requirement or step'],
    [{ step: 'a', on: '2026-02-30' }, 'reviews[0].on 2026-02-30 is not a valid date'],
    [{ step: 'a', file: 'missing.png' }, 'reviews[0].file missing.png cannot be read'],
  ])('%j is refused', (edit, says) => {
    expect(() => checkedReviews([{ ...review, ...edit }], rows, '/nowhere')).toThrow(says);
  });
});

test('a certificate shows who looked, and what nobody looked at', () => {
  const report = sampleReport();
  report.requirements[0]!.outcome = 'not-observable';
  const lines = () =>
    conditions(report)
      .find(({ name }) => name === 'looked at by people')!
      .lines.join('\n');
  const { key } = report.requirements[0]!;
  expect(lines()).toContain(`${key}: nobody, and no test over HTTP can see it`);
  report.reviews = [{ ...review, requirement: key, step: '', file: 'a.png', sha256: 'abc' }];
  expect(lines()).toContain(`${key}, Ann on 2026-11-20: the code is shown (a.png, SHA-256 abc)`);
  expect(lines()).not.toContain(`${key}: nobody`);
});
