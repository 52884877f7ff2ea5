/** The one road from settings to a report, for every role: Plan → Record → findings → Report. */
import { randomBytes } from 'node:crypto';
import { type DrivenRun, driveServer } from '../../engine/drive/drive-server.ts';
import { faultText } from '../../engine/fault-text.ts';
import type { RunHooks } from '../../engine/hooks.ts';
import { type Judgement, judge } from '../../engine/judge/judge.ts';
import { type Plan, planRun } from '../../engine/plan/plan.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { buildReport, type ReportInput } from '../../engine/report/build-report.ts';
import type { Diagnosis, Report } from '../../engine/report.ts';
import type { RunIdentity } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { suiteSet } from '../../suites/index.ts';
import { shortageIn } from '../terminal/machine-faults.ts';
import { peakMemoryKb } from '../terminal/peak-memory.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** A run that begins now, under a name of its own. */
export function newIdentity(): RunIdentity {
  return { id: randomBytes(4).toString('hex'), startedAt: Date.now() };
}

/** Judges the subject of the settings: a server, or a caller behind its trigger. */
export async function runConformance(
  settings: RunSettings,
  hooks: RunHooks,
  identity: RunIdentity = newIdentity(),
): Promise<Report> {
  const begun = performance.now();
  const plan = await planFor(settings);
  const driven = await drive(settings, hooks, plan, identity);
  try {
    hooks.onEnd?.(driven.record);
    const { judgement, fault } = await judgedAnyway(plan, driven, settings);
    const measured = {
      durationMs: Math.round(performance.now() - begun),
      peakMemoryMb: Math.round(peakMemoryKb() / 1024),
    };
    const report = reportAnyway({
      settings,
      plan,
      record: driven.record,
      judgement,
      measured,
      fault: suiteFault(fault),
    });
    tellChecks(report, hooks);
    if (settings.role === 'mpp-client' || (report.run.exitCode !== 2 && report.run.exitCode !== 3)) return report;
    const { withCause } = await import('../doctor/explain.ts');
    return await withCause(report, settings, refusedOpening(driven.record), process.env);
  } finally {
    driven.forget();
  }
}

/** What the record shows; where judging it fails, nothing but that. */
async function judgedAnyway(
  plan: Plan,
  { record, fault }: DrivenRun,
  settings: RunSettings,
): Promise<{ judgement: Judgement; fault: unknown }> {
  try {
    return { judgement: await judgeRecord(plan, record, settings), fault };
  } catch (error) {
    return { judgement: nothingJudged, fault: fault ?? error };
  }
}

const nothingJudged: Judgement = {
  checks: [],
  diagnosis: [],
  withoutControl: [],
  misconfigured: false,
  unreachable: false,
};

/** The report; where it cannot be made of all that was recorded, one without exchanges. */
function reportAnyway(input: ReportInput): Report {
  try {
    return buildReport(input);
  } catch (error) {
    const record = { ...input.record, requests: [], exchanges: [] };
    return buildReport({ ...input, record, judgement: nothingJudged, fault: input.fault ?? suiteFault(error) });
  }
}

function suiteFault(error: unknown): Diagnosis | null {
  if (error === null) return null;
  const shortage = shortageIn(error);
  if (shortage) return { code: 'machine-shortage', says: `${shortage[0]}.`, cure: shortage[1] };
  return {
    code: 'suite-fault',
    says: `An error of the suite, not of the target, ended the run early: ${faultText(error)}.`,
    cure: 'Report it with this line. What is shown was judged before.',
  };
}

function tellChecks({ requirements }: Report, { onCheck }: RunHooks): void {
  if (onCheck) for (const { key, checks } of requirements) for (const check of checks) onCheck(key, check);
}

/** The plan of a run with these settings; sends nothing. */
export async function planFor(settings: RunSettings): Promise<Plan> {
  if (settings.role !== 'mpp-client') return planRun(settings, suiteSet);
  const { callerSuiteSet } = await import('../../suites/caller/index.ts');
  return planRun(settings, callerSuiteSet(settings));
}

/** Plan → Record. */
async function drive(settings: RunSettings, hooks: RunHooks, plan: Plan, identity: RunIdentity): Promise<DrivenRun> {
  if (settings.role !== 'mpp-client') {
    await suiteSet.prepare(settings.profile);
    return driveServer(settings, hooks, plan, identity);
  }
  const { ListenError, driveCaller } = await import('../../suites/caller/run-caller.ts');
  try {
    const { exchanges, interrupted } = await driveCaller(settings, hooks, { runId: identity.id });
    const record = {
      identity,
      stopped: interrupted ? ('interrupted' as const) : null,
      slowedTo: null,
      requests: [],
      exchanges,
    };
    return { record, fault: null, forget: () => {} };
  } catch (error) {
    throw error instanceof ListenError ? new UsageError(error.message, `${error.cure} (client.listen)`) : error;
  }
}

/** Record → findings: pure but for loading what judges. Live runs, --only, --only-failed and verify all come here. */
export async function judgeRecord(plan: Plan, record: RunRecord, settings: RunSettings): Promise<Judgement> {
  if (settings.role !== 'mpp-client') {
    await suiteSet.prepare(settings.profile);
    return judge(plan, record, settings);
  }
  const { judgeCaller } = await import('../../suites/caller/judge-caller.ts');
  return judgeCaller(plan, record, settings);
}

/** The first good request whose signature or key was refused: what the target verifies instead can be asked with it. */
function refusedOpening({ requests, exchanges }: RunRecord): Exchange | null {
  const openings = requests.filter(({ spec }) => spec.base === 'full' && spec.occurrence?.startsWith('opening'));
  const ids = new Set(openings.flatMap(({ attempts }) => attempts.map(({ exchange }) => exchange)));
  const isRefused = (exchange: Exchange) => ['INVALID_SIGNATURE', 'KEY_NOT_FOUND'].includes(answerOf(exchange).code);
  return exchanges.find((exchange) => ids.has(exchange.id) && isRefused(exchange)) ?? null;
}

/** The rows of a run that its settings ask for, groups included, before anything is sent. */
export async function judgedRows(
  settings: RunSettings,
): Promise<{ key: string; id: string; operation: string; says: string }[]> {
  const plan = await planFor(settings);
  return plan
    .filter(({ excused }) => excused === null || excused === 'suite')
    .map(({ key, id, operation, says }) => ({ key, id, operation, says }));
}
