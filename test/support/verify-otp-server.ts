/** The wallet of examples/specs in Python, correct or with a line more or another one; what a machine without Python skips says so. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Config } from '../../cli/config/shape.ts';
import { sharedKeys } from './judged.ts';
import { freshDirectory } from './packages.ts';

const folder = fileURLToPath(new URL('../../examples/specs/', import.meta.url));
const source = readFileSync(join(folder, 'verify_otp_server.py'), 'utf8');

/** Whether this machine has a Python that can run the example. */
export const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;

/** A change of the source: one part of it and what stands in its place. */
export type Mutation = readonly [part: string, by: string];

/** A server that listens, and the config that fits it. */
export interface Wallet {
  readonly config: Config;
  close(): Promise<void>;
}

/** Starts the wallet on a free port; signed unless told otherwise. */
export async function startWallet(mutation: Mutation | null = null, signed = true): Promise<Wallet> {
  const place = freshDirectory();
  const file = join(place, 'server.py');
  writeFileSync(file, mutation === null ? source : mutated(mutation));
  const keys = await sharedKeys();
  mkdirSync(join(place, 'keys'));
  writeFileSync(join(place, 'keys/alipayplus-public.pem'), keys.alipayplus.publicKey);
  writeFileSync(join(place, 'keys/mpp-private.pem'), keys.mpp.privateKey);
  const child = spawn('python3', [file, '0', ...(signed ? [join(place, 'keys')] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const target = new URL(await announced(child)).origin;
  const written = parse(readFileSync(join(folder, 'conformance.config.yaml'), 'utf8')) as Config;
  const signing = { privateKey: keys.alipayplus.privateKey, publicKey: keys.mpp.publicKey };
  return {
    config: {
      ...written,
      target,
      specs: [join(folder, 'verify-otp.yaml')],
      ...(signed ? { clientId: 'SANDBOX_5Y0000000000000000', signing } : {}),
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.once('close', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function mutated([part, by]: Mutation): string {
  if (!source.includes(part)) throw new Error(`The wallet has no "${part}".`);
  return source.replace(part, () => by);
}

/** The URL that the server prints once it listens. */
function announced(child: ChildProcess): Promise<string> {
  let printed = '';
  let told = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      told += chunk;
    });
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const url = /http:\/\/\S+/.exec(printed)?.[0];
      if (url && printed.includes('\n')) resolve(url);
    });
    child.once('close', (code) => reject(new Error(`The wallet ended with ${code}: ${told}`)));
  });
}
