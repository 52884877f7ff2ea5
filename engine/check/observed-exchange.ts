/** An exchange as invariants see it: with what was meant by it, and whether it binds the target at all. */
import type { KeyObject } from 'node:crypto';
import { operationNamed } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { RunSettings } from '../settings.ts';
import { type Answer, answerOf } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

export interface ObservedExchange {
  readonly op: Operation;
  readonly answer: Answer;
  readonly spec: RequestSpec;
  /** A well-signed POST to the right path with the media type of the page. */
  readonly authenticated: boolean;
  /** A POST of a JSON object to the right path, whoever signed it. */
  readonly ordinary: boolean;
  readonly settings: RunSettings;
  readonly publicKey: KeyObject | null;
}

/** An exchange with what was meant by it. */
export function observedExchange(
  exchange: Exchange,
  spec: RequestSpec,
  settings: RunSettings,
  publicKey: KeyObject | null,
): ObservedExchange {
  const answer = answerOf(exchange);
  const reachesIt = isPlainRoute(spec);
  // A path that nobody configured and that is not there says nothing about the operation.
  const absent = answer.http === 404 && !settings.pathsConfigured.includes(exchange.operation);
  return {
    op: operationNamed(exchange.operation)!,
    answer,
    spec,
    authenticated: reachesIt && !spec.tamper && !spec.wire?.clientId && !spec.wire?.keyVersion && !spec.wire?.omit,
    ordinary: reachesIt && !absent && isJsonObject(spec),
    settings,
    publicKey,
  };
}

function isPlainRoute({ wire }: RequestSpec): boolean {
  if (!wire) return true;
  const media =
    wire.contentType === undefined || wire.contentType === null || /^application\/json/.test(wire.contentType);
  return !wire.method && !wire.path && !wire.pathSuffix && !wire.accept && !wire.acceptEncoding && media;
}

/** Bodies that were written as something else than their object bind nobody. */
function isJsonObject({ encoding }: RequestSpec): boolean {
  return encoding === undefined || typeof encoding === 'string' || 'spacedTo' in encoding;
}
