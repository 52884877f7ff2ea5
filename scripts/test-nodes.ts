/** `npm run test:nodes [version…]`: packs and installs the built product, and calls every command of it under several Nodes, whose binaries come from the npm registry. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  callInstalled,
  emptyProject,
  installedSteps,
  packed,
  plainEnvironment,
  quietly,
  whileServed,
} from '../test/support/installed.ts';

const versions = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['20', '22', '24'];

interface Step {
  readonly name: string;
  readonly args: readonly string[];
  readonly code: number;
  readonly says: RegExp;
}

const steps: readonly Step[] = [
  { name: 'version', args: ['--version'], code: 0, says: /^\d+\.\d+\.\d+/m },
  { name: 'smoke run', args: ['--embedded', '--profile', 'smoke', '--seed', '1'], code: 0, says: /Exit code 0/ },
  { name: 'gate run', args: ['--embedded', '--seed', '1', '--report-dir', 'gate'], code: 0, says: /Exit code 0/ },
  { name: 'alipayplus', args: ['--embedded', '--role', 'alipayplus', '--seed', '1'], code: 0, says: /Exit code 0/ },
  { name: 'mpp-client', args: ['--embedded', '--role', 'mpp-client', '--seed', '1'], code: 0, says: /Exit code 0/ },
  {
    name: 'own spec',
    args: ['--config', 'node_modules/alipayplus-conformance/examples/specs/conformance.config.yaml', '--dry-run'],
    code: 0,
    says: /verifyOTP {2}\d+ checks/,
  },
  { name: 'config error', args: ['--config', 'wrong.yaml'], code: 2, says: /there is no key "rol"/ },
];

/** Runs a program to its end. */
function ended(program: string, args: readonly string[], cwd: string): Promise<{ code: number; said: string }> {
  const child = spawn(program, args, { cwd, env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
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

/** Calls every command under one Node, in an empty project of its own. */
async function isGoodUnder(version: string, node: string, tarball: string): Promise<boolean> {
  const project = await emptyProject(place, `node-${version}`);
  await writeFile(join(project, 'wrong.yaml'), 'rol: mpp\n');
  const { said } = await ended(node, ['--version'], project);
  let good = said.startsWith(`v${version.split('.')[0]}.`);
  console.log(`Node ${said.trim()}${good ? '' : ` (asked for ${version})`}`);
  const installed = await ended('npm', ['install', '-D', ...quietly, tarball], project);
  good = isShown({ name: 'install', code: 0, says: /^/ }, installed.code, installed.said, 0) && good;
  const call = async (step: Step) => {
    const begun = performance.now();
    const { code, output } = await callInstalled(node, project, step.args);
    good = isShown(step, code, output, performance.now() - begun) && good;
  };
  for (const step of steps) await call(step);
  await whileServed(node, project, async () => {
    for (const step of installedSteps) await call({ name: step.command, ...step });
  });
  return good;
}

/** Whether a step ended as it should; prints its line. */
function isShown(step: Omit<Step, 'args'>, code: number, output: string, ms: number): boolean {
  const right = code === step.code && step.says.test(output);
  console.log(`  ${right ? 'ok  ' : 'FAIL'} ${step.name} (${Math.round(ms)} ms)`);
  if (!right) console.log(`exit code ${code}, expected ${step.code}\n${output}`.replace(/^/gm, '       '));
  return right;
}

const place = await mkdtemp(join(tmpdir(), 'conformance-nodes-'));
try {
  const tarball = await packed(place);
  for (const version of versions) {
    const node = await nodeOf(version, place);
    // A machine without the registry proves nothing about this Node; whoever counts sees that it was skipped.
    if (node === null) console.log(`  skip Node ${version}: its binary could not be had from the registry`);
    else if (!(await isGoodUnder(version, node, tarball))) process.exitCode = 1;
  }
} finally {
  await rm(place, { recursive: true, force: true });
}
