/** What is wrong with one request of a caller, in sentences: for a developer who builds one against the simulator. */
import type { Exchange } from '../../engine/wire/exchange.ts';
import { operations } from '../../generated/operations.ts';
import { type Recorded, readTurn, type Turn } from './caller-record.ts';
import { constraintProof } from './constraints.ts';
import { type CallerProof, isBad } from './proofs.ts';
import * as requests from './requests.ts';

/** What the simulator knows about its caller. */
export interface CallerIdentity {
  readonly clientId: string;
  readonly path: string;
  /** PEM; null where nothing is signed. */
  readonly publicKey: string | null;
}

const proofs: readonly CallerProof[] = [
  requests.address,
  requests.headers,
  requests.signatureParts,
  requests.signature,
  requests.requestTime,
  requests.mediaType,
  requests.customerAndEnv,
  requests.region,
  requests.quantity,
  ...operations.getPaymentCode.request.flatMap((field) =>
    field.rules.flatMap((rule) => constraintProof(field, rule) ?? []),
  ),
];

/** One sentence per fault, each once; none for a request in order. */
export function requestFindings(exchange: Exchange, caller: CallerIdentity): string[] {
  const turn = readTurn(exchange, caller.clientId, null);
  const found = proofs.flatMap((proof) => proof(recordOf(turn, caller)).map(({ judged }) => judged));
  return [...new Set(found.filter(isBad).map(({ received, expected }) => `${received}; expected: ${expected}`))];
}

/** A record of this one request, for which nobody asked anything else than it says. */
function recordOf(turn: Turn, { clientId, path, publicKey }: CallerIdentity): Recorded {
  const text = (name: string) => (typeof turn.body?.[name] === 'string' ? { [name]: String(turn.body[name]) } : {});
  const asked = { customerId: '', ...text('customerId'), ...text('region'), ...text('codeQuantity') };
  const action = { id: 'alone', title: '', asked, steps: [] };
  return {
    settings: {
      clientId,
      paths: { getPaymentCode: path },
      signing: { mode: publicKey === null ? 'off' : 'required', keyVersion: '', privateKey: null, publicKey },
      client: { listen: 'localhost', trigger: null, triggerTimeoutMs: 0, retryWindowMs: null, timeoutMs: null },
      strict: false,
    },
    plays: [{ action, turns: [turn], trigger: turn.exchange, outcome: null, triggerFault: null }],
    missing: [],
  };
}
