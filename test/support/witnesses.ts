/** Recorded exchanges made by hand, and how an invariant sees them. */

import type { ObservedExchange } from '../../engine/check/check.ts';
import type { Settled } from '../../engine/check/finding.ts';
import type { Run } from '../../engine/drive/run-context.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange, WireHeaders } from '../../engine/wire/exchange.ts';
import { type OperationId, operations } from '../../generated/operations.ts';

/** What came back: JSON or exact text, or no answer. */
export interface Came {
  readonly json?: unknown;
  readonly text?: string;
  readonly status?: number;
  readonly headers?: WireHeaders;
  readonly truncated?: boolean;
  readonly noAnswer?: Exchange['noAnswer'];
  readonly durationMs?: number;
  readonly startedAt?: number;
}

/** What was sent. */
export interface Went {
  readonly id?: string;
  readonly operation?: OperationId;
  readonly probe?: string;
  readonly method?: string;
  readonly body?: unknown;
}

/** One exchange. */
export function exchangeOf(came: Came, went: Went = {}): Exchange {
  const operation = went.operation ?? 'sendOTP';
  const text = came.text ?? JSON.stringify(came.json ?? {});
  return {
    id: went.id ?? 'x1',
    operation,
    probe: went.probe ?? 'p/0',
    title: 'a request',
    marker: 'cafe0001/1',
    startedAt: came.startedAt ?? 0,
    durationMs: came.durationMs ?? 1,
    request: {
      method: went.method ?? 'POST',
      path: operations[operation].path,
      headers: [],
      body: Buffer.from(typeof went.body === 'string' ? went.body : JSON.stringify(went.body ?? {})),
    },
    response: came.noAnswer
      ? null
      : {
          status: came.status ?? 200,
          headers: came.headers ?? [['Content-Type', 'application/json']],
          body: Buffer.from(text),
          truncated: came.truncated ?? false,
        },
    noAnswer: came.noAnswer ?? null,
  };
}

/** A result, with more fields beside it. */
export function resultOf(resultStatus: unknown, resultCode: unknown, more: object = {}): Came {
  return { json: { result: { resultStatus, resultCode, resultMessage: 'so' }, ...more } };
}

/** Why a request got nothing. */
export const timeout: Came = { noAnswer: { kind: 'timeout', says: 'nothing complete within 300 ms' } };

/** An answer that was believed. */
export function settledOf(came: Came, went: Went = {}): Settled {
  const exchange = exchangeOf(came, went);
  return {
    answer: answerOf(exchange),
    exchanges: [exchange],
    meant: went.body ?? { sent: true },
    fixture: 0,
    place: '',
  };
}

/** An exchange as an invariant sees it. */
export function witnessOf(came: Came, went: Went = {}, more: Partial<ObservedExchange> = {}): ObservedExchange {
  const exchange = exchangeOf(came, went);
  const settings = { extraResultCodes: {}, clientId: 'TEST_1', paths: {}, pathsConfigured: [], signing: {} };
  return {
    op: operations[exchange.operation as OperationId],
    answer: answerOf(exchange),
    ask: { base: 'full' } satisfies RequestSpec,
    authenticated: true,
    ordinary: true,
    settings: settings as unknown as RunSettings,
    publicKey: null,
    ...more,
  };
}

/** An exchange of a run, and what was meant by it. */
export type Entry = readonly [came: Came, went?: Went, ask?: Partial<RequestSpec>];

/** The record of a run, as far as judgements look at it. */
export function runWith(
  entries: readonly Entry[],
  change: { stopped?: string | null; mode?: string; pathsConfigured?: string[] } = {},
): Run {
  const { stopped = null, mode = 'required', pathsConfigured = [] } = change;
  return {
    settings: { signing: { mode }, pathsConfigured, clientId: 'TEST_1' },
    publicKey: null,
    stopped: () => stopped,
    sent: entries.map(([came, went, ask], i) => ({
      exchange: exchangeOf(came, { id: `x${i + 1}`, ...went }),
      ask: { base: 'full', ...ask },
    })),
  } as unknown as Run;
}
