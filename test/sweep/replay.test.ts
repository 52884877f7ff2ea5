/**
 * A finding is there again when it is replayed on an unchanged server: the printed line, `--only` and `--only-failed`, each on a fresh server
 * with the fault, end with the row failed, or not run with the reason, and never passed. Some faults in each run of the tests, each with the
 * APIs that it shows in; all of them with all APIs with SWEEP=all, a part of all with SWEEP=2/10.
 */
import { describe, expect, test } from 'vitest';
import { alipayplusFaults, callerFaults, type Fault, mppFaults } from '../../reference/index.ts';
import { type ReplayedRow, replayedRows } from '../support/replayed.ts';
import { partOf } from '../support/sweep-part.ts';

const faults: readonly Fault[] = [...mppFaults, ...alipayplusFaults, ...callerFaults];
const isWhole = (process.env.SWEEP ?? '') !== '';

describe('a replayed finding is there again', () => {
  test.each(partOf(faults, 40))('$role: $name', { timeout: 300_000 }, async (fault) => {
    const { full, rows } = await replayedRows(
      fault,
      isWhole || fault.role !== 'mpp' ? undefined : fault.apis.slice(0, 1),
    );
    expect(full.run.exitCode).toBe(fault.outcome === 'failed' ? 1 : 0);
    expect(rows.length).toBeGreaterThanOrEqual(2);
    const isRight = ({ was, way, outcome, reason }: ReplayedRow) =>
      outcome === was || (way !== 'replay line' && outcome === 'not-run' && reason === 'not-replayed');
    expect(rows.filter((row) => !isRight(row))).toEqual([]);
    // Green for a part of what failed is green for what is broken.
    expect(rows.filter(({ was, exitCode }) => was === 'failed' && exitCode === 0)).toEqual([]);
  });
});
