/** The line of a finding: what was done, what was expected, what came, and why an expected answer may count for nothing. */
import { expect, test } from 'vitest';
import { headline } from '../../reporters/findings.ts';
import { check, row } from '../support/report-parts.ts';

const line = (outcome: 'failed' | 'inconclusive', reason: string, received: string) =>
  headline({
    row: row('sendOTP/G-17', 'says', { outcome, reason }),
    check: check({ done: 'pspId is null', expected: 'F/PARAM_ILLEGAL', received }),
  });

test('a failure says what was expected and what came', () => {
  expect(line('failed', 'broken', 'S/SUCCESS')).toBe('pspId is null → expected F/PARAM_ILLEGAL, got S/SUCCESS');
});

test('an expected answer that does not count says why', () => {
  expect(line('inconclusive', 'control-lost', 'F/PARAM_ILLEGAL')).toBe(
    'pspId is null → got F/PARAM_ILLEGAL as expected, but the closing control request was refused, so earlier refusals prove nothing',
  );
  expect(line('inconclusive', 'unstable', 'U/UNKNOWN_EXCEPTION')).toBe(
    'pspId is null → expected F/PARAM_ILLEGAL, received U/UNKNOWN_EXCEPTION',
  );
});
