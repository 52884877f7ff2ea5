/** Drives an MPP's caller of getPaymentCode: calls its trigger, answers as Alipay+, and records what it sends. */
import type { RunHooks } from '../../engine/hooks.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/simulator.ts';
import { timeoutOf } from './caller-record.ts';
import { type CallerTraffic, playActions } from './session.ts';

/** What a run against a caller needs besides its settings. */
export interface CallerRunParts {
  /** Id of the run: part of the action ids that the trigger gets. */
  readonly runId: string;
  /** A simulator that listens already; without it one is started at `client.listen`. */
  readonly simulator?: Simulator;
}

/** How Alipay+ is simulated for a caller with these settings. */
export function simulatorOptions(settings: RunSettings): SimulatorOptions {
  // Beyond twice its own time-out a caller has either given up or has no such time-out.
  const holdMs = timeoutOf(settings) * 2.5;
  return {
    listen: settings.client.listen,
    keys: { privateKey: settings.signing.mode === 'off' ? null : settings.signing.privateKey },
    clientId: settings.clientId,
    keyVersion: settings.signing.keyVersion,
    lateMs: holdMs,
    holdMs,
  };
}

/** Runs every action against the caller behind the trigger of the settings. */
export async function driveCaller(
  settings: RunSettings,
  hooks: RunHooks,
  { runId, simulator: listening }: CallerRunParts,
): Promise<CallerTraffic> {
  const simulator = listening ?? (await startSimulator(simulatorOptions(settings)));
  try {
    return await playActions(settings, hooks, simulator, runId);
  } finally {
    if (!listening) await simulator.close();
  }
}

export { ListenError } from '../../simulator/simulator.ts';
