/** Recomputes a report from recorded evidence: the same plan, the same judge, and a check of every recorded request. */
import type { ServerJudgement } from '../../engine/judge/judge.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { buildReport } from '../../engine/report/build-report.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { judgeRecord, planFor } from '../run/run-conformance.ts';
import { type Mismatch, mismatches } from './expected-requests.ts';

/** A report that was computed again, and what did not fit on the way. */
export interface Recomputed {
  readonly report: Report;
  readonly mismatches: readonly Mismatch[];
}

/** Judges a record again. Its settings carry the public half of the suite's key only. */
export async function recomputed(settings: RunSettings, record: RunRecord): Promise<Recomputed> {
  const plan = await planFor(settings);
  const ordered = settings.role === 'mpp-client' ? await inCallerOrder(record) : record;
  const judgement = await judgeRecord(plan, ordered, settings);
  const measured = { durationMs: 0, peakMemoryMb: 0 };
  const report = buildReport({ settings, plan, record: ordered, judgement, measured });
  // A caller decides itself what it sends: its record is judged as it is, and only its numbering shows what is missing.
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
