/** Reading HTTP Archives: what counts as the bytes of the wire, and what is no archive. */
import { describe, expect, test } from 'vitest';
import { readHar } from '../../engine/record/har-file.ts';

const entry = {
  startedDateTime: '2026-11-20T08:00:00.000Z',
  time: 12,
  request: {
    method: 'POST',
    url: 'https://wallet.example/aps/api/v1/users/sendOTP?x=%7e',
    headers: [
      { name: 'Client-Id', value: 'TEST_1' },
      { name: ':authority', value: 'wallet.example' },
    ],
    bodySize: 2,
    postData: { mimeType: 'application/json', text: '{}' },
  },
  response: {
    status: 200,
    headers: [],
    content: { size: 5, text: '"\u00e9\u00e9"'.slice(0, 3) },
  },
};

const har = (...entries: unknown[]) => ({ log: { version: '1.2', entries } });
const withResponse = (response: object) => har({ ...entry, response: { ...entry.response, ...response } });
const exactOf = (json: unknown) => readHar(json, 'a.har')[0]!.exact;

test('an entry is a call, with its path as it was written', () => {
  const [call] = readHar(har(entry), 'a.har');
  expect(call).toMatchObject({
    from: 'a.har, entry 1',
    request: { method: 'POST', path: '/aps/api/v1/users/sendOTP?x=%7e', headers: [['Client-Id', 'TEST_1']] },
    noAnswer: null,
    durationMs: 12,
    startedAt: Date.UTC(2026, 10, 20, 8),
  });
});

describe('a body is exact', () => {
  test.each([
    ['as long as its size in bytes', { content: { size: 4, text: '"é"' } }, true],
    ['as long as its size with what compression saved', { content: { size: 1, compression: 3, text: '"é"' } }, true],
    [
      'as long as Content-Length',
      { headers: [{ name: 'content-length', value: '4' }], content: { text: '"é"' } },
      true,
    ],
    ['in base64', { content: { encoding: 'base64', text: 'AP8=' } }, true],
    ['empty', { content: { size: 0 } }, true],
  ])('%s', (_, response, isExact) => {
    expect(exactOf(withResponse(response)).response).toBe(isExact);
  });

  test.each([
    ['shorter than its size', { content: { size: 9, text: '"é"' } }],
    ['of unknown size', { content: { size: -1, text: '"é"' } }],
    ['with a replacement character', { content: { size: 5, text: '"\ufffd"' } }],
  ])('but not %s', (_, response) => {
    expect(exactOf(withResponse(response)).response).toBe(false);
  });
});

test('base64 bodies are bytes', () => {
  const [call] = readHar(withResponse({ content: { encoding: 'base64', text: 'AP8=' } }), 'a.har');
  expect([...call!.response!.body]).toEqual([0, 255]);
});

test('an entry without an answer has none, with the reason of the tool', () => {
  const failed = { ...entry, response: { status: 0, headers: [], content: {}, _error: 'net::ERR_CONNECTION_RESET' } };
  expect(readHar(har(failed), 'a.har')[0]).toMatchObject({
    response: null,
    noAnswer: { kind: 'reset', says: 'net::ERR_CONNECTION_RESET' },
  });
});

test('calls come in the order of their starts', () => {
  const later = { ...entry, startedDateTime: '2026-11-20T08:00:01.000Z' };
  expect(readHar(har(later, entry), 'a.har').map(({ from }) => from)).toEqual(['a.har, entry 2', 'a.har, entry 1']);
});

test.each([
  ['no log', {}, 'it has no log.entries'],
  ['an entry without a request', har({ ...entry, request: null }), 'its entry 1 has no request'],
  ['an entry without a URL', har(entry, { ...entry, request: { method: 'GET' } }), 'its entry 2 has no request.method'],
  ['an entry without a time', har({ ...entry, startedDateTime: 'x' }), 'its entry 1 has no startedDateTime'],
])('%s is refused in a sentence', (_, json, says) => {
  expect(() => readHar(json, 'a.har')).toThrow(says);
});
