/** Traffic between other parties as a Record: each call that goes to the path of an API becomes an exchange, the others are counted. */
import { createHash, type KeyObject } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { RequestSpec } from '../request/request-spec.ts';
import { header } from '../wire/answer.ts';
import type { Exchange, WireResponse } from '../wire/exchange.ts';
import type { ObservedCall } from '../wire/http-conversation.ts';
import type { RunRecord } from './record.ts';
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

/** One call as it is judged. */
export interface CollectedCall {
  readonly exchange: Exchange;
  /** As it came: its messages stay in memory for as long as it is held. */
  readonly whole: Exchange;
  readonly spec: RequestSpec;
}

/** Equal requests are known by so many names: older ones are forgotten, and their repeats count from the start. */
const mostNames = 10_000;
/** Specs that are shared. */
const mostSpecs = 1000;

/** Collects calls as they come. */
export class TrafficCollector {
  /** Ids of exchanges whose request or answer was written anew; they grow. */
  readonly inexact = { request: new Set<string>(), response: new Set<string>() };
  private readonly exchanges: Exchange[] = [];
  private readonly attempts = new Map<string, number>();
  /** Most requests are read as the same few specs. */
  private readonly specs = new Map<string, RequestSpec>();
  private others = 0;

  constructor(private readonly reading: TrafficReading) {}

  /** Null where its path is of no API. */
  add(call: TrafficCall): CollectedCall | null {
    const operation = operationAt(call.request.path, this.reading.paths);
    if (operation === null) {
      this.others += 1;
      return null;
    }
    const name = nameOf(operation, call);
    const whole: Exchange = {
      id: `x${this.exchanges.length + 1}`,
      operation,
      probe: `${name}/${this.attemptOf(name)}`,
      title: call.from,
      marker: '',
      startedAt: call.startedAt,
      durationMs: call.durationMs,
      request: call.request,
      response: call.response && decoded(call.response),
      noAnswer: call.noAnswer,
    };
    if (!call.exact.request || call.requestCut) this.inexact.request.add(whole.id);
    if (!call.exact.response || call.response?.truncated) this.inexact.response.add(whole.id);
    const spec = this.shared(trafficSpec(whole, this.reading.callerKey(operation)));
    const exchange = this.reading.keep(whole);
    this.exchanges.push(exchange);
    return { exchange, whole, spec };
  }

  /** All that was collected. Nobody planned it: there are no requests of a plan in it. */
  record(): TrafficRecord {
    const { inexact, others, exchanges } = this;
    const identity = { id: 'traffic', startedAt: exchanges[0]?.startedAt ?? 0 };
    return { identity, stopped: null, slowedTo: null, requests: [], exchanges, inexact, others };
  }

  private attemptOf(name: string): number {
    const attempt = (this.attempts.get(name) ?? 0) + 1;
    this.attempts.delete(name);
    this.attempts.set(name, attempt);
    if (this.attempts.size > mostNames) this.attempts.delete(this.attempts.keys().next().value!);
    return attempt;
  }

  private shared(spec: RequestSpec): RequestSpec {
    const text = JSON.stringify(spec);
    const known = this.specs.get(text) ?? spec;
    if (this.specs.size < mostSpecs) this.specs.set(text, known);
    return known;
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
  return createHash('sha256').update(`${operation} ${method} `).update(body).digest().toString('base64url', 0, 12);
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
