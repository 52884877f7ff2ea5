/** A run: opens every operation, puts the probes phase by phase, judges the record, and makes the Report. */

import type { Phase, Probe } from '../check/check.ts';
import { type Finding, notRun, ownFault, Unjudged } from '../check/finding.ts';
import { faultsOfOpenings, keyFault, type OpeningCall } from '../diagnosis/control-faults.ts';
import { createRecordJudge } from '../judge/judge-record.ts';
import { type OperationId, operationsOf, type PlannedRow, planRun, type SuiteSet } from '../plan/plan.ts';
import { checkOf } from '../plan/rows.ts';
import { type Job, scheduleOf } from '../plan/schedule.ts';
import { assembleReport, type Material, type RunFacts } from '../report/build-report.ts';
import type { Diagnosis, Report } from '../report.ts';
import type { RunHooks, RunSettings } from '../settings.ts';
import { networkTransport, type Transport } from '../wire/transport.ts';
import { closeTrial, furnishTrial, type Opening, openTrial, unreachable } from './controls.ts';
import { createTrial, type Trial } from './operation-client.ts';
import { createRun, type Retelling, type Run, type RunIdentity } from './run-context.ts';

/** What a run is made of besides its settings. */
export interface RunParts {
  readonly set: SuiteSet;
  readonly identity: RunIdentity;
  /** The network unless given: `verify` brings recorded answers. */
  readonly transport?: Transport;
  /** Tells a recorded run again: nothing is sent, signed or waited for. */
  readonly retelling?: Retelling;
}

/** Runs the suites against a server (roles mpp and alipayplus). */
export async function runServerSuites(settings: RunSettings, hooks: RunHooks, parts: RunParts): Promise<Report> {
  const begun = performance.now();
  await parts.set.prepare(settings.profile);
  const transport = parts.retelling ?? parts.transport ?? networkTransport(settings);
  const run = createRun(settings, hooks, transport, parts.identity, parts.retelling);
  const plan = planRun(settings, parts.set);
  const record = createRecordJudge(plan, run);
  run.witness = record.see;
  const session: Session = {
    run,
    plan,
    trials: new Map(),
    openings: new Map(),
    diagnosis: [],
    lost: new Set(),
    failed: new Set(),
    planned: countProbes(plan),
    done: 0,
  };
  try {
    await sendAll(session);
    record.conclude(session, addCheck);
    return assembleReport(materialOf(session), factsOf(session, Math.round(performance.now() - begun)));
  } finally {
    run.forget();
  }
}

/** Everything that uses the network. */
async function sendAll(session: Session): Promise<void> {
  const { hooks, transport } = session.run;
  // Nobody waits for answers after Ctrl-C.
  const hangUp = () => void transport.close();
  hooks.signal?.addEventListener('abort', hangUp, { once: true });
  try {
    await open(session);
    for (const [phase, jobs] of scheduleOf(session.plan, session.run.settings)) await runPhase(session, phase, jobs);
    await close(session);
  } finally {
    hooks.signal?.removeEventListener('abort', hangUp);
    await transport.close();
  }
}

/** A run under way. */
export interface Session {
  readonly run: Run;
  readonly plan: readonly PlannedRow[];
  readonly trials: Map<string, Trial>;
  readonly openings: Map<string, Opening>;
  readonly diagnosis: Diagnosis[];
  /** Operations whose closing control was refused. */
  readonly lost: Set<string>;
  /** Keys of rows with a failed check so far. */
  readonly failed: Set<string>;
  /** Probes in all. */
  readonly planned: number;
  done: number;
}

async function open(session: Session): Promise<void> {
  const { run, plan } = session;
  const ids = [...new Set(plan.map(({ op }) => op.id))].filter((id) =>
    plan.some((row) => row.excused === null && (row.op.id === id || spans(row, id, run))),
  );
  for (const id of ids) {
    const op = operationsOf(run.settings.role).find((candidate) => candidate.id === id)!;
    session.trials.set(id, createTrial(run, op, session.trials));
  }
  const opened = async (trial: Trial) => {
    if (!run.stopped()) session.openings.set(trial.op.id, await openTrial(trial));
  };
  // The first one finds the spelling that the target reads, and the token that the others are about.
  const [first, ...others] = [...session.trials.values()].sort(introducingFirst);
  if (first) await opened(first);
  await Promise.all(others.map(opened));
  const dead = unreachable(run, [...session.openings.values()]);
  if (dead) {
    session.diagnosis.push(dead);
    run.stop('no-answer');
  }
  const faults = faultsOfOpenings(callsOf(session), run.settings, run.publicKey);
  session.diagnosis.push(...faults.diagnosis);
  if (faults.stops) run.stop('misconfigured');
  if (!run.stopped()) await Promise.all([...session.trials.values()].map(furnishTrial));
}

function introducingFirst(a: Trial, b: Trial): number {
  return Number(b.op.probing.introduces !== null) - Number(a.op.probing.introduces !== null);
}

/** The last good request of each operation with what came of it. */
function callsOf({ openings, trials }: Session): OpeningCall[] {
  return [...openings].flatMap(([id, { settled, unjudged }]) => {
    const exchange = settled?.answer.exchange ?? unjudged?.judged.exchanges.at(-1);
    const { op, vouched } = trials.get(id)!;
    return exchange ? [{ op, exchange, vouched }] : [];
  });
}

/** Whether a probe of the row calls another operation too; one that was not selected is left alone. */
function spans({ probes }: PlannedRow, id: OperationId, { settings }: Run): boolean {
  return settings.selected.includes(id) && probes.some((probe) => probe.spans?.includes(id));
}

async function runPhase(session: Session, phase: Phase, jobs: readonly Job[]): Promise<void> {
  const start = ({ row, probe }: Job) => runProbe(session, row, probe);
  const startsNow = ({ probe }: Job) => probe.isLong || !free.has(phase);
  const waiting = jobs.filter((job) => !startsNow(job)).values();
  const worker = async () => {
    for (const job of waiting) await start(job);
  };
  // Hardly more than can be sent: calls that wait for each other must not queue behind hundreds that wait for nothing.
  const workers = session.run.settings.concurrency + spareProbes;
  await Promise.all([...jobs.filter(startsNow).map(start), ...Array.from({ length: workers }, worker)]);
}

/** Probes that have their next request ready when a connection gets free. */
const spareProbes = 4;
/** Phases that spend no messages, so that who comes first makes no difference. */
const free: ReadonlySet<Phase> = new Set(['refusal', 'observation']);

async function runProbe(session: Session, row: PlannedRow, probe: Probe): Promise<void> {
  const judged = await judgeProbe(session, row, probe);
  session.done += 1;
  if (judged) addCheck(session, row, probe.title, judged, probe.control !== 'none');
  const { hooks, sent, settings } = session.run;
  const failed = session.failed.size;
  hooks.onProgress?.({
    phase: probe.phase,
    done: session.done,
    planned: session.planned,
    requests: sent.length,
    failed,
  });
  if (settings.bail && failed > 0) session.run.stop('stopped');
}

function countProbes(plan: readonly PlannedRow[]): number {
  return plan.reduce((sum, row) => sum + (row.excused === null ? row.probes.length : 0), 0);
}

async function judgeProbe(session: Session, { op }: PlannedRow, probe: Probe): Promise<Finding | null> {
  const { run } = session;
  const trial = session.trials.get(op.id);
  const stopped = run.stopped();
  if (stopped || !trial) return notRun(stopped ?? 'not-selected', 'the run ended before this probe');
  if (probe.profiles && !probe.profiles.includes(run.settings.profile)) return null;
  if (probe.signing && run.settings.signing.mode === 'off') return notRun('signing-off', 'signing is off');
  if (probe.control === 'full' && !trial.controls.full) return withoutControl(session, trial);
  if (probe.control === 'minimal' && !trial.controls.minimal) return null;
  try {
    return await probe.prove(trial);
  } catch (error) {
    return error instanceof Unjudged ? error.judged : ownFault(error);
  }
}

/** No control, no pass: why the good request itself was not accepted. */
function withoutControl(session: Session, trial: Trial): Finding {
  const opening = session.openings.get(trial.op.id);
  if (opening?.unjudged) return opening.unjudged.judged;
  return notRun('no-control', `no good request to ${trial.op.id} was accepted`);
}

function addCheck(session: Session, plan: PlannedRow, title: string, judged: Finding, controlled: boolean): void {
  const { settings } = session.run;
  const check = checkOf(plan.row, title, judged, settings.strict);
  // The mark goes with the check until the closing controls are known.
  if (controlled) controlledChecks.add(check);
  plan.row.checks.push(check);
  if (check.outcome === 'failed') session.failed.add(plan.row.key);
  session.run.hooks.onCheck?.(plan.row.key, check);
}

/** Checks that rest on a control of their operation. */
const controlledChecks = new WeakSet<object>();

async function close(session: Session): Promise<void> {
  const closed = async (trial: Trial) => {
    if (!trial.controls.full || session.run.stopped()) return;
    if ((await closeTrial(trial)) === 'lost') session.lost.add(trial.op.id);
  };
  await Promise.all([...session.trials.values()].map(closed));
  for (const { row } of session.plan) {
    if (!session.lost.has(row.operation)) continue;
    for (const check of row.checks) {
      if (check.outcome !== 'passed' || !controlledChecks.has(check)) continue;
      check.outcome = 'inconclusive';
      check.reason = 'control-lost';
    }
  }
}

function materialOf({ run, plan, diagnosis, trials }: Session): Material {
  const costly = [...trials.values()].filter((trial) => trial.pool.costs);
  return {
    settings: run.settings,
    id: run.id,
    startedAt: run.startedAt,
    plan,
    exchanges: run.sent.map(({ exchange }) => exchange),
    diagnosis,
    sent: Object.fromEntries(costly.map((trial) => [trial.op.id, trial.pool.sent()])),
    introduced: [...run.introduced],
  };
}

function factsOf(session: Session, durationMs: number): RunFacts {
  const { run } = session;
  const opened = [...session.trials.values()];
  // What another operation's probe called along the way is not itself on trial.
  const judged = new Set(session.plan.filter((row) => row.excused === null).map(({ op }) => op.id));
  const faults = keyFaults(run);
  const isNew = ({ code }: Diagnosis) => !session.diagnosis.some((known) => known.code === code);
  session.diagnosis.push(...faults.filter(isNew));
  return {
    durationMs,
    interrupted: run.stopped() === 'interrupted',
    misconfigured: run.stopped() === 'misconfigured' || faults.length > 0,
    unreachable: run.stopped() === 'no-answer',
    withoutControl: opened
      .filter(({ op, controls }) => !controls.full && judged.has(op.id))
      .map((trial) => trial.op.id),
  };
}

/** Signatures that the configured key never made, on all signed answers: the key is wrong, not the target. */
function keyFaults({ publicKey, settings, sent }: Run): readonly Diagnosis[] {
  if (!publicKey || settings.signing.mode === 'off') return [];
  const exchanges = sent.map(({ exchange }) => exchange);
  return keyFault(exchanges, settings, publicKey) ?? [];
}
