/** A line on stderr for each request that a reference server answers, and below it what is wrong with its signature. */
import type { ServerResponse } from 'node:http';
import { diagnoseRequest } from '../../engine/diagnosis/signature-cases.ts';
import { answerOf, header } from '../../engine/wire/answer.ts';
import { type Exchange, headerPairs } from '../../engine/wire/exchange.ts';
import { oneLine } from '../../reporters/escape.ts';

/** One answered call, as far as the log shows it. */
interface Logged {
  readonly method: string;
  readonly target: string;
  /** Names and values in turn, as they were on the wire. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** What the server verifies requests with; keys in PEM. */
export interface Verifying {
  readonly clientId: string;
  /** Verifies the requests. */
  readonly publicKey: string;
  /** The server's own key: callers take it by mistake. */
  readonly ownPrivateKey: string;
}

/** The part of a server's behaviour that writes an answer. */
export interface Loggable {
  readonly deliver: (response: ServerResponse, reply: Reply, call: never) => void | Promise<void>;
}

interface Reply {
  status: number;
  headers: [name: string, value: string][];
  body: string;
}

/** The behaviour, with a log of each answer; `verifying` is null where nothing is signed. */
export function logging<B extends Loggable>(
  behaviour: B,
  verifying: Verifying | null,
  write: (line: string) => void,
): B {
  const deliver = async (response: ServerResponse, reply: Reply, call: never) => {
    await behaviour.deliver(response, reply, call);
    for (const line of logLines(call, reply, verifying)) write(line);
  };
  return { ...behaviour, deliver };
}

/** The lines about one call: method, path and result, then the fault of its signature where it was refused for that. */
function logLines(call: Logged, reply: Reply, verifying: Verifying | null): string[] {
  const exchange = exchangeOf(call, reply);
  const { code, http, result } = answerOf(exchange);
  const text = result ? `${String(result.resultStatus)}/${String(result.resultCode)}` : `HTTP ${http}`;
  // A query may name people.
  const path = call.target.replace(/\?.*$/s, '?…');
  const first = `${oneLine(call.method)} ${oneLine(path)}  ${oneLine(text)}`;
  if (code !== 'INVALID_SIGNATURE' || verifying === null) return [first];
  return [first, `  signature: ${oneLine(signatureFault(exchange, verifying))}`];
}

function exchangeOf(call: Logged, { status, headers, body }: Reply): Exchange {
  return {
    ...{ id: '', operation: '', probe: '', title: '', marker: '', startedAt: 0, durationMs: 0, noAnswer: null },
    request: { method: call.method, path: call.target, headers: headerPairs(call.rawHeaders), body: call.body },
    response: { status, headers, body: Buffer.from(body), truncated: false },
  };
}

function signatureFault(exchange: Exchange, { clientId, publicKey, ownPrivateKey }: Verifying): string {
  const { headers } = exchange.request;
  const missing = ['Signature', 'Request-Time', 'Client-Id'].find((name) => header(headers, name) === null);
  if (missing) return `the request has no ${missing} header.`;
  const signing = { mode: 'required', keyVersion: '1', privateKey: ownPrivateKey, publicKey } as const;
  const found = diagnoseRequest(exchange, { target: 'http://127.0.0.1', clientId, paths: {}, signing });
  return found ? `${found.says} ${found.cure}` : 'it verifies; the header is not written as the documents have it.';
}
