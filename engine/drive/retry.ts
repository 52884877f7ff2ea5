/**
 * The one retry policy. A wrong answer is a fact and is never repeated; only what may pass by itself is: no answer, 5xx without a result,
 * U/UNKNOWN_EXCEPTION, and overload. Transient errors are repeated with jitter, since evenly spaced retries would hit the same bad
 * instance behind a round-robin balancer; overload is waited out, longer each time. A call that may reach a person is not repeated.
 */
import { createHash } from 'node:crypto';
import { type Answer, isTransient } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

/**
 * A crash counts once it happened each time; where the operation crashed by chance before, chance may do it five
 * times in a row, so that takes more.
 */
const attempts = { timeout: 3, steady: 5, unsteady: 10, most: 30 };
/** How improbable chance must be before a crash counts. */
const chance = 1e-6;
/** Time-outs in a row after which an operation is taken for dead. */
const mostTimeouts = 5;
/** The longest wait before the same request is sent again, in milliseconds. */
const longestBackoffMs = 200;

/** Waits for an overloaded server: 25 ms, and twice as long each time: some 3 s for one user, half a minute for everybody. */
const firstOverloadWaitMs = 25;
const longestOverloadWaitMs = 2000;
const overloadWaits = { ofUser: 7, ofAll: 20 };

/** What the answers of an operation say about retries so far. */
export interface RetryState {
  note(answer: Answer): void;
  /** The same request met a transient error and then did not. */
  noteRecovery(): void;
  /** Whether nothing more is to be expected of the operation. */
  isDead(): boolean;
  /** How long to wait for an overloaded server; null once waiting has proved to be no use, sooner where one user alone may be throttled. */
  overloadWaitMs(exchange: Exchange, waits: number, ofUser: boolean): number | null;
  /** So many attempts that ended like this one settle the request. */
  attemptsNeeded(exchange: Exchange): number;
}

export function createRetryState(): RetryState {
  let asked = 0;
  let transient = 0;
  let timeoutsInARow = 0;
  let dead = false;
  let unsteady = false;
  let hopeless = false;
  return {
    note(answer) {
      asked += 1;
      if (isTransient(answer)) transient += 1;
      timeoutsInARow = answer.exchange.noAnswer?.kind === 'timeout' ? timeoutsInARow + 1 : 0;
      dead ||= timeoutsInARow >= mostTimeouts;
    },
    noteRecovery() {
      unsteady = true;
    },
    isDead: () => dead,
    overloadWaitMs({ probe }, waits, ofUser) {
      hopeless ||= waits >= (ofUser ? overloadWaits.ofUser : overloadWaits.ofAll);
      return hopeless
        ? null
        : (0.5 + jitter(probe)) * Math.min(longestOverloadWaitMs, firstOverloadWaitMs * 2 ** waits);
    },
    attemptsNeeded({ noAnswer }) {
      if (noAnswer?.kind === 'timeout') return attempts.timeout;
      if (!unsteady) return attempts.steady;
      const improbable = Math.ceil(Math.log(chance) / Math.log(transient / asked));
      return Math.min(attempts.most, Math.max(attempts.unsteady, improbable));
    },
  };
}

/** Milliseconds before the same request is sent again, longer each time: requests that take turns would keep an even distance otherwise. */
export function backoffMs({ probe, durationMs }: Exchange, retries = 0): number {
  return jitter(probe) * Math.min(longestBackoffMs, (5 + 2 * durationMs) * 2 ** retries);
}

/** A fraction that is as good as random, and the same for the same request. */
function jitter(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;
}
