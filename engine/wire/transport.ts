/** Requests over HTTP with undici: own deadlines, no redirects, answers read to a limit and recorded as bytes. */

import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import type { Dispatcher } from 'undici';
import type { RunSettings } from '../settings.ts';
import { guardAnswer } from './answer-guard.ts';
import { bodyLimitBytes, headerLimit, headLimitBytes } from './answer-limits.ts';
import type { NoAnswer, WireRequest, WireResponse } from './exchange.ts';
import { isLoopback } from './loopback.ts';
import { agentClass, proxyAgentClass } from './undici.ts';

/** What came back for one request. */
export interface Delivery {
  /** Id of the exchange, where it was recorded before. */
  readonly id?: string;
  /** The request as it was really sent, where that is recorded. */
  readonly request?: WireRequest;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly response: WireResponse | null;
  readonly noAnswer: { readonly kind: NoAnswer; readonly says: string } | null;
}

/** A delivery, and whether it went out on a connection that nothing was sent on before. */
interface Sent extends Delivery {
  readonly onNewSocket: boolean;
}

/** Sends requests; the live one uses the network, `verify` and tests bring recorded answers. */
export interface Transport {
  /** `probe` is the stable name of the request in its run. */
  send(request: WireRequest, probe: string): Promise<Delivery>;
  close(): Promise<void>;
}

type TransportSettings = Pick<RunSettings, 'target' | 'timeoutMs' | 'concurrency' | 'tls'>;

/** A transport to the target's origin over the network. */
export function networkTransport(settings: TransportSettings): Transport {
  const { origin } = new URL(settings.target);
  const dispatcher = dispatcherFor(settings);
  const fresh = dispatcherFor(settings, { keepAlive: false });
  watchSockets();
  return {
    send: async (request) => {
      const { onNewSocket, ...delivery } = await whenThereIsRoom(() =>
        deliver(dispatcher, origin, request, settings.timeoutMs),
      );
      // A server may close an idle connection at any moment. A request that met a closed one was never read: it is sent
      // again on a connection of its own. A reset on a new connection is the target's doing and stands; so does one after which
      // nobody listens any more: the request may have been read, and have ended the target.
      if (delivery.noAnswer?.kind !== 'reset' || onNewSocket) return delivery;
      const { onNewSocket: _, ...again } = await whenThereIsRoom(() =>
        deliver(fresh, origin, request, settings.timeoutMs),
      );
      return again.noAnswer?.kind === 'refused' ? delivery : again;
    },
    // Destroyed, not closed: a target that never answers must not keep the process alive.
    close: async () => {
      await Promise.all([dispatcher.destroy(), fresh.destroy()]);
    },
  };
}

/** Errors of the machine that the suite runs on: too many files, no memory or no port for another connection. */
const shortages = ['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EADDRNOTAVAIL'] as const;
export type Shortage = (typeof shortages)[number];
const shortageWaits = { most: 100, eachMs: 100 };

/** Sends when connections under way have ended, where the machine has no room for another one; throws where it stays so. */
async function whenThereIsRoom(send: () => Promise<Sent>): Promise<Sent> {
  for (let waits = 1; ; waits += 1) {
    try {
      return await send();
    } catch (error) {
      if (waits > shortageWaits.most) throw error;
      await new Promise((done) => setTimeout(done, shortageWaits.eachMs));
    }
  }
}

/** A request that undici is about to write, and what it is told of the connection. */
interface Starting {
  readonly request: WireRequest;
  onSocket(isNew: boolean): void;
}

let starting: Starting | null = null;
const usedSockets = new WeakSet<object>();
let watching = false;

/** Learns from undici on which connection a request goes out: it tells that right after the request has started. */
function watchSockets(): void {
  if (watching) return;
  watching = true;
  subscribe('undici:client:sendHeaders', (message) => {
    const { headers, socket } = message as { headers: string; socket: object };
    // Others in this process use undici too.
    if (!starting || !isFor(starting.request, headers)) return;
    starting.onSocket(!usedSockets.has(socket));
    starting = null;
    usedSockets.add(socket);
    guardAnswer(socket);
  });
}

function dispatcherFor(
  { target, timeoutMs, concurrency, tls }: TransportSettings,
  { keepAlive = true } = {},
): Dispatcher {
  const read = (pathOrText: string | null) =>
    pathOrText === null ? undefined : pathOrText.includes('-----BEGIN') ? pathOrText : readFileSync(pathOrText);
  const connect = {
    ca: read(tls.ca),
    cert: read(tls.cert),
    key: read(tls.key),
    passphrase: tls.passphrase ?? undefined,
    timeout: timeoutMs,
    autoSelectFamily: true,
  };
  const options = {
    connections: concurrency,
    // With a pipelining of 0 every request has a connection of its own.
    pipelining: keepAlive ? 1 : 0,
    // Shorter than any server's own idle time, so that a closed idle connection is never reused.
    keepAliveTimeout: 1000,
    keepAliveMaxTimeout: 1000,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: headLimitBytes,
    connect,
  };
  const proxied = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name) && process.env[name]);
  const loopback = isLoopback(new URL(target).hostname);
  // A plain-text request is handed to the proxy whole: proxies of companies tunnel to TLS ports alone.
  const viaProxy = { ...options, requestTls: connect, proxyTunnel: false };
  if (proxied && !loopback) return new (proxyAgentClass())(viaProxy);
  return new (agentClass())(options);
}

/** One request and its complete answer; every end that is none of these is a reason. Throws where this machine could not send it. */
function deliver(dispatcher: Dispatcher, origin: string, request: WireRequest, timeoutMs: number): Promise<Sent> {
  const startedAt = Date.now();
  const begun = performance.now();
  return new Promise((done, lacking) => {
    let controller: Dispatcher.DispatchController | null = null;
    let isOver = false;
    let onNewSocket = false;
    const end = (came: Pick<Delivery, 'response' | 'noAnswer'>) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      const durationMs = Math.round((performance.now() - begun) * 10) / 10;
      done({ startedAt, durationMs, response: came.response, noAnswer: came.noAnswer, onNewSocket });
    };
    const fail = (error: unknown) => {
      if (!(shortages as readonly string[]).includes(codeOf(error)))
        return end({ response: null, noAnswer: reasonOf(error) });
      isOver = true;
      clearTimeout(timer);
      lacking(error);
    };
    // An own deadline over everything: connecting, waiting in line, and the last byte of the body.
    const timer = setTimeout(() => {
      fail(new DeadlineError(timeoutMs));
      controller?.abort(new DeadlineError(timeoutMs));
    }, timeoutMs);
    const answer = new IncomingAnswer((response) => end({ response, noAnswer: null }), fail);
    try {
      dispatcher.dispatch(dispatched(origin, request), {
        onRequestStart: (control) => {
          controller = control;
          if (isOver) control.abort(new DeadlineError(timeoutMs));
          else starting = { request, onSocket: (isNew) => (onNewSocket = isNew) };
        },
        onResponseStart: (control, status) => answer.start(status, rawHeadersOf(control)),
        onResponseData: (control, chunk) => {
          if (answer.add(chunk)) control.abort(new Error('the body is over the limit'));
        },
        onResponseEnd: () => answer.end(),
        onResponseError: (_, error) => fail(error),
      });
    } catch (error) {
      fail(error);
    }
  });
}

/** A proxy is sent the path behind the origin of the target. */
function isFor({ method, path }: WireRequest, head: string): boolean {
  return head.startsWith(`${method} `) && head.slice(0, head.indexOf('\r\n')).includes(path);
}

class DeadlineError extends Error {
  constructor(timeoutMs: number) {
    super(`nothing complete within ${timeoutMs} ms`);
  }
}

function dispatched(origin: string, { method, path, headers, body }: WireRequest): Dispatcher.DispatchOptions {
  return {
    origin,
    path,
    method,
    headers: flat(headers),
    body: body.length > 0 || method === 'POST' ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null,
  };
}

function flat(headers: WireRequest['headers']): string[] {
  const list: string[] = [];
  for (const [name, value] of headers) list.push(name, value);
  return list;
}

/** Names and values in turn, in the spelling of the wire. */
function rawHeadersOf(control: Dispatcher.DispatchController): readonly (Buffer | string)[] {
  return (control as unknown as { rawHeaders: (Buffer | string)[] | null }).rawHeaders ?? [];
}

/** An answer as it comes in, read to a limit. */
class IncomingAnswer {
  /** One buffer that grows: a chunk may be a single byte, and a million of them are no small thing. */
  private body = Buffer.alloc(0);
  private size = 0;
  private status = 0;
  private headers: [string, string][] = [];

  constructor(
    private readonly whole: (response: WireResponse) => void,
    private readonly fail: (error: unknown) => void,
  ) {}

  /** Interim answers (1xx) are followed by another start. */
  start(status: number, raw: readonly (Buffer | string)[]): void {
    this.status = status;
    this.headers = pairs(raw);
  }

  /** Whether the limit is reached: what follows is not read. */
  add(chunk: Uint8Array): boolean {
    const kept = chunk.subarray(0, bodyLimitBytes - this.size);
    const end = this.size + kept.length;
    if (end > this.body.length)
      this.body = Buffer.concat([this.body], Math.min(bodyLimitBytes, Math.max(512, end * 2)));
    this.body.set(kept, this.size);
    this.size = end;
    if (kept.length === chunk.length) return false;
    this.finish(true);
    return true;
  }

  end(): void {
    if (this.status === 0) this.fail(new Error('the answer ended before its head'));
    else this.finish(false);
  }

  private finish(truncated: boolean): void {
    const { status, headers, size } = this;
    // A copy: of the buffer no more is kept than was read.
    const body = this.body.length === size ? this.body : Buffer.from(this.body.subarray(0, size));
    this.whole({ status, headers, body, truncated });
  }
}

function pairs(flat: readonly (Buffer | string)[]): [string, string][] {
  const list: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length && list.length < headerLimit; i += 2) {
    // White space around a value is no part of it (RFC 9110, 5.5); the parser has taken off what stands before it.
    const value = flat[i + 1]!.toString('latin1' as never).replace(/[ \t]+$/, '');
    list.push([flat[i]!.toString('latin1' as never), value]);
  }
  return list;
}

type ConnectError = NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] };

function codeOf(error: unknown): string {
  const { code, errors } = error as ConnectError;
  return code ?? errors?.[0]?.code ?? '';
}

function reasonOf(error: unknown): { kind: NoAnswer; says: string } {
  const cause = error as ConnectError;
  const code = codeOf(error);
  const says = (cause.errors?.[0]?.message ?? cause.message ?? String(error)).replace(/\s+/g, ' ').slice(0, 200);
  return { kind: error instanceof DeadlineError ? 'timeout' : kindOf(code), says };
}

function kindOf(code: string): NoAnswer {
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'timeout';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code)) return 'refused';
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'dns';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return 'tls';
  if (/ABORT/.test(code)) return 'aborted';
  if (/^HPE_|HEADERS_OVERFLOW|RES_CONTENT_LENGTH|RESPONSE/.test(code)) return 'malformed';
  return 'reset';
}
