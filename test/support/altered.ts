/** A server in front of another one that changes requests on their way in, or answers on their way out. */
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Front } from './judged.ts';

/** An answer before it is sent. */
export interface Ready {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request as it came in. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Altering {
  readonly asked?: (asked: Asked) => Asked;
  readonly answer?: (ready: Ready, asked: Asked) => Ready | Promise<Ready>;
}

/** Starts such a server on loopback; for `front` of a judged reference. */
export function altering({ asked: enter, answer }: Altering): (url: string) => Promise<Front> {
  return async (url) => {
    const { port: behind } = new URL(url);
    const server = createServer(async (incoming, outgoing) => {
      const came: Asked = {
        method: incoming.method ?? 'POST',
        path: incoming.url ?? '/',
        headers: incoming.headers,
        body: await whole(incoming),
      };
      const ready = await handedOn(Number(behind), enter?.(came) ?? came);
      const { status, headers, body } = (await answer?.(ready, came)) ?? ready;
      const { connection: _, 'transfer-encoding': __, ...kept } = headers;
      outgoing.writeHead(status, { ...kept, 'content-length': body.length });
      outgoing.end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      close: () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    };
  };
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function handedOn(port: number, { method, path, headers, body }: Asked): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers };
    const onward = request(options, async (answer) => {
      resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: await whole(answer) });
    });
    onward.on('error', reject);
    onward.end(body);
  });
}
