/** Judges an MPP's caller of getPaymentCode: pulls its trigger, plays Alipay+, and looks at what it sends and believes. */
import { randomBytes } from 'node:crypto';
import type { RunIdentity } from '../../engine/drive/run-context.ts';
import { assembleReport, type RunFacts } from '../../engine/report/build-report.ts';
import type { Diagnosis, Report } from '../../engine/report.ts';
import type { RunHooks, RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/simulator.ts';
import { readRecord } from './caller-record.ts';
import { diagnose } from './diagnosis.ts';
import { signedByAStranger } from './requests.ts';
import { judgeRows, plannedRows } from './rows.ts';
import { playActions } from './session.ts';

/** What a run against a caller may be given besides its settings. */
export interface CallerRunParts {
  /** A simulator that listens already; without it one is started at `client.listen`. */
  readonly simulator?: Simulator;
  readonly identity?: RunIdentity;
}

/** How Alipay+ is simulated for a caller with these settings. */
export function simulatorOptions(settings: RunSettings): SimulatorOptions {
  const timeoutMs = settings.client.timeoutMs ?? 5000;
  return {
    listen: settings.client.listen,
    keys: { privateKey: settings.signing.mode === 'off' ? null : settings.signing.privateKey },
    clientId: settings.clientId,
    keyVersion: settings.signing.keyVersion,
    path: settings.paths.getPaymentCode ?? '',
    // Beyond twice its own time-out a caller has either given up or has no such time-out.
    lateMs: timeoutMs * 2.5,
    holdMs: timeoutMs * 2.5,
  };
}

/** Runs the suite against the caller behind the trigger of the settings. */
export async function runMppClient(
  settings: RunSettings,
  hooks: RunHooks,
  parts: CallerRunParts = {},
): Promise<Report> {
  const { id, startedAt } = parts.identity ?? { id: randomBytes(4).toString('hex'), startedAt: Date.now() };
  const begun = performance.now();
  const simulator = parts.simulator ?? (await startSimulator(simulatorOptions(settings)));
  let played: Awaited<ReturnType<typeof playActions>>;
  try {
    played = await playActions(settings, hooks, simulator, id);
  } finally {
    if (!parts.simulator) await simulator.close();
  }
  const end = { durationMs: Math.round(performance.now() - begun), interrupted: played.interrupted };
  return reportMppClient(settings, { id, startedAt }, played.exchanges, end, hooks);
}

/** The report of recorded exchanges: of a run that has just ended, or of one that is told again. */
export function reportMppClient(
  settings: RunSettings,
  identity: RunIdentity,
  exchanges: readonly Exchange[],
  end: Pick<RunFacts, 'durationMs' | 'interrupted'>,
  hooks: RunHooks = {},
): Report {
  const { plan, diagnosis, misconfigured, withoutControl } = judgeMppClient(settings, exchanges, hooks);
  const facts: RunFacts = { ...end, misconfigured, unreachable: false, withoutControl };
  const material = { settings, ...identity, plan, exchanges, diagnosis, sent: {}, introduced: [] };
  const report = assembleReport(material, facts);
  addTodo(report, settings);
  return report;
}

/** What the exchanges of a run show, judged without a clock or a socket: live and later alike. */
export interface CallerJudgement {
  readonly plan: ReturnType<typeof plannedRows>;
  readonly diagnosis: Diagnosis[];
  /** The public key of the config is not the caller's: no verdict is worth anything. */
  readonly misconfigured: boolean;
  /** getPaymentCode, where the caller never called. */
  readonly withoutControl: string[];
}

export function judgeMppClient(
  settings: RunSettings,
  exchanges: readonly Exchange[],
  hooks: RunHooks = {},
): CallerJudgement {
  const record = readRecord(settings, exchanges);
  const plan = plannedRows(settings);
  judgeRows(plan, record, hooks);
  const called = record.plays.some(({ turns }) => turns.length > 0);
  return {
    plan,
    diagnosis: diagnose(record),
    misconfigured: signedByAStranger(record),
    withoutControl: called ? [] : ['getPaymentCode'],
  };
}

function addTodo(report: Report, settings: RunSettings): void {
  const unlocks = report.requirements
    .filter(({ checks }) => checks.some(({ reason }) => reason === 'needs-retry-window'))
    .map(({ key }) => key);
  if (unlocks.length > 0) {
    report.todo.push({
      config: 'client: { retryWindowMs: 20000 }',
      says: 'How long the caller takes at most until it repeats a call; without it a missing repeat proves nothing.',
      unlocks,
    });
  }
  if (settings.client.timeoutMs === null && settings.client.trigger !== null) {
    report.todo.push({
      config: 'client: { timeoutMs: 5000 }',
      says: "The caller's own time-out; without it the 5 seconds that the documentation recommends are taken.",
      unlocks: ['getPaymentCode/GPC-13'],
    });
  }
}

export { ListenError } from '../../simulator/simulator.ts';
