/** docs/traffic.md, word by word: its commands are run as they stand, with other ports, and its YAML starts the same proxy. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { operations } from '../../generated/operations.ts';
import { newPairs } from '../support/byte-load.ts';
import { callThrough, runConformanceIn, startAnswering, startProxyProcess, success } from '../support/proxied.ts';
import { snippetsOf } from '../support/snippets.ts';

const snippets = snippetsOf(readFileSync(join(import.meta.dirname, '../../docs/traffic.md'), 'utf8'));
const commands = snippets.filter(({ language }) => language === 'sh').map(({ text }) => text.trim());

let place = '';
let upstream: Awaited<ReturnType<typeof startAnswering>>;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'conformance-docs-'));
  upstream = await startAnswering((_, number) => ({ ...success, verifyRequestId: `verify-${number}` }));
});
afterEach(async () => {
  await upstream.close();
  await rm(place, { recursive: true, force: true });
});

/** Words of a command behind its name, with the ports of this test. */
const wordsOf = (command: string) => command.split(/\s+/);

/** The words of a proxy command without the two that `startProxyProcess` gives itself. */
function optionsOf(words: readonly string[]): { upstream: string; listen: string | null; rest: string[] } {
  const rest = [...words];
  const take = (name: string) => {
    const at = rest.indexOf(name);
    return at < 0 ? null : rest.splice(at, 2)[1]!;
  };
  return { upstream: take('--upstream')!, listen: take('--listen'), rest };
}

async function call(port: number): Promise<void> {
  const body = { acquirerId: '102218800000000000', pspId: '1022188000000000001', accessToken: 'token-1' };
  expect((await callThrough(port, operations.sendOTP.path, body)).status).toBe(200);
}

/** Starts the proxy of a text in front of the server of this test, calls through it, and stops it. */
async function tried(words: readonly string[], mount: string | null): Promise<string> {
  const { upstream: named, listen, rest } = optionsOf(words);
  expect(named).toMatch(/^http:\/\/(127\.0\.0\.1|wallet):8080$/);
  expect(listen).toMatch(/^(127\.0\.0\.1|0\.0\.0\.0):9100$/);
  const options = rest.map((word) => (mount !== null && word === mount ? join(place, 'mounted') : word));
  const proxy = await startProxyProcess(upstream.url, options, { cwd: place });
  await call(proxy.port);
  expect(await proxy.stop()).toBe(0);
  return proxy.stderr();
}

test('there are three commands and two files', () => {
  expect(commands.map((command) => wordsOf(command).slice(0, 2).join(' '))).toEqual([
    'conformance judge',
    'conformance proxy',
    'conformance proxy',
  ]);
  expect(snippets.filter(({ language }) => language === 'yaml')).toHaveLength(2);
});

test('the command that judges a recording', async () => {
  const pairs = newPairs();
  await mkdir(join(place, 'keys'));
  const pem = (key: typeof pairs.caller.publicKey) => key.export({ type: 'spki', format: 'pem' });
  writeFileSync(join(place, 'keys/mpp-public.pem'), pem(pairs.server.publicKey));
  writeFileSync(join(place, 'alipayplus-public.pem'), pem(pairs.caller.publicKey));
  const entry = {
    startedDateTime: '2026-11-20T08:00:00.000Z',
    request: { method: 'POST', url: `http://w${operations.sendOTP.path}`, headers: [], postData: { text: '{}' } },
    response: { status: 200, headers: [], content: { text: JSON.stringify(success) } },
  };
  writeFileSync(join(place, 'traffic.har'), JSON.stringify({ log: { version: '1.2', entries: [entry] } }));
  const { code, stdout } = await runConformanceIn(place, wordsOf(commands[0]!).slice(1));
  // It is judged: the answer has no verifyRequestId.
  expect(stdout).toContain('sendOTP.response.verifyRequestId.required');
  expect(code).toBe(1);
});

test('the command that records in front of the MPP', async () => {
  const said = await tried(wordsOf(commands[1]!).slice(2), null);
  expect(said).toContain('Recording to');
  expect(readFileSync(join(place, 'traffic/traffic.ndjson'), 'utf8').split('\n')).toHaveLength(3);
});

test('the command in front of Alipay+ listens, and its upstream has to be confirmed', async () => {
  const { upstream: named, rest } = optionsOf(wordsOf(commands[2]!).slice(2));
  const proxy = await startProxyProcess(named, rest, { cwd: place });
  // Nothing was called: nothing can be judged.
  expect(await proxy.stop()).toBe(4);
  const unconfirmed = rest.slice(0, rest.indexOf('--yes-production'));
  await expect(startProxyProcess(named, unconfirmed, { cwd: place })).rejects.toThrow('--yes-production');
});

interface Container {
  image?: string;
  command?: string | string[];
  volumeMounts?: { mountPath: string }[];
  volumes?: string[];
  name?: string;
}

test('the proxy of the Kubernetes sidecar', async () => {
  const text = snippets.find(({ text }) => text.includes('containers:'))!.text;
  const pod = parseAllDocuments(text)[0]!.toJS() as { containers: Container[] };
  const { command, volumeMounts } = pod.containers.find(({ name }) => name === 'conformance')!;
  expect(command!.slice(0, 3)).toEqual(['npx', 'alipayplus-conformance', 'proxy']);
  await tried(command!.slice(3) as string[], volumeMounts![0]!.mountPath);
});

test('the proxy of Docker Compose', async () => {
  const text = snippets.find(({ text }) => text.includes('services:'))!.text;
  const { services } = parseAllDocuments(text)[0]!.toJS() as { services: Record<string, Container> };
  const { command, volumes } = services.conformance!;
  const words = wordsOf(command as string);
  expect(words.slice(0, 3)).toEqual(['npx', 'alipayplus-conformance', 'proxy']);
  await tried(words.slice(3), volumes![0]!.split(':')[1]!);
});
