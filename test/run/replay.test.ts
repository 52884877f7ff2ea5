/** `conformance replay`: what is sent, what is shown, and what counts as the same answer. */

import { createPrivateKey, createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exchangeLine } from '../../engine/record/evidence.ts';
import type { Exchange, WireRequest } from '../../engine/wire/exchange.ts';
import {
  isoTime,
  readSignatureHeader,
  sign,
  signatureHeader,
  signatureReadings,
  signedContent,
  verifies,
} from '../../engine/wire/signing.ts';
import { newKeys } from '../../reference/index.ts';
import { commandLine } from '../support/command-line.ts';
import { leastReport } from '../support/least-report.ts';
import { freshDirectory } from '../support/packages.ts';

const run = commandLine();
const keys = await newKeys();
const ours = createPublicKey(keys.alipayplus.privateKey);
const directory = freshDirectory();
const config = join(directory, 'config.json');
const thenMs = Date.parse('2026-01-02T03:04:05Z');

let server: Server;
let target = '';
let answer = { status: 200, body: '' };
let got: { method: string; url: string; headers: IncomingMessage['headers']; body: string };

const accepted = (id: string) =>
  JSON.stringify({ result: { resultCode: 'SUCCESS', resultStatus: 'S' }, verifyRequestId: id });

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    got = { method, url, headers, body: Buffer.concat(chunks).toString() };
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signing = { privateKey: keys.alipayplus.privateKey, publicKey: keys.mpp.publicKey };
  writeFileSync(config, JSON.stringify({ target, clientId: 'TEST_CLIENT', signing }));
});

afterAll(() => new Promise((done) => server.close(done)));

beforeEach(() => {
  answer = { status: 200, body: accepted('id-now-0002') };
});

const body = Buffer.from('{"accessToken":"token-of-a-user"}');
const path = '/aps/api/v1/users/sendOTP';

async function signedRequest(): Promise<WireRequest> {
  const time = isoTime(thenMs);
  const content = signedContent({ method: 'POST', path, clientId: 'TEST_CLIENT', time, body });
  const signature = signatureHeader(await sign(content, createPrivateKey(keys.alipayplus.privateKey)), '1', ',');
  const headers = [
    ['client-id', 'TEST_CLIENT'],
    ['request-time', time],
    ['signature', signature],
    ['X-Conformance-Request', 'abcd/12'],
  ] as const;
  return { method: 'POST', path, headers, body };
}

function recorded(id: string, request: WireRequest, text = accepted('id-then-0001')): Exchange {
  const response = {
    status: 200,
    headers: [['Content-Type', 'application/json']] as const,
    body: Buffer.from(text),
    truncated: false,
  };
  const about = { operation: 'sendOTP', probe: `sendOTP/${id}/0`, title: 'a good request', marker: 'abcd/12' };
  return { id, ...about, startedAt: thenMs, durationMs: 12.5, request, response, noAnswer: null };
}

function put(exchanges: readonly Exchange[], part: object = {}): string {
  const head = {
    format: 'alipayplus-conformance.full-evidence/2',
    target: { url: target, role: 'mpp', embedded: false, ...part },
    run: { id: 'abcd' },
  };
  const place = join(freshDirectory(), 'full-evidence.ndjson');
  writeFileSync(place, `${JSON.stringify(head)}\n${exchanges.map(exchangeLine).join('')}`);
  return place;
}

function isRightlySigned(): boolean {
  const parts = readSignatureHeader(String(got.headers.signature))!;
  const content = signedContent({
    method: got.method,
    path: got.url,
    clientId: String(got.headers['client-id']),
    time: String(got.headers['request-time']),
    body: Buffer.from(got.body),
  });
  return signatureReadings(parts.signature, ours).some(({ bytes }) => verifies(content, ours, bytes));
}

describe('a rightly signed request', () => {
  test('is sent with a fresh time and signature, all else as it was', async () => {
    const file = put([recorded('x12', await signedRequest())]);
    const { printed, told, code } = await run('replay', file, 'x12', '--config', config);
    expect(told).toBe('');
    expect(got).toMatchObject({ method: 'POST', url: path, body: body.toString() });
    expect(got.headers['request-time']).not.toBe(isoTime(thenMs));
    expect(isRightlySigned()).toBe(true);
    expect(String(got.headers.signature)).toMatch(/^algorithm=RSA256,keyVersion=1,signature=/);
    expect(printed.replace(/\d+(\.\d+)? ms\n/, '7 ms\n').replace(/‹verifyRequestId:\w{8}›/g, '‹id›')).toBe(
      [
        'x12 sendOTP: a good request',
        `POST ${path} to ${target}, with a new Request-Time and signature`,
        '                   then                                    now',
        '  answer           S/SUCCESS                               S/SUCCESS',
        '  took             12.5 ms                                 7 ms',
        '  content-type     application/json                        application/json',
        '  result           {"resultCode":"SUCCESS",                {"resultCode":"SUCCESS",',
        '                   "resultStatus":"S"}                     "resultStatus":"S"}',
        '≠ verifyRequestId  "‹id›"            "‹id›"',
        'The same answer.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  test('keeps its bytes with --as-recorded, and without a key', async () => {
    const request = await signedRequest();
    const file = put([recorded('x12', request)]);
    const first = await run('replay', file, '--config', config, '--as-recorded');
    expect(first.printed).toContain(', as recorded\n');
    expect(got.headers).toMatchObject({ 'request-time': isoTime(thenMs), signature: request.headers[2]![1] });
    const keyless = join(directory, 'keyless.json');
    writeFileSync(keyless, JSON.stringify({ target }));
    const second = await run('replay', file, '--config', keyless);
    expect(second.printed.replace(/\s+/g, ' ')).toContain('as recorded: the config has no key to sign it again');
    expect(got.headers).toMatchObject({ 'request-time': isoTime(thenMs), signature: request.headers[2]![1] });
  });

  test('goes to another target, under its path', async () => {
    const file = put([recorded('x12', { ...(await signedRequest()), path: `/old${path}` })], { url: `${target}/old` });
    await run('replay', file, '--config', config, '--target', `${target}/new/`);
    expect(got.url).toBe(`/new${path}`);
  });
});

test('a request that was wrong on purpose stays wrong', async () => {
  const request = await signedRequest();
  const forged = { ...request, body: Buffer.from('{"accessToken":"another"}') };
  const unsigned = { ...request, headers: request.headers.filter(([name]) => name !== 'signature') };
  const file = put([recorded('x1', forged), recorded('x2', unsigned)]);
  const first = await run('replay', file, 'x1', '--config', config);
  expect(first.printed.replace(/\s+/g, ' ')).toContain(
    'as recorded: its signature is from another key, or wrong on purpose',
  );
  expect(isRightlySigned()).toBe(false);
  const second = await run('replay', file, 'x2', '--config', config);
  expect(second.printed.replace(/\s+/g, ' ')).toContain('as recorded: unsigned');
  expect(got.headers.signature).toBe(undefined);
});

test.each([
  ['another code', 200, JSON.stringify({ result: { resultCode: 'PARAM_ILLEGAL', resultStatus: 'F' } })],
  ['another status', 202, accepted('id-now-0002')],
  ['another member', 200, accepted('id-now-0002').replace('verifyRequestId', 'verifyId')],
  ['a page', 502, '<h1>Bad gateway</h1>'],
])('%s is another answer', async (_, status, text) => {
  answer = { status, body: text };
  const { printed, code } = await run('replay', put([recorded('x12', await signedRequest())]), '--config', config);
  expect(printed).toMatch(/\nA different answer\.\n$/);
  expect(printed).not.toContain('token-of-a-user');
  expect(code).toBe(1);
});

test('no answer now is exit code 3', async () => {
  const file = put([recorded('x12', await signedRequest())]);
  const { printed, code } = await run('replay', file, '--config', config, '--target', 'http://127.0.0.1:9');
  expect(printed).toContain('no answer (refused');
  expect(code).toBe(3);
});

test('an id is looked up in a report directory', async () => {
  const file = put([recorded('x1', await signedRequest()), recorded('x2', await signedRequest())]);
  const reports = join(file, '..');
  expect((await run('replay', 'x2', '--report-dir', reports, '--config', config)).printed).toMatch(/^x2 sendOTP: /);
  expect((await run('replay', reports, 'x1', '--config', config)).printed).toMatch(/^x1 sendOTP: /);
});

describe('what cannot be sent is refused with the cure', () => {
  async function refusal(...args: string[]): Promise<string> {
    const { told, code, printed } = await run('replay', ...args, '--config', config);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    return told.replace('conformance: ', '').trimEnd();
  }

  test('each with its sentence', async () => {
    const request = await signedRequest();
    const two = put([recorded('x1', request), recorded('x2', request)]);
    const reports = freshDirectory();
    writeFileSync(join(reports, 'report.json'), '{}');
    expect(await refusal('x1')).toBe(
      'x1 is an id, but no report is given. Add --report-dir DIR, or write: npx conformance replay DIR x1',
    );
    expect(await refusal(two)).toBe(
      `${two} contains 2 exchanges, and no id is given. Write: npx conformance replay ${two} x1`,
    );
    expect(await refusal(two, 'x9')).toBe(`There is no exchange x9 in ${two}. It contains 2 exchanges, such as x1.`);
    expect(await refusal(reports, 'x1')).toBe(
      `${reports} contains no full-evidence.ndjson, and report.json is redacted. Run again with --report-dir DIR --full-evidence.`,
    );
    expect(await refusal('/nowhere', 'x1')).toBe(
      '/nowhere cannot be read: there is no such file. Give the path of a full-evidence.ndjson or of its directory.',
    );
    expect(await refusal(config)).toBe(
      `${config} cannot be replayed: it does not begin like a file of full evidence. Give the path of a full-evidence.ndjson.`,
    );
    expect(await refusal(put([recorded('x1', request)], { role: 'mpp-client' }))).toBe(
      'These are requests of a caller, which only the caller can send again. Call its trigger.',
    );
    expect(await refusal(put([recorded('x1', request)], { embedded: true }))).toBe(
      'The request was sent to the built-in reference of that run, which has stopped. Start one with npx conformance serve, and give its URL with --target.',
    );
    const other = put([recorded('x1', request)]);
    const report = leastReport();
    writeFileSync(join(other, '..', 'report.json'), JSON.stringify(report));
    expect(await refusal(join(other, '..'), 'x1')).toMatch(
      / belongs to another run than report\.json\. Run again with --full-evidence\.$/,
    );
  });
});
