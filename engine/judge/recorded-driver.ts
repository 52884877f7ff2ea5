/** The recorded driver of checks: answers each call of a check's steps from a Record, at once. Nothing is sent or waited for. */
import type { OperationId } from '../../generated/operations.ts';
import type { CheckContext, Contexts } from '../check/context.ts';
import { note } from '../check/facts.ts';
import { notRun } from '../check/finding.ts';
import type { Call, Outcome, Send } from '../check/steps.ts';
import { seenBefore } from '../record/observed.ts';
import type { RecordedRequest, RunRecord } from '../record/record.ts';
import { ownMistake, requestOutcome } from '../record/request-outcome.ts';
import { requestName } from '../request/request-spec.ts';
import type { Exchange } from '../wire/exchange.ts';
import { publicKeyIn } from '../wire/signing.ts';

/** A request that a check asked for, with what the record has of it. */
export interface AskedRequest {
  readonly context: CheckContext;
  readonly send: Send;
  readonly name: string;
  /** Null where the record does not have it. */
  readonly recorded: RecordedRequest | null;
  /** Keys of the rows whose checks asked for it; empty where controls alone did. */
  readonly askedBy: Set<string>;
  /** A control asked for it: every run sends it. */
  isControl: boolean;
}

export interface RecordedDriver {
  /** Answers the calls of controls. */
  readonly perform: (call: Call) => unknown;
  /** Answers the calls of the checks of a row. */
  performFor(key: string): (call: Call) => unknown;
  /** What was asked for so far, by operation and name. */
  readonly asked: ReadonlyMap<string, AskedRequest>;
  exchangesOf(request: RecordedRequest): readonly Exchange[];
}

/** A driver over a record. */
export function createRecordedDriver(record: RunRecord, contexts: Contexts): RecordedDriver {
  const exchanges = new Map(record.exchanges.map((exchange) => [exchange.id, exchange]));
  const requests = new Map(record.requests.map((request) => [keyOf(request.operation, request.name), request]));
  const asked = new Map<string, AskedRequest>();
  const outcomes = new Map<string, Outcome>();
  const exchangesOf = ({ attempts }: RecordedRequest) =>
    attempts.flatMap(({ exchange }) => exchanges.get(exchange) ?? []);
  const answer = (send: Send, row: string | null): Outcome => {
    const context = contexts.get(send.operation);
    if (!context) return { unanswered: notRun('not-selected', note('no-control', send.operation)) };
    const name = requestName(send.operation, send.spec, record.identity);
    const key = keyOf(send.operation, name);
    const recorded = requests.get(key) ?? null;
    const request = asked.get(key) ?? { context, send, name, recorded, askedBy: new Set(), isControl: false };
    asked.set(key, request);
    if (row === null) request.isControl = true;
    else request.askedBy.add(row);
    const known = outcomes.get(key);
    if (known) return known;
    const outcome = outcomeOf(context, send, recorded);
    outcomes.set(key, outcome);
    return outcome;
  };
  const outcomeOf = (context: CheckContext, { spec }: Send, recorded: RecordedRequest | null): Outcome => {
    const mistake = ownMistake(context, spec);
    if (mistake) return { unanswered: mistake };
    if (!recorded) {
      const { stopped } = record;
      return {
        unanswered: stopped ? notRun(stopped, note('run-ended')) : notRun('not-replayed', note('not-in-record')),
      };
    }
    // The spec is the check's own: the name says that the recorded one is equal.
    return requestOutcome(context, { ...recorded, spec }, exchangesOf(recorded), record.stopped);
  };
  const seen = (operation: OperationId) => {
    const { settings } = contexts.get(operation)!;
    const key = settings.signing.publicKey;
    return seenBefore(record, operation, settings, key ? publicKeyIn(key) : null);
  };
  const performer = (row: string | null) => (call: Call) => {
    if (call.do === 'send') return answer(call.send, row);
    if (call.do === 'seen') return seen(call.operation);
    return call.do === 'together' ? call.sends.map((send) => answer(send, row)) : undefined;
  };
  return { perform: performer(null), performFor: performer, asked, exchangesOf };
}

/** Key of a request among those of all operations. */
export function keyOf(operation: string, name: string): string {
  return `${operation}/${name}`;
}
