/** Traffic between other parties as a Record: each call that goes to the path of an API becomes an exchange, the others are counted. */
import { createHash, type KeyObject } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { RequestSpec } from '../request/request-spec.ts';
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
  /** What most requests carry. */
  readonly usual: {
    readonly clientId: string | null;
    /** The whole path by operation, with what a gateway puts in front. */
    readonly paths: Readonly<Record<string, string>>;
  };
}

/** Counts texts; where there are very many different ones, only those that came early. */
class TextCounts {
  private readonly counts = new Map<string, number>();

  add(text: string): void {
    const count = this.counts.get(text);
    if (count !== undefined || this.counts.size < mostTexts) this.counts.set(text, (count ?? 0) + 1);
  }

  most(): string | null {
    let best: string | null = null;
    for (const [text, count] of this.counts) if (best === null || count > this.counts.get(best)!) best = text;
    return best;
  }
}

const mostTexts = 1000;

/** Collects calls as they come. */
export class TrafficCollector {
  private readonly exchanges: Exchange[] = [];
  private readonly requests: RecordedRequest[] = [];
  private readonly attempts = new Map<string, number>();
  private readonly inexact = { request: new Set<string>(), response: new Set<string>() };
  private readonly clientIds = new TextCounts();
  private readonly pathsOf = new Map<string, TextCounts>();
  /** Most requests are read as the same few specs. */
  private readonly specs = new Map<string, RequestSpec>();
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
    this.countUsual(exchange);
    const spec = this.shared(trafficSpec(exchange, this.reading.callerKey(operation)));
    if (!call.exact.request || call.requestCut) this.inexact.request.add(id);
    if (!call.exact.response || call.response?.truncated) this.inexact.response.add(id);
    const attempts = [{ exchange: id, user: null, token: '' }] as const;
    const request: RecordedRequest = { operation, name, spec, attempts, ended: 'settled' };
    this.exchanges.push(this.reading.keep(exchange));
    this.requests.push(request);
    return this.recordOf([request], [exchange]);
  }

  /** All that was collected. */
  record(): TrafficRecord {
    return this.recordOf(this.requests, this.exchanges);
  }

  private countUsual({ operation, request: { path, headers } }: Exchange): void {
    const clientId = header(headers, 'Client-Id');
    if (clientId !== null) this.clientIds.add(clientId);
    const paths = this.pathsOf.get(operation) ?? new TextCounts();
    this.pathsOf.set(operation, paths);
    paths.add(path);
  }

  private shared(spec: RequestSpec): RequestSpec {
    const text = JSON.stringify(spec);
    const known = this.specs.get(text) ?? spec;
    if (this.specs.size < mostTexts) this.specs.set(text, known);
    return known;
  }

  private recordOf(requests: readonly RecordedRequest[], exchanges: readonly Exchange[]): TrafficRecord {
    const identity = { id: 'traffic', startedAt: exchanges[0]?.startedAt ?? 0 };
    const { inexact, others } = this;
    const paths = [...this.pathsOf].map(([operation, counts]) => [operation, counts.most()!] as const);
    const usual = { clientId: this.clientIds.most(), paths: Object.fromEntries(paths) };
    return { identity, stopped: null, slowedTo: null, requests, exchanges, inexact, others, usual };
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
