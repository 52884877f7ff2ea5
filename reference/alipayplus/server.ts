/** Starts the reference Alipay+: correct, as a conforming variant, or with a fault. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alipayplusFaults } from '../faults/alipayplus/faults.ts';
import { type Keys, newKeys } from '../signing.ts';
import type { Behaviour, Call, Json } from './behaviour.ts';
import { answerCall, correctBehaviour } from './correct.ts';
import { configFor } from './users.ts';
import { alipayplusVariants } from './variants.ts';

/** A running reference Alipay+. */
export interface ReferenceAlipayPlus {
  readonly url: string;
  readonly port: number;
  /** The matching config, plain JSON in the shape of a conformance.config file. */
  readonly config: Json;
  close(): Promise<void>;
}

/** What kind of Alipay+ to start; a correct one on a free loopback port unless told otherwise. */
export interface ReferenceAlipayPlusOptions {
  readonly port?: number;
  readonly host?: string;
  /** Names of its faults. */
  readonly fault?: string | readonly string[] | null;
  /** Name of its conforming variant. */
  readonly variant?: string | null;
  /** Key pairs; new ones where none are given. */
  readonly keys?: Keys;
  /** False for a server that neither signs nor verifies. */
  readonly signing?: boolean;
}

/** Starts the server and returns its URL and config. */
export async function startReferenceAlipayPlus(options: ReferenceAlipayPlusOptions = {}): Promise<ReferenceAlipayPlus> {
  const faults = [options.fault ?? []].flat().map((name) => named(alipayplusFaults, name, 'fault'));
  const variant = named(alipayplusVariants, options.variant, 'variant');
  const keys = options.signing === false ? null : (options.keys ?? (await newKeys()));
  let behaviour = correctBehaviour(keys);
  if (variant) behaviour = variant.alter(behaviour);
  for (const fault of faults) if (fault) behaviour = fault.alter(behaviour);

  const server = createServer(serve(behaviour));
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    url,
    port,
    config: configFor(behaviour, url, keys),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function named<T extends { readonly name: string }>(
  rows: readonly T[],
  name: string | null | undefined,
  kind: string,
): T | null {
  if (!name) return null;
  const row = rows.find((candidate) => candidate.name === name);
  if (row) return row;
  throw new Error(`The reference Alipay+ has no ${kind} "${name}". It has: ${rows.map((r) => r.name).join(', ')}.`);
}

/** More than this is read to its end, but not kept: the body reader refuses less than that. */
const maxKeptBytes = 2 * 1024 * 1024;

function serve(b: Behaviour): (request: IncomingMessage, response: ServerResponse) => void {
  let n = 0;
  return (request, response) => {
    n += 1;
    const ordinal = n;
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxKeptBytes) chunks.push(chunk);
    });
    request.on('end', async () => {
      const call = readCall(ordinal, request, Buffer.concat(chunks));
      try {
        await b.deliver(response, await answerCall(b, call), call);
      } catch {
        response.destroy();
      }
    });
    request.on('error', () => response.destroy());
  };
}

function readCall(n: number, request: IncomingMessage, body: Buffer): Call {
  const target = request.url ?? '/';
  return {
    n,
    method: request.method ?? 'GET',
    target,
    path: target.split('?', 1)[0] ?? target,
    headers: request.headers as Record<string, string | undefined>,
    rawHeaders: request.rawHeaders,
    body,
    api: null,
    authenticated: false,
    request: {},
  };
}
