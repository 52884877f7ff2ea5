/** Runs the actions one by one: sets the script of the simulator, calls the trigger, and waits until the action is over. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionRun, CallerCheck, CallerRecord, ReportedOutcome } from '../../engine/check/caller-check.ts';
import type { RunHooks } from '../../engine/hooks.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { type Action, actionsOf } from './actions.ts';
import { actionIdOf, readCallerRecord } from './caller-record.ts';
import { callerChecks } from './get-payment-code.ts';
import { isRepeatDue } from './repeats.ts';
import { rerunCandidates } from './rerun-candidates.ts';
import { callTrigger } from './trigger.ts';

/** What a run of actions leaves behind. */
export interface CallerTraffic {
  /** Calls of the trigger and requests of the caller, in the order of their time. */
  readonly exchanges: readonly Exchange[];
  readonly interrupted: boolean;
}

/** How often the simulator is polled while the caller is waited for. */
const pollMs = 5;

/** How long a finished action is watched for a call that is not expected. */
const settleMs = 25;

/** The same where the trigger does not report when the action is over. */
const quietMs = 1000;

/** So many actions are run again at most: on a machine where more are needed nothing can be concluded anyway. */
const mostReplays = 30;

/** After so many repeats that did not come while their whole window was watched, the others are not waited for that long. */
const patienceWithRepeats = 2;

/** After so many triggers that hung or failed in a row the others are not called any more. */
const patienceWithTriggers = 2;

/** Runs every action, and those again that speak against the caller, because a slow machine can make one look bad. */
export async function playActions(
  settings: RunSettings,
  hooks: RunHooks,
  simulator: Simulator,
  runId: string,
): Promise<CallerTraffic> {
  const session = new CallerSession(settings, hooks, simulator, runId);
  const actions = actionsOf(settings);
  for (const action of actions) {
    if (session.isOver()) break;
    await session.play(action, action.id, actions.length);
  }
  const checks = repeatableChecks(settings);
  const candidates = () => {
    const ids = rerunCandidates(checks, session.record());
    return ids.flatMap((id) => actions.find((action) => action.id === id) ?? []);
  };
  for (let again = candidates(); again.length > 0 && !session.replaysExhausted(); again = candidates()) {
    for (const action of again) if (!session.replaysExhausted()) await session.replay(action, actions.length);
  }
  simulator.setScript(null, []);
  session.announce();
  return { exchanges: session.exchanges(), interrupted: hooks.signal?.aborted ?? false };
}

/** Each check once, whatever the rows are that were selected: two rows may share checks. */
function repeatableChecks(settings: RunSettings): CallerCheck[] {
  const byTitle = [...callerChecks(settings).values()].flat().map((check) => [check.title, check] as const);
  return [...new Map(byTitle).values()];
}

/** Calls of the trigger and requests of the caller, in the order of their time. */
export function inTime(triggers: readonly Exchange[], calls: readonly Exchange[]): Exchange[] {
  return [...triggers, ...calls].sort((a, b) => a.startedAt - b.startedAt);
}

/** One run against a caller: which triggers were called, and what is known of the caller's pace. */
class CallerSession {
  private readonly settings: RunSettings;
  private readonly hooks: RunHooks;
  private readonly simulator: Simulator;
  private readonly runId: string;
  private readonly triggers: Exchange[] = [];
  private failures = 0;
  private longestPauseMs = 0;
  private missedRepeats = 0;
  private replays = 0;
  private readonly announced = new Set<string>();

  constructor(settings: RunSettings, hooks: RunHooks, simulator: Simulator, runId: string) {
    this.settings = settings;
    this.hooks = hooks;
    this.simulator = simulator;
    this.runId = runId;
  }

  /** Interrupted, or the trigger is of no use. */
  isOver(): boolean {
    return this.isInterrupted() || this.failures >= patienceWithTriggers;
  }

  /** No action is to be run again. */
  replaysExhausted(): boolean {
    return this.isOver() || this.replays >= mostReplays;
  }

  async replay(action: Action, planned: number): Promise<void> {
    this.replays += 1;
    const before = this.triggers.filter(({ probe }) => actionIdOf(probe) === action.id).length;
    await this.play(action, `${action.id}~${before + 1}`, planned);
  }

  exchanges(): Exchange[] {
    return inTime(this.triggers, this.simulator.inbox);
  }

  record(): CallerRecord {
    return readCallerRecord(this.settings, this.exchanges());
  }

  async play(action: Action, probe: string, planned: number): Promise<void> {
    this.simulator.setScript(probe, action.steps, action.title);
    const signal = this.hooks.signal ?? new AbortController().signal;
    const call = { id: `t${this.triggers.length + 1}`, probe, actionId: `${this.runId}-${probe}`, action };
    let trigger: Exchange | null = null;
    const called = callTrigger(this.settings, call, signal).then((exchange) => {
      trigger = exchange;
    });
    while (trigger === null && !signal.aborted) await this.poll();
    await called;
    this.triggers.push(trigger!);
    this.hooks.onExchange?.(trigger!);
    while (!this.isInterrupted() && !this.isSettled(probe)) await this.poll();
    this.simulator.setScript(null, []);
    this.learn(probe, planned);
  }

  private isInterrupted(): boolean {
    return this.hooks.signal?.aborted ?? false;
  }

  private async poll(): Promise<void> {
    await pause(pollMs);
    this.announce();
  }

  /** Passes on the requests that arrived since the last time. */
  announce(): void {
    for (const exchange of this.simulator.inbox) {
      // A request that arrived first may end last.
      if (!this.announced.has(exchange.id)) this.hooks.onExchange?.(exchange);
      this.announced.add(exchange.id);
    }
  }

  /** Whether nothing more is to be expected of an action whose trigger has ended. */
  private isSettled(probe: string): boolean {
    if (this.simulator.pending > 0) return false;
    const { runs } = readCallerRecord(this.settings, [
      this.triggers.at(-1)!,
      ...this.simulator.inbox.filter((exchange) => exchange.probe === probe),
    ]);
    const [run] = runs;
    if (!run) return true;
    const lastMs = Math.max(run.trigger.startedAt + run.trigger.durationMs, run.turns.at(-1)?.endedAt ?? 0);
    return Date.now() - lastMs >= this.watchMs(run);
  }

  /** How long a caller is watched after the last thing that happened. */
  private watchMs({ turns, outcome, triggerFault }: ActionRun): number {
    const windowMs = this.settings.client.retryWindowMs;
    if (turns.length === 0) return triggerFault ? settleMs : outcome ? settleMs : (windowMs ?? quietMs);
    if (isRepeatDue(turns)) return outcome && this.endsAction(outcome) ? settleMs : (windowMs ?? quietMs);
    if (outcome) return settleMs;
    // Nothing says that the action is over: a repeat that is not expected would come after a pause like any other.
    return Math.min(windowMs ?? Number.POSITIVE_INFINITY, Math.max(quietMs, this.longestPauseMs * 3));
  }

  /** Whether a reported outcome ends the action: `unknown` may be reported too early by a caller that repeats in the background. */
  private endsAction({ outcome }: ReportedOutcome): boolean {
    return outcome !== 'unknown' || this.missedRepeats >= patienceWithRepeats;
  }

  private learn(probe: string, planned: number): void {
    const run = this.record().runs.find(({ trigger }) => trigger.probe === probe);
    const useless = run?.triggerFault != null && (run.turns.length === 0 || run.trigger.noAnswer?.kind === 'timeout');
    const silent = run !== undefined && run.turns.length === 0 && run.triggerFault === null;
    this.failures = useless || silent ? this.failures + 1 : 0;
    if (run?.outcome && isRepeatDue(run.turns)) this.missedRepeats += 1;
    for (const [index, turn] of (run?.turns ?? []).entries()) {
      const before = run!.turns[index - 1];
      if (before) this.longestPauseMs = Math.max(this.longestPauseMs, turn.exchange.startedAt - before.endedAt);
    }
    const requests = this.simulator.inbox.length;
    const done = Math.min(this.triggers.length, planned);
    this.hooks.onProgress?.({ phase: 'actions', done, planned, requests, failed: 0 });
  }
}
