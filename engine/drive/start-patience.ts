/** The wait at the start of a run: a target that is about to listen, and a gateway that finds no server yet, are asked again. */
import type { RunHooks } from '../hooks.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf, isLost } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

/** How long a target that never listened is waited for unless the config says otherwise, in milliseconds. */
const defaultStartMs = 5000;
/** How often a target that is away is tried, in milliseconds. */
export const pollMs = 100;
/** Pauses after connections that were made, in milliseconds: the request may have been read, and may have cost a message. */
const lostPauseMs = { first: 250, most: 2000 };

interface StartingRun {
  readonly settings: Pick<RunSettings, 'startMs'>;
  readonly hooks: Pick<RunHooks, 'onRest'>;
  rest(ms: number): Promise<void>;
}

/** Waits for a target that did not answer yet: as long for each kind of absence, since a gateway listens before its server does. */
export function startPatience(run: StartingRun): (exchange: Exchange) => Promise<boolean> {
  const firstOf = new Map<string, number>();
  let pauseMs: number = lostPauseMs.first;
  return async (exchange) => {
    if (!isLost(answerOf(exchange))) return false;
    const kind = exchange.noAnswer?.kind ?? 'gateway';
    const patienceMs = run.settings.startMs ?? defaultStartMs;
    if (firstOf.size === 0) run.hooks.onRest?.({ ms: patienceMs, why: 'absence' });
    const first = firstOf.get(kind) ?? performance.now();
    firstOf.set(kind, first);
    if (performance.now() - first >= patienceMs) return false;
    await run.rest(kind === 'refused' ? pollMs : pauseMs);
    if (kind !== 'refused') pauseMs = Math.min(2 * pauseMs, lostPauseMs.most);
    return true;
  };
}
