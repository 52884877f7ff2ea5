/** Reads the requests of traffic as runs of a caller: a series of equal requests is one run. */
import type { KeyObject } from 'node:crypto';
import { operations } from '../../contract/apis.ts';
import type { ActionRun, CallerTask, CallerTurn } from '../../engine/check/caller-check.ts';
import { type Answer, answerOf } from '../../engine/wire/answer.ts';
import { type Exchange, requestNameOf, type WireRequest } from '../../engine/wire/exchange.ts';
import { isObject, type JsonObject, jsonOf } from '../../engine/wire/json.ts';
import { codesIn, readTurn } from '../caller/caller-record.ts';
import { repeatWindowMs } from './repeats.ts';

/** The requests of one operation as series of equal ones, in the order of their first requests. */
export class TrafficSeries {
  readonly runs: ActionRun[] = [];
  private readonly open = new Map<string, { run: ActionRun; turns: CallerTurn[] }>();

  /** The series that the request goes on with, or a new one. */
  add(turn: CallerTurn): ActionRun {
    const name = requestNameOf(turn.exchange);
    const before = this.open.get(name);
    if (before && turn.exchange.startedAt - before.turns.at(-1)!.endedAt < repeatWindowMs) {
      before.turns.push(turn);
      return before.run;
    }
    const turns = [turn];
    const run: ActionRun = { action, turns, trigger: turn.exchange, outcome: null, triggerFault: null };
    this.runs.push(run);
    this.open.delete(name);
    this.open.set(name, { run, turns });
    if (this.open.size > mostOpen) this.open.delete(this.open.keys().next().value!);
    return run;
  }
}

/** Series that may still go on; where there are more, the oldest are over. */
const mostOpen = 10_000;

/** One request; its messages may leave memory, and are read again when a rule looks at them. */
export class TrafficTurn implements CallerTurn {
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
