/** Weather: what may pass by itself (no answer, 5xx without a result, U/UNKNOWN_EXCEPTION), and how often a request is repeated before it is believed. */
import { createHash } from 'node:crypto';
import { type Settled, Unjudged } from '../check/finding.ts';
import { type Answer, answerOf, isTransient, received } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Run } from './run-context.ts';

/**
 * A crash is believed once it happened each time; where the operation crashed by chance before, chance may do it five
 * times in a row, so that takes more.
 */
const attempts = { timeout: 3, steady: 5, unsteady: 10, most: 30 };
/** How improbable chance must be before a crash is believed. */
const chance = 1e-6;
/** Time-outs in a row after which an operation is taken for dead. */
const patience = 5;
/** The longest wait before the same request is sent again, in milliseconds. */
const longestWhile = 200;

/** Waits for an overloaded server to have less to do: 25 ms, and twice as long each time, some 3 s in all. */
const firstOverloadWait = 25;
const overloadWaits = 7;

/** What an operation went through so far. */
export interface Weather {
  note(answer: Answer): void;
  /** The same request met weather and then did not. */
  changed(): void;
  /** Whether nothing more is to be expected of it. */
  isDead(): boolean;
  /** Waits for an overloaded server, longer each time; false once waiting has proved to be no use. */
  letsUp(run: Run, exchange: Exchange, waits: number): Promise<boolean>;
  /** So many attempts that ended like this one are believed. */
  enough(exchange: Exchange): number;
}

export function createWeather(): Weather {
  let asked = 0;
  let met = 0;
  let timeoutsInARow = 0;
  let dead = false;
  let unsteady = false;
  let hopeless = false;
  return {
    note(answer) {
      asked += 1;
      if (isTransient(answer)) met += 1;
      timeoutsInARow = answer.exchange.noAnswer?.kind === 'timeout' ? timeoutsInARow + 1 : 0;
      dead ||= timeoutsInARow >= patience;
    },
    changed() {
      unsteady = true;
    },
    isDead: () => dead,
    async letsUp(run, { probe }, waits) {
      hopeless ||= waits >= overloadWaits;
      if (hopeless) return false;
      await run.rest((0.5 + anyFraction(probe)) * firstOverloadWait * 2 ** waits);
      return true;
    },
    enough({ noAnswer }) {
      if (noAnswer?.kind === 'timeout') return attempts.timeout;
      if (!unsteady) return attempts.steady;
      const improbable = Math.ceil(Math.log(chance) / Math.log(met / asked));
      return Math.min(attempts.most, Math.max(attempts.unsteady, improbable));
    },
  };
}

/** Of several servers the bad one may come at even distances: the same request is not sent again at even distances. */
export function shortWhile(run: Run, { probe, durationMs }: Exchange): Promise<void> {
  return run.rest(anyFraction(probe) * Math.min(longestWhile, 5 + 2 * durationMs));
}

/** As good as chance, and the same when the run is told again. */
function anyFraction(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;
}

/** An answer is believed when all attempts agree; otherwise the check is inconclusive. */
export function believed(seen: readonly Exchange[], settled: Settled): Settled {
  const kinds = new Set(seen.map((exchange) => described(answerOf(exchange))));
  if (kinds.size <= 1) return settled;
  const says = [...kinds].join(', then ');
  throw new Unjudged('inconclusive', 'unstable', says, settled.exchanges, 'the same answer each time');
}

function described(answer: Answer): string {
  return answer.exchange.noAnswer ? `no answer (${answer.exchange.noAnswer.kind})` : received(answer);
}
