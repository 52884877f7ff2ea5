/** A fault of one API fails the row of that API alone: the APIs share their checks, not their findings. */
import { expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { judgeReference, rowOf, rowsWith, sharedKeys } from '../support/judged.ts';

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

test('a call about a token is about one that was introduced, whatever else is selected', {
  timeout: 60_000,
}, async () => {
  const reference = await startReferenceMpp({ variant: 'known-tokens-only', keys: await sharedKeys() });
  const run = async (choices: object) => {
    const prepared = await prepareRun({ config: { ...reference.config, run: { seed: 6 } } as never, choices });
    try {
      return await runConformance(prepared.settings, {});
    } finally {
      await prepared.close();
    }
  };
  try {
    const selected = await run({ api: ['sendActivationCode', 'tokenActivationNotification'] });
    expect(rowsWith(selected, 'failed')).toEqual([]);
    expect(selected.run.exitCode).toBe(0);
    // The API that introduces is called, and not judged.
    expect(rowOf(selected, 'tokenDigitizeDecision/TDD-14')).toMatchObject({
      outcome: 'not-run',
      reason: 'not-selected',
    });
    const only = await run({ only: ['SAC-09'] });
    expect(only.diagnosis).toEqual([]);
    expect(rowOf(only, 'sendActivationCode/SAC-09').outcome).toBe('passed');
  } finally {
    await reference.close();
  }
});
