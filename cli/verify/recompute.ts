/** Recomputes a report from recorded evidence: same plan, same judge, and a check of every recorded request. */
import type { ServerJudgement } from '../../engine/judge/judge.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { buildReport } from '../../engine/report/build-report.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { judgeRecord, planFor } from '../run/run-conformance.ts';
import { type Mismatch, mismatches } from './expected-requests.ts';

/** A recomputed report, and the requests that do not match the plan. */
export interface Recomputed {
  readonly report: Report;
  readonly mismatches: readonly Mismatch[];
}

/** Judges a record again. Its settings have only the public key of the suite. */
export async function recomputed(settings: RunSettings, record: RunRecord): Promise<Recomputed> {
  const plan = await planFor(settings);
  const ordered = settings.role === 'mpp-client' ? await inCallerOrder(record) : record;
  const judgement = await judgeRecord(plan, ordered, settings);
  const measured = { durationMs: 0, peakMemoryMb: 0 };
  const report = buildReport({ settings, plan, record: ordered, judgement, measured });
  // The requests of a caller cannot be predicted: only their numbering shows what is missing.
  const found = settings.role === 'mpp-client' ? [] : await mismatches(settings, record, judgement as ServerJudgement);
  return { report, mismatches: found };
}

async function inCallerOrder(record: RunRecord): Promise<RunRecord> {
  const [{ inTime }, { triggerOperation }] = await Promise.all([
    import('../../suites/caller/session.ts'),
    import('../../suites/caller/caller-record.ts'),
  ]);
  const { exchanges } = record;
  const triggers = exchanges.filter(({ operation }) => operation === triggerOperation);
  const arrival = ({ id }: { readonly id: string }) => Number(id.slice(1));
  const calls = exchanges
    .filter(({ operation }) => operation !== triggerOperation)
    .sort((a, b) => arrival(a) - arrival(b));
  return { ...record, exchanges: inTime(triggers, calls) };
}
