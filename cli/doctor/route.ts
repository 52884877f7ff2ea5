/** The route to the target: DNS, address, and the proxy that the environment configures. */
import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';
import type { Diagnosis } from '../../engine/report.ts';
import { headLimitBytes } from '../../engine/wire/answer-limits.ts';
import { isLoopback } from '../../engine/wire/loopback.ts';
import type { Environment } from '../terminal/environment.ts';
import { type Finding, okFinding, problem } from './finding.ts';

/** Opens connections to the target; `findings` say how far the checks got. */
export interface Route {
  readonly findings: readonly Finding[];
  /** Null where no connection is possible. */
  readonly open: (() => Promise<Socket>) | null;
  /** Plain HTTP requests are sent to the proxy with an absolute URL: its origin, and the login header. */
  readonly viaProxy?: { readonly origin: string; readonly login: string };
}

/** A host and port. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** Host and port of a URL. */
export function hostPortOf(url: URL): HostPort {
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
  };
}

/** Finds the route that a run takes: through the proxy of the environment, except for hosts on this machine. */
export async function findRoute(target: URL, env: Environment, timeoutMs: number): Promise<Route> {
  const proxy = proxyFor(target, env);
  if (proxy === null) return directRoute(hostPortOf(target), timeoutMs);
  const way = await directRoute(hostPortOf(proxy), timeoutMs);
  const via = `${hostPortOf(proxy).host}:${hostPortOf(proxy).port}`;
  if (way.open === null) {
    const { code, says } = way.findings.at(-1)!;
    const cure = 'Correct HTTPS_PROXY and HTTP_PROXY, or add the host of the target to NO_PROXY.';
    return {
      findings: [
        problem('proxy', 'fault', {
          code: 'proxy-unreachable',
          says: `The proxy ${via} cannot be reached (${code}): ${says}`,
          cure,
        }),
      ],
      open: null,
    };
  }
  const note = problem('proxy', 'note', {
    code: 'proxy-between',
    says: `Calls go through the proxy ${via} that the environment configures.`,
    cure: `Add ${target.hostname} to NO_PROXY to bypass it.`,
  });
  if (target.protocol === 'http:') {
    return { findings: [note], open: way.open, viaProxy: { origin: target.origin, login: loginOf(proxy) } };
  }
  const open = () => tunnel(way.open!, proxy, hostPortOf(target), timeoutMs);
  try {
    (await open()).destroy();
  } catch (error) {
    return { findings: [problem('proxy', 'fault', tunnelFault(via, error as TunnelError))], open: null };
  }
  return { findings: [note], open };
}

/** The header line for the login at a proxy; empty where its URL has no user. */
function loginOf(proxy: URL): string {
  const login = decodeURIComponent(`${proxy.username}:${proxy.password}`);
  return login === ':' ? '' : `Proxy-Authorization: Basic ${Buffer.from(login).toString('base64')}\r\n`;
}

/** The proxy that the environment configures for a URL, as undici reads it; null where calls go directly. */
export function proxyFor(target: URL, env: Environment): URL | null {
  if (isLoopback(target.hostname)) return null;
  const read = (name: string) => env[name.toLowerCase()] || env[name.toUpperCase()] || null;
  const plain = read('http_proxy');
  const text = target.protocol === 'https:' ? (read('https_proxy') ?? plain) : plain;
  if (text === null || isExempt(hostPortOf(target), read('no_proxy') ?? '')) return null;
  return URL.canParse(text) ? new URL(text) : null;
}

function isExempt({ host, port }: HostPort, list: string): boolean {
  return list.split(/[,\s]+/).some((entry) => {
    const [, name = '', ofPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (name === '' || (ofPort !== undefined && Number(ofPort) !== port)) return false;
    const domain = name.replace(/^\*?\./, '').toLowerCase();
    return name === '*' || host === domain || host.endsWith(`.${domain}`);
  });
}

async function directRoute(place: HostPort, timeoutMs: number): Promise<Route> {
  const { host, port } = place;
  const findings: Finding[] = [];
  if (isIP(host) === 0) {
    try {
      const addresses = await withTimeout(timeoutMs, lookup(host, { all: true }));
      findings.push(okFinding('name', `${host} resolves to ${addresses.map(({ address }) => address).join(', ')}.`));
    } catch (error) {
      return { findings: [problem('name', 'fault', nameFault(host, error as NodeJS.ErrnoException))], open: null };
    }
  }
  const open = () => openSocket(place, timeoutMs);
  try {
    (await open()).destroy();
  } catch (error) {
    return {
      findings: [...findings, problem('tcp', 'fault', connectFault(place, error as NodeJS.ErrnoException))],
      open: null,
    };
  }
  return { findings: [...findings, okFinding('tcp', `${host}:${port} accepts connections.`)], open };
}

function nameFault(host: string, { code }: NodeJS.ErrnoException): Diagnosis {
  if (code === 'EAI_AGAIN' || code === 'ETIMEDOUT') {
    return {
      code: 'name-server-silent',
      says: `DNS lookup of ${host} failed: no name server answered (${code}).`,
      cure: "Check this machine's network and DNS settings.",
    };
  }
  return {
    code: 'name-unknown',
    says: `DNS lookup of ${host} failed: the host does not exist.`,
    cure: 'Correct the host name of the target, or add it to the DNS server that this machine uses.',
  };
}

function connectFault(
  { host, port }: HostPort,
  error: NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] },
): Diagnosis {
  const code = error.code ?? error.errors?.[0]?.code ?? error.message;
  if (code === 'ECONNREFUSED') {
    return {
      code: 'connection-refused',
      says: `Nothing listens on ${host}:${port}.`,
      cure: 'Start the target, or correct host and port in its URL.',
    };
  }
  if (code === 'ETIMEDOUT') {
    return {
      code: 'connection-timeout',
      says: `Connecting to ${host}:${port} timed out: a firewall drops the packets, or the address is wrong.`,
      cure: 'Allow this machine in the firewall, or correct the URL of the target.',
    };
  }
  return {
    code: 'no-route',
    says: `Connecting to ${host}:${port} failed (${code}).`,
    cure: 'Check that this machine has a route to the network of the target.',
  };
}

function openSocket({ host, port }: HostPort, timeoutMs: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ host, port, autoSelectFamily: true });
    const timer = setTimeout(
      () => socket.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
      timeoutMs,
    );
    socket.once('error', (error) => {
      clearTimeout(timer);
      fail(error);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      socket.on('error', () => {});
      done(socket);
    });
  });
}

class TunnelError extends Error {
  /** HTTP status of the proxy; 0 where it closed the connection. */
  readonly status: number;

  constructor(status: number) {
    super(`CONNECT ended in ${status}`);
    this.status = status;
  }
}

async function tunnel(
  open: () => Promise<Socket>,
  proxy: URL,
  { host, port }: HostPort,
  timeoutMs: number,
): Promise<Socket> {
  const socket = await open();
  socket.write(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n${loginOf(proxy)}\r\n`);
  const answer = await withTimeout(timeoutMs, headOf(socket)).catch(() => '');
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1] ?? 0);
  if (status >= 200 && status < 300) return socket;
  socket.destroy();
  throw new TunnelError(status);
}

/** The incoming text up to the end of the headers or of the connection. */
function headOf(socket: Socket): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const onData = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.length > headLimitBytes || text.includes('\r\n\r\n')) finish();
    };
    const finish = () => {
      socket.off('data', onData);
      socket.off('close', finish);
      done(text);
    };
    socket.on('data', onData);
    socket.once('close', finish);
  });
}

/** The proxy of the environment requires a login. */
export const wantsLogin: Diagnosis = {
  code: 'proxy-authentication',
  says: 'The proxy requires a user name and password (HTTP 407).',
  cure: 'Add them to HTTPS_PROXY and HTTP_PROXY (http://user:password@proxy:port), or bypass the proxy with NO_PROXY.',
};

function tunnelFault(via: string, { status }: TunnelError): Diagnosis {
  if (status === 407) return wantsLogin;
  const how = status ? `answers HTTP ${status}` : 'gives no answer';
  return {
    code: 'proxy-refuses',
    says: `The proxy ${via} ${how} to CONNECT for the target.`,
    cure: 'Allow host and port of the target in the proxy, or add the host to NO_PROXY.',
  };
}

/** Rejects with ETIMEDOUT if a promise takes too long. */
export function withTimeout<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
