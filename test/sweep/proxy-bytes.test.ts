/** Large signed exchanges through the built proxy: no byte differs, every signature verifies, and the judge reads the same. PROXY_EXCHANGES=10000 for many. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { byteLoad, newPairs, startByteServer } from '../support/byte-load.ts';
import { startProxyProcess } from '../support/proxied.ts';

const exchanges = Number(process.env.PROXY_EXCHANGES ?? 150);
const largest = 1_000_000;
const limits = { timeout: 120_000 + exchanges * 200 };

test(`${exchanges} exchanges of up to ${largest} bytes`, limits, async () => {
  const place = await mkdtemp(join(tmpdir(), 'conformance-bytes-'));
  const pairs = newPairs();
  const server = await startByteServer(pairs, largest);
  for (const [name, { publicKey }] of Object.entries(pairs))
    writeFileSync(join(place, `${name}.pem`), publicKey.export({ type: 'spki', format: 'pem' }));
  const keys = ['--mpp-key', 'server.pem', '--alipayplus-key', 'caller.pem', '--report-dir', 'report'];
  const proxy = await startProxyProcess(`http://127.0.0.1:${server.port}`, keys, { cwd: place });
  try {
    const load = await byteLoad(proxy.port, server, pairs, { exchanges, largest });
    await proxy.stop();
    console.log(`${load.exchanges} exchanges, ${Math.round(load.bytes / 1e6)} MB`);
    expect(load).toMatchObject({ different: 0, unverified: 0 });
    const report: Report = JSON.parse(readFileSync(join(place, 'report/report.json'), 'utf8'));
    const unrecorded = Number(/judged: (\d+) calls/.exec(proxy.stderr())?.[1] ?? 0);
    expect(report.traffic!.exchanges + unrecorded).toBe(exchanges);
    const rows = [...report.requirements, ...report.traffic!.counterparty.requirements];
    const outcomes = Object.fromEntries(rows.map(({ key, outcome }) => [key, outcome]));
    expect(outcomes).toMatchObject({ 'sendOTP/G-04': 'passed', 'sendOTP/G-07': 'passed' });
    console.log(`judged ${report.traffic!.exchanges}, peak ${report.run.peakMemoryMb} MB, ${report.verdict}`);
  } finally {
    if (proxy.child.exitCode === null) await proxy.kill();
    await server.close();
    await rm(place, { recursive: true, force: true });
  }
});
