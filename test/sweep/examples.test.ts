/** The examples are conforming MPPs: each is started in a copy and judged by the command. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { accepts, freePort } from '../support/ports.ts';

const root = join(import.meta.dirname, '../..');
const call = promisify(execFile);
const patient = { timeout: 300_000 };

let server: ChildProcess | null = null;
let place = '';

afterEach(async () => {
  if (server?.exitCode === null && server.kill()) await new Promise((resolve) => server!.on('exit', resolve));
  server = null;
  if (place) await rm(place, { recursive: true, force: true });
});

/** A copy of an example, without what an earlier start left behind. */
async function copyOf(name: string): Promise<string> {
  place = await mkdtemp(join(tmpdir(), 'conformance-example-'));
  const leftovers = /node_modules|__pycache__|\.venv|keys|conformance\.config\.yaml|conformance-report/;
  const from = join(root, 'examples', name);
  await cp(from, place, { recursive: true, filter: (path) => !leftovers.test(path.slice(from.length)) });
  return place;
}

/** Starts the example and waits until it listens. */
async function start(program: string, args: readonly string[], cwd: string): Promise<void> {
  const port = await freePort();
  let said = '';
  server = spawn(program, args, { cwd, env: { ...process.env, PORT: `${port}` }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
    });
  }
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) break;
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The example does not listen on ${port}:\n${said}`);
}

/** Judged strictly: an example that only just passes is a bad example. */
async function expectConformant(directory: string): Promise<void> {
  const args = [join(root, 'bin/conformance.js'), '--config', 'conformance.config.yaml', '--seed', '1', '--strict'];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CONFORMANCE|GITHUB)_/.test(name)));
  const options = { cwd: directory, env, maxBuffer: 2 ** 25 };
  const done = await call(process.execPath, args, options).catch((error) => error);
  expect(done.code ?? 0, `${done.stdout}${done.stderr}`).toBe(0);
}

const pythons = ['/usr/bin/python3', 'python3'];
const hasFlask = (python: string) => spawnSync(python, ['-c', 'import flask, cryptography']).status === 0;
const python = pythons.find(hasFlask);

test.skipIf(!python)('examples/flask-mpp (needs Python with flask and cryptography)', patient, async () => {
  const directory = await copyOf('flask-mpp');
  await start(python!, ['app.py'], directory);
  await expectConformant(directory);
});

test('examples/express-mpp', patient, async (context) => {
  const directory = await copyOf('express-mpp');
  const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const installed = await call('npm', install, { cwd: directory }).then(
    () => true,
    () => false,
  );
  if (!installed) context.skip('express could not be installed here');
  await start(process.execPath, ['app.js'], directory);
  await expectConformant(directory);
});
