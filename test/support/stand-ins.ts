/** Servers that stand in the place of a target, or between here and it. */
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTls, type TlsOptions } from 'node:tls';

/** A listening server. */
export interface StandIn {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** Lets a server listen on a free port of loopback; closing it ends its connections too. */
export async function listening(server: Server, scheme = 'http'): Promise<StandIn> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}

/** An HTTP server that answers every request so, once its body is read. */
export function answering(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<StandIn> {
  return listening(createHttp((request, response) => request.resume().on('end', () => answer(request, response))));
}

/** An HTTP server that answers by the body of a request too. */
export function answeringBodies(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<StandIn> {
  return listening(
    createHttp((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
    }),
  );
}

/** A server of plain connections. */
export function speaking(talk: (socket: Socket) => void): Promise<StandIn> {
  return listening(createServer(talk));
}

/** TLS in front of a port of this machine. */
export function tlsBefore(port: number, options: TlsOptions): Promise<StandIn> {
  const server = createTls(options, (socket) => {
    const inner = connect(port, '127.0.0.1');
    socket.on('error', () => inner.destroy());
    inner.on('error', () => socket.destroy());
    socket.pipe(inner).pipe(socket);
  });
  server.on('tlsClientError', () => {});
  return listening(server, 'https');
}

/** An answer of the house style, unsigned. */
export function result(response: ServerResponse, resultStatus: string, resultCode: string): void {
  response.setHeader('Content-Type', 'application/json; charset=UTF-8');
  response.end(JSON.stringify({ result: { resultStatus, resultCode, resultMessage: '' } }));
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const standIn = await speaking(() => {});
  await standIn.close();
  return standIn.port;
}
