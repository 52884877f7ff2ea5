/** The product as users have it: packed, installed into an empty project, and every command of it called there. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';

const call = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** Options of npm for an installation that asks nobody and says nothing. */
export const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', '--prefer-offline', '--loglevel=error'];

/** Packs the checkout as it is built; gives the path of the tarball. */
export async function packed(place: string): Promise<string> {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', place];
  const { stdout } = await call('npm', args, { cwd: root });
  return join(place, (JSON.parse(stdout) as { filename: string }[])[0]!.filename);
}

/** A directory that holds nothing but a package.json. */
export async function emptyProject(place: string, name: string): Promise<string> {
  const directory = join(place, name);
  await mkdir(directory);
  await writeFile(join(directory, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  return directory;
}

/** The environment without what a test runner, npm or a build server put into it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const added = /^(VITEST|NODE_ENV|npm_|CONFORMANCE_|GITHUB_|FORCE_COLOR|CI$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)));
}

/** One call of the command in the project, and how it ends where all is well. */
export interface InstalledStep {
  readonly command: string;
  readonly args: readonly string[];
  readonly code: number;
  readonly says: RegExp;
}

/** Stands for the id of the first exchange in `out`. */
const firstExchange = 'FIRST_EXCHANGE';

/** A call of each command against a server that `serve alipayplus` plays, each after those whose files it reads. */
export const installedSteps: readonly InstalledStep[] = [
  {
    command: 'check-spec',
    args: ['check-spec', 'node_modules/alipayplus-conformance/examples/specs/verify-otp.yaml'],
    code: 0,
    says: /verifyOTP {2}POST[\s\S]*No mistakes/,
  },
  { command: 'list', args: ['list'], code: 0, says: /OTP-03/ },
  { command: 'explain', args: ['explain', 'GPC-05'], code: 0, says: /GPC-05/ },
  { command: 'keys', args: ['keys', 'made'], code: 0, says: /target-public\.pem/ },
  {
    command: 'init',
    args: ['init', '--target', 'http://localhost:8080', '--config', 'made.yaml'],
    code: 0,
    says: /made\.yaml/,
  },
  { command: 'doctor', args: ['doctor', '--config', 'served.yaml'], code: 0, says: /./ },
  {
    command: 'run',
    args: ['run', '--config', 'served.yaml', '--seed', '1', '--report-dir', 'out', '--full-evidence'],
    code: 0,
    says: /Exit code 0/,
  },
  {
    command: 'send',
    args: ['send', 'getPaymentCode', '--config', 'served.yaml'],
    code: 0,
    says: /It verifies with signing\.publicKey/,
  },
  {
    command: 'judge',
    args: ['judge', 'out', '--config', 'served.yaml'],
    code: 0,
    says: /No violation seen: \d+ exchanges of 1 API;/,
  },
  { command: 'diff', args: ['diff', 'out', 'out'], code: 0, says: /./ },
  { command: 'replay', args: ['replay', 'out', firstExchange, '--config', 'served.yaml'], code: 0, says: /./ },
  {
    command: 'certify',
    args: ['certify', '--config', 'served.yaml', '--sign-key', 'signer.pem', '--report-dir', 'package'],
    code: 0,
    says: /Exit code 0/,
  },
  {
    command: 'verify',
    args: ['verify', 'package', '--public-key', 'signer-public.pem'],
    code: 0,
    says: /Verified/,
  },
  { command: 'prove', args: ['prove', 'package'], code: 0, says: /would notice \d+ of \d+ faults/ },
];

/** What one call ended with. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

async function idOfFirstExchange(project: string): Promise<string> {
  const report = JSON.parse(await readFile(join(project, 'out/report.json'), 'utf8'));
  return report.exchanges[0].id;
}

/** Calls the installed command in the project. */
export async function callInstalled(node: string, project: string, args: readonly string[]): Promise<Ended> {
  const bin = join(project, 'node_modules/alipayplus-conformance/bin/conformance.js');
  const options = { cwd: project, env: plainEnvironment(), maxBuffer: 2 ** 25 };
  try {
    const known = args.includes(firstExchange)
      ? args.with(args.indexOf(firstExchange), await idOfFirstExchange(project))
      : args;
    const { stdout, stderr } = await call(node, [bin, ...known], options);
    return { code: 0, output: `${stdout}${stderr}` };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    return { code: typeof code === 'number' ? code : -1, output: `${stdout}${stderr}` };
  }
}

/** Serves Alipay+ from the installed package while `use` runs; its config and the keys of a signer lie in the project. */
export async function whileServed<T>(node: string, project: string, use: () => Promise<T>): Promise<T> {
  const bin = join(project, 'node_modules/alipayplus-conformance/bin/conformance.js');
  const served = spawn(node, [bin, 'serve', 'alipayplus'], {
    cwd: project,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const config = parse(await announced(served));
    await writeFile(join(project, 'served.yaml'), stringify({ ...config, run: { runs: 1 } }));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await writeFile(join(project, 'signer.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(join(project, 'signer-public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    return await use();
  } finally {
    const ended = new Promise((done) => served.once('close', done));
    if (served.exitCode === null) {
      served.kill('SIGTERM');
      await ended;
    }
  }
}

/** The config that `serve` prints, once it listens. */
function announced(served: ChildProcess): Promise<string> {
  let printed = '';
  let told = '';
  return new Promise((resolve, reject) => {
    served.stdout?.on('data', (chunk) => {
      printed += chunk;
    });
    served.stderr?.on('data', (chunk) => {
      told += chunk;
      if (told.includes('Ctrl-C')) resolve(printed);
    });
    served.once('error', reject);
    served.once('close', (code) => reject(new Error(`serve ended with ${code}: ${told}`)));
  });
}
