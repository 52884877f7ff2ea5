/** No false alarm: what is correct but different, and what is correct on any seed, is never failed and never left open. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { alipayplusVariants, mppVariants } from '../../reference/index.ts';
import { judgeReference } from '../support/judged.ts';
import { judgeAlipayPlus } from '../support/judged-fault.ts';

/** An API that costs messages, and one with many fields in both directions, show what is general; these show at others only. */
const showsElsewhere = new Set([
  'known-tokens-only',
  'notification-for-anybody',
  'long-customer-as-unknown-user',
  'three-otps-a-day',
  'thirty-seconds-apart',
]);

function apisFor(name: string): Record<string, unknown> {
  return showsElsewhere.has(name) ? {} : { apis: ['sendOTP', 'tokenDigitizeDecision'] };
}

/** Everything that would keep a gate from being green, in words. */
function alarms(report: Report): string[] {
  return report.requirements.flatMap(({ key, level, basis, outcome, checks }) => {
    const isMust = level === 'MUST' && basis !== 'position';
    const alarm = outcome === 'failed' || outcome === 'harness-error' || (outcome === 'inconclusive' && isMust);
    const check = checks.find((candidate) => candidate.outcome === outcome);
    return alarm
      ? [`${key} ${outcome}: ${check?.title}: expected ${check?.expected}, received ${check?.received}`]
      : [];
  });
}

const green = { alarms: [], exitCode: 0, diagnosis: [] };
const summary = (report: Report) => ({
  alarms: alarms(report),
  exitCode: report.run.exitCode,
  diagnosis: report.diagnosis,
});

describe('no alarm over an MPP with the peculiarity', () => {
  test.each(mppVariants)('$name: $says', { timeout: 120_000 }, async ({ name }) => {
    expect(summary(await judgeReference({ variant: name, config: apisFor(name) }))).toEqual(green);
  });
});

describe('no alarm over an Alipay+ with the peculiarity', () => {
  test.each(alipayplusVariants)('$name: $says', { timeout: 120_000 }, async ({ name }) => {
    expect(summary(await judgeAlipayPlus({ variant: name }))).toEqual(green);
  });
});

describe('no alarm over the correct reference', () => {
  const seeds = (count: number) => Array.from({ length: count }, (_, i) => 1000 + 7919 * i);
  const warnedMust = (report: Report) =>
    report.requirements.filter(({ outcome, level }) => outcome === 'warned' && level === 'MUST').map(({ key }) => key);

  test.each(seeds(20))('at sendOTP with seed %i', { timeout: 60_000 }, async (seed) => {
    const report = await judgeReference({ seed, config: { apis: ['sendOTP'] } });
    expect(summary(report)).toEqual(green);
    expect(warnedMust(report)).toEqual([]);
  });

  test.each(seeds(3))('at all four APIs with seed %i', { timeout: 120_000 }, async (seed) => {
    const report = await judgeReference({ seed });
    expect(summary(report)).toEqual(green);
    expect(warnedMust(report)).toEqual([]);
    expect(report.totals.passed).toBeGreaterThanOrEqual(250);
  });

  test.each(seeds(20))('at getPaymentCode with seed %i', { timeout: 60_000 }, async (seed) => {
    const report = await judgeAlipayPlus({ seed });
    expect(summary(report)).toEqual(green);
    expect(warnedMust(report)).toEqual([]);
  });
});
