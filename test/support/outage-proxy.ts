/** A fault-injecting reverse proxy on loopback: outages at planned moments in front of any HTTP or HTTPS target. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { request as requestTls } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Outage, OutageKind } from './outages.ts';

/** What the proxy did so far. */
export interface OutageCounts {
  /** Requests that arrived here; refused connections are not among them. */
  requests: number;
  /** Requests whose answer of the target was handed back in full. */
  answered: number;
  /** Requests that were under way when the listener closed. */
  cut: number;
  reset: number;
  /** Requests that the target handled and whose answer was thrown away. */
  lostAnswers: number;
  badGateway: number;
  tooMany: number;
  delayed: number;
  /** Requests that the target itself left without an answer. */
  targetErrors: number;
  outages: Record<OutageKind, number>;
}

/** What an outage does where its kind leaves that open. */
type Effect = Pick<Outage, 'latencyMs' | 'status'>;

/** A running proxy. */
export interface OutageProxy {
  readonly url: string;
  readonly port: number;
  readonly counts: OutageCounts;
  /** Starts an outage of this kind at once; it lasts until `end` is called for it. */
  begin(kind: OutageKind, effect?: Effect): Promise<void>;
  end(kind: OutageKind): Promise<void>;
  /** Resolves when every planned outage is over. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** What to put in front of a target. */
export interface OutageProxyOptions {
  /** URL of the target. */
  readonly target: string;
  readonly outages?: readonly Outage[];
  /** At all times: more requests than this within one second get a bare 429, or what `limitedAs` says. */
  readonly limitPerSecond?: number;
  /** JSON with which requests over the limit are answered, with HTTP 200. */
  readonly limitedAs?: object;
  /** Certificate authority of an HTTPS target. */
  readonly ca?: string;
}

const NGINX_PAGE = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
const gatewayTitles = {
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
} as const;
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'te', 'upgrade']);

/** Starts a proxy in front of the target; planned outages are counted from the first request on. */
export async function startOutageProxy(options: OutageProxyOptions): Promise<OutageProxy> {
  const proxy = new FaultyProxy(options);
  await proxy.open();
  return proxy;
}

class FaultyProxy implements OutageProxy {
  readonly counts: OutageCounts = emptyCounts();
  port = 0;
  readonly #target: URL;
  readonly #active = new Map<OutageKind, Required<Effect> & { depth: number }>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #underWay = new Set<ServerResponse>();
  readonly #server: Server;
  readonly #planned: { outage: Outage; over: Promise<void>; resolve: () => void; started: boolean }[];
  #openings: Promise<void> = Promise.resolve();
  #closed = false;
  #arrivals: number[] = [];

  constructor(readonly options: OutageProxyOptions) {
    this.#target = new URL(options.target);
    this.#server = createServer((incoming, outgoing) => this.#handle(incoming, outgoing));
    this.#planned = (options.outages ?? []).map((outage) => {
      let resolve = () => {};
      const over = new Promise<void>((done) => {
        resolve = done;
      });
      return { outage, over, resolve, started: false };
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}${this.#target.pathname.replace(/\/$/, '')}`;
  }

  async open(): Promise<void> {
    await this.#listen();
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async begin(kind: OutageKind, { latencyMs = 200, status = 502 }: Effect = {}): Promise<void> {
    const depth = (this.#active.get(kind)?.depth ?? 0) + 1;
    this.#active.set(kind, { depth, latencyMs, status });
    this.counts.outages[kind] += 1;
    if (kind === 'refused' && depth === 1) await this.#queue(() => this.#stopListening());
  }

  async end(kind: OutageKind): Promise<void> {
    const active = this.#active.get(kind);
    if (!active) return;
    if (active.depth > 1) {
      this.#active.set(kind, { ...active, depth: active.depth - 1 });
      return;
    }
    this.#active.delete(kind);
    if (kind === 'refused' && !this.#closed) await this.#queue(() => this.#listen());
  }

  async settled(): Promise<void> {
    await Promise.all(this.#planned.map((each) => each.over));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const each of this.#planned) each.resolve();
    await this.#queue(() => this.#stopListening());
  }

  /** One after the other, since a listener that opens must not meet one that closes. */
  #queue(step: () => Promise<void>): Promise<void> {
    this.#openings = this.#openings.then(step);
    return this.#openings;
  }

  async #listen(): Promise<void> {
    if (this.#closed || this.#server.listening) return;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }

  async #stopListening(): Promise<void> {
    this.counts.cut += this.#underWay.size;
    this.#underWay.clear();
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    this.counts.requests += 1;
    this.#startPlanned();
    this.#underWay.add(outgoing);
    outgoing.once('close', () => this.#underWay.delete(outgoing));
    if (this.#active.has('refused')) return void cutOff(incoming);
    if (this.#active.has('reset')) {
      this.counts.reset += 1;
      return void cutOff(incoming);
    }
    const gateway = this.#active.get('bad-gateway');
    if (gateway) {
      this.counts.badGateway += 1;
      return void page(incoming, outgoing, gateway.status, NGINX_PAGE(gatewayTitles[gateway.status]));
    }
    if (this.#active.has('too-many') || this.#isOverLimit()) {
      this.counts.tooMany += 1;
      const { limitedAs } = this.options;
      if (limitedAs) return void page(incoming, outgoing, 200, JSON.stringify(limitedAs), 'application/json');
      return void page(incoming, outgoing, 429, '');
    }
    const latency = this.#active.get('latency');
    if (!latency) return void this.#forward(incoming, outgoing);
    this.counts.delayed += 1;
    this.#after(latency.latencyMs, () => this.#forward(incoming, outgoing));
  }

  #forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (outgoing.destroyed) return;
    const send = this.#target.protocol === 'https:' ? requestTls : request;
    const onward = send(
      {
        host: this.#target.hostname,
        port: this.#target.port,
        path: incoming.url,
        method: incoming.method,
        headers: endToEnd(incoming.rawHeaders) as unknown as string[],
        agent: false,
        ca: this.options.ca,
      },
      (answer) => this.#handBack(answer, outgoing),
    );
    onward.on('error', () => {
      this.counts.targetErrors += 1;
      cutOff(incoming);
    });
    outgoing.once('close', () => outgoing.writableFinished || onward.destroy());
    incoming.pipe(onward);
  }

  #handBack(answer: IncomingMessage, outgoing: ServerResponse): void {
    if (this.#active.has('lost-answer')) {
      answer.resume();
      answer.once('end', () => {
        this.counts.lostAnswers += 1;
        cutOff(outgoing.req);
      });
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.rawHeaders));
    outgoing.once('finish', () => {
      this.counts.answered += 1;
    });
    answer.once('error', () => cutOff(outgoing.req));
    answer.pipe(outgoing);
  }

  #startPlanned(): void {
    const { requests } = this.counts;
    for (const each of this.#planned) {
      const { start } = each.outage;
      const isDue = 'ms' in start ? requests === 1 : requests >= start.request;
      if (each.started || !isDue) continue;
      each.started = true;
      if ('ms' in start) this.#after(start.ms, () => this.#run(each));
      else this.#run(each);
    }
  }

  #run({ outage, resolve }: { outage: Outage; resolve: () => void }): void {
    void this.begin(outage.kind, outage);
    this.#after(outage.lengthMs, () => void this.end(outage.kind).then(resolve));
  }

  #after(ms: number, step: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      step();
    }, ms);
    this.#timers.add(timer);
  }

  #isOverLimit(): boolean {
    const { limitPerSecond } = this.options;
    if (limitPerSecond === undefined) return false;
    const now = performance.now();
    this.#arrivals = this.#arrivals.filter((arrival) => now - arrival < 1000);
    if (this.#arrivals.length >= limitPerSecond) return true;
    this.#arrivals.push(now);
    return false;
  }
}

function emptyCounts(): OutageCounts {
  return {
    requests: 0,
    answered: 0,
    cut: 0,
    reset: 0,
    lostAnswers: 0,
    badGateway: 0,
    tooMany: 0,
    delayed: 0,
    targetErrors: 0,
    outages: { refused: 0, reset: 0, 'lost-answer': 0, 'bad-gateway': 0, 'too-many': 0, latency: 0 },
  };
}

function cutOff(incoming: IncomingMessage): void {
  const socket = incoming.socket as Socket | null;
  socket?.resetAndDestroy();
}

function page(incoming: IncomingMessage, outgoing: ServerResponse, status: number, body: string, type = 'text/html') {
  incoming.resume();
  if (body) outgoing.setHeader('Content-Type', type);
  outgoing.writeHead(status, { 'Content-Length': Buffer.byteLength(body) }).end(body);
}

/** Headers as they were written, in their order and case, without those that belong to one connection. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (!HOP_BY_HOP.has(rawHeaders[index]!.toLowerCase())) kept.push(rawHeaders[index]!, rawHeaders[index + 1]!);
  }
  return kept;
}
