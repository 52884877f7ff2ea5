/** A tunnel between raw sockets, and what the observer has read of the bytes that passed. */
import { expect } from 'vitest';
import { observeConnection } from '../../cli/proxy/observe.ts';
import { startTunnel, type Tunnel } from '../../cli/proxy/tunnel.ts';
import type { TrafficCall } from '../../engine/record/traffic.ts';
import { type Certificates, makeCertificates } from './certificates.ts';
import { connectRaw, type End, type RawServer, startRawServer } from './raw-sockets.ts';

const open: { close(): Promise<void> }[] = [];
let made: Certificates | null = null;

/** Made once, when a test first wants them. */
export function certificates(): Certificates {
  made ??= makeCertificates();
  return made;
}

/** Closes what a test has opened. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((one) => one.close()));
}

/** Keeps servers for `closeAll`. */
export function closeLater(...servers: { close(): Promise<void> }[]): void {
  open.push(...servers);
}

/** A connection with what stands at its ends and between. */
export interface Ends {
  readonly client: End;
  readonly server: End;
  readonly upstream: RawServer;
  readonly tunnel: Tunnel;
  /** Calls that the observer has read so far. */
  readonly calls: TrafficCall[];
}

/** A connection through a tunnel, with TLS on either side. */
export async function connected(tls: { client?: boolean; server?: boolean } = {}): Promise<Ends> {
  const calls: TrafficCall[] = [];
  const upstream = await startRawServer(tls.server ? certificates().server : null);
  const tunnel = await startTunnel('127.0.0.1', 0, {
    upstream: {
      host: tls.server ? 'localhost' : '127.0.0.1',
      port: upstream.port,
      tls: tls.server ? { ca: certificates().authority } : null,
    },
    tls: tls.client ? certificates().server : null,
    observe: () => observeConnection((call) => calls.push(call)),
    onObserverError: (error) => {
      throw error;
    },
  });
  open.push(tunnel, upstream);
  const client = await connectRaw(tunnel.port, tls.client ? certificates().authority : null);
  return { client, server: await upstream.accepted(), upstream, tunnel, calls };
}

/** Sends a text through and waits until it is there; it has to be the same bytes. */
export async function passes(from: End, to: End, text: string): Promise<void> {
  const before = to.read.bytes.length;
  await from.write(text);
  await to.has(before + text.length);
  expect(to.read.bytes.subarray(before).toString('latin1')).toBe(text);
}

/** Calls as the observer has read them: line, status or reason, body of the answer. */
export const callsSeen = ({ calls }: Ends) =>
  calls.map(({ request, response, noAnswer }) => [
    `${request.method} ${request.path}`,
    response?.status ?? noAnswer?.kind,
    Buffer.from(response?.body ?? []).toString('latin1'),
  ]);

/** A request. */
export const post = (body: string, path = '/aps/api/v1/users/sendOTP') =>
  `POST ${path} HTTP/1.1\r\nhOST: wallet.example\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
/** An answer. */
export const answer = (body: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
