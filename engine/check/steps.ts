/** Steps of a check: a generator that yields what it wants sent and is resumed with what came of it, by the live or the recorded driver. */
import type { OperationId } from '../../generated/operations.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { Finding, Settled } from './finding.ts';
import type { ObservedExchange } from './observed-exchange.ts';

/** One request that a check wants sent; equal ones of an operation are sent once in a run. */
export interface Send {
  readonly operation: OperationId;
  readonly spec: RequestSpec;
  /** What happens, in the present tense. */
  readonly title: string;
}

/** Why a request has no answer that could be judged. */
export interface Unanswered {
  readonly unanswered: Finding;
}

/** What came of a request. */
export type Outcome = Settled | Unanswered;

/** What a check may ask of its driver. */
export type Call =
  /** An unanswered request ends the check with that finding, unless `optional`. */
  | { readonly do: 'send'; readonly send: Send; readonly optional: boolean }
  /** At the same moment; resumed with a list of outcomes. */
  | { readonly do: 'together'; readonly sends: readonly Send[] }
  /** Nothing is sent; resumed with the exchanges of an operation so far. */
  | { readonly do: 'seen'; readonly operation: OperationId }
  /** Time for the target; the recorded driver does not wait. */
  | { readonly do: 'rest'; readonly ms: number }
  /** From `begin` to `end` nothing else is sent. */
  | { readonly do: 'alone'; readonly edge: 'begin' | 'end' };

/** A part of a check; `T` is what it comes to. */
export type Steps<T> = Generator<Call, T, unknown>;

/** Whether a request has no answer to judge. */
export function isUnanswered(outcome: Outcome): outcome is Unanswered {
  return 'unanswered' in outcome;
}

/** Sends a request and comes back with its answer; without one the whole check ends there. */
export function* send(operation: OperationId, spec: RequestSpec, title: string): Steps<Settled> {
  return (yield { do: 'send', send: { operation, spec, title }, optional: false }) as Settled;
}

/** Sends a request that may come to nothing. */
export function* attempt(operation: OperationId, spec: RequestSpec, title: string): Steps<Outcome> {
  return (yield { do: 'send', send: { operation, spec, title }, optional: true }) as Outcome;
}

/** Sends several requests at the same moment. */
export function* together(sends: readonly Send[]): Steps<readonly Outcome[]> {
  return (yield { do: 'together', sends }) as readonly Outcome[];
}

/** What was sent to an operation so far, and what came of it. */
export function* seenSoFar(operation: OperationId): Steps<readonly ObservedExchange[]> {
  return ((yield { do: 'seen', operation }) as readonly ObservedExchange[] | undefined) ?? [];
}

const oneByOne = 'one-by-one-';

/** The same request, sent again once nothing else is under way. */
export function askedOneByOne(spec: RequestSpec, name: string | number): RequestSpec {
  return { ...spec, occurrence: `${oneByOne}${name}` };
}

/** Whether a request is such a second sending. */
export function isOneByOne({ occurrence }: RequestSpec): boolean {
  return occurrence?.startsWith(oneByOne) ?? false;
}

/** Gives the target time. */
export function* rest(ms: number): Steps<void> {
  yield { do: 'rest', ms };
}

/** Runs steps while nothing else is sent: what happens then is due to them alone. */
export function* alone<T>(steps: Steps<T>): Steps<T> {
  yield { do: 'alone', edge: 'begin' };
  try {
    return yield* steps;
  } finally {
    yield { do: 'alone', edge: 'end' };
  }
}

/** Resumes steps without waiting: `perform` gives the outcome of each call at once. */
export function runSteps<T>(steps: Steps<T>, perform: (call: Call) => unknown): T {
  const resume = resuming(steps);
  let next = steps.next();
  while (!next.done) next = resume(next.value, perform(next.value));
  return next.value;
}

/** Resumes steps as answers come in. */
export async function runStepsLive<T>(steps: Steps<T>, perform: (call: Call) => Promise<unknown>): Promise<T> {
  const resume = resuming(steps);
  let next = steps.next();
  while (!next.done) {
    const call = next.value;
    // What breaks off goes through the steps, so that what they hold is given back.
    next = await perform(call).then(
      (outcome) => resume(call, outcome),
      (error) => steps.throw(error),
    );
  }
  return next.value;
}

/** An unanswered request ends its check with the finding that says why, unless the check wants to know of it. */
function resuming<T>(steps: Steps<T>): (call: Call, outcome: unknown) => IteratorResult<Call, T> {
  let early: { readonly finding: T } | null = null;
  return (call, outcome) => {
    if (call.do === 'send' && !call.optional && isUnanswered(outcome as Outcome))
      early ??= { finding: (outcome as Unanswered).unanswered as T };
    // What is yielded on the way out (the end of quiet) is performed; `next` would then let the check go on as if it had an answer.
    return early ? steps.return(early.finding) : steps.next(outcome);
  };
}
