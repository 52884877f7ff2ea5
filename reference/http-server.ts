/** What the reference servers share: a listening server, its calls, and the look-up of a fault or variant by name. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';

/** One call with its whole body. */
export interface HttpCall {
  /** Ordinal in the life of the server, from 1. */
  readonly n: number;
  readonly method: string;
  /** Path and query, exactly as requested: this is what signatures cover. */
  readonly target: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Names and values in turn, as they were on the wire. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** Where a server listens; a free port of the loopback interface by default. */
export interface ListenOptions {
  readonly port?: number;
  readonly host?: string;
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A longer body is read to its end, but not kept. */
const maxKeptBytes = 8 * 1024 * 1024;

/** Listens; rejects where the port is taken. */
export async function listen(
  serve: RequestListener,
  { port: wanted = 0, host = '127.0.0.1' }: ListenOptions,
): Promise<Listening> {
  const server = createServer(serve);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wanted;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Passes each call on once its body is there; an error that `answer` does not handle ends that connection, not the server. */
export function serveCalls(answer: (call: HttpCall, response: ServerResponse) => Promise<void>): RequestListener {
  let n = 0;
  return async (request, response) => {
    n += 1;
    const ordinal = n;
    try {
      await answer(readCall(ordinal, request, await wholeBody(request)), response);
    } catch {
      response.destroy();
    }
  };
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const parts: AsyncIterable<Buffer> = request;
  for await (const chunk of parts) {
    size += chunk.length;
    if (size <= maxKeptBytes) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readCall(n: number, request: IncomingMessage, body: Buffer): HttpCall {
  const { method = 'GET', url: target = '/', rawHeaders } = request;
  return { n, method, target, path: target.split('?', 1)[0]!, headers: headersOf(request), rawHeaders, body };
}

/** The headers of a message, names in lower case, each with one value. */
export function headersOf({ headers }: IncomingMessage): HttpCall['headers'] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));
}

/** The row of that name; null without a name. Throws a sentence with the names that there are. */
export function rowNamed<T extends { readonly name: string }>(
  rows: readonly T[],
  name: string | null | undefined,
  { party, kind }: { readonly party: string; readonly kind: 'fault' | 'variant' },
): T | null {
  if (!name) return null;
  const row = rows.find((one) => one.name === name);
  if (row) return row;
  throw new Error(
    `The reference ${party} has no ${kind} "${name}". It has: ${rows.map((one) => one.name).join(', ')}.`,
  );
}

/** A behaviour as one variant and any number of faults change it. */
export function altered<B>(correct: B, rows: readonly ({ readonly alter: (behaviour: B) => B } | null)[]): B {
  return rows.reduce((behaviour, row) => row?.alter(behaviour) ?? behaviour, correct);
}
