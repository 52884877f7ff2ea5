/** The tunnel of the proxy passes bytes, ends and resets on as they are; both ends of the connection are raw sockets. */
import { afterEach, describe, expect, test } from 'vitest';
import { observeConnection } from '../../cli/proxy/observe.ts';
import { startTunnel } from '../../cli/proxy/tunnel.ts';
import { hasOpenssl } from '../support/certificates.ts';
import { connectRaw, startRawServer } from '../support/raw-sockets.ts';
import {
  answer,
  callsSeen,
  certificates,
  closeAll,
  closeLater,
  connected,
  passes,
  post,
} from '../support/tunnelled.ts';

afterEach(closeAll);

describe('heads are the same', () => {
  test('several requests on one connection', async () => {
    const ends = await connected();
    for (const body of ['{"a":1}', '', '{"a":2}']) {
      await passes(ends.client, ends.server, post(body));
      await passes(ends.server, ends.client, answer(body));
    }
    const line = 'POST /aps/api/v1/users/sendOTP';
    expect(callsSeen(ends)).toEqual([
      [line, 200, '{"a":1}'],
      [line, 200, ''],
      [line, 200, '{"a":2}'],
    ]);
  });

  test('requests that do not wait for an answer', async () => {
    const ends = await connected();
    await passes(ends.client, ends.server, post('1', '/one') + post('2', '/two'));
    await passes(ends.server, ends.client, answer('a') + answer('b'));
    expect(callsSeen(ends)).toEqual([
      ['POST /one', 200, 'a'],
      ['POST /two', 200, 'b'],
    ]);
  });

  test('headers as they are spelt and ordered, twice, folded, with white space, outside ASCII', async () => {
    const ends = await connected();
    const head = [
      'X-b: 2',
      'x-A:1',
      'X-B:  3 \t',
      'SIGNATURE: algorithm=RSA256,keyVersion=1,signature=a%2Bb',
      'x-folded: a',
      ' b',
      'x-latin: \xe9\xff',
      'Content-Length: 2',
    ].join('\r\n');
    await passes(ends.client, ends.server, `POST / HTTP/1.1\r\n${head}\r\n\r\n{}`);
    await passes(ends.server, ends.client, `HTTP/1.1 200 \r\n${head}\r\n\r\n{}`);
    expect(ends.calls[0]!.request.headers.map(([name]) => name).join()).toBe(
      'X-b,x-A,X-B,SIGNATURE,x-folded,x-latin,Content-Length',
    );
  });

  test('paths with prefix, query, escapes and dots', async () => {
    const ends = await connected();
    for (const path of ['/gw/v2/aps/api/v1/users/sendOTP?b=2&a=%7e&a', '/a/../b//c;p=1', 'http://other.example/x?y']) {
      await passes(ends.client, ends.server, post('', path));
      await passes(ends.server, ends.client, answer(''));
    }
    expect(ends.calls.map(({ request }) => request.path)).toEqual([
      '/gw/v2/aps/api/v1/users/sendOTP?b=2&a=%7e&a',
      '/a/../b//c;p=1',
      '/x?y',
    ]);
  });
});

describe('bodies are the same', () => {
  test('chunks with extensions and trailers, in both directions', async () => {
    const ends = await connected();
    const chunks = '4;x="y"\r\n{"a"\r\n2\r\n:1\r\n1\r\n}\r\n0\r\nX-Trailer: t\r\n\r\n';
    await passes(ends.client, ends.server, `POST /c HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n${chunks}`);
    await passes(ends.server, ends.client, `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`);
    expect(callsSeen(ends)).toEqual([['POST /c', 200, '{"a":1}']]);
    expect(Buffer.from(ends.calls[0]!.request.body).toString()).toBe('{"a":1}');
  });

  test('one byte at a time', async () => {
    const ends = await connected();
    for (const byte of post('{}')) await passes(ends.client, ends.server, byte);
    for (const byte of answer('{"b":2}')) await passes(ends.server, ends.client, byte);
    expect(callsSeen(ends)).toEqual([['POST /aps/api/v1/users/sendOTP', 200, '{"b":2}']]);
  });

  test('HEAD, 204 and 304, which have no body', async () => {
    const ends = await connected();
    await passes(ends.client, ends.server, 'HEAD /h HTTP/1.1\r\nHost: x\r\n\r\n');
    await passes(ends.server, ends.client, 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n');
    for (const status of ['204 No Content', '304 Not Modified']) {
      await passes(ends.client, ends.server, 'GET /n HTTP/1.1\r\nHost: x\r\n\r\n');
      await passes(ends.server, ends.client, `HTTP/1.1 ${status}\r\nETag: "x"\r\n\r\n`);
    }
    expect(callsSeen(ends).map(([line, status]) => `${line} ${status}`)).toEqual([
      'HEAD /h 200',
      'GET /n 204',
      'GET /n 304',
    ]);
  });
});

describe('other versions are the same', () => {
  test('Expect: 100-continue, with the interim answer before the body', async () => {
    const ends = await connected();
    const head = 'POST /e HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n';
    await passes(ends.client, ends.server, head);
    await passes(ends.server, ends.client, 'HTTP/1.1 100 Continue\r\n\r\n');
    await passes(ends.client, ends.server, '{}');
    await passes(ends.server, ends.client, answer('ok'));
    expect(callsSeen(ends)).toEqual([['POST /e', 200, 'ok']]);
  });

  test('HTTP/1.0, where the end of the connection ends the body', async () => {
    const ends = await connected();
    await passes(ends.client, ends.server, 'POST /0 HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}');
    await passes(ends.server, ends.client, 'HTTP/1.0 200 OK\r\n\r\nabc');
    ends.server.socket.end();
    await ends.client.has(Number.POSITIVE_INFINITY);
    expect(ends.client.read).toMatchObject({ ended: true, error: null });
    ends.client.socket.end();
    await ends.client.closed();
    expect(callsSeen(ends)).toEqual([['POST /0', 200, 'abc']]);
  });

  test('bytes that are no HTTP', async () => {
    const ends = await connected();
    await passes(ends.client, ends.server, '\x16\x03\x01\x00 hello\r\n\r\n');
    await passes(ends.server, ends.client, '\x00\xff');
    expect(ends.calls).toEqual([]);
  });
});

describe('ends are the same', () => {
  test('a client that has said all still gets its answer', async () => {
    const ends = await connected();
    await passes(ends.client, ends.server, post('{}'));
    ends.client.socket.end();
    await ends.server.has(Number.POSITIVE_INFINITY);
    expect(ends.server.read).toMatchObject({ ended: true, closed: false });
    await passes(ends.server, ends.client, answer('late'));
    ends.server.socket.end();
    await ends.client.closed();
    expect(ends.client.read).toMatchObject({ ended: true, error: null });
    expect(callsSeen(ends)).toEqual([['POST /aps/api/v1/users/sendOTP', 200, 'late']]);
  });

  test('a server that has said all still reads the rest', async () => {
    const ends = await connected();
    const [head, rest] = ['POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n12', '34'];
    await passes(ends.client, ends.server, head);
    await passes(ends.server, ends.client, answer('early'));
    ends.server.socket.end();
    await ends.client.has(Number.POSITIVE_INFINITY);
    expect(ends.client.read).toMatchObject({ ended: true, closed: false });
    await passes(ends.client, ends.server, rest);
  });

  test('a server that resets within its answer', async () => {
    const ends = await connected();
    await passes(ends.client, ends.server, post('{}'));
    await passes(ends.server, ends.client, 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
    ends.server.socket.resetAndDestroy();
    await ends.client.closed();
    expect(ends.client.read).toMatchObject({ ended: false, error: 'ECONNRESET' });
    expect(callsSeen(ends)).toEqual([['POST /aps/api/v1/users/sendOTP', 'reset', '']]);
  });

  test('a client that resets before the answer', async () => {
    const ends = await connected();
    await passes(ends.client, ends.server, post('{}'));
    ends.client.socket.resetAndDestroy();
    await ends.server.closed();
    expect(ends.server.read).toMatchObject({ ended: false, error: 'ECONNRESET' });
    expect(callsSeen(ends)).toEqual([['POST /aps/api/v1/users/sendOTP', 'aborted', '']]);
  });

  test('an upstream that refuses connections looks like a broken one', async () => {
    const upstream = await startRawServer();
    const { port } = upstream;
    await upstream.close();
    const tunnel = await startTunnel('127.0.0.1', 0, {
      upstream: { host: '127.0.0.1', port, tls: null },
      tls: null,
      observe: () => observeConnection(() => {}),
      onObserverError: () => {},
    });
    closeLater(tunnel);
    const client = await connectRaw(tunnel.port);
    await client.closed();
    expect(client.read.error).toBe('ECONNRESET');
  });
});

describe.runIf(hasOpenssl)('TLS on either side', () => {
  test.each([
    ['to the client', { client: true }],
    ['to the upstream', { server: true }],
    ['on both sides', { client: true, server: true }],
  ])('%s', async (_, tls) => {
    const ends = await connected(tls);
    for (const body of ['{"a":1}', 'x'.repeat(100_000)]) {
      await passes(ends.client, ends.server, post(body));
      await passes(ends.server, ends.client, answer(body));
    }
    expect(ends.calls).toHaveLength(2);
    ends.client.socket.end();
    await ends.server.has(Number.POSITIVE_INFINITY);
    ends.server.socket.end();
    await ends.client.closed();
    expect(ends.client.read.error).toBe(null);
  });

  test('an upstream with the certificate of another name is not spoken to', async () => {
    const upstream = await startRawServer(certificates().elsewhere);
    const tunnel = await startTunnel('127.0.0.1', 0, {
      upstream: { host: 'localhost', port: upstream.port, tls: { ca: certificates().authority } },
      tls: null,
      observe: () => observeConnection(() => {}),
      onObserverError: () => {},
    });
    closeLater(tunnel, upstream);
    const client = await connectRaw(tunnel.port);
    await client.write(post('secret'));
    await client.closed();
    expect(client.read.bytes.length).toBe(0);
  });
});

test('an observer that throws ends its own reading, not the traffic', async () => {
  const errors: unknown[] = [];
  const upstream = await startRawServer();
  const fails = () => {
    throw new Error('a fault of the judge');
  };
  const tunnel = await startTunnel('127.0.0.1', 0, {
    upstream: { host: '127.0.0.1', port: upstream.port, tls: null },
    tls: null,
    observe: () => ({ fromClient: fails, fromServer: fails, clientEnded: fails, serverEnded: fails, closed: fails }),
    onObserverError: (error) => errors.push(error),
  });
  closeLater(tunnel, upstream);
  const client = await connectRaw(tunnel.port);
  const server = await upstream.accepted();
  await passes(client, server, post('{}'));
  await passes(server, client, answer('{}'));
  expect(errors).toHaveLength(1);
});
