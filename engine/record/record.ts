/** The Record of a run: everything a judgement needs. What was asked, of whom, what came back, and how each request ended. */

import type { Reason } from '../check/finding.ts';
import type { RequestSpec, RunIdentity } from '../request/request-spec.ts';
import type { Exchange } from '../wire/exchange.ts';

/**
 * How a request ended: `settled` with an answer that all attempts agree on, `throttled` for every user, `budget` where no user may be
 * sent another message, `unstable` with answers that differ, `absent` where the target was away, `interrupted` with the run.
 */
export const endings = ['settled', 'throttled', 'budget', 'unstable', 'absent', 'interrupted'] as const;
export type Ending = (typeof endings)[number];

/** One sending of a request. */
export interface Attempt {
  /** Id of its exchange. */
  readonly exchange: string;
  /** Index of the fixture it was for; null for a user unknown to the target. */
  readonly user: number | null;
  /** Token that it introduced or was about; empty for that of the example. */
  readonly token: string;
  /** The target was away: the attempt says nothing about what was asked. */
  readonly lost?: true;
}

/** One request as data, with all that came of it. */
export interface RecordedRequest {
  readonly operation: string;
  /** Name of its spec at the operation: equal specs have equal names. */
  readonly name: string;
  readonly spec: RequestSpec;
  readonly attempts: readonly Attempt[];
  readonly ended: Ending;
}

/** A run, recorded. */
export interface RunRecord {
  readonly identity: RunIdentity;
  /** Why the run ended early; null where it did not. */
  readonly stopped: Reason | null;
  /** The lowest rate that an overloaded target made the run go down to, in requests a second; null where it did not. */
  readonly slowedTo: number | null;
  /** In the order in which they ended; none where the subject was the caller. */
  readonly requests: readonly RecordedRequest[];
  /** In the order in which they were answered. */
  readonly exchanges: readonly Exchange[];
}
