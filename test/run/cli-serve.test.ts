/** `conformance serve`: the config it prints is right, and Ctrl-C ends it. */
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkedConfig } from '../../cli/config/check.ts';
import { parseConfig } from '../../cli/config/parse.ts';
import { settingsOf } from '../../cli/config/settings.ts';
import { main } from '../../cli/main.ts';
import { sign, signedContent } from '../../engine/wire/signing.ts';
import { setColumns, wide } from '../support/command-line.ts';

let printed = '';
let told = '';

beforeEach(() => {
  for (const stream of ['stdout', 'stderr'] as const) setColumns(stream, wide);
  printed = '';
  told = '';
  const taken = (add: (text: string) => void) =>
    ((text: string, done?: () => void) => {
      add(text);
      done?.();
      return true;
    }) as never;
  vi.spyOn(process.stdout, 'write').mockImplementation(taken((text) => (printed += text)));
  vi.spyOn(process.stderr, 'write').mockImplementation(taken((text) => (told += text)));
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const stream of ['stdout', 'stderr'] as const) setColumns(stream, undefined);
  process.exitCode = 0;
});

/** Serves until the address is printed, does something with it, and presses Ctrl-C. */
async function serving(line: string, use: (url: string) => Promise<void> = async () => {}): Promise<void> {
  const ended = main(['serve', ...line.split(' ')]);
  await vi.waitFor(() => expect(told).toContain('Press Ctrl-C to stop.'), { timeout: 30_000 });
  await use(/listening on (\S+)\. Press Ctrl-C/.exec(told)![1]!);
  process.emit('SIGINT');
  await ended;
}

async function settings() {
  const { value, place } = parseConfig({ path: '/c.yaml', name: 'c.yaml', text: printed });
  return settingsOf(await checkedConfig(value, place), {}, { directory: '/', workingDirectory: '/', named: {} }, false);
}

test('mpp prints a matching config', { timeout: 60_000 }, async () => {
  await serving('mpp', async (url) => {
    expect(await settings()).toMatchObject({ role: 'mpp', target: url, signing: { mode: 'required' } });
  });
  expect(told).toMatch(
    /^conformance: Reference mpp listening on http:\/\/127\.0\.0\.1:\d+\. Press Ctrl-C to stop\.\n$/,
  );
});

test('mpp has the fault that is asked for', { timeout: 60_000 }, async () => {
  await serving('mpp --unsigned --fault unknown-client-accepted --api sendOTP', async () => {
    expect(await settings()).toMatchObject({ apis: ['sendOTP'], signing: { mode: 'off' } });
  });
  expect(told).toContain('Reference mpp with the fault unknown-client-accepted listening');
});

test('alipayplus prints a signed curl command that works', { timeout: 60_000 }, async () => {
  await serving('alipayplus', async () => {
    expect(await settings()).toMatchObject({ role: 'alipayplus', apis: ['getPaymentCode'] });
    const [, body] = /--data-binary '([^']*)'/.exec(told)!;
    const headers = [...told.matchAll(/-H '([^:]+): ([^']*)'/g)].map(
      ([, name, value]) => [name!, value!] as [string, string],
    );
    const [, url] = /'(http[^']*)'\n/.exec(told)!;
    const answer = await fetch(url!, { method: 'POST', headers, body: body! });
    expect(await answer.json()).toMatchObject({ result: { resultStatus: 'S' } });
  });
});

test('alipayplus plays a script and prints each request', { timeout: 60_000 }, async () => {
  const script = join(mkdtempSync(join(tmpdir(), 'script-')), 'script.yaml');
  writeFileSync(script, '- answer: U:UNKNOWN_EXCEPTION\n- answer: S\n');
  const statuses: string[] = [];
  await serving(`alipayplus --script ${script}`, async (url) => {
    for (let i = 0; i < 2; i++) {
      const answer = await fetch(`${url}/aps/api/v1/codes/getPaymentCode`, { method: 'POST', body: '{}' });
      const { result } = (await answer.json()) as { result: { resultStatus: string } };
      statuses.push(result.resultStatus);
    }
  });
  expect(statuses).toEqual(['U', 'S']);
  expect(told).toContain(
    'conformance: POST /aps/api/v1/codes/getPaymentCode: request 1, answered with U:UNKNOWN_EXCEPTION\n',
  );
});

test.each([
  ['mpp --fault list', /^unknown-client-accepted +\S/m],
  ['mpp --variant list', /^pretty-printed +\S/m],
  ['alipayplus --fault list', /^\S+ +\S/m],
])('%s', async (line, row) => {
  await main(['serve', ...line.split(' ')]);
  expect(printed).toMatch(row);
});

test.each([
  ['mpp --script x', '--script works with alipayplus only. For mpp use --fault or --variant.'],
  [
    'alipayplus --script /nowhere.yaml',
    'The script /nowhere.yaml cannot be read: there is no such file. Give a file of steps, such as "- answer: S".',
  ],
  ['alipayplus --api sendOTP', '--api works with mpp only. Leave it out: alipayplus offers getPaymentCode.'],
  [
    'mpp --fault unknown-client-acepted',
    'No fault is named "unknown-client-acepted". Did you mean "unknown-client-accepted"?',
  ],
  ['mpp --fault zzz', 'No fault is named "zzz". List them with: --fault list'],
  [
    'mpp --host 192.0.2.1',
    '192.0.2.1:0 is not an address of this machine. Use --host 127.0.0.1, or 0.0.0.0 for all addresses.',
  ],
])('%s', { timeout: 60_000 }, async (line, sentence) => {
  await main(['serve', ...line.split(' ')]);
  expect(told).toBe(`conformance: ${sentence}\n`);
  expect(process.exitCode).toBe(2);
});

test('logs each request with its result, and what is wrong with its signature', { timeout: 60_000 }, async () => {
  await serving('mpp --api sendOTP', async (url) => {
    const path = '/aps/api/v1/users/sendOTP';
    const json = { 'Content-Type': 'application/json' };
    const { clientId, signing } = await settings();
    const time = new Date().toISOString().replace(/\.\d+Z$/, '+00:00');
    const send = async (changed: Record<string, string>, signedPath = path) => {
      const text = signedContent({ method: 'POST', path: signedPath, clientId, time, body: Buffer.from('{}') });
      const signature = encodeURIComponent(
        (await sign(text, createPrivateKey(signing.privateKey!))).toString('base64'),
      );
      const headers = {
        'Client-Id': clientId,
        ...json,
        'Request-Time': time,
        Signature: `algorithm=RSA256, keyVersion=1, signature=${signature}`,
      };
      await fetch(`${url}${path}`, { method: 'POST', body: '{}', headers: { ...headers, ...changed } });
    };
    told = '';
    await send({});
    await vi.waitFor(() => expect(told).toBe(`POST ${path}  F/PARAM_ILLEGAL\n`));
    told = '';
    await send({}, '/v1/users/sendOTP');
    await vi.waitFor(() => expect(told).toMatch(/^POST \S+ {2}F\/INVALID_SIGNATURE\n {2}signature: .*path/));
    told = '';
    await fetch(`${url}${path}`, { method: 'POST', body: '{}', headers: { 'Client-Id': clientId, ...json } });
    await vi.waitFor(() => expect(told).toContain('  signature: the request has no Signature header.\n'));
    expect(told).not.toContain(signing.privateKey);
  });
});
