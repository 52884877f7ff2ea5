/** A simulated Alipay+ server for an MPP's caller: records every request byte for byte and answers by a script. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Exchange,
  headerPairs,
  type NoAnswer,
  type WireRequest,
  type WireResponse,
} from '../engine/wire/exchange.ts';
import { type Identity, identityOf, otherKey, type Reply, replyTo } from './answers.ts';
import { type Script, type Step, stepAt } from './script.ts';

export interface SimulatorOptions {
  /** host:port; port 0 for a free one. */
  readonly listen: string;
  readonly keys: {
    /** Alipay+'s own private key, PEM; null to sign nothing. */
    readonly privateKey: string | null;
  };
  readonly clientId: string;
  readonly keyVersion?: string;
  /** Played while no action is open; S where left out. */
  readonly script?: Script;
  /** Delay of `late`; slightly more than the 5 s that the documentation recommends as the caller's time-out. */
  readonly lateMs?: number;
  /** How long a request without an answer is held before the connection is closed. */
  readonly holdMs?: number;
  /** Called when an exchange ends. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/** A running simulator. */
export interface Simulator {
  readonly url: string;
  readonly port: number;
  /** Finished exchanges, in the order of their requests. */
  readonly inbox: readonly Exchange[];
  /** Requests that are not answered yet. */
  readonly pending: number;
  /** Opens an action: later requests are recorded under its name and answered by its steps. Null closes it. */
  setScript(action: string | null, steps: readonly Step[], title?: string): void;
  close(): Promise<void>;
}

/** The simulator cannot listen; `message` is a sentence, `cure` says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly cure: string;

  constructor(says: string, cure: string) {
    super(says);
    this.cure = cure;
  }
}

/** The script that is played, and its current step. */
interface Action {
  readonly name: string;
  readonly title: string;
  readonly script: Script;
  requests: number;
}

const maxBodyBytes = 1024 * 1024;
const maxHeaderBytes = 64 * 1024;

/** The name of requests that arrive while no action is open. */
export const outsideActions = 'unasked';

/** Starts the simulator. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const identity = identityOf(options.clientId, options.keyVersion ?? '1', options.keys.privateKey);
  const script = options.script ?? { steps: [{ answer: 'S' }], afterwards: 'last' };
  const idle: Action = { name: outsideActions, title: 'no action is open', script, requests: 0 };
  const desk = new ActionState(options, identity, idle);
  const server = createServer({ maxHeaderSize: maxHeaderBytes, keepAliveTimeout: 60_000 }, (request, response) => {
    void desk.serve(request, response);
  });
  const { host, port } = await listening(server, options.listen);
  void otherKey();
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    get inbox() {
      return desk.inbox();
    },
    get pending() {
      return desk.pending;
    },
    setScript: (name, steps, title = name ?? '') => {
      desk.action = name === null ? idle : { name, title, script: { steps, afterwards: 'last' }, requests: 0 };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server, listen: string): Promise<{ host: string; port: number }> {
  const at = listen.lastIndexOf(':');
  const host = listen.slice(0, at).replace(/^\[(.*)\]$/, '$1') || '127.0.0.1';
  const port = Number(listen.slice(at + 1));
  if (at < 0 || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ListenError(`"${listen}" is not an address to listen on`, 'Write host and port, as in 127.0.0.1:9000.');
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { host, port: typeof address === 'object' && address !== null ? address.port : port };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const place = `${host}:${port}`;
  if (error.code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} of ${host} is in use`,
      'Stop the program that listens there, or choose another port.',
    );
  }
  if (error.code === 'EACCES')
    return new ListenError(`No permission to listen on ${place}`, 'Choose a port above 1023.');
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new ListenError(
      `${host} is not an address of this machine`,
      'Listen on 127.0.0.1, or on 0.0.0.0 for all addresses.',
    );
  }
  return error;
}

/** Handles requests, one at a time or concurrently. */
class ActionState {
  action: Action;
  pending = 0;
  private arrivals = 0;
  private readonly done: { readonly arrival: number; readonly exchange: Exchange }[] = [];
  private readonly options: SimulatorOptions;
  private readonly identity: Identity;

  constructor(options: SimulatorOptions, identity: Identity, idle: Action) {
    this.options = options;
    this.identity = identity;
    this.action = idle;
  }

  inbox(): Exchange[] {
    return this.done.sort((a, b) => a.arrival - b.arrival).map(({ exchange }) => exchange);
  }

  async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { action } = this;
    const step = stepAt(action.script, action.requests);
    action.requests += 1;
    this.pending += 1;
    this.arrivals += 1;
    const arrival = this.arrivals;
    const ordinal = action.requests;
    const startedAt = Date.now();
    const startedTick = performance.now();
    const ended = await this.play(incoming, response, step);
    const exchange: Exchange = {
      id: `x${arrival}`,
      operation: 'getPaymentCode',
      probe: action.name,
      title: `${action.title}: request ${ordinal}, answered with ${step.answer}`,
      marker: '',
      startedAt,
      durationMs: performance.now() - startedTick,
      ...ended,
    };
    this.pending -= 1;
    this.done.push({ arrival, exchange });
    this.options.onExchange?.(exchange);
  }

  /** Plays one step and returns what was sent and received. */
  private async play(incoming: IncomingMessage, response: ServerResponse, step: Step): Promise<ActionEnd> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const head = headOf(incoming);
    if (step.answer === 'resetBefore') {
      incoming.socket.resetAndDestroy();
      return withoutAnswer(
        { ...head, body: Buffer.alloc(0) },
        'reset',
        'the connection was reset before the request was read',
      );
    }
    const request = { ...head, body: await bodyOf(incoming) };
    if (step.answer === 'resetAfter') {
      await wait(step.delayMs ?? 0, gone.signal);
      incoming.socket.resetAndDestroy();
      return withoutAnswer(request, 'reset', 'the connection was reset after the request was read');
    }
    await wait(this.waitOf(step), gone.signal);
    if (gone.signal.aborted) {
      const kind = step.answer === 'never' || step.answer === 'late' ? 'timeout' : 'aborted';
      return withoutAnswer(request, kind, 'the caller closed the connection before an answer');
    }
    if (step.answer === 'never') {
      incoming.socket.destroy();
      return withoutAnswer(request, 'timeout', 'the caller was still waiting when the connection was closed');
    }
    const reply = await replyTo(request, step.answer, this.identity);
    // Signing took a while: whoever left meanwhile would never be heard of again.
    const delivered = !gone.signal.aborted && (await sent(response, reply));
    return delivered ? { request, response: { ...reply, truncated: false }, noAnswer: null } : aborted(request);
  }

  private waitOf({ answer, delayMs }: Step): number {
    if (delayMs !== undefined) return delayMs;
    if (answer === 'late') return this.options.lateMs ?? 6000;
    return answer === 'never' ? (this.options.holdMs ?? 30_000) : 0;
  }
}

interface ActionEnd {
  readonly request: WireRequest;
  readonly response: WireResponse | null;
  readonly noAnswer: Exchange['noAnswer'];
}

function withoutAnswer(request: WireRequest, kind: NoAnswer, says: string): ActionEnd {
  return { request, response: null, noAnswer: { kind, says } };
}

const aborted = (request: WireRequest): ActionEnd =>
  withoutAnswer(request, 'aborted', 'the caller closed the connection while it was answered');

function headOf(incoming: IncomingMessage): Omit<WireRequest, 'body'> {
  return { method: incoming.method ?? '', path: incoming.url ?? '', headers: headerPairs(incoming.rawHeaders) };
}

/** Reads a body to its end and keeps its first MiB. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const parts: AsyncIterable<Buffer> = incoming;
    for await (const chunk of parts) {
      if (size < maxBodyBytes) chunks.push(chunk);
      size += chunk.length;
    }
  } catch {
    // The caller broke off: what came so far is what there is to judge.
  }
  return Buffer.concat(chunks).subarray(0, maxBodyBytes);
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0 && !signal.aborted) await pause(ms, undefined, { signal }).catch(() => {});
}

/** Sends a complete reply; false where the caller closed the connection before. */
function sent(response: ServerResponse, { status, headers, body }: Reply): Promise<boolean> {
  return new Promise((resolve) => {
    response.sendDate = false;
    response.on('finish', () => resolve(true));
    response.on('close', () => resolve(response.writableFinished));
    response.writeHead(status, headers.flat());
    response.end(body);
  });
}
