/** A recorded run is judged again from its evidence alone, with the result of the live run: for every role, and where faults or limits cut it short. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Config } from '../../cli/config/shape.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { judgeRecord, planFor } from '../../cli/run/run-conformance.ts';
import { recomputed } from '../../cli/verify/recompute.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';
import { recordedRun } from '../support/recorded-run.ts';

const limit = { timeout: 180_000 };
const timings: string[] = [];
afterAll(() => console.log(timings.join('\n')));

/** What a report says of each row and each of its checks. */
function rowsOf({ requirements }: Report) {
  return requirements.map(({ key, outcome, reason, checks }) => ({
    key,
    outcome,
    reason,
    checks: checks.map(({ title, outcome, reason, expected, received, seen, field, exchanges }) => ({
      ...{ title, outcome, reason, expected, received, seen, field, exchanges },
    })),
  }));
}

/** Runs with a config, judges the record again, and compares. */
async function judgedTwice(name: string, config: Config): Promise<Report> {
  const { settings, close } = await prepareRun({ config });
  try {
    const { report, record } = await recordedRun(settings);
    const plan = await planFor(settings);
    const begun = performance.now();
    await judgeRecord(plan, record, settings);
    const ms = Math.round(performance.now() - begun);
    timings.push(`${name}: ${record.exchanges.length} exchanges judged again in ${ms} ms`);
    const again = await recomputed(settings, record);
    expect(again.mismatches).toEqual([]);
    expect(rowsOf(again.report)).toEqual(rowsOf(report));
    expect(again.report.verdict).toBe(report.verdict);
    expect(again.report.totals).toEqual(report.totals);
    expect(again.report.todo).toEqual(report.todo);
    return report;
  } finally {
    await close();
  }
}

/** The same against a reference MPP with a fault. */
async function faultyTwice(fault: string, config: Config): Promise<Report> {
  const reference = await startReferenceMpp({ fault, keys: await sharedKeys() });
  try {
    return await judgedTwice(fault, { ...(reference.config as Config), run: { seed: 1 }, ...config });
  } finally {
    await reference.close();
  }
}

describe('a recorded run is judged again as it was live', () => {
  test.each(['mpp', 'alipayplus', 'mpp-client'] as const)('role %s', limit, async (role) => {
    const report = await judgedTwice(role, { role, run: { seed: 1 } });
    expect(report.verdict).toBe('conformant');
  });

  test.each([
    ['otp-two-a-day', ['sendOTP']],
    ['signature-only-measured', ['sendOTP', 'tokenDigitizeDecision']],
  ])('with the fault %s', limit, async (fault, apis) => {
    const report = await faultyTwice(fault, { apis });
    expect(report.verdict).toBe('not-conformant');
  });

  test('with limits that allow five messages', limit, async () => {
    const limits = { sendOTP: { perFixture: 3, restMs: 0, maxSends: 5 } };
    const report = await judgedTwice('five messages', { limits, apis: ['sendOTP'], run: { seed: 1 } });
    expect(report.run.sent.sendOTP).toBeLessThanOrEqual(5);
    const reasons = new Set(report.requirements.flatMap(({ checks }) => checks.map(({ reason }) => reason)));
    expect(reasons).toContain('budget');
  });
});
