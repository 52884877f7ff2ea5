/** Calls between other parties, written down by hand, and what is made of them. */
import { type ObservedExchange, observedExchange } from '../../engine/check/observed-exchange.ts';
import { type TrafficCall, TrafficCollector } from '../../engine/record/traffic.ts';
import type { NoAnswer, WireHeaders } from '../../engine/wire/exchange.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { resultOf, settingsWith } from './exchanges.ts';

/** What is said of a call; the rest is that of a good one. */
export interface Said {
  readonly operation?: OperationId;
  readonly at?: number;
  readonly durationMs?: number;
  readonly body?: unknown;
  readonly headers?: WireHeaders;
  readonly answerHeaders?: WireHeaders;
  readonly http?: number;
  /** JSON, or the text itself. */
  readonly answer?: unknown;
  readonly lost?: NoAnswer;
}

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

/** One call. */
export function trafficCall(said: Said): TrafficCall {
  const { operation = 'sendOTP', at = 0, durationMs = 1, body = {}, headers = [], answerHeaders = [], lost } = said;
  const answer = said.answer ?? resultOf('S', 'SUCCESS').json;
  return {
    request: { method: 'POST', path: operations[operation].path, headers, body: bytes(body) },
    requestCut: false,
    response: lost ? null : { status: said.http ?? 200, headers: answerHeaders, body: bytes(answer), truncated: false },
    noAnswer: lost ? { kind: lost, says: '' } : null,
    startedAt: at,
    durationMs,
    exact: { request: true, response: true },
    from: 'test',
  };
}

/** Calls as the checks of answers see them, without keys. */
export function observedCalls(calls: readonly TrafficCall[]): ObservedExchange[] {
  const paths = Object.fromEntries(Object.values(operations).map(({ id, path }) => [id, path]));
  const collector = new TrafficCollector({ paths, callerKey: () => null, keep: (exchange) => exchange });
  return calls.flatMap((call) => {
    const { exchange, spec } = collector.add(call)!;
    return [observedExchange(exchange, spec, settingsWith({ pathsConfigured: [] }), null)];
  });
}
