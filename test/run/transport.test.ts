/** The transport over real connections: what a request that meets the end of a kept connection comes to. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { WireRequest } from '../../engine/wire/exchange.ts';
import { networkTransport } from '../../engine/wire/transport.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const request = (marker: string): WireRequest => ({
  method: 'POST',
  path: '/sendOTP',
  headers: [['X-Conformance-Request', marker]],
  body: new TextEncoder().encode('{}'),
});

/** Sends two requests in turn; `onRequest` gets the socket, how many requests came on it, and the way to stop listening. */
async function sendTwo(onRequest: (socket: Socket, onIt: number, stopListening: () => void) => void) {
  const server = createServer((socket) => {
    let onIt = 0;
    socket.on('error', () => {});
    socket.on('data', () => {
      onIt += 1;
      onRequest(socket, onIt, () => server.close());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => server.close());
  const transport = networkTransport({
    target: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    timeoutMs: 5000,
    concurrency: 1,
    tls: { ca: null, cert: null, key: null, passphrase: null },
  } as Parameters<typeof networkTransport>[0]);
  ends.push(() => transport.close());
  const first = await transport.send(request(`${ends.length}/first`), 'first');
  expect(first.response?.status).toBe(200);
  return transport.send(request(`${ends.length}/second`), 'second');
}

const answer = (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');

test('a request that ends the target on a kept connection was reset, although nobody listens afterwards', async () => {
  const second = await sendTwo((socket, onIt, stopListening) => {
    if (onIt === 1) return answer(socket);
    stopListening();
    return socket.resetAndDestroy();
  });
  expect(second).toMatchObject({ response: null, noAnswer: { kind: 'reset' } });
});

test('a request that met a connection which was closed in its idle time is sent again on a new one', async () => {
  const second = await sendTwo((socket, onIt) => (onIt === 1 ? answer(socket) : socket.resetAndDestroy()));
  expect(second).toMatchObject({ response: { status: 200 }, noAnswer: null });
});
