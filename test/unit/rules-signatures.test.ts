/** Signatures of answers: which may be missing, which forms fail, and how compressed answers are read. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange, WireHeaders } from '../../engine/wire/exchange.ts';
import { operations } from '../../generated/operations.ts';
import { currentResponseTime, signedAnswers, zonedResponseTime } from '../../suites/shared/answer-signatures.ts';
import { compressedAnswer } from '../../suites/shared/compressed-answer.ts';
import { answersInTime } from '../../suites/shared/result-invariants.ts';
import { MemoryRun, type Reply } from '../support/memory-target.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const clientId = 'TEST_1';
const time = '2026-11-27T21:30:00+08:00';
const now = Date.parse(time);
const path = '/';

function signed(body: Uint8Array, write: (base64: string) => string, at = time): WireHeaders {
  const content = Buffer.concat([Buffer.from(`POST ${path}\n${clientId}.${at}.`), body]);
  const text = write(sign('sha256', content, privateKey).toString('base64'));
  return [
    ['Client-Id', clientId],
    ['Response-Time', at],
    ['Signature', `algorithm=RSA256, keyVersion=1, signature=${text}`],
  ];
}

const illegal = Buffer.from('{"result":{"resultStatus":"F","resultCode":"PARAM_ILLEGAL","resultMessage":""}}');

interface Seen {
  readonly headers?: WireHeaders;
  readonly spec?: Partial<RequestSpec>;
  readonly ordinary?: boolean;
  readonly startedAt?: number;
  readonly durationMs?: number;
}

function observed({
  headers = [],
  spec = {},
  ordinary = true,
  startedAt = now,
  durationMs = 5,
}: Seen): ObservedExchange {
  const exchange: Exchange = {
    ...{ id: 'x1', operation: 'sendOTP', probe: 'p/0', title: '', marker: '', startedAt, durationMs, noAnswer: null },
    request: { method: 'POST', path, headers: [['Client-Id', clientId]], body: Buffer.from('{}') },
    response: { status: 200, headers, body: illegal, truncated: false },
  };
  const settings = { clientId, signing: { mode: 'required' } } as unknown as RunSettings;
  const about = { op: operations.sendOTP, authenticated: true, ordinary, settings, publicKey };
  return { ...about, answer: answerOf(exchange), spec: { base: 'full', ...spec } };
}

const verdict = (seen: Seen) => signedAnswers.judge(observed(seen))?.verdict ?? null;
const url = encodeURIComponent;

describe('PARAM_ILLEGAL without a signature', () => {
  test('fails, but for a body that need not be read whole, or that is not JSON', () => {
    expect(verdict({})).toBe('violated');
    expect(verdict({ spec: { beyondSpec: true } })).toBeNull();
    expect(verdict({ ordinary: false })).toBeNull();
  });
  test('is never half-signed', () => {
    const half: WireHeaders = [['Response-Time', time]];
    expect(verdict({ headers: half, spec: { beyondSpec: true } })).toBe('violated');
  });
});

test('the text of a signature: URL-encoded base64 is right, base64url is advice, raw base64 and hex fail', () => {
  const form = (write: (base64: string) => string) => verdict({ headers: signed(illegal, write) });
  expect(form(url)).toBe('satisfied');
  expect(form((base64) => Buffer.from(base64, 'base64').toString('base64url'))).toBe('advisory');
  expect(form((base64) => base64)).toBe('violated');
  expect(form((base64) => Buffer.from(base64, 'base64').toString('hex'))).toBe('violated');
});

test('Response-Time has seconds and is the time of the answer', () => {
  const judged = (at: string) => {
    const one = observed({ headers: signed(illegal, url, at) });
    return [zonedResponseTime.judge(one)?.verdict, currentResponseTime.judge(one)?.verdict ?? null];
  };
  expect(judged(time)).toEqual(['satisfied', 'satisfied']);
  expect(judged('2026-11-27T21:30+08:00')).toEqual(['violated', null]);
  expect(judged('2026-11-27T09:30:00+08:00')).toEqual(['satisfied', 'advisory']);
});

describe('an answer to Accept-Encoding: gzip', () => {
  const signing = { mode: 'required', publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
  const asked = (reply: Reply, change: object = {}) => {
    const settings = { signing, clientId, ...change } as unknown as Partial<RunSettings>;
    const run = new MemoryRun(({ spec }) => (spec.wire?.acceptEncoding ? reply : 'S/SUCCESS'), settings);
    return { finding: run.judge('sendOTP', compressedAnswer()), sent: run.sent };
  };
  const judged = (body: Uint8Array, over: Uint8Array, encoding: WireHeaders) =>
    asked({ body, headers: [...signed(over, url), ...encoding] }).finding.verdict;
  const gzip: WireHeaders = [['Content-Encoding', 'gzip']];
  test('verifies as it is, or after decoding', () => {
    expect(judged(illegal, illegal, [])).toBe('satisfied');
    expect(judged(gzipSync(illegal), illegal, gzip)).toBe('satisfied');
  });
  test.each<[string, (body: Uint8Array) => Uint8Array, string]>([
    ['deflate', deflateSync, 'deflate'],
    ['br', brotliCompressSync, 'br'],
    ['x-gzip', gzipSync, 'x-gzip'],
    [' GZIP ', gzipSync, 'gzip'],
    ['Identity', (body) => body, 'identity'],
  ])('is read as what it says: %j', (name, encode, encoding) => {
    const headers: WireHeaders = [...signed(illegal, url), ['Content-Encoding', name]];
    const { finding, sent } = asked({ body: encode(illegal), headers });
    expect(finding).toMatchObject({
      verdict: 'satisfied',
      expected: { is: 'signed-answer' },
      received: { is: 'encoded-answer', encoding, verifies: true },
    });
    const title = 'an answer to Accept-Encoding: gzip verifies after decoding';
    const spec = { base: 'full', user: 'fixture', wire: { acceptEncoding: 'gzip' } };
    expect(sent).toEqual([{ operation: 'sendOTP', spec, title }]);
  });
  test('need not be signed, and must be what it says', () => {
    const other: WireHeaders = [['Content-Encoding', 'zstd']];
    expect(asked({ body: gzipSync(illegal), headers: gzip }).finding.verdict).toBe('satisfied');
    for (const headers of [other, [...signed(illegal, url), ...other], [['Content-Encoding', 'deflate']] as const])
      expect(asked({ body: gzipSync(illegal), headers }).finding.verdict).toBe('advisory');
    const brotli = asked({ body: brotliCompressSync(illegal), headers: [...signed(illegal, url), ...other] });
    expect(brotli.finding.verdict).toBe('advisory');
    expect(asked({ body: illegal, headers: [...signed(illegal, url), ...other] }).finding).toMatchObject({
      received: { is: 'encoded-answer', encoding: 'zstd', verifies: false },
      place: 'response:header:Signature',
    });
  });
  test('says nothing without a key, or without an answer', () => {
    const none = { verdict: 'not-applicable', reason: 'precondition', received: { is: 'no-result', http: 0 } };
    expect(asked({ body: illegal, headers: gzip }, { signing: { mode: 'off' } }).finding).toMatchObject(none);
    expect(asked('crash').finding).toMatchObject(none);
    expect(compressedAnswer()).toMatchObject({
      phase: 'observation',
      signing: true,
      profiles: ['gate', 'certify'],
    });
  });
  test('is advised against where something else was signed', () => {
    expect(judged(gzipSync(Buffer.from(` ${illegal}`)), illegal, gzip)).toBe('advisory');
    expect(judged(createHash('md5').digest(), illegal, gzip)).toBe('advisory');
  });
});

test('answers that waited beside a body of unusual size are no evidence of slowness', () => {
  const slow = (startedAt: number, spec: Partial<RequestSpec> = {}) => observed({ startedAt, durationMs: 7000, spec });
  const four = [0, 10, 20, 30].map((at) => slow(now + at));
  expect(answersInTime.judge(four)?.verdict).toBe('violated');
  expect(
    answersInTime.judge([...four, slow(now, { beyondSpec: true }), observed({ startedAt: now + 99_000 })])?.verdict,
  ).toBe('satisfied');
});
