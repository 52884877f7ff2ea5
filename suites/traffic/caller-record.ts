/** Reads the requests of traffic as runs of a caller: a series of equal requests is one run. */
import { createPublicKey } from 'node:crypto';
import type { ActionRun, CallerRecord, CallerTurn } from '../../engine/check/caller-check.ts';
import type { TrafficRecord } from '../../engine/record/traffic.ts';
import { requestNameOf } from '../../engine/wire/exchange.ts';
import { operations } from '../../generated/operations.ts';
import { readTurn } from '../caller/caller-record.ts';
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
    const turn = withoutCodes(readTurn(exchange, clientId, signing.mode === 'off' ? null : key));
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

/** An S without codes is empty where codes are asked for, and nowhere else. */
function withoutCodes(turn: CallerTurn): CallerTurn {
  const isOfCodes = operations[turn.exchange.operation as keyof typeof operations].server === 'alipayplus';
  return turn.received === 'empty' && !isOfCodes ? { ...turn, received: 'S' } : turn;
}

/** Nobody knows what was asked of the caller: it asked for what it sent. */
function runOf(turns: readonly CallerTurn[]): ActionRun {
  const first = turns[0]!;
  const asked = Object.fromEntries(
    Object.entries(first.body ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const action = { id: first.exchange.id, title: '', asked };
  return { action, turns, trigger: first.exchange, outcome: null, triggerFault: null };
}
