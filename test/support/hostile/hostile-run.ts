/** One run of the built command against a hostile target: how it ended, what it wrote, and what it took. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startReferenceMpp } from '../../../reference/index.ts';
import type { Identity } from '../certificates.ts';
import { sharedKeys } from '../judged.ts';
import type { Behave } from './behaviours.ts';
import { type HostileTarget, startHostileTarget } from './hostile-target.ts';

export type Where = 'from the first answer' | 'from the 61st' | 'in TLS' | 'through the proxy command';
export const places: readonly Where[] = [
  'from the first answer',
  'from the 61st',
  'in TLS',
  'through the proxy command',
];

/** What came of it; `exit` is null where it had to be ended. */
export interface HostileEnd {
  readonly exit: number | null;
  readonly seconds: number;
  readonly peakMb: number;
  readonly longestBlockMs: number;
  readonly reportMb: number;
  readonly files: readonly string[];
  readonly told: string;
  readonly printed: string;
}

interface Trial {
  readonly behave: Behave;
  readonly where: Where;
  readonly certificates: { readonly authority: string; readonly server: Identity } | null;
  readonly answersToo?: boolean;
}

const bin = fileURLToPath(new URL('../../../bin/conformance.js', import.meta.url));
const measure = new URL('measure.mjs', import.meta.url).href;
/** A run that takes longer hangs. */
const longestMs = 120_000;
/** Calls that a caller makes through the proxy, and how long it waits for each. */
const proxied = { calls: 24, atOnce: 8, waitMs: 700 };

/** Starts the target, runs the command, and stops both. */
export async function hostileRun({ behave, where, certificates, answersToo }: Trial): Promise<HostileEnd> {
  const keys = await sharedKeys();
  // One API: its run has a request of every kind, and takes a quarter of the time.
  const reference = await startReferenceMpp({ keys, apis: ['sendOTP'] });
  const tls = where === 'in TLS' && certificates ? { tls: certificates.server } : {};
  const from = where === 'from the 61st' ? 61 : 1;
  const target = await startHostileTarget({ reference: reference.url, behave, from, answersToo, ...tls });
  const directory = mkdtempSync(join(tmpdir(), 'conformance-hostile-'));
  try {
    const config = {
      ...reference.config,
      target: target.url,
      ...(certificates ? { tls: { ca: certificates.authority } } : {}),
      run: { seed: 1, timeoutMs: 1000, startMs: 0, absenceMs: 1000 },
    };
    writeFileSync(join(directory, 'config.json'), JSON.stringify(config));
    return await (where === 'through the proxy command' ? throughProxy(directory, target) : judged(directory));
  } finally {
    await Promise.all([target.close(), reference.close()]);
    rmSync(directory, { recursive: true, force: true });
  }
}

function judged(directory: string): Promise<HostileEnd> {
  return ran(directory, ['--config', 'config.json', '--report-dir', 'report'], () => {});
}

function throughProxy(directory: string, target: HostileTarget): Promise<HostileEnd> {
  const args = [
    'proxy',
    '--config',
    'config.json',
    '--upstream',
    target.url,
    '--listen',
    '127.0.0.1:0',
    '--report-dir',
    'report',
  ];
  let isListening = false;
  return ran(directory, args, (told, end) => {
    const port = /Listening on \S*?:(\d+),/.exec(told)?.[1];
    if (!port || isListening) return;
    isListening = true;
    void callThrough(Number(port)).then(end);
  });
}

async function callThrough(port: number): Promise<void> {
  for (let n = 0; n < proxied.calls; n += proxied.atOnce)
    await Promise.all(Array.from({ length: proxied.atOnce }, () => oneCall(port)));
}

/** Reads what comes and forgets it, until nothing comes or it has waited long enough. */
function oneCall(port: number): Promise<void> {
  return new Promise((done) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const timer = setTimeout(() => socket.destroy(), proxied.waitMs);
    const body = '{"accessToken":"tok-1"}';
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      done();
    });
    socket.resume();
    socket.write(
      `POST /aps/api/v1/users/sendOTP HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nClient-Id: TEST_1\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  });
}

async function ran(
  directory: string,
  args: string[],
  onTold: (told: string, end: () => void) => void,
): Promise<HostileEnd> {
  const measuredFile = join(directory, 'measured.json');
  const env = { ...process.env, MEASURED_FILE: measuredFile, NO_COLOR: '1' };
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', measure, bin, ...args], { cwd: directory, env, stdio: 'pipe' });
  const timer = setTimeout(() => child.kill('SIGKILL'), longestMs);
  let told = '';
  let printed = '';
  child.stdin.end();
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told += chunk;
    onTold(told, () => child.kill('SIGINT'));
  });
  const exit = await new Promise<number | null>((done) => child.on('close', done));
  clearTimeout(timer);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const measured = existsSync(measuredFile)
    ? JSON.parse(readFileSync(measuredFile, 'utf8'))
    : { peakMb: 0, longestBlockMs: 0 };
  return { exit, seconds, ...measured, ...written(join(directory, 'report')), told, printed };
}

function written(directory: string): { files: string[]; reportMb: number } {
  const files = existsSync(directory) ? readdirSync(directory).sort() : [];
  const bytes = files.reduce((sum, file) => sum + statSync(join(directory, file)).size, 0);
  return { files, reportMb: Math.round(bytes / 1e5) / 10 };
}
