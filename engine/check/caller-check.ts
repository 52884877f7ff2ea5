/** Checks of a caller under test: rules for each of its requests, for the runs of one action, and for the whole record. */
import type { JsonObject, RunSettings } from '../settings.ts';
import type { Answer } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { TriggerFault } from './caller-facts.ts';
import type { Fact } from './facts.ts';
import type { Extra, Finding, Reason } from './finding.ts';

/**
 * What the caller received: a result that it may believe (`S`, `F`, `U`), an S that it must not (`untrusted`, or `foreign` for one that
 * is wholly another client's), an S without its values (`empty`), an answer that cannot be read, an HTTP error, or nothing.
 */
export type Received =
  | 'S'
  | 'F'
  | 'U'
  | 'untrusted'
  | 'foreign'
  | 'empty'
  | 'unreadable'
  | 'error'
  | 'reset'
  | 'silence';

/** One request of the caller and what it received. */
export interface CallerTurn {
  readonly exchange: Exchange;
  /** The body as JSON; null where it is not an object, or was not read. */
  readonly body: JsonObject | null;
  /** False where the connection was cut before the request was read: such a request is evidence of nothing. */
  readonly wasRead: boolean;
  readonly received: Received;
  readonly answer: Answer;
  readonly endedAt: number;
  /** Codes that were sent with the answer. */
  readonly codes: readonly string[];
}

/** One thing that the trigger asks the caller to do. */
export interface CallerTask {
  /** Stable name; the exchanges of its first run carry it as their probe. */
  readonly id: string;
  /** What happens, in the present tense. */
  readonly title: string;
  /** What the trigger asks for, by field. */
  readonly asked: Readonly<Record<string, string>>;
}

/** What the trigger reported when the action was over. */
export interface ReportedOutcome {
  readonly outcome: 'success' | 'failed' | 'unknown';
  readonly codes: readonly string[] | null;
}

/** One run of an action. */
export interface ActionRun {
  readonly action: CallerTask;
  readonly turns: readonly CallerTurn[];
  readonly trigger: Exchange;
  /** Null where the trigger answered nothing usable. */
  readonly outcome: ReportedOutcome | null;
  /** Why the trigger did not do its part, or null. */
  readonly triggerFault: TriggerFault | null;
}

/** Everything that judgements of a caller look at. */
export interface CallerRecord {
  readonly settings: Pick<RunSettings, 'clientId' | 'paths' | 'signing' | 'client'>;
  /** First runs in the order of the actions, further ones behind. */
  readonly runs: readonly ActionRun[];
}

/** A rule for every request that was read; null where it says nothing about one. */
export interface CallerInvariant {
  readonly kind: 'caller-invariant';
  readonly title: string;
  /** Judges signatures: not run with signing off. */
  readonly signing: boolean;
  /** Compares with what the trigger asked for. */
  readonly ofTrigger?: true;
  /** What the rule wants to see, for records that have no request to judge. */
  readonly expected: (record: CallerRecord) => Fact;
  readonly judge: (turn: CallerTurn, run: ActionRun, record: CallerRecord) => Finding | null;
}

/** A rule for the runs of one action; null where a run says nothing about it. */
export interface CallerAction {
  readonly kind: 'caller-action';
  readonly title: string;
  /** What is done, without what is expected of it. */
  readonly did: string;
  /** The rule without its action: what lists show once for all actions. */
  readonly rule: string;
  /** Id of the action. */
  readonly action: string;
  /** A stall of the machine could make a run look bad: the action is run again before it is held against the caller. */
  readonly steady: boolean;
  readonly judge: (run: ActionRun, record: CallerRecord) => Finding | null;
}

/** A judgement that needs several actions; null where the record says nothing about it. */
export interface CallerRunInvariant {
  readonly kind: 'caller-run-invariant';
  readonly title: string;
  /** Actions whose runs alone are judged by it too, and are run again while that speaks against the caller. */
  readonly rerun: readonly string[];
  readonly judge: (record: CallerRecord) => Finding | null;
}

/** Checks of a caller. */
export type CallerCheck = CallerInvariant | CallerAction | CallerRunInvariant;

/** A finding about a caller that does not decide anything: the trigger failed, or too little was seen. */
export function undecided(
  verdict: 'inconclusive' | 'not-run' | 'not-observable',
  reason: Reason,
  expected: Fact | null,
  received: Fact,
  exchanges: readonly Exchange[] = [],
  extra: Extra = {},
): Finding {
  return { verdict, reason, expected, received, exchanges, ...extra };
}
