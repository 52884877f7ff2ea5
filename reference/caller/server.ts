/** Starts the reference caller: an MPP that requests payment codes when its trigger is called. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callerFaults } from '../faults/caller/faults.ts';
import { isObject } from '../mpp/body.ts';
import { type Keys, newKeys } from '../signing.ts';
import type { Asked, Behaviour, Json } from './behaviour.ts';
import { correctCaller, getPaymentCodes } from './correct.ts';

/** A running reference caller. */
export interface ReferenceCaller {
  readonly triggerUrl: string;
  /** The matching config, plain JSON in the shape of a conformance.config file. */
  readonly config: Json;
  close(): Promise<void>;
}

/** What kind of caller to start; a correct one with the documented time-outs unless told otherwise. */
export interface ReferenceCallerOptions {
  /** Where Alipay+ listens: scheme, host and port. */
  readonly alipayplusUrl: string;
  readonly port?: number;
  readonly host?: string;
  /** Name of its fault. */
  readonly fault?: string | null;
  /** Key pairs; new ones where none are given. */
  readonly keys?: Keys;
  readonly clientId?: string;
  /** Its own time-out for one call. */
  readonly timeoutMs?: number;
  /** What it waits before it calls again. */
  readonly pauseMs?: number;
  /** Calls per action at most. */
  readonly attempts?: number;
}

/** Starts the caller and returns the config of its trigger. */
export async function startReferenceCaller(options: ReferenceCallerOptions): Promise<ReferenceCaller> {
  const { alipayplusUrl, clientId = 'TEST_5Y00000000000000', host = '127.0.0.1' } = options;
  const { timeoutMs = 5000, pauseMs = 1000, attempts = 4 } = options;
  const keys = options.keys ?? (await newKeys());
  let behaviour = correctCaller(keys, clientId, { timeoutMs, pauseMs, attempts });
  if (options.fault) behaviour = faultNamed(options.fault).alter(behaviour);

  const server = createServer(serve(behaviour, alipayplusUrl));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const triggerUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}/trigger`;
  return {
    triggerUrl,
    config: configFor({ clientId, keys, alipayplusUrl, triggerUrl, timeoutMs, pauseMs }),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function faultNamed(name: string) {
  const fault = callerFaults.find((row) => row.name === name);
  if (fault) return fault;
  throw new Error(
    `The reference caller has no fault "${name}". It has: ${callerFaults.map((row) => row.name).join(', ')}.`,
  );
}

interface Place {
  clientId: string;
  keys: Keys;
  alipayplusUrl: string;
  triggerUrl: string;
  timeoutMs: number;
  pauseMs: number;
}

function configFor({ clientId, keys, alipayplusUrl, triggerUrl, timeoutMs, pauseMs }: Place): Json {
  return {
    role: 'mpp-client',
    apis: ['getPaymentCode'],
    clientId,
    signing: {
      mode: 'required',
      keyVersion: '1',
      privateKey: keys.alipayplus.privateKey,
      publicKey: keys.mpp.publicKey,
    },
    requests: {
      getPaymentCode: [
        { customerId: 'mppUser0000000000001', region: 'JP', codeQuantity: '3' },
        { customerId: 'mppUser0000000000002', region: 'CN' },
        { customerId: 'mppUser0000000000003', codeQuantity: '10' },
      ],
    },
    client: {
      listen: new URL(alipayplusUrl).host,
      trigger: { url: triggerUrl },
      timeoutMs,
      // Far beyond its longest pause, so that a busy machine does not look like a caller that gave up.
      retryWindowMs: pauseMs * 20,
    },
  };
}

function serve(b: Behaviour, alipayplusUrl: string): (request: IncomingMessage, response: ServerResponse) => void {
  return async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    try {
      if (request.method !== 'POST' || request.url !== '/trigger') return answer(404, { error: 'POST /trigger' });
      const asked = askedIn(await wholeBody(request));
      if (!asked) return answer(400, { error: 'operation getPaymentCode and a request with a customerId are needed' });
      answer(200, await getPaymentCodes(b, alipayplusUrl, asked));
    } catch (error) {
      answer(500, { error: String(error) });
    }
  };
}

async function wholeBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function askedIn(text: string): Asked | null {
  let order: unknown;
  try {
    order = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(order) || order.operation !== 'getPaymentCode' || !isObject(order.request)) return null;
  return typeof order.request.customerId === 'string' ? (order.request as unknown as Asked) : null;
}
