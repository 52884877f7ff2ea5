/** The proxy between a caller and a server, against a direct connection and against nginx as proxy, call by call on one connection. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../test/support/ports.ts';
import { against, bin, figure, median, ratio } from './measure.ts';
import { startTarget } from './target.ts';

const warm = 300;
const calls = 1500;
const path = '/aps/api/v1/users/sendOTP';

/** Median, 99th percentile and calls of one way to the server, in milliseconds. */
interface Way {
  readonly median: number;
  readonly p99: number;
}

export async function benchProxy(): Promise<string[]> {
  const place = await mkdtemp(join(tmpdir(), 'conformance-bench-'));
  const target = await startTarget({ manner: 'constant' });
  const upstream = new URL(target.config.target!);
  const nginx = await startNginx(place, upstream.host);
  const proxy = await startProxy(place, upstream.origin);
  try {
    // In turn, so that all meet the same load of the machine.
    const ways: Record<string, number[]> = { direct: [], proxy: [], ...(nginx ? { nginx: [] } : {}) };
    const ports: Record<string, number> = { direct: Number(upstream.port), proxy: proxy.port, nginx: nginx?.port ?? 0 };
    for (let round = 0; round < 3; round++)
      for (const [name, times] of Object.entries(ways)) times.push(...(await timesOf(ports[name]!, calls / 3)));
    const measured = Object.fromEntries(Object.entries(ways).map(([name, times]) => [name, wayOf(times)]));
    return linesOf(measured as { direct: Way; proxy: Way; nginx?: Way });
  } finally {
    await proxy.close();
    await nginx?.close();
    await target.close();
    await rm(place, { recursive: true, force: true });
  }
}

function linesOf({ direct, proxy, nginx }: { direct: Way; proxy: Way; nginx?: Way }): string[] {
  const line = (name: string, way: Way) =>
    `${name}: median ${way.median.toFixed(2)} ms (${ratio(way.median, direct.median)} of direct), 99 % within ${figure(way.p99)} ms`;
  if (!nginx) return [line('direct', direct), line('proxy', proxy), 'nginx is not installed'];
  const more = proxy.median - nginx.median;
  return [
    line('direct', direct),
    line('nginx', nginx),
    line('proxy', proxy),
    `proxy against nginx: ${ratio(proxy.median, nginx.median)}, ${more.toFixed(2)} ms more ${against(more <= 1, '≤ 1 ms')}`,
  ];
}

function wayOf(times: readonly number[]): Way {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: median(sorted), p99: sorted[Math.floor(sorted.length * 0.99)]! };
}

async function timesOf(port: number, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let number = 0; number < warm + count; number++) {
    const begun = performance.now();
    await callOnce(port, agent);
    if (number >= warm) times.push(performance.now() - begun);
  }
  agent.destroy();
  return times;
}

function callOnce(port: number, agent: Agent): Promise<void> {
  const body = JSON.stringify({ acquirerId: '1022188000', pspId: '1022188001', accessToken: 'token' });
  const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, 'Client-Id': 'TEST_1' };
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', done);
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

async function startProxy(place: string, upstream: string) {
  const args = [bin, 'proxy', '--upstream', upstream, '--listen', '127.0.0.1:0', '--record', 'traffic'];
  const child = spawn(process.execPath, args, { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  await new Promise<void>((done) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Press Ctrl-C')) done();
    });
  });
  const ended = once(child, 'exit');
  return {
    port: Number(/Listening on [^ ]*:(\d+)/.exec(said)![1]),
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Null where it is not installed. */
async function startNginx(place: string, upstream: string) {
  if (spawnSync('nginx', ['-v']).status !== 0) return null;
  const port = await freePort();
  const config = `daemon off; worker_processes 1; pid ${place}/nginx.pid; error_log ${place}/error.log;
events {}
http {
  access_log ${place}/access.log;
  client_body_temp_path ${place}/body; proxy_temp_path ${place}/proxy; fastcgi_temp_path ${place}/f; uwsgi_temp_path ${place}/u; scgi_temp_path ${place}/s;
  upstream wallet { server ${upstream}; keepalive 8; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://wallet; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}`;
  await writeFile(join(place, 'nginx.conf'), config);
  const child = spawn('nginx', ['-c', join(place, 'nginx.conf'), '-p', place], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  for (let attempt = 0; attempt < 100; attempt++) {
    const isUp = await callOnce(port, new Agent()).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    port,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
