/** What the proxy records: it is on disk without an orderly end, a full disk stops the recording and not the traffic, and memory stays flat. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callsIn } from '../../cli/traffic/read-files.ts';
import type { Report } from '../../engine/report.ts';
import { operations } from '../../generated/operations.ts';
import { callThrough, type ProxyProcess, startAnswering, startProxyProcess, success } from '../support/proxied.ts';

const { path } = operations.sendOTP;
let place = '';
let upstream: Awaited<ReturnType<typeof startAnswering>>;
let proxy: ProxyProcess | null = null;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'conformance-proxy-'));
  upstream = await startAnswering((_, number) => ({ ...success, verifyRequestId: `verify-${number}` }));
});

afterEach(async () => {
  if (proxy?.child.exitCode === null && proxy.child.signalCode === null) await proxy.kill();
  await upstream.close();
  await rm(place, { recursive: true, force: true });
});

async function started(args: readonly string[], limit?: number): Promise<ProxyProcess> {
  proxy = await startProxyProcess(upstream.url, args, { cwd: place, ...(limit === undefined ? {} : { limit }) });
  return proxy;
}

const body = (number: number, padding = '') => ({
  acquirerId: '102218800000000000',
  pspId: '1022188000000000001',
  accessToken: `token-${number}${padding}`,
});

async function callMany(port: number, count: number, padding = ''): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const answer = await callThrough(port, path, body(number, padding));
    expect([answer.status, JSON.parse(answer.body).result.resultStatus]).toEqual([200, 'S']);
  }
}

test('a killed proxy leaves a record that can be read, with every call before the last moment', async () => {
  const { port, kill } = await started(['--record', 'traffic']);
  const file = join(place, 'traffic/traffic.ndjson');
  const recorded = () => readFileSync(file, 'utf8').split('\n').length - 2;
  await callMany(port, 40);
  // Nothing has ended, and nothing asks for the rest to be written.
  await vi.waitFor(() => expect(recorded()).toBe(40), { timeout: 60_000 });
  const last = Array.from({ length: 20 }, (_, number) => callThrough(port, path, body(100 + number)).catch(() => null));
  await Promise.race(last);
  await kill();
  await Promise.all(last);
  expect((await callsIn(join(place, 'traffic'))).length).toBeGreaterThanOrEqual(40);
  const judged = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../bin/conformance.js'), 'judge', 'traffic'],
    {
      cwd: place,
      encoding: 'utf8',
    },
  );
  expect(judged.stderr).toBe('');
  expect(judged.stdout).toMatch(/No violation seen: 4\d|No violation seen: [56]\d/);
});

test('a line that was cut off is left out', async () => {
  const { port, stop } = await started(['--record', 'traffic']);
  await callMany(port, 3);
  await stop();
  const file = join(place, 'traffic/traffic.ndjson');
  const text = readFileSync(file, 'utf8');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, text.slice(0, -30));
  expect(await callsIn(file)).toHaveLength(2);
});

test('the traffic passes on where nobody reads what is printed any more', async () => {
  const { port, child } = await started(['--record', 'traffic']);
  child.stdout!.destroy();
  child.stderr!.destroy();
  // Each call breaks a row of the caller, and is told on a pipe that is closed.
  for (let number = 0; number < 3; number++) {
    const answer = await callThrough(port, path, { pspId: number });
    expect(answer.status).toBe(200);
  }
  expect(child.exitCode).toBe(null);
});

const says = /Recording has stopped: .*\. The traffic passes on\./g;

test('a file that may not grow stops the recording, says so once, and the traffic passes', async () => {
  const blocks = 64;
  const { port, stop, stderr } = await started(['--record', 'traffic', '--reporter', 'json'], blocks);
  await callMany(port, 60, 'x'.repeat(1000));
  await vi.waitFor(() => expect(stderr()).toMatch(says), { timeout: 60_000 });
  await callMany(port, 5);
  await stop();
  expect(stderr().match(says)).toHaveLength(1);
  const calls = await callsIn(join(place, 'traffic'));
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.length).toBeLessThan(60);
});

/** Whether a file system may be mounted here: root may, in most places. */
function mounted(directory: string, size: string): boolean {
  mkdirSync(directory);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', directory]).status === 0;
}

test('a full disk stops the recording, says so, and the traffic passes', async (context) => {
  const disk = join(place, 'disk');
  if (!mounted(disk, '64k')) context.skip('needs the right to mount a file system');
  try {
    const { port, stop, stderr } = await started(['--record', 'disk/traffic', '--report-dir', 'report']);
    await callMany(port, 100, 'x'.repeat(1000));
    await vi.waitFor(() => expect(stderr()).toContain('Recording has stopped: the disk is full.'), { timeout: 60_000 });
    await callMany(port, 5);
    expect(await stop()).toBe(0);
    const report: Report = JSON.parse(readFileSync(join(place, 'report/report.json'), 'utf8'));
    // The report is made of all calls, recorded or not.
    expect(report.traffic?.exchanges).toBe(105);
    expect((await callsIn(join(disk, 'traffic'))).length).toBeLessThan(100);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('memory does not grow with each call', async () => {
  const { port, stop, child } = await started(['--record', 'traffic', '--report-dir', 'report']);
  const inUse = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;
  const padding = 'x'.repeat(20_000);
  await callMany(port, 200, padding);
  const before = process.platform === 'linux' ? inUse() : 0;
  await callMany(port, 600, padding);
  const grown = process.platform === 'linux' ? inUse() - before : 0;
  await stop();
  const report: Report = JSON.parse(readFileSync(join(place, 'report/report.json'), 'utf8'));
  expect(report.traffic?.exchanges).toBe(800);
  // The bodies alone are 12 MB, and each was parsed, redacted and written several times.
  expect(grown).toBeLessThan(60);
  expect(report.run.peakMemoryMb).toBeLessThan(230);
});
