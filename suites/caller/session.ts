/** Plays the actions one by one: sets the script, pulls the trigger, and waits until the matter is over. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RunHooks, RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { type Action, actionsOf } from './actions.ts';
import { actionIdOf, type Play, type ReportedOutcome, readRecord } from './caller-record.ts';
import { isRepeatDue } from './repeats.ts';
import { suspectsOf } from './rerun-candidates.ts';
import { pullTrigger } from './trigger.ts';

/** What a run of actions leaves behind. */
export interface Played {
  /** Calls of the trigger and requests of the caller, in the order of their time. */
  readonly exchanges: readonly Exchange[];
  readonly interrupted: boolean;
}

/** How often the caller is looked at while it is waited for. */
const glanceMs = 5;

/** How long a finished action is watched for a call that nobody expects. */
const settleMs = 25;

/** The same where the trigger does not tell when the action is over. */
const quietMs = 1000;

/** So many actions are played again at most: on a machine where more are needed nothing can be told anyway. */
const mostReplays = 30;

/** After so many repeats that did not come while their whole window was watched, the others are not waited for that long. */
const patienceWithRepeats = 2;

/** After so many triggers that hung or failed in a row the others are not pulled any more. */
const patienceWithTriggers = 2;

/** Plays every action, and those once more that look bad, because a slow machine can make one look so. */
export async function playActions(
  settings: RunSettings,
  hooks: RunHooks,
  simulator: Simulator,
  runId: string,
): Promise<Played> {
  const stage = new Stage(settings, hooks, simulator, runId);
  const actions = actionsOf(settings);
  for (const action of actions) {
    if (stage.isOver()) break;
    await stage.play(action, action.id, actions.length);
  }
  for (let suspects = suspectsOf(stage.record()); suspects.length > 0 && !stage.isTired(); ) {
    for (const action of suspects) if (!stage.isTired()) await stage.replay(action, actions.length);
    suspects = suspectsOf(stage.record());
  }
  simulator.setScript(null, []);
  stage.tell();
  return { exchanges: stage.exchanges(), interrupted: hooks.signal?.aborted ?? false };
}

/** Calls of the trigger and requests of the caller, in the order of their time. */
export function inTime(triggers: readonly Exchange[], calls: readonly Exchange[]): Exchange[] {
  return [...triggers, ...calls].sort((a, b) => a.startedAt - b.startedAt);
}

class Stage {
  private readonly settings: RunSettings;
  private readonly hooks: RunHooks;
  private readonly simulator: Simulator;
  private readonly runId: string;
  private readonly triggers: Exchange[] = [];
  private failures = 0;
  private longestPauseMs = 0;
  private missedRepeats = 0;
  private replays = 0;
  private readonly told = new Set<string>();

  constructor(settings: RunSettings, hooks: RunHooks, simulator: Simulator, runId: string) {
    this.settings = settings;
    this.hooks = hooks;
    this.simulator = simulator;
    this.runId = runId;
  }

  /** Interrupted, or the trigger is of no use. */
  isOver(): boolean {
    return (this.hooks.signal?.aborted ?? false) || this.failures >= patienceWithTriggers;
  }

  /** No action is to be played again. */
  isTired(): boolean {
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

  record() {
    return readRecord(this.settings, this.exchanges());
  }

  async play(action: Action, probe: string, planned: number): Promise<void> {
    this.simulator.setScript(probe, action.steps, action.title);
    const end = new AbortController();
    const signal = this.hooks.signal ? AbortSignal.any([this.hooks.signal, end.signal]) : end.signal;
    const pull = { id: `t${this.triggers.length + 1}`, probe, actionId: `${this.runId}-${probe}`, action };
    let trigger: Exchange | null = null;
    const pulled = pullTrigger(this.settings, pull, signal).then((exchange) => {
      trigger = exchange;
    });
    while (trigger === null && !signal.aborted) await this.glance();
    await pulled;
    this.triggers.push(trigger!);
    this.hooks.onExchange?.(trigger!);
    while (!this.isInterrupted() && !this.isSettled(probe)) await this.glance();
    this.simulator.setScript(null, []);
    this.learn(probe, planned);
  }

  private isInterrupted(): boolean {
    return this.hooks.signal?.aborted ?? false;
  }

  private async glance(): Promise<void> {
    await pause(glanceMs);
    this.tell();
  }

  /** Tells the requests that came since it was done last. */
  tell(): void {
    for (const exchange of this.simulator.inbox) {
      // A call that came first may end last.
      if (!this.told.has(exchange.id)) this.hooks.onExchange?.(exchange);
      this.told.add(exchange.id);
    }
  }

  /** Whether nothing more is to be expected of an action whose trigger has ended. */
  private isSettled(probe: string): boolean {
    if (this.simulator.pending > 0) return false;
    const { plays } = readRecord(this.settings, [
      this.triggers.at(-1)!,
      ...this.simulator.inbox.filter((exchange) => exchange.probe === probe),
    ]);
    const play = plays[0];
    if (!play) return true;
    const lastMs = Math.max(play.trigger.startedAt + play.trigger.durationMs, play.turns.at(-1)?.endedAt ?? 0);
    return Date.now() - lastMs >= this.watchMs(play);
  }

  /** How long a caller is watched after the last thing that happened. */
  private watchMs({ turns, outcome, triggerFault }: Play): number {
    const windowMs = this.settings.client.retryWindowMs;
    if (turns.length === 0) return triggerFault ? settleMs : outcome ? settleMs : (windowMs ?? quietMs);
    if (isRepeatDue(turns)) return outcome && this.isBelieved(outcome) ? settleMs : (windowMs ?? quietMs);
    if (outcome) return settleMs;
    // Nobody says that the action is over: a repeat that is not expected would come after a pause like any other.
    return Math.min(windowMs ?? Number.POSITIVE_INFINITY, Math.max(quietMs, this.longestPauseMs * 3));
  }

  /** Whether a told outcome ends the matter: `unknown` may be told too early by a caller that repeats in the background. */
  private isBelieved({ outcome }: ReportedOutcome): boolean {
    return outcome !== 'unknown' || this.missedRepeats >= patienceWithRepeats;
  }

  private learn(probe: string, planned: number): void {
    const play = this.record().plays.find(({ trigger }) => trigger.probe === probe);
    const useless =
      play?.triggerFault != null && (play.turns.length === 0 || play.trigger.noAnswer?.kind === 'timeout');
    const silent = play !== undefined && play.turns.length === 0 && play.triggerFault === null;
    this.failures = useless || silent ? this.failures + 1 : 0;
    if (play?.outcome && isRepeatDue(play.turns)) this.missedRepeats += 1;
    for (const [index, turn] of (play?.turns ?? []).entries()) {
      const before = play!.turns[index - 1];
      if (before) this.longestPauseMs = Math.max(this.longestPauseMs, turn.exchange.startedAt - before.endedAt);
    }
    const requests = this.simulator.inbox.length;
    const done = Math.min(this.triggers.length, planned);
    this.hooks.onProgress?.({ phase: 'actions', done, planned, requests, failed: 0 });
  }
}
