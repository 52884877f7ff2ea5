/**
 * A finding is there again when it is replayed on an unchanged server: the printed line, `--only` and `--only-failed`, each on a fresh server
 * with the fault, end with the row failed, or not run with the reason, and never passed. Some faults in each run of the tests, each with the
 * APIs that it shows in; all of them with all APIs with SWEEP=all, a part of all with SWEEP=2/10.
 */
import { describe, expect, test } from 'vitest';
import { alipayplusFaults, callerFaults, type Fault, mppFaults } from '../../reference/index.ts';
import { apisFor } from '../support/judged-fault.ts';
import { type ReplayedRow, replayedRows } from '../support/replayed.ts';
import { partOf } from '../support/sweep-part.ts';

const faults: readonly Fault[] = [...mppFaults, ...alipayplusFaults, ...callerFaults];
const isWhole = (process.env.SWEEP ?? '') !== '';

/** Faults that show among many calls only, which a shorter run does not make: their rows are not run, with the reason. */
const ofManyCalls = new Set(['slow', 'decision-of-the-customer-before']);

describe('a replayed finding is there again', () => {
  test.each(partOf(faults, 40))('$role: $name', { timeout: 300_000 }, async (fault) => {
    const { full, rows } = await replayedRows(fault, isWhole || fault.role !== 'mpp' ? undefined : apisFor(fault));
    expect(full.run.exitCode).toBe(fault.outcome === 'failed' ? 1 : 0);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    const mayMiss = ({ way }: ReplayedRow) => way !== 'replay line' || ofManyCalls.has(fault.name);
    const isRight = (row: ReplayedRow) =>
      row.outcome === row.was ||
      (mayMiss(row) && row.outcome === 'not-run' && ['not-replayed', 'no-evidence'].includes(row.reason));
    expect(rows.filter((row) => !isRight(row))).toEqual([]);
    // Green for a part of what failed is green for what is broken.
    expect(rows.filter(({ was, exitCode }) => was === 'failed' && exitCode === 0)).toEqual([]);
  });
});
