/** The record of a run as invariants see it: every exchange with what was meant by it. */
import { type OperationId, operations } from '../../generated/operations.ts';
import type { Run, Sent } from '../drive/run-context.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import { answerOf } from '../wire/answer.ts';
import type { ObservedExchange } from './check.ts';

/** The exchanges of an operation as witnesses, in the order they were answered. */
export function witnessesOf(run: Run, operation: OperationId): ObservedExchange[] {
  return run.sent.filter(({ exchange }) => exchange.operation === operation).map((sent) => witnessOf(sent, run));
}

/** An exchange with what was meant by it. */
export function witnessOf({ exchange, ask }: Sent, { settings, publicKey }: Run): ObservedExchange {
  const answer = answerOf(exchange);
  const reachesIt = isPlainRoute(ask);
  // A path that nobody configured and that is not there says nothing about the operation.
  const absent = answer.http === 404 && !settings.pathsConfigured.includes(exchange.operation);
  return {
    op: operations[exchange.operation as OperationId],
    answer,
    ask,
    authenticated: reachesIt && !ask.tamper && !ask.wire?.clientId && !ask.wire?.keyVersion && !ask.wire?.omit,
    ordinary: reachesIt && !absent && isJsonObject(ask),
    settings,
    publicKey,
  };
}

function isPlainRoute({ wire }: RequestSpec): boolean {
  if (!wire) return true;
  const media =
    wire.contentType === undefined || wire.contentType === null || /^application\/json/.test(wire.contentType);
  return !wire.method && !wire.path && !wire.pathSuffix && !wire.accept && media;
}

/** Bodies that were written as something else than their object are nobody's promise. */
function isJsonObject({ encoding: writing }: RequestSpec): boolean {
  return writing === undefined || typeof writing === 'string';
}
