/** The reference Alipay+ under the suite: right in every variant and with every seed, and each fault found by the requirement it names. */
import { describe, expect, test } from 'vitest';
import { runConformance } from '../cli/judge.ts';
import { prepareRun } from '../cli/prepare.ts';
import type { Report } from '../engine/report.ts';
import { admits, alipayplusFaults, alipayplusVariants, startReferenceAlipayPlus } from '../reference/index.ts';
import { rowOf, rowsWith, sharedKeys } from './support/judged.ts';

const limit = 120_000;

async function judge(kind: { fault?: string; variant?: string }, seed = 1): Promise<Report> {
  const server = await startReferenceAlipayPlus({ keys: await sharedKeys(), ...kind });
  const { settings, close } = await prepareRun({ config: { ...server.config, run: { seed } } });
  try {
    return await runConformance(settings, {});
  } finally {
    await close();
    await server.close();
  }
}

const alarms = (report: Report) => [...rowsWith(report, 'failed'), ...rowsWith(report, 'warned')].map(({ key }) => key);

test('is conformant with every seed', { timeout: limit }, async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const report = await judge({}, seed);
    expect([alarms(report), report.run.exitCode]).toEqual([[], 0]);
  }
});

describe.concurrent('variants', () => {
  test.each(alipayplusVariants)('$name: $says', { timeout: limit }, async ({ name }) => {
    const report = await judge({ variant: name });
    expect([alarms(report), report.run.exitCode]).toEqual([[], 0]);
  });
});

describe.concurrent('faults', () => {
  test.each(alipayplusFaults)('$name: $says', { timeout: limit }, async (fault) => {
    const report = await judge({ fault: fault.name });
    expect(rowOf(report, fault.breaks[0]!).outcome).toBe(fault.outcome);
    expect(alarms(report).filter((key) => !admits(fault, key))).toEqual([]);
    if (fault.outcome === 'failed') expect(report.run.exitCode).toBe(1);
  });
});
