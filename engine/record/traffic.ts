/** Traffic between other parties as a Record: each call that goes to the path of an API becomes an exchange, the others are counted. */
import { createHash, type KeyObject } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { header } from '../wire/answer.ts';
import type { Exchange, WireResponse } from '../wire/exchange.ts';
import type { ObservedCall } from '../wire/http-conversation.ts';
import type { RecordedRequest, RunRecord } from './record.ts';
import { trafficSpec } from './traffic-spec.ts';

/** A call with what is known of its bytes: a body that a tool wrote anew cannot be evidence about a signature. */
export interface TrafficCall extends ObservedCall {
  /** Whether the bodies are known to be the bytes of the wire. */
  readonly exact: { readonly request: boolean; readonly response: boolean };
  /** Where it comes from, for the report: `calls.har, entry 12`. */
  readonly from: string;
}

/** What traffic is read with. */
export interface TrafficReading {
  /** Path by operation. */
  readonly paths: Readonly<Record<string, string>>;
  /** The public key of the caller of an operation; null where it is not known. */
  readonly callerKey: (operation: string) => KeyObject | null;
  /** Keeps an exchange; its messages may leave memory meanwhile. */
  readonly keep: (exchange: Exchange) => Exchange;
}

/** A Record of calls that nobody planned. */
export interface TrafficRecord extends RunRecord {
  /** Ids of exchanges whose request or answer was written anew by a tool. */
  readonly inexact: { readonly request: ReadonlySet<string>; readonly response: ReadonlySet<string> };
  /** Calls to other paths. */
  readonly others: number;
}

/** Collects calls as they come. */
export class TrafficCollector {
  private readonly exchanges: Exchange[] = [];
  private readonly requests: RecordedRequest[] = [];
  private readonly attempts = new Map<string, number>();
  private readonly inexact = { request: new Set<string>(), response: new Set<string>() };
  private others = 0;

  constructor(private readonly reading: TrafficReading) {}

  /** A record of this one call; null where its path is of no API. */
  add(call: TrafficCall): TrafficRecord | null {
    const operation = operationAt(call.request.path, this.reading.paths);
    if (operation === null) {
      this.others += 1;
      return null;
    }
    const id = `x${this.exchanges.length + 1}`;
    const name = nameOf(operation, call);
    const attempt = (this.attempts.get(name) ?? 0) + 1;
    this.attempts.set(name, attempt);
    const exchange: Exchange = {
      id,
      operation,
      probe: `${name}/${attempt}`,
      title: call.from,
      marker: '',
      startedAt: call.startedAt,
      durationMs: call.durationMs,
      request: call.request,
      response: call.response && decoded(call.response),
      noAnswer: call.noAnswer,
    };
    const spec = trafficSpec(exchange, this.reading.callerKey(operation));
    if (!call.exact.request || call.requestCut) this.inexact.request.add(id);
    if (!call.exact.response || call.response?.truncated) this.inexact.response.add(id);
    const attempts = [{ exchange: id, user: null, token: '' }];
    const request: RecordedRequest = { operation, name, spec, attempts, ended: 'settled' };
    this.exchanges.push(this.reading.keep(exchange));
    this.requests.push(request);
    return this.recordOf([request], [exchange]);
  }

  /** All that was collected. */
  record(): TrafficRecord {
    return this.recordOf(this.requests, this.exchanges);
  }

  private recordOf(requests: readonly RecordedRequest[], exchanges: readonly Exchange[]): TrafficRecord {
    const identity = { id: 'traffic', startedAt: exchanges[0]?.startedAt ?? 0 };
    const { inexact, others } = this;
    return { identity, stopped: null, slowedTo: null, requests, exchanges, inexact, others };
  }
}

/** The operation whose path a call goes to, below any prefix. */
export function operationAt(path: string, paths: Readonly<Record<string, string>>): string | null {
  const [plain = ''] = path.split('?');
  const found = Object.entries(paths).find(([, own]) => plain === own || plain.endsWith(own));
  return found ? found[0] : null;
}

/** Equal requests have equal names: the same operation, method and body. */
function nameOf(operation: string, { request: { method, body } }: TrafficCall): string {
  return createHash('sha256').update(`${operation} ${method} `).update(body).digest('hex').slice(0, 16);
}

const decoders = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync } as const;
const decodedLimitBytes = 1024 * 1024;

/** The answer as it was before it was compressed on the way: that is what was signed. */
function decoded(response: WireResponse): WireResponse {
  const coding = header(response.headers, 'Content-Encoding')?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(decoders, coding) || response.body.length === 0) return response;
  try {
    const body = decoders[coding as keyof typeof decoders](response.body, { maxOutputLength: decodedLimitBytes });
    return { ...response, body };
  } catch {
    return response;
  }
}
