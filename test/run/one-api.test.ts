/** A fault of one API fails the row of that API alone: the APIs share their checks, not their findings. */
import { expect, test } from 'vitest';
import { judgeReference } from '../support/judged.ts';

test('a fault of sendOTP alone fails its row and that of no other API', { timeout: 60_000 }, async () => {
  const report = await judgeReference({ fault: 'put-served-by-send-otp' });
  const outcomes = report.requirements.filter(({ key }) => key.endsWith('/G-10')).map((row) => [row.key, row.outcome]);
  expect(Object.fromEntries(outcomes)).toEqual({
    'sendActivationCode/G-10': 'passed',
    'sendOTP/G-10': 'failed',
    'tokenActivationNotification/G-10': 'passed',
    'tokenDigitizeDecision/G-10': 'passed',
  });
});
