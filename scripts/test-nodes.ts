/** `npm run test:nodes [version…]`: runs the built product under several Nodes, whose binaries come from the npm registry. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['20', '22', '24'];
const bin = join(import.meta.dirname, '../bin/conformance.js');

interface Step {
  readonly name: string;
  readonly args: readonly string[];
  readonly code: number;
  readonly says: RegExp;
}

const steps: readonly Step[] = [
  { name: 'version', args: ['--version'], code: 0, says: /^\d+\.\d+\.\d+/m },
  { name: 'list', args: ['list'], code: 0, says: /OTP-03/ },
  { name: 'smoke run', args: ['--profile', 'smoke', '--seed', '1'], code: 0, says: /Exit code 0/ },
  { name: 'gate run', args: ['--seed', '1', '--report-dir', 'out'], code: 0, says: /Exit code 0/ },
  { name: 'alipayplus', args: ['--role', 'alipayplus', '--seed', '1'], code: 0, says: /Exit code 0/ },
  { name: 'mpp-client', args: ['--role', 'mpp-client', '--seed', '1'], code: 0, says: /Exit code 0/ },
  { name: 'config error', args: ['--config', 'wrong.yaml'], code: 2, says: /there is no key "rol"/ },
];

/** Runs a program to its end. */
function ended(program: string, args: readonly string[], cwd: string): Promise<{ code: number; said: string }> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, said }));
  });
}

/** Path of a Node of that major version; null where the registry does not give it. */
async function nodeOf(version: string, cwd: string): Promise<string | null> {
  const args = ['-y', '-p', `node@${version}`, 'node', '-p', 'process.execPath'];
  const { said } = await ended('npx', args, cwd);
  const path = said.split('\n').find((line) => line.startsWith('/') || /^[A-Z]:\\/.test(line));
  return path?.trim() ?? null;
}

async function tried(version: string, node: string, cwd: string): Promise<boolean> {
  const { said } = await ended(node, ['--version'], cwd);
  let good = said.startsWith(`v${version.split('.')[0]}.`);
  console.log(`Node ${said.trim()}${good ? '' : ` (asked for ${version})`}`);
  for (const { name, args, code, says } of steps) {
    const begun = performance.now();
    const done = await ended(node, [bin, ...args], cwd);
    const right = done.code === code && says.test(done.said);
    good &&= right;
    console.log(`  ${right ? 'ok  ' : 'FAIL'} ${name} (${Math.round(performance.now() - begun)} ms)`);
    if (!right) console.log(`exit code ${done.code}, expected ${code}\n${done.said}`.replace(/^/gm, '       '));
  }
  return good;
}

const place = await mkdtemp(join(tmpdir(), 'conformance-nodes-'));
try {
  await writeFile(join(place, 'wrong.yaml'), 'rol: mpp\n');
  for (const version of versions) {
    const node = await nodeOf(version, place);
    // A machine without the registry proves nothing about this Node; whoever counts sees that it was skipped.
    if (node === null) console.log(`  skip Node ${version}: its binary could not be had from the registry`);
    else if (!(await tried(version, node, place))) process.exitCode = 1;
  }
} finally {
  await rm(place, { recursive: true, force: true });
}
