/** A run against a caller that signs wrongly says how. */
import { describe, expect, test } from 'vitest';
import { rowOf } from '../support/judged.ts';
import { judgeCaller } from '../support/judged-caller.ts';

describe('a request that is signed wrongly', () => {
  test.each([
    ['signs-reprinted-json', 'signed-over-indented-body'],
    ['signs-other-path', 'signed-over-constant-path'],
    ['signs-other-time', 'signed-over-other-time'],
    ['signs-only-at-first', 'signature-used-twice'],
  ])('%s is %s', async (fault, code) => {
    const report = await judgeCaller({ fault, only: ['G-04'] });
    expect(report.diagnosis.map((one) => one.code)).toEqual([code]);
    const row = rowOf(report, 'getPaymentCode/G-04');
    expect({ outcome: row.outcome, exitCode: report.run.exitCode }).toEqual({ outcome: 'failed', exitCode: 1 });
    const failed = row.checks.find((check) => check.outcome === 'failed');
    expect(failed?.received).toContain('The signature of the request is');
  });
});
