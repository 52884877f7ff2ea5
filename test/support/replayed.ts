/** Replays the findings of a run against a reference with a fault: each on a fresh server, as the report, `--only` and `--only-failed` would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { RunOptions } from '../../cli/options.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { addRunOptions, requestOf } from '../../cli/run/run-options.ts';
import type { Report, RequirementRow } from '../../engine/report.ts';
import { type Fault, startReferenceAlipayPlus, startReferenceMpp } from '../../reference/index.ts';
import { rowOf, sharedKeys } from './judged.ts';
import { judgeCaller } from './judged-caller.ts';

export type Faulty = Pick<Fault, 'name' | 'role'>;

/** The run that a command line asks for, against a fresh server with the fault; `apis` is what it offers. */
async function runAgainst({ name, role }: Faulty, args: readonly string[], apis?: readonly string[]): Promise<Report> {
  const options = addRunOptions(new Command()).parse(args, { from: 'user' }).opts<RunOptions>();
  const { choices, overrides } = await requestOf(options, {});
  if (role === 'mpp-client') return judgeCaller({ fault: name, only: choices?.only, with: choices?.with });
  const start = role === 'mpp' ? startReferenceMpp : startReferenceAlipayPlus;
  const reference = await start({ fault: name, keys: await sharedKeys(), ...(apis ? { apis } : {}) });
  const own = reference.config as { target: string };
  // The line names the server of the first run.
  const again = { ...overrides, target: own.target };
  const prepared = await prepareRun({ config: own as never, overrides: again, choices });
  try {
    return await runConformance(prepared.settings, {});
  } finally {
    await prepared.close();
    await reference.close();
  }
}

/** The arguments of a replay line. */
function argumentsOf(line: string): string[] {
  const words = line.split(' ');
  return words.slice(words.indexOf('conformance') + 1);
}

/** One row that failed or warned, and what became of it the next time. */
export interface ReplayedRow {
  readonly key: string;
  readonly was: RequirementRow['outcome'];
  readonly way: 'replay line' | '--only' | '--only-failed';
  readonly outcome: RequirementRow['outcome'];
  readonly reason: string;
  readonly exitCode: number;
  readonly requests: number;
}

/** Rows that failed or warned by themselves: what others explain, and groups, have no replay of their own. */
function rootRows(report: Report): RequirementRow[] {
  return report.requirements.filter(
    ({ outcome, consequenceOf, checks }) =>
      (outcome === 'failed' || outcome === 'warned') && consequenceOf === null && checks.length > 0,
  );
}

/** All root findings of a fault, replayed in three ways; `apis` are those of the server, all where left out. */
export async function replayedRows(
  fault: Faulty,
  apis?: readonly string[],
): Promise<{ full: Report; rows: ReplayedRow[] }> {
  const full = await runAgainst(fault, ['--seed', '1'], apis);
  const rows: ReplayedRow[] = [];
  const add = (way: ReplayedRow['way'], key: string, again: Report) => {
    const { outcome, reason } = rowOf(again, key);
    const { exitCode, requests } = again.run;
    rows.push({ key, was: rowOf(full, key).outcome, way, outcome, reason, exitCode, requests });
  };
  for (const { key, checks, outcome: was } of rootRows(full)) {
    const line = checks.find(({ outcome }) => outcome === was)!.replay;
    add('replay line', key, await runAgainst(fault, argumentsOf(line), apis));
    add('--only', key, await runAgainst(fault, ['--only', key, '--seed', '1'], apis));
  }
  if (full.totals.failed === 0) return { full, rows };
  const directory = mkdtempSync(join(tmpdir(), 'replayed-'));
  const path = join(directory, 'report.json');
  writeFileSync(path, JSON.stringify(full));
  const again = await runAgainst(fault, ['--only-failed', path], apis);
  rmSync(directory, { recursive: true });
  for (const { key, checks, outcome } of full.requirements)
    if (outcome === 'failed' && checks.length > 0) add('--only-failed', key, again);
  return { full, rows };
}
