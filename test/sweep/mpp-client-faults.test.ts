/** Every fault of the reference caller is found by the requirement that it names, and by none that it does not own up to. */
import { describe, expect, test } from 'vitest';
import { callerFaults, mayBreak } from '../../reference/index.ts';
import { rowOf, rowsWith } from '../support/judged.ts';
import { judgeCaller } from '../support/judged-caller.ts';

describe.concurrent('a caller with the fault', () => {
  test.each(callerFaults)('$name: $says', { timeout: 120_000 }, async (fault) => {
    const report = await judgeCaller({ fault: fault.name });
    expect(rowOf(report, fault.breaks[0]!).outcome).toBe(fault.outcome);
    const strangers = [...rowsWith(report, 'failed'), ...rowsWith(report, 'warned')].filter(
      ({ key }) => !mayBreak(fault, key),
    );
    expect(strangers.map(({ key, checks }) => [key, checks.find(({ outcome }) => outcome !== 'passed')])).toEqual([]);
    if (fault.outcome === 'failed') expect(report.run.exitCode).toBe(1);
  });
});
