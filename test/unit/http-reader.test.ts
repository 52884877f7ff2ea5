/** Reading HTTP from the bytes of a connection: how bodies end, what is kept, and what is given up. */
import { describe, expect, test } from 'vitest';
import { HttpConversation, type ObservedCall } from '../../engine/wire/http-conversation.ts';

/** The calls of a connection, with its bytes cut into pieces of a size. */
function callsOf(client: string, server: string, size = Number.POSITIVE_INFINITY) {
  const calls: ObservedCall[] = [];
  const gaveUp: string[] = [];
  let now = 1000;
  const conversation = new HttpConversation(
    { call: (call) => calls.push(call), gaveUp: (why) => gaveUp.push(why) },
    () => now++,
  );
  const pieces = (text: string) => {
    const bytes = Buffer.from(text, 'latin1');
    const step = Math.min(size, bytes.length || 1);
    return Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => bytes.subarray(i * step, (i + 1) * step));
  };
  for (const piece of pieces(client)) conversation.fromClient(piece);
  for (const piece of pieces(server)) conversation.fromServer(piece);
  conversation.clientEnded();
  conversation.closed('reset', 'closed');
  return { calls, gaveUp };
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');

const post = 'POST /p?q=1 HTTP/1.1\r\nhOst: x\r\nX-Two:  a b \r\nContent-Length: 2\r\n\r\n{}';

describe('bodies end', () => {
  const answers: Record<string, string> = {
    'by length': 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc',
    'by chunks, with extensions and trailers':
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n1\r\nc\r\n0\r\nT: r\r\n\r\n',
    'with the connection': 'HTTP/1.0 200 OK\r\n\r\nabc',
    'behind an interim answer': 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc',
    'with bare line feeds': 'HTTP/1.1 200 OK\nContent-Length: 3\n\nabc',
  };
  for (const [how, answer] of Object.entries(answers))
    test.each([1, 2, 7, Number.POSITIVE_INFINITY])(`${how}, in pieces of %s bytes`, (size) => {
      const { calls, gaveUp } = callsOf(post, answer, size);
      expect(gaveUp).toEqual([]);
      expect(calls).toHaveLength(1);
      const [call] = calls;
      expect(call).toMatchObject({ requestCut: false, noAnswer: null, request: { method: 'POST', path: '/p?q=1' } });
      expect(text(call!.request.body)).toBe('{}');
      expect(call!.request.headers).toContainEqual(['hOst', 'x']);
      expect(call!.request.headers).toContainEqual(['X-Two', 'a b']);
      expect(text(call!.response?.body)).toBe('abc');
    });
});

test('several requests of a connection get their own answers, those to HEAD and 204 without a body', () => {
  const head = 'HEAD /h HTTP/1.1\r\n\r\n';
  const remove = 'DELETE /d HTTP/1.1\r\n\r\n';
  const answers = [
    'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n',
    'HTTP/1.1 204 No Content\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nz',
  ];
  const { calls } = callsOf(head + remove + post, answers.join(''), 5);
  const seen = calls.map(({ request, response }) => [request.method, response?.status, text(response?.body)]);
  expect(seen).toEqual([
    ['HEAD', 200, ''],
    ['DELETE', 204, ''],
    ['POST', 200, 'z'],
  ]);
});

test('an answer that breaks off, or never comes, is none', () => {
  const cut = callsOf(post, 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc').calls;
  expect(cut).toHaveLength(1);
  expect(cut[0]).toMatchObject({ response: null, noAnswer: { kind: 'reset' } });
  const none = callsOf(post, '').calls;
  expect(none[0]).toMatchObject({ response: null, noAnswer: { kind: 'reset', says: 'closed' } });
});

test('a body over the limit is cut, and the next message is still found', () => {
  const long = 2 * 1024 * 1024;
  const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${long}\r\n\r\n${'a'.repeat(long)}`;
  const { calls } = callsOf(post + post, `${answer}HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nz`, 65_536);
  expect(calls.map(({ response }) => [response?.truncated, response?.body.length])).toEqual([
    [true, 1024 * 1024],
    [false, 1],
  ]);
});

test.each([
  ['no HTTP at all', '\x16\x03\x01 hello\r\n\r\n', 'first line'],
  ['an endless head', `GET / HTTP/1.1\r\nX: ${'a'.repeat(70_000)}`, 'a head of more than'],
  ['an odd length', 'POST / HTTP/1.1\r\nContent-Length: 1e3\r\n\r\n', 'Content-Length'],
  [
    'an endless chunk extension',
    `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;${'a'.repeat(5000)}`,
    'a line of more',
  ],
  ['an odd chunk', 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'a chunk of size'],
])('%s is given up, and nothing is said of it', (_, client, why) => {
  const { calls, gaveUp } = callsOf(client, '', 1000);
  expect(calls).toEqual([]);
  expect(gaveUp).toHaveLength(1);
  expect(gaveUp[0]).toContain(why);
});

test('what follows a change of protocol is not read', () => {
  const upgrade = 'GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n';
  const { calls, gaveUp } = callsOf(upgrade, 'HTTP/1.1 101 Switching Protocols\r\n\r\n\x81\x05hello');
  expect([calls, gaveUp]).toEqual([[], []]);
});
