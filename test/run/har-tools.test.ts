/** Archives that other tools make of the same calls give the outcomes of the bytes themselves: Chromium (DevTools protocol) and mitmproxy. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../cli/config/shape.ts';
import { observeConnection } from '../../cli/proxy/observe.ts';
import { startTunnel } from '../../cli/proxy/tunnel.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { readHar } from '../../engine/record/har-file.ts';
import type { TrafficCall } from '../../engine/record/traffic.ts';
import type { Report } from '../../engine/report.ts';
import { sign, signatureHeader, signedContent } from '../../engine/wire/signing.ts';
import { operations } from '../../generated/operations.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';
import { untilAccepting } from '../support/ports.ts';
import { judgingOf, passiveOutcomes, reportOf } from '../support/traffic.ts';

/** A request as a tool is to send it. */
interface Prepared {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** The reference behind a server that has a page too, behind a tunnel that reads the bytes. */
async function started(fault: string | null) {
  const reference = await startReferenceMpp({ fault, variant: null, keys: await sharedKeys() });
  const { settings, close } = await prepareRun({ config: { ...(reference.config as Config), role: 'mpp' } });
  const front = createServer((incoming, outgoing) => {
    if (incoming.method === 'GET')
      return void outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>page</p>');
    const { url, method, headers } = incoming;
    const options = { port: new URL(reference.url).port, host: '127.0.0.1', path: url, method, headers };
    incoming.pipe(
      httpRequest(options, (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.rawHeaders);
        answer.pipe(outgoing);
      }),
    );
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  const calls: TrafficCall[] = [];
  const tunnel = await startTunnel('127.0.0.1', 0, {
    upstream: { host: '127.0.0.1', port: (front.address() as AddressInfo).port, tls: null },
    tls: null,
    observe: () => observeConnection((call) => calls.push(call)),
    onObserverError: (error) => {
      throw error;
    },
  });
  const closeFront = () => {
    front.closeAllConnections();
    front.close();
  };
  open.push(reference, { close }, { close: closeFront }, tunnel);
  return { settings, calls, port: tunnel.port };
}

/** Signed calls of every API, one of them with text outside ASCII. */
async function prepared({ settings }: Awaited<ReturnType<typeof started>>): Promise<Prepared[]> {
  const list = settings.apis.flatMap((id) => {
    const { requestExample, minimalExample } = operations[id as keyof typeof operations];
    const own = settings.requests[id]?.[0]?.body ?? {};
    return [requestExample, minimalExample].map((example) => ({ id, body: { ...example, ...own } }));
  });
  const extra = {
    id: 'tokenDigitizeDecision',
    body: { ...list.at(-1)!.body, consumerFacingEntityName: 'Müller 支付 😀' },
  };
  return Promise.all(
    [...list, extra].map(async ({ id, body }) => {
      const path = settings.paths[id]!;
      const time = new Date().toISOString();
      const text = JSON.stringify(body);
      const content = signedContent({
        method: 'POST',
        path,
        clientId: settings.clientId,
        time,
        body: Buffer.from(text),
      });
      const signature = signatureHeader(await sign(content, settings.signing.privateKey as never), '1', ',');
      const headers = { 'Client-Id': settings.clientId, 'Request-Time': time, Signature: signature };
      return { path, headers: { ...headers, 'Content-Type': 'application/json; charset=UTF-8' }, body: text };
    }),
  );
}

/** What the events tell of one request. */
interface NetworkEntry {
  request?: { method: string; url: string; headers: Record<string, string>; postData?: string };
  response?: { status: number; headers: Record<string, string> };
  sentHeaders?: Record<string, string>;
  cameHeaders?: Record<string, string>;
  wallTime?: number;
  begun?: number;
  ended?: number;
}

/** The archive that the panel Network of the developer tools exports, from the events that it is made of. */
class Archive {
  private readonly entries = new Map<string, NetworkEntry>();

  constructor(private readonly session: CDPSession) {
    const of = (id: string) => {
      const entry = this.entries.get(id) ?? {};
      this.entries.set(id, entry);
      return entry;
    };
    session.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp }) =>
      Object.assign(of(requestId), { request, wallTime, begun: timestamp }),
    );
    session.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) =>
      Object.assign(of(requestId), { sentHeaders: headers }),
    );
    session.on('Network.responseReceived', ({ requestId, response }) => Object.assign(of(requestId), { response }));
    session.on('Network.responseReceivedExtraInfo', ({ requestId, headers }) =>
      Object.assign(of(requestId), { cameHeaders: headers }),
    );
    session.on('Network.loadingFinished', ({ requestId, timestamp }) =>
      Object.assign(of(requestId), { ended: timestamp }),
    );
  }

  async har(): Promise<object> {
    const pairs = (headers: Record<string, string>) =>
      Object.entries(headers).map(([name, value]) => ({ name, value }));
    const entries = [];
    for (const [requestId, entry] of this.entries) {
      const { request, response, sentHeaders, cameHeaders, wallTime = 0, begun = 0, ended = 0 } = entry;
      if (!request || !response) continue;
      if (request.method !== 'POST') continue;
      const { body, base64Encoded } = await this.session.send('Network.getResponseBody', { requestId });
      const bytes = base64Encoded ? Buffer.from(body, 'base64') : Buffer.from(body);
      entries.push({
        startedDateTime: new Date(wallTime * 1000).toISOString(),
        time: (ended - begun) * 1000,
        request: {
          method: request.method,
          url: request.url,
          headers: pairs(sentHeaders ?? request.headers),
          bodySize: Buffer.byteLength(request.postData ?? ''),
          postData: { mimeType: 'application/json', text: request.postData },
        },
        response: {
          status: response.status,
          headers: pairs(cameHeaders ?? response.headers),
          content: { size: bytes.length, text: body, ...(base64Encoded ? { encoding: 'base64' } : {}) },
        },
      });
    }
    return { log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries } };
  }
}

type Started = Awaited<ReturnType<typeof started>>;

const othersOf = ({ traffic }: Report) =>
  Object.fromEntries(traffic!.counterparty.requirements.map(({ key, outcome }) => [key, outcome]));

/** The outcomes of the archive are those of the bytes. */
function compare({ calls, settings }: Started, har: unknown, count: number): Map<string, string> {
  const archived = readHar(har, 'tool.har');
  const posts = calls.filter(({ request }) => request.method === 'POST');
  expect([archived.length, posts.length]).toEqual([count, count]);
  expect(archived.every(({ exact }) => exact.request && exact.response)).toBe(true);
  const judging = judgingOf(settings);
  const [byFile, byBytes] = [reportOf(archived, judging), reportOf(posts, judging)];
  expect(othersOf(byFile)).toEqual(othersOf(byBytes));
  expect(othersOf(byFile)['sendOTP/G-04']).toBe('passed');
  expect(Object.fromEntries(passiveOutcomes(byFile))).toEqual(Object.fromEntries(passiveOutcomes(byBytes)));
  return passiveOutcomes(byFile);
}

const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);

describe.skipIf(!executable)('Chromium through the DevTools protocol', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executable!,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
  }, 60_000);
  afterAll(() => browser?.close());

  test.each([
    [null, 'passed'],
    ['answer-signed-without-line-feed', 'failed'],
  ])('with the fault %s its G-07 is %s', async (fault, outcome) => {
    const target = await started(fault);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${target.port}/`);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const archive = new Archive(session);
    const list = await prepared(target);
    for (const { path, headers, body } of list)
      await page.evaluate(
        async ([to, with_, text]) => (await fetch(to, { method: 'POST', headers: with_, body: text })).text(),
        [path, headers, body] as const,
      );
    const outcomes = compare(target, await archive.har(), list.length);
    await page.close();
    expect(outcomes.get('sendOTP/G-07')).toBe(outcome);
  });
});

const script = '/usr/share/doc/mitmproxy/examples/contrib/har_dump.py';
const version = spawnSync('mitmdump', ['--version'], { encoding: 'utf8' }).stdout ?? '';
const ownHar = Number(/Mitmproxy: (\d+)/.exec(version)?.[1] ?? 0) >= 10;
const hasMitmproxy = ownHar || (version !== '' && existsSync(script));

describe.skipIf(!hasMitmproxy)('mitmproxy', () => {
  test.each([
    [null, 'passed'],
    ['answer-signed-without-line-feed', 'failed'],
  ])('with the fault %s its G-07 is %s', { timeout: 120_000 }, async (fault, outcome) => {
    const target = await started(fault);
    const place = await mkdtemp(join(tmpdir(), 'conformance-mitm-'));
    const file = join(place, 'calls.har');
    const probe = createServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    const mode = ['--mode', `reverse:http://127.0.0.1:${target.port}`, '--listen-host', '127.0.0.1', '-p', `${port}`];
    const child = spawn('mitmdump', [
      ...mode,
      ...(ownHar ? [] : ['-s', script]),
      '--set',
      `hardump=${file}`,
      '--set',
      `confdir=${place}`,
    ]);
    const ended = once(child, 'exit');
    try {
      const list = await prepared(target);
      await untilAccepting(port);
      for (const { path, headers, body } of list)
        await (await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })).text();
      child.kill('SIGINT');
      await ended;
      const outcomes = compare(target, JSON.parse(readFileSync(file, 'utf8')), list.length);
      expect(outcomes.get('sendOTP/G-07')).toBe(outcome);
    } finally {
      child.kill('SIGKILL');
      await rm(place, { recursive: true, force: true });
    }
  });
});
