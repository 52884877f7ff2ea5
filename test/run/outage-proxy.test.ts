/** The fault-injecting proxy and the crashing target do what their plan says, and leave the rest of the traffic as it was. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CrashingTarget, startCrashingTarget } from '../support/crashing-target.ts';
import { type OutageProxy, type OutageProxyOptions, startOutageProxy } from '../support/outage-proxy.ts';
import { drawOutages, OUTAGE_KINDS } from '../support/outages.ts';

let target: Server;
let targetUrl: string;
let handled = 0;
let open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  target = createServer((incoming, outgoing) => {
    handled += 1;
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const names = incoming.rawHeaders.filter((_, index) => index % 2 === 0);
      outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Response-Time': 'now' });
      outgoing.end(JSON.stringify({ path: incoming.url, body: Buffer.concat(chunks).toString('hex'), names }));
    });
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  targetUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

afterAll(
  () =>
    new Promise<void>((resolve) => {
      target.close(() => resolve());
      target.closeAllConnections();
    }),
);

async function proxied(options: Omit<OutageProxyOptions, 'target'> = {}): Promise<OutageProxy> {
  const proxy = await startOutageProxy({ target: targetUrl, ...options });
  open.push(proxy);
  return proxy;
}

async function crashing(options: Omit<Parameters<typeof startCrashingTarget>[0], 'target'>): Promise<CrashingTarget> {
  const started = await startCrashingTarget({ target: targetUrl, restartMs: 1, ...options });
  open.push(started);
  return started;
}

const post = (url: string, body = '{}') => fetch(`${url}/a?b=1`, { method: 'POST', body });

describe('outage proxy', () => {
  test('hands on path, bytes and header names, and hands back the answer', async () => {
    const proxy = await proxied();
    const answer = await fetch(`${proxy.url}/a?b=1`, {
      method: 'POST',
      body: new Uint8Array([0xff, 0x00, 0x41]),
      headers: { 'Client-Id': 'x' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('response-time')).toBe('now');
    const echoed = (await answer.json()) as { names: string[] };
    expect(echoed).toMatchObject({ path: '/a?b=1', body: 'ff0041' });
    expect(echoed.names).toContain('Client-Id');
    expect(proxy.counts).toMatchObject({ requests: 1, answered: 1, targetErrors: 0 });
  });

  test('refuses connections until the outage ends, on the same port', async () => {
    const proxy = await proxied();
    await proxy.begin('refused');
    await expect(post(proxy.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await proxy.end('refused');
    expect((await post(proxy.url)).status).toBe(200);
    expect(proxy.counts).toMatchObject({ requests: 1, outages: { refused: 1 } });
  });

  test('cuts off what is under way when it stops listening', async () => {
    const proxy = await proxied();
    await proxy.begin('latency', { latencyMs: 3_600_000 });
    const waiting = post(proxy.url).catch((error: Error) => error);
    while (proxy.counts.delayed === 0) await new Promise((resolve) => setImmediate(resolve));
    await proxy.begin('refused');
    expect(await waiting).toBeInstanceOf(Error);
    expect(proxy.counts.cut).toBe(1);
  });

  test('resets connections before the target sees anything', async () => {
    const proxy = await proxied();
    const before = handled;
    await proxy.begin('reset');
    await expect(post(proxy.url)).rejects.toThrow();
    expect(handled).toBe(before);
    expect(proxy.counts.reset).toBeGreaterThan(0);
  });

  test('throws an answer away after the target has handled the request', async () => {
    const proxy = await proxied();
    const before = handled;
    await proxy.begin('lost-answer');
    await expect(post(proxy.url)).rejects.toThrow();
    expect(handled).toBe(before + 1);
    expect(proxy.counts.lostAnswers).toBe(1);
  });
});

describe('outage proxy with answers, limits and plans of its own', () => {
  test.each([
    ['bad-gateway', 502, 'text/html', 'badGateway'],
    ['bad-gateway', 503, 'text/html', 'badGateway'],
    ['bad-gateway', 504, 'text/html', 'badGateway'],
    ['too-many', 429, null, 'tooMany'],
  ] as const)('answers %s with a bare %i', async (kind, status, type, count) => {
    const proxy = await proxied();
    await proxy.begin(kind, status === 429 ? {} : { status });
    const answer = await post(proxy.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    await answer.text();
    await proxy.end(kind);
    expect((await post(proxy.url)).status).toBe(200);
    expect(proxy.counts[count]).toBe(1);
  });

  test('lets as many requests a second through as it is told', async () => {
    const proxy = await proxied({ limitPerSecond: 0 });
    expect((await post(proxy.url)).status).toBe(429);
    const own = await proxied({ limitPerSecond: 0, limitedAs: { result: 'too often' } });
    const answer = await post(own.url);
    expect([answer.status, await answer.json()]).toEqual([200, { result: 'too often' }]);
    const wide = await proxied({ limitPerSecond: 1000 });
    expect((await post(wide.url)).status).toBe(200);
  });

  test('runs its plan and then leaves the traffic alone', async () => {
    const kinds = ['refused', 'bad-gateway', 'latency'] as const;
    const proxy = await proxied({ outages: kinds.map((kind) => ({ kind, start: { request: 1 }, lengthMs: 1 })) });
    await post(proxy.url).catch(() => undefined);
    await proxy.settled();
    expect((await post(proxy.url)).status).toBe(200);
    expect(proxy.counts.outages).toMatchObject({ refused: 1, 'bad-gateway': 1, latency: 1, reset: 0 });
  });

  test('reports a target that does not answer as the target’s own', async () => {
    const proxy = await startOutageProxy({ target: 'http://127.0.0.1:1' });
    open.push(proxy);
    await expect(post(proxy.url)).rejects.toThrow();
    expect(proxy.counts).toMatchObject({ targetErrors: 1, reset: 0, cut: 0 });
  });
});

describe('drawn outages', () => {
  const draw = { seed: 7, count: 300, within: { request: 900 } } as const;

  test('depend on the seed alone', () => {
    expect(drawOutages(draw)).toEqual(drawOutages(draw));
    expect(drawOutages(draw)).not.toEqual(drawOutages({ ...draw, seed: 8 }));
  });

  test('are of every kind and within their bounds, the earliest first', () => {
    const outages = drawOutages(draw);
    expect(new Set(outages.map(({ kind }) => kind))).toEqual(new Set(OUTAGE_KINDS));
    const starts = outages.map(({ start }) => ('request' in start ? start.request : Number.NaN));
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
    expect(starts.every((start) => start >= 1 && start <= 900)).toBe(true);
    expect(outages.every(({ lengthMs }) => lengthMs >= 100 && lengthMs <= 10_000)).toBe(true);
  });
});

describe('crashing target', () => {
  test('ends on the planned input only, and comes back on the same port', async () => {
    const fatal = await crashing({ exitsOn: { path: '/a', when: [{ field: 'verifyType', is: 'non-string' }] } });
    expect((await post(fatal.url, '{"verifyType":"MOBILE"}')).status).toBe(200);
    expect((await post(fatal.url, '{"verifyType":null}')).status).toBe(200);
    await expect(post(fatal.url, '{"verifyType":20}')).rejects.toThrow();
    const { url } = fatal;
    await fatal.ended(1);
    await fatal.listening();
    expect(fatal.url).toBe(url);
    expect((await post(fatal.url)).status).toBe(200);
    expect(fatal.exits).toBe(1);
  });

  test('ends on a pair of fields and spares each of them alone', async () => {
    const when = [
      { field: 'walletId', is: 'null' },
      { field: 'tokenRequestorId', is: 'null' },
    ] as const;
    const fatal = await crashing({ exitsOn: { when } });
    expect((await post(fatal.url, '{"walletId":null}')).status).toBe(200);
    expect((await post(fatal.url, '{"tokenRequestorId":null,"walletId":"w"}')).status).toBe(200);
    await expect(post(fatal.url, '{"walletId":null,"tokenRequestorId":null}')).rejects.toThrow();
  });

  test('stays away after its last request', async () => {
    const ending = await crashing({ endsAt: 2 });
    expect((await post(ending.url)).status).toBe(200);
    await expect(post(ending.url)).rejects.toThrow();
    await ending.ended(1);
    await expect(post(ending.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect(ending.exits).toBe(1);
  });
});
