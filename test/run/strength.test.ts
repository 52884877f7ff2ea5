/** How hard a run tried, as its report says it: fewer values give lower figures, and what was tried on one side only is named. */
import { expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { planFor } from '../../cli/run/run-conformance.ts';
import { judge } from '../../engine/judge/judge.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { buildReport } from '../../engine/report/build-report.ts';
import type { Strength } from '../../engine/report.ts';
import { casesWords, triedSentence, triedWith } from '../../reporters/strength-lines.ts';
import { recordedRun } from '../support/recorded-run.ts';

const measured = { durationMs: 0, peakMemoryMb: 0 };

test('a narrowed generator lowers the figures', { timeout: 120_000 }, async () => {
  const prepared = await prepareRun({
    config: { role: 'alipayplus', run: { seed: 3 } } as never,
    choices: { embedded: true },
  });
  const { settings } = prepared;
  const { report, record } = await recordedRun(settings);
  await prepared.close();
  const plan = await planFor(settings);
  const strengthOf = (one: RunRecord): Strength =>
    buildReport({ settings, plan, record: one, judgement: judge(plan, one, settings), measured }).strength!;
  const whole = strengthOf(record);
  expect(whole).toEqual(report.strength);
  expect(whole.constraints.filter((one) => triedWith(one) !== '')).toEqual([]);
  expect(whole.controls.getPaymentCode).toBeGreaterThan(1);

  const key = 'getPaymentCode/getPaymentCode.customerId.maxLength';
  const find = ({ constraints }: Strength) => constraints.find((one) => one.key === key)!;
  const isKept = ({ spec }: RunRecord['requests'][number]) => spec.violates?.path[0] !== 'customerId';
  const narrow = strengthOf({ ...record, requests: record.requests.filter(isKept) });
  expect(find(narrow).illegal).toBeLessThan(find(whole).illegal);
  expect(triedWith(find(narrow))).toBe('only legal');
  expect(triedSentence(narrow)).toContain('only legal on ');

  const few = strengthOf({ ...record, requests: record.requests.slice(0, Math.floor(record.requests.length / 2)) });
  const sum = ({ constraints }: Strength) =>
    constraints.reduce((total, { legal, illegal }) => total + legal + illegal, 0);
  expect(sum(few)).toBeLessThan(sum(whole));
});

test('random cases say no more than they show', () => {
  const about = { key: 'sendOTP/OTP-04', title: 'ids differ' };
  const words = (cases: number, failed: number, atMost: number | null) =>
    casesWords({ ...about, cases, failed, atMost });
  expect(words(60, 0, 0.05)).toBe(
    '0 of 60 random cases failed: at most 5 % of cases drawn like these fail, with 95 % confidence',
  );
  expect(words(3, 0, null)).toContain('too few to say');
  expect(words(12, 1, null)).toBe('1 of 12 random cases failed');
});
