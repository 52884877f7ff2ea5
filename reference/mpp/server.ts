/** Starts the reference MPP: correct, as a conforming variant, or with faults. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mppFaults } from '../faults/index.ts';
import { mppPathological } from '../pathological.ts';
import { type Keys, newKeys } from '../signing.ts';
import { mppVariants } from '../variants.ts';
import { type Behaviour, type Call, type MppApi, mppApis } from './behaviour.ts';
import { configFor } from './config.ts';
import { answerCall, correctBehaviour } from './correct.ts';

/** A running reference MPP. */
export interface ReferenceMpp {
  readonly url: string;
  readonly port: number;
  /** The matching config, plain JSON in the shape of a conformance.config file. */
  readonly config: object;
  close(): Promise<void>;
}

/** What kind of MPP to start; a correct one on a free loopback port unless told otherwise. */
export interface ReferenceMppOptions {
  port?: number;
  host?: string;
  /** Names of its faults or pathological behaviours. */
  fault?: string | readonly string[] | null;
  /** Name of its conforming variant. */
  variant?: string | null;
  /** Key pairs; new ones where none are given. */
  keys?: Keys;
  /** False for an MPP that neither signs nor verifies. */
  signing?: boolean;
  /** The APIs it offers; all four where none are named. */
  apis?: readonly string[];
}

/** Starts the server and returns its URL and config. */
export async function startReferenceMpp(options: ReferenceMppOptions = {}): Promise<ReferenceMpp> {
  const apis = offeredApis(options.apis);
  const faults = [options.fault ?? []].flat().map((name) => named([...mppFaults, ...mppPathological], name, 'fault'));
  const variant = named(mppVariants, options.variant, 'variant');
  const keys = options.signing === false ? null : (options.keys ?? (await newKeys()));
  let behaviour = correctBehaviour(keys, apis);
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

function offeredApis(names: readonly string[] | undefined): readonly MppApi[] {
  const unknown = names?.find((name) => !(mppApis as readonly string[]).includes(name));
  if (unknown) throw new Error(`No API is named "${unknown}". APIs of an MPP: ${mppApis.join(', ')}.`);
  return names ? mppApis.filter((api) => names.includes(api)) : mppApis;
}

function named<T extends { readonly name: string }>(
  table: readonly T[],
  name: string | null | undefined,
  kind: string,
): T | null {
  if (!name) return null;
  const row = table.find((candidate) => candidate.name === name);
  if (!row)
    throw new Error(`The reference MPP has no ${kind} "${name}". It has: ${table.map((r) => r.name).join(', ')}.`);
  return row;
}

/** A longer body is read to its end, but not kept. */
const maxKeptBytes = 8 * 1024 * 1024;

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
        // An error that prevents even an UNKNOWN_EXCEPTION ends this connection, not the server.
        response.destroy();
      }
    });
    request.on('error', () => response.destroy());
  };
}

function readCall(n: number, request: IncomingMessage, body: Buffer): Call {
  const target = request.url ?? '/';
  const query = target.indexOf('?');
  return {
    n,
    method: request.method ?? 'GET',
    target,
    path: query < 0 ? target : target.slice(0, query),
    headers: request.headers as Record<string, string | undefined>,
    rawHeaders: request.rawHeaders,
    body,
    api: null,
    authenticated: false,
    request: {},
  };
}
