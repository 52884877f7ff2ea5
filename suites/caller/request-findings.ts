/** What is wrong with one request of a caller: for a developer who builds one against the simulator. */
import type { CallerRecord, CallerTurn } from '../../engine/check/caller-check.ts';
import { type Finding, isAgainst } from '../../engine/check/finding.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { operations } from '../../generated/operations.ts';
import { askedIn } from './actions.ts';
import { readTurn } from './caller-record.ts';
import { sentConstraint } from './constraints.ts';
import { requestChecks } from './get-payment-code.ts';
import { judgeCallerChecks } from './judge-caller.ts';

/** What the simulator knows about its caller. */
export interface CallerIdentity {
  readonly clientId: string;
  readonly path: string;
  /** PEM; null where nothing is signed. */
  readonly publicKey: string | null;
}

const checks = [
  ...requestChecks,
  ...operations.getPaymentCode.request.flatMap((field) => field.rules.flatMap((rule) => sentConstraint(field, rule))),
];

/** One finding per fault; none for a request in order. Two checks may come to the same one. */
export function requestFindings(exchange: Exchange, caller: CallerIdentity): Finding[] {
  const turn = readTurn(exchange, caller.clientId, null);
  return judgeCallerChecks(checks, recordOf(turn, caller))
    .map(({ finding }) => finding)
    .filter(isAgainst);
}

/** A record of this one request, for which nobody asked anything else than it says. */
function recordOf(turn: CallerTurn, { clientId, path, publicKey }: CallerIdentity): CallerRecord {
  return {
    settings: {
      clientId,
      paths: { getPaymentCode: path },
      signing: { mode: publicKey === null ? 'off' : 'required', keyVersion: '', privateKey: null, publicKey },
      client: { listen: 'localhost', trigger: null, triggerTimeoutMs: 0, retryWindowMs: null, timeoutMs: null },
    },
    runs: [
      {
        action: { id: 'alone', title: '', asked: askedIn(turn.body) },
        turns: [turn],
        trigger: turn.exchange,
        outcome: null,
        triggerFault: null,
      },
    ],
  };
}
