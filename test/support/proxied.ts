/** The command `proxy` as a process of its own, and calls through it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A running proxy. */
export interface ProxyProcess {
  readonly child: ChildProcess;
  readonly port: number;
  /** What it has printed so far. */
  stdout(): string;
  stderr(): string;
  /** Ctrl-C, and what it ended with. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

/** Starts the built command; `limit` is a number of blocks of 512 bytes that no file may exceed. */
export async function startProxyProcess(
  upstream: string,
  args: readonly string[],
  { cwd, limit }: { readonly cwd: string; readonly limit?: number },
): Promise<ProxyProcess> {
  const command = [
    join(root, 'bin/conformance.js'),
    'proxy',
    '--upstream',
    upstream,
    '--listen',
    '127.0.0.1:0',
    ...args,
  ];
  const script = `trap "" XFSZ; ulimit -f ${limit}; exec "$0" "$@"`;
  const child =
    limit === undefined
      ? spawn(process.execPath, command, { cwd })
      : spawn('sh', ['-c', script, process.execPath, ...command], { cwd });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.on('data', (chunk) => {
      said[name] += chunk;
    });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const port = await new Promise<number>((done, fail) => {
    child.stderr!.on('data', () => {
      const found = /Listening on [^ ]*:(\d+)/.exec(said.stderr);
      if (found) done(Number(found[1]));
    });
    ended.then(() => fail(new Error(`The proxy has ended:\n${said.stderr}`)), fail);
  });
  return {
    child,
    port,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    stop: async () => {
      child.kill('SIGINT');
      return (await ended)[0];
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** One call with the headers of the house style, on a connection of its own; rejects where no answer came. */
export function callThrough(
  port: number,
  path: string,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: string }> {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const own = {
    'Client-Id': 'TEST_5Y0000000000000000',
    'Request-Time': new Date().toISOString(),
    Signature: `algorithm=RSA256,keyVersion=1,signature=${'A'.repeat(342)}%3D%3D`,
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Length': `${bytes.length}`,
  };
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', agent: false, headers: { ...own, ...headers } };
    const sent = request(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
      answer.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(bytes);
  });
}

/** A server that answers each call with what a test makes of it. */
export async function startAnswering(
  answer: (call: { path: string; body: string }, number: number) => object,
  more: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close(): Promise<void> }> {
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      count += 1;
      const text = JSON.stringify(answer({ path: incoming.url ?? '', body: Buffer.concat(parts).toString() }, count));
      const headers = { 'Content-Type': 'application/json; charset=UTF-8', 'Response-Time': new Date().toISOString() };
      outgoing.writeHead(200, { ...headers, 'Client-Id': 'TEST_5Y0000000000000000', ...more }).end(text);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A good answer. */
export const success = { result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' } };

/** Runs the built command in a directory until it ends. */
export async function runConformanceIn(cwd: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(root, 'bin/conformance.js'), ...args], { cwd });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk) => {
      said[name] += chunk;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
