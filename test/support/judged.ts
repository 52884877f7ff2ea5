/** Judges a reference MPP over a port, the way a user's target is judged: through a config. */

import { prepareRun } from '../../cli/run/prepare.ts';
import { newIdentity, runConformance } from '../../cli/run/run-conformance.ts';
import { driveServer } from '../../engine/drive/drive-server.ts';
import type { RunHooks } from '../../engine/hooks.ts';
import { judge } from '../../engine/judge/judge.ts';
import { planRun, type SuiteSet } from '../../engine/plan/plan.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { buildReport } from '../../engine/report/build-report.ts';
import type { Report, RequirementRow } from '../../engine/report.ts';
import type { RunIdentity } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Transport } from '../../engine/wire/transport.ts';
import { type Keys, newKeys, startReferenceMpp } from '../../reference/index.ts';
import { suiteSet } from '../../suites/index.ts';

let keys: Promise<Keys> | null = null;

/** One set of keys per process: making them costs more than a run. */
export function sharedKeys(): Promise<Keys> {
  keys ??= newKeys();
  return keys;
}

export interface Judging {
  readonly fault?: string | readonly string[];
  readonly variant?: string;
  readonly seed?: number;
  /** Laid over the config that fits the reference. */
  readonly config?: Record<string, unknown>;
  readonly hooks?: RunHooks;
  /** What stands between the run and the reference: started with the URL of the reference, called at its own. */
  readonly front?: (url: string) => Promise<Front>;
}

/** A server that hands requests on to another one. */
export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the reference with a fault or variant, judges it, stops it. */
export async function judgeReference({ fault, variant, ...judging }: Judging): Promise<Report> {
  const started = { fault: fault ?? null, variant: variant ?? null, keys: await sharedKeys() };
  return judgeStarted(await startReferenceMpp(started), judging);
}

/** Judges a reference that runs already, and stops it. */
export async function judgeStarted(
  reference: { readonly url: string; readonly config: object; close(): Promise<void> },
  { seed = 1, config = {}, hooks = {}, front }: Omit<Judging, 'fault' | 'variant'>,
): Promise<Report> {
  const before = await front?.(reference.url);
  const target = before ? { target: before.url } : {};
  const run = { seed, ...(config.run as object | undefined) };
  const prepared = await prepareRun({ config: { ...reference.config, ...target, ...config, run } as never });
  try {
    return await runConformance(prepared.settings, hooks);
  } finally {
    await prepared.close();
    await before?.close();
    await reference.close();
  }
}

/** What `runConformance` leaves to nobody else: the suite, the name of the run, the network. */
export interface RunParts {
  readonly set?: SuiteSet;
  readonly identity?: RunIdentity;
  readonly transport?: Transport;
}

/** Drives and judges a server with parts of the test's own; the record is kept in memory. */
export async function judgeWith(
  settings: RunSettings,
  { set = suiteSet, identity = newIdentity(), transport }: RunParts,
): Promise<{ report: Report; record: RunRecord }> {
  await set.prepare(settings.profile);
  const plan = planRun(settings, set);
  const { record, fault, forget } = await driveServer(settings, {}, plan, identity, transport);
  if (fault) throw fault;
  try {
    const judgement = judge(plan, record, settings);
    const measured = { durationMs: 0, peakMemoryMb: 0 };
    return { record, report: buildReport({ settings, plan, record, judgement, measured }) };
  } finally {
    forget();
  }
}

/** Rows of a report with an outcome, groups left out. */
export function rowsWith(report: Report, outcome: RequirementRow['outcome']): RequirementRow[] {
  return report.requirements.filter((row) => row.outcome === outcome && row.kind !== 'group');
}

/** The row with a key; throws where there is none, so that a misspelt key is no silent pass. */
export function rowOf(report: Report, key: string): RequirementRow {
  const row = report.requirements.find((candidate) => candidate.key === key);
  if (!row) throw new Error(`No row is named ${key}.`);
  return row;
}
