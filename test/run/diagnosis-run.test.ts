/** A run against a reference that signs wrongly says how: in the finding, and at the head of the report. */
import { describe, expect, test } from 'vitest';
import { judgeReference, rowOf } from '../support/judged.ts';

const apis = ['tokenDigitizeDecision'];

/** Faults of the reference, and what the run has to call them. */
const faults = {
  'answer-signed-over-constant-path': 'signed-over-constant-path',
  'answer-signed-over-path-without-version': 'signed-over-path-without-prefix',
  'answer-signed-over-full-url': 'signed-over-url-with-host',
  'answer-signed-over-request-body': 'signed-over-request-body',
  'answer-printed-twice': 'signed-over-rewritten-body',
  'answer-signed-before-line-end': 'signed-over-trimmed-body',
  'answer-signed-without-line-feed': 'signed-over-other-line-end',
  'answer-signed-without-method': 'signed-without-method',
  'answer-signed-for-another-client': 'signed-over-unknown-text',
  'first-signature-reused': 'signature-used-twice',
  'signature-header-bare': 'signature-without-part-names',
  'answer-signature-hex': 'signature-as-hex',
  'answer-signature-encoded-twice': 'signature-encoded-twice',
  'answer-signed-with-sha1': 'signed-with-sha1',
  'answer-signed-with-sha512': 'signed-with-sha512',
  'answer-signed-with-pss': 'signed-with-pss',
};

describe('an answer that is signed wrongly', { timeout: 60_000 }, () => {
  test.each(Object.entries(faults))('%s is %s', async (fault, code) => {
    const report = await judgeReference({ fault, config: { apis, run: { profile: 'smoke' } } });
    const row = rowOf(report, 'tokenDigitizeDecision/G-07');
    expect(report.diagnosis.map((one) => one.code)).toEqual([code]);
    expect({ outcome: row.outcome, exitCode: report.run.exitCode }).toEqual({ outcome: 'failed', exitCode: 1 });
    const [diagnosis] = report.diagnosis;
    const failed = row.checks.find((check) => check.outcome === 'failed');
    expect(failed?.received.slice(0, 40)).toBe(diagnosis?.says.slice(0, 40));
    expect(failed?.received).toContain(diagnosis?.cure.slice(0, 30));
  });

  test('rightly signed answers have no diagnosis', async () => {
    const report = await judgeReference({ config: { apis, run: { profile: 'smoke' } } });
    expect(report.diagnosis).toEqual([]);
  });
});
