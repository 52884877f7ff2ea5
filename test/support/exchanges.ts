/** Recorded exchanges made by hand, and how an invariant sees them. */

import type { Reason, Settled } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import type { RunRecord } from '../../engine/record/record.ts';
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
  readonly headers?: WireHeaders;
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
      headers: went.headers ?? [['Client-Id', 'TEST_1']],
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

/** A settled answer. */
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
export function observedOf(came: Came, went: Went = {}, more: Partial<ObservedExchange> = {}): ObservedExchange {
  const exchange = exchangeOf(came, went);
  return {
    op: operations[exchange.operation as OperationId],
    answer: answerOf(exchange),
    spec: { base: 'full' } satisfies RequestSpec,
    authenticated: true,
    ordinary: true,
    settings: settingsWith({ extraResultCodes: {}, paths: {} }),
    publicKey: null,
    ...more,
  };
}

/** The settings that judgements of exchanges look at. */
export function settingsWith(change: object = {}): RunSettings {
  const plain = { clientId: 'TEST_1', pathsConfigured: [], signing: { mode: 'required', publicKey: null } };
  return { ...plain, ...change } as unknown as RunSettings;
}

/** An exchange of a run, and what was meant by it. */
export type Entry = readonly [came: Came, went?: Went, spec?: Partial<RequestSpec>];

/** The record of a run of these exchanges, one request each. */
export function recordWith(entries: readonly Entry[], stopped: Reason | null = null): RunRecord {
  const exchanges = entries.map(([came, went], i) => exchangeOf(came, { id: `x${i + 1}`, ...went }));
  const requests = exchanges.map(({ id, operation }, i) => ({
    operation,
    name: `request-${i}`,
    spec: { base: 'full' as const, ...entries[i]![2] },
    attempts: [{ exchange: id, user: 0, token: '' }],
    ended: 'settled' as const,
  }));
  return { identity: { id: 'cafe0001', startedAt: 0 }, stopped, slowedTo: null, requests, exchanges };
}
