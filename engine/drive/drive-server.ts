/** Drives a run against a server: opens every operation, sends what the checks of each phase ask for, closes it. Plan → Record. */
import type { Phase } from '../check/check.ts';
import type { CheckContext } from '../check/context.ts';
import { type ControlResult, closingControl, secondaryControls } from '../check/controls.ts';
import { type Finding, ownFault } from '../check/finding.ts';
import { runStepsLive } from '../check/steps.ts';
import { runFaults } from '../diagnosis/run-faults.ts';
import type { RunHooks } from '../hooks.ts';
import { admission } from '../plan/admission.ts';
import { failingOf } from '../plan/failing.ts';
import { failsGate } from '../plan/gate.ts';
import { messageLimit } from '../plan/message-limit.ts';
import { isSent, neededOperations, type Plan } from '../plan/plan.ts';
import { type Job, scheduleOf } from '../plan/schedule.ts';
import { askedAgain, suspectsIn } from '../record/asked-again.ts';
import type { RunRecord } from '../record/record.ts';
import type { RunIdentity } from '../request/request-spec.ts';
import type { RunSettings } from '../settings.ts';
import { networkTransport, type Transport } from '../wire/transport.ts';
import { createClients, openOperation } from './clients.ts';
import type { LiveDriver } from './live-driver.ts';
import type { OperationClient } from './operation-client.ts';
import { createRunContext, type RunContext } from './run-context.ts';

/** A record with what only the run itself knows. */
export interface DrivenRun {
  readonly record: RunRecord;
  /** An error of the suite that ended the run early; null where there was none. */
  readonly fault: unknown;
  /** Gives up what the record keeps on disk; nothing may be judged afterwards. */
  forget(): void;
}

/** Sends what a plan asks for. */
export async function driveServer(
  settings: RunSettings,
  hooks: RunHooks,
  plan: Plan,
  identity: RunIdentity,
  transport: Transport = networkTransport(settings),
): Promise<DrivenRun> {
  const run = createRunContext(settings, hooks, transport, identity);
  const schedule = scheduleOf(plan, settings);
  const driving = createDriving(run, plan, schedule);
  // Nobody waits for answers after Ctrl-C.
  const hangUp = () => void transport.close();
  hooks.signal?.addEventListener('abort', hangUp, { once: true });
  let fault: unknown = null;
  try {
    await open(driving);
    for (const [phase, jobs] of schedule) await runPhase(driving, phase, jobs);
    await askAgain(driving, [...schedule.values()].flat());
    await close(driving);
  } catch (error) {
    // What was recorded so far is judged all the same.
    fault = error;
    run.stop('probe-wrong');
  } finally {
    hooks.signal?.removeEventListener('abort', hangUp);
    await transport.close();
  }
  return { record: run.record(), fault, forget: run.forget };
}

/** A run under way. */
interface Driving {
  readonly run: RunContext;
  readonly clients: ReadonlyMap<string, OperationClient>;
  readonly driver: LiveDriver;
  readonly openings: Map<string, ControlResult>;
  readonly planned: number;
  done: number;
  /** What probes came to. */
  readonly findings: Map<Job, Finding>;
  /** Keys of rows with a check that fails the gate so far. */
  readonly failed: Set<string>;
}

function createDriving(run: RunContext, plan: Plan, schedule: ReadonlyMap<Phase, readonly Job[]>): Driving {
  const { settings } = run;
  const { all, driver } = createClients(run, neededOperations(plan, settings), (operation) =>
    messageLimit(operation, schedule, settings),
  );
  const planned = plan.reduce((sum, row) => sum + (isSent(row) ? row.probes.length : 0), 0);
  return { run, clients: all, driver, openings: new Map(), planned, done: 0, findings: new Map(), failed: new Set() };
}

async function open(driving: Driving): Promise<void> {
  const { run, clients, openings } = driving;
  const contexts = [...clients.values()].map(({ context }) => context);
  // The first one finds the spelling that the target reads, and the token that the others are about.
  const [first, ...others] = contexts;
  if (first) await openOne(driving, first);
  await Promise.all(others.map((context) => openOne(driving, context)));
  const opened = contexts.flatMap((context) => {
    const result = openings.get(context.op.id);
    return result ? [{ context, result }] : [];
  });
  const { stops } = runFaults(opened, run.settings, run.publicKey);
  if (stops) run.stop(stops);
  if (run.stopped()) return;
  await Promise.all(contexts.map((context) => runStepsLive(secondaryControls(context), driving.driver.perform)));
}

async function openOne({ run, openings, driver }: Driving, context: CheckContext): Promise<void> {
  if (!run.stopped()) openings.set(context.op.id, await openOperation(run, context, driver));
}

/** Probes that have their next request ready when a connection gets free. */
const spareProbes = 4;
/** Phases that spend no messages, so that who comes first makes no difference. */
const free: ReadonlySet<Phase> = new Set(['refusal', 'observation']);

async function runPhase(driving: Driving, phase: Phase, jobs: readonly Job[]): Promise<void> {
  const startsNow = ({ probe }: Job) => probe.isLong || !free.has(phase);
  const waiting = jobs.filter((job) => !startsNow(job)).values();
  const worker = async () => {
    for (const job of waiting) await runJob(driving, job);
  };
  // Hardly more than can be sent: calls that wait for each other must not queue behind hundreds that wait for nothing.
  const workers = driving.run.settings.concurrency + spareProbes;
  const now = jobs.filter(startsNow).map((job) => runJob(driving, job));
  await Promise.all([...now, ...Array.from({ length: workers }, worker)]);
}

async function runJob(driving: Driving, job: Job): Promise<void> {
  const { run } = driving;
  const finding = run.stopped() ? null : await put(driving, job);
  driving.done += 1;
  if (finding) driving.findings.set(job, finding);
  const isJudged = job.row.excused === null;
  if (finding && isJudged && failsGate(job.row, finding, run.settings.strict)) driving.failed.add(job.row.key);
  const failed = driving.failed.size;
  run.hooks.onProgress?.({
    phase: job.probe.phase,
    done: driving.done,
    planned: driving.planned,
    requests: run.requestCount(),
    failed,
  });
  if (run.settings.bail && failed > 0) run.stop('stopped');
}

/** Puts a probe to the target; what it comes to is preliminary: the judge decides on the record. */
async function put({ clients, openings, driver }: Driving, { row, probe }: Job): Promise<Finding | null> {
  const context = clients.get(row.op.id)?.context;
  if (!context) return null;
  const admitted = admission(probe, context, openings.get(row.op.id) ?? null);
  if (admitted !== 'go') return null;
  try {
    return await runStepsLive(probe.steps(context), driver.perform);
  } catch (error) {
    return ownFault(error);
  }
}

/** What fails the gate is asked again while nothing else is under way. */
async function askAgain({ run, clients, driver, findings }: Driving, jobs: readonly Job[]): Promise<void> {
  if (run.stopped()) return;
  const contexts = new Map([...clients].map(([id, { context }]) => [id, context]));
  const failing = failingOf(jobs, (job) => findings.get(job), run.settings.strict);
  if (failing.length > 0) await runStepsLive(askedAgain(suspectsIn(run.record(), contexts, failing)), driver.perform);
}

async function close({ run, clients, driver }: Driving): Promise<void> {
  if (run.stopped()) return;
  const contexts = [...clients.values()].map(({ context }) => context);
  await Promise.all(contexts.map((context) => runStepsLive(closingControl(context), driver.perform)));
}
