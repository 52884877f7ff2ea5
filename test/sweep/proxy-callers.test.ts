/** A Java caller, the proxy, nginx and an example wallet in one line: every signature verifies at both ends and in the report. PROXY_CALLS=10000 for many. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { freePort, untilAccepting } from '../support/ports.ts';
import { type ProxyProcess, startProxyProcess } from '../support/proxied.ts';

const root = join(import.meta.dirname, '../..');
const calls = Number(process.env.PROXY_CALLS ?? 60);
const largest = 500_000;

const works = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const missing = [
  works('javac', '-version') ? '' : 'a JDK',
  works('nginx', '-v') ? '' : 'nginx',
  works('python3', '-c', 'import flask, cryptography') ? '' : 'flask and cryptography for Python',
].filter(Boolean);
if (missing.length > 0) console.warn(`The proxy is not tried with other stacks: ${missing.join(', ')} not installed.`);

const children: ChildProcess[] = [];
let place = '';

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'conformance-callers-'));
});
afterAll(async () => {
  for (const child of children) {
    child.kill('SIGTERM');
    if (child.exitCode === null) await new Promise((done) => child.once('exit', done));
  }
  await rm(place, { recursive: true, force: true });
});

/** Starts a program and waits until its port is open. */
async function listening(port: number, program: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(program, args, { cwd, env: { ...process.env, PORT: `${port}` }, stdio: 'ignore' });
  children.push(child);
  await untilAccepting(port, () => {
    if (child.exitCode !== null) throw new Error(`${program} has ended with ${child.exitCode}`);
  });
}

async function startWallet(): Promise<number> {
  const port = await freePort();
  const leftovers = /__pycache__|\.venv|keys|conformance\.config\.yaml|conformance-report/;
  const from = join(root, 'examples/flask-mpp');
  await cp(from, place, { recursive: true, filter: (path) => !leftovers.test(path.slice(from.length)) });
  await listening(port, 'python3', ['app.py'], place);
  return port;
}

async function startNginx(wallet: number): Promise<number> {
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${place}/${name};`,
  );
  // The workers of root have another user, who may not write here.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const config = `${user} daemon off; pid ${place}/nginx.pid; error_log ${place}/error.log;
events {}
http {
  access_log off; client_max_body_size 2m; ${temporary.join(' ')}
  server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${wallet}; proxy_http_version 1.1; } }
}`;
  await writeFile(join(place, 'nginx.conf'), config);
  await listening(port, 'nginx', ['-c', join(place, 'nginx.conf'), '-p', place], place);
  return port;
}

describe.skipIf(missing.length > 0)('Java, the proxy, nginx, Flask', () => {
  test(`${calls} calls of up to ${largest} bytes`, { timeout: 120_000 + calls * 200 }, async () => {
    const nginx = await startNginx(await startWallet());
    const config = readFileSync(join(place, 'conformance.config.yaml'), 'utf8');
    const clientId = /^clientId: (\S+)/m.exec(config)![1]!;
    const keys = ['--mpp-key', 'keys/mpp-public.pem', '--alipayplus-key', 'keys/alipayplus-public.pem'];
    const options = [...keys, '--report-dir', 'report'];
    const proxy: ProxyProcess = await startProxyProcess(`http://127.0.0.1:${nginx}`, options, { cwd: place });
    children.push(proxy.child);
    const run = promisify(execFile);
    await run('javac', ['-d', place, join(root, 'test/targets/caller/Caller.java')]);
    const own = [join(place, 'keys/alipayplus-private.pem'), join(place, 'keys/mpp-public.pem')];
    const args = ['-cp', place, 'Caller', `http://127.0.0.1:${proxy.port}`, ...own, clientId, `${calls}`, `${largest}`];
    const { stdout } = await run('java', args);
    await proxy.stop();
    expect(JSON.parse(stdout)).toEqual({ answered: calls, verified: calls });
    const report: Report = JSON.parse(readFileSync(join(place, 'report/report.json'), 'utf8'));
    expect(report.traffic!.exchanges).toBe(calls);
    const rows = [...report.requirements, ...report.traffic!.counterparty.requirements];
    const outcomes = Object.fromEntries(rows.map(({ key, outcome }) => [key, outcome]));
    expect(outcomes).toMatchObject({ 'sendOTP/G-04': 'passed', 'sendOTP/G-07': 'passed', 'sendOTP/G-03': 'passed' });
  });
});
