/** Reads the requests of traffic as runs of a caller: a series of equal requests is one run. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { ActionRun, CallerRecord, CallerTask, CallerTurn } from '../../engine/check/caller-check.ts';
import type { TrafficRecord } from '../../engine/record/traffic.ts';
import { type Answer, answerOf } from '../../engine/wire/answer.ts';
import { type Exchange, requestNameOf, type WireRequest } from '../../engine/wire/exchange.ts';
import { isObject, type JsonObject, jsonOf } from '../../engine/wire/json.ts';
import { operations } from '../../generated/operations.ts';
import { codesIn, readTurn } from '../caller/caller-record.ts';
import { repeatWindowMs } from './repeats.ts';

/** The runs of one operation, in the order of their first requests. */
export function trafficRuns(
  { exchanges }: TrafficRecord,
  operation: string,
  { clientId, signing }: CallerRecord['settings'],
  serverKey: string | null,
): ActionRun[] {
  const key = serverKey === null ? null : createPublicKey(serverKey);
  const series: CallerTurn[][] = [];
  const open = new Map<string, CallerTurn[]>();
  for (const exchange of exchanges) {
    if (exchange.operation !== operation) continue;
    const turn = new TrafficTurn(exchange, clientId, signing.mode === 'off' ? null : key);
    const name = requestNameOf(exchange);
    const before = open.get(name);
    if (before && exchange.startedAt - before.at(-1)!.endedAt < repeatWindowMs) before.push(turn);
    else {
      const turns = [turn];
      open.set(name, turns);
      series.push(turns);
    }
  }
  return series.map(runOf);
}

/** One request; its messages may leave memory, and are read again when a rule looks at them. */
class TrafficTurn implements CallerTurn {
  readonly received: CallerTurn['received'];
  readonly wasRead: boolean;

  constructor(
    readonly exchange: Exchange,
    clientId: string,
    serverKey: KeyObject | null,
  ) {
    const { received, wasRead } = readTurn(exchange, clientId, serverKey);
    // An S without codes is empty where codes are asked for, and nowhere else.
    const isOfCodes = operations[exchange.operation as keyof typeof operations].server === 'alipayplus';
    this.received = received === 'empty' && !isOfCodes ? 'S' : received;
    this.wasRead = wasRead;
  }

  get body(): JsonObject | null {
    const { request } = this.exchange;
    let known = bodies.get(request);
    if (!known) {
      const json = jsonOf(request.body);
      known = { json: isObject(json) ? json : null };
      bodies.set(request, known);
    }
    return known.json;
  }

  get answer(): Answer {
    return answerOf(this.exchange);
  }

  get endedAt(): number {
    return this.exchange.startedAt + this.exchange.durationMs;
  }

  get codes(): readonly string[] {
    return codesIn(this.answer.json);
  }
}

const bodies = new WeakMap<WireRequest, { readonly json: JsonObject | null }>();

/** Nobody knows what was asked of the caller. */
const action: CallerTask = { id: 'traffic', title: '', asked: {} };

function runOf(turns: readonly CallerTurn[]): ActionRun {
  return { action, turns, trigger: turns[0]!.exchange, outcome: null, triggerFault: null };
}
