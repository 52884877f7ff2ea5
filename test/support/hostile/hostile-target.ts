/** A server that answers rightly, through a correct reference, up to some request, and hostilely from there on; in plain text or in TLS. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createServer as createTcp, type Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { HttpReader, type MessageHead, type ReadMessage } from '../../../engine/wire/http-reader.ts';
import type { Identity } from '../certificates.ts';
import { listening, type StandIn } from '../stand-ins.ts';
import type { Behave } from './behaviours.ts';

export interface HostileOptions {
  /** URL of the correct server that it asks for right answers. */
  readonly reference: string;
  readonly behave: Behave;
  /** Number of the first request that is answered hostilely. */
  readonly from: number;
  /** Whether the right answer follows on what `behave` writes. */
  readonly answersToo?: boolean;
  readonly tls?: Identity;
}

export interface HostileTarget extends StandIn {
  readonly requests: () => number;
}

/** Starts it on a free port of loopback. */
export async function startHostileTarget(options: HostileOptions): Promise<HostileTarget> {
  let count = 0;
  const onSocket = (socket: Socket) => {
    socket.on('error', () => {});
    readRequests(socket, (request) => {
      count += 1;
      void serve(options, socket, request, count);
    });
  };
  const server = options.tls ? createTls(options.tls, onSocket) : createTcp(onSocket);
  server.on('tlsClientError', () => {});
  return { ...(await listening(server, options.tls ? 'https' : 'http')), requests: () => count };
}

function readRequests(socket: Socket, each: (request: ReadMessage) => void): void {
  const reader = new HttpReader('request', {
    head: () => 'as-declared',
    message: each,
    gaveUp: () => socket.destroy(),
  });
  socket.on('data', (bytes: Buffer) => reader.push(bytes));
  socket.on('end', () => reader.end());
}

async function serve(options: HostileOptions, socket: Socket, request: ReadMessage, nth: number): Promise<void> {
  const right = await rightAnswer(options.reference, request).catch(() => null);
  if (socket.destroyed) return;
  if (nth >= options.from) {
    options.behave({ socket, nth, body: right?.body.toString() ?? '{}' });
    if (options.answersToo !== true) return;
  }
  if (right) socket.write(written(right));
  else socket.destroy();
}

interface RightAnswer {
  readonly response: IncomingMessage;
  readonly body: Buffer;
}

function rightAnswer(reference: string, message: MessageHead & { readonly body: Uint8Array }): Promise<RightAnswer> {
  const [method = 'GET', path = '/'] = message.startLine.split(' ');
  return new Promise((done, fail) => {
    const headers = message.headers.flat();
    const request = httpRequest(new URL(path, reference), { method, headers: headers as never }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ response, body: Buffer.concat(chunks) }));
      response.on('error', fail);
    });
    request.on('error', fail);
    request.end(message.body);
  });
}

function written({ response, body }: RightAnswer): Buffer {
  const lines = [`HTTP/1.1 ${response.statusCode} ${response.statusMessage}`];
  for (let i = 0; i < response.rawHeaders.length; i += 2) {
    const header = response.rawHeaders[i]!;
    if (!/^(content-length|transfer-encoding|connection|keep-alive)$/i.test(header))
      lines.push(`${header}: ${response.rawHeaders[i + 1]}`);
  }
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n`), body]);
}
