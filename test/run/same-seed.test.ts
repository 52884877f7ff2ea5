/** The same seed and target give the same report, apart from times, the id of the run, signatures and latencies. */
import { expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { Report, Role } from '../../engine/report.ts';
import { judgeCaller } from '../support/judged-caller.ts';
import { differences, lasting } from '../support/lasting-report.ts';

async function judged(role: Role): Promise<Report> {
  const { settings, close } = await prepareRun({ config: { role, run: { seed: 7 } } });
  try {
    return await runConformance(settings, {});
  } finally {
    await close();
  }
}

/** An answer later than a quarter of the time-out decides nothing: a long one, so that a busy machine is never that late. */
const judgedCaller = () => judgeCaller({ callerTimeoutMs: 4000, config: { run: { seed: 7 } } });

test.each([
  ['mpp', () => judged('mpp')],
  ['alipayplus', () => judged('alipayplus')],
  ['mpp-client', judgedCaller],
] as const)('role %s', { timeout: 180_000 }, async (_, judgedOnce) => {
  const [one, other] = [await judgedOnce(), await judgedOnce()];
  expect(one.run.id).not.toBe(other.run.id);
  expect(differences(lasting(one), lasting(other))).toEqual([]);
});
