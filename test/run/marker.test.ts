/** A target that is strict only when it sees X-Conformance-Request: it passes a gate run with the header, and is found without it and by certify. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { Report } from '../../engine/report.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';

const timeout = 300_000;
const marker = 'x-conformance-request';

/** Hands requests with the header to one port, and others to another one. */
async function startTwoFaced(withHeader: number, without: number) {
  const server = createServer((incoming, outgoing) => {
    const port = incoming.headers[marker] === undefined ? without : withHeader;
    const { method, url, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Runs against a target that checks signatures only where it sees the header. */
async function judged(run: object, lenient: string | null): Promise<{ report: Report; exchanges: Exchange[] }> {
  const common = { keys: await sharedKeys(), apis: ['sendOTP'] };
  const strict = await startReferenceMpp(common);
  const other = lenient === null ? strict : await startReferenceMpp({ ...common, fault: lenient });
  const portOf = ({ url }: { url: string }) => Number(new URL(url).port);
  const target = await startTwoFaced(portOf(strict), portOf(other));
  const exchanges: Exchange[] = [];
  const prepared = await prepareRun({
    config: { ...strict.config, target: target.url, run: { seed: 1, ...run } } as never,
  });
  try {
    const report = await runConformance(prepared.settings, { onExchange: (exchange) => exchanges.push(exchange) });
    return { report, exchanges };
  } finally {
    await prepared.close();
    target.close();
    await Promise.all([strict.close(), lenient === null ? null : other.close()]);
  }
}

const marked = (exchanges: readonly Exchange[]) =>
  exchanges.filter(({ request: sent }) => sent.headers.some(([name]) => name.toLowerCase() === marker)).length;

describe('a target that checks signatures only where it sees the header', { timeout }, () => {
  const lenient = 'signature-never-checked';

  test('is not found by a gate run, which always sends it', async () => {
    const { report, exchanges } = await judged({}, lenient);
    expect(report.run.exitCode).toBe(0);
    expect(marked(exchanges)).toBe(exchanges.length);
  });

  test.each([
    ['run.marker: false', { marker: false }],
    ['profile certify', { profile: 'certify' }],
  ])('is found with %s', async (_, run) => {
    const { report } = await judged(run, lenient);
    expect(report.run.exitCode).toBe(1);
    const failed = report.requirements.filter(({ outcome }) => outcome === 'failed').map(({ key }) => key);
    expect(failed).toContain('sendOTP/G-08');
  });
});

describe('a correct target', { timeout }, () => {
  test('passes without the header, and with it in about every second request', async () => {
    const without = await judged({ marker: false }, null);
    expect(without.report.run.exitCode).toBe(0);
    expect(marked(without.exchanges)).toBe(0);
    const mixed = await judged({ profile: 'certify' }, null);
    expect(mixed.report.totals.failed).toBe(0);
    expect(marked(mixed.exchanges) / mixed.exchanges.length).toBeGreaterThan(0.35);
    expect(marked(mixed.exchanges) / mixed.exchanges.length).toBeLessThan(0.65);
  });
});
