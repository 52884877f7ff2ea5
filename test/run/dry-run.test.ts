/** What `--dry-run` says beforehand is what a run against a correct server then sends. */
import { describe, expect, test } from 'vitest';
import { dryRun } from '../../cli/run/dry-run.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { Profile } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';

/** The plan, and the run that follows it. */
async function plannedAndRun(profile: Profile, only?: readonly string[]) {
  const reference = await startReferenceMpp({ keys: await sharedKeys() });
  const config = { ...reference.config, run: { seed: 5, profile } };
  const prepared = await prepareRun({ config: config as never, choices: { only } });
  try {
    return { plan: await dryRun(prepared.settings), report: await runConformance(prepared.settings, {}) };
  } finally {
    await prepared.close();
    await reference.close();
  }
}

describe('a plan', () => {
  test.each<[Profile, readonly string[] | undefined]>([
    ['smoke', undefined],
    ['gate', undefined],
    ['gate', ['sendOTP/OTP-03']],
    ['gate', ['OTP-15', 'SAC-05']],
  ])('of %s with --only %j', async (profile, only) => {
    const { plan, report } = await plannedAndRun(profile, only);
    const requests = plan.operations.reduce((sum, one) => sum + one.requests, 0);
    expect(Math.abs(report.run.requests - requests)).toBeLessThanOrEqual(3 + report.run.requests * 0.03);
    const range = plan.messages.find((one) => one.profile === profile)!;
    const sent = Object.values(report.run.sent).reduce((sum, n) => sum + n, 0);
    expect(sent).toBeGreaterThanOrEqual(range.least);
    expect(sent).toBeLessThanOrEqual(range.most);
    // A range that says nothing would hold as well.
    expect(range.least).toBeGreaterThanOrEqual(Math.floor(sent / 2));
    expect(plan.perPerson).toBe(20);
  });

  test('of a selection has its own requests alone, and tells what cannot pass on them', async () => {
    const reference = await startReferenceMpp({ keys: await sharedKeys() });
    const planned = async (only: string) => {
      const prepared = await prepareRun({ config: reference.config as never, choices: { only: [only] } });
      await prepared.close();
      return dryRun(prepared.settings);
    };
    const judgedOnEveryAnswer = await planned('OTP-03');
    expect(judgedOnEveryAnswer.cannotPass).toEqual(['sendOTP/OTP-03']);
    expect(judgedOnEveryAnswer.operations[0]!.requests).toBeLessThan(10);
    expect(await planned('OTP-15')).toMatchObject({ cannotPass: [], operations: [{ operation: 'sendOTP' }] });
    expect((await planned('tokenDigitizeDecision.walletId.maxLength')).messages).toEqual([]);
    await reference.close();
  });
});
