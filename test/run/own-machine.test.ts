/** Faults of the machine that the suite runs on, with the built command: no verdict of a target comes of them, and none is lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';

const command = fileURLToPath(new URL('../../bin/conformance.js', import.meta.url));
const timeout = 120_000;
let place = '';

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'conformance-machine-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Started {
  /** Words before the command, such as a limit of the shell. */
  readonly shell?: string;
  readonly after?: string;
  /** Called with each chunk of stderr. */
  readonly onTold?: (child: ReturnType<typeof spawn>, told: string) => void;
}

/** Runs the command in a shell; gives its exit code and what it said. */
async function ran(args: string, { shell = '', after = '', onTold }: Started = {}) {
  const line = `${shell} exec "${process.execPath}" "${command}" ${args} ${after}`;
  const child = spawn('bash', ['-c', line], { cwd: place, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk) => {
    told += chunk;
    onTold?.(child, told);
  });
  child.stdout.resume();
  const [code] = await once(child, 'close');
  return { code, told };
}

const embedded = '--embedded --api sendOTP --seed 1';
const exitCodeIn = (directory: string) =>
  JSON.parse(readFileSync(join(place, directory, 'report.json'), 'utf8')).run.exitCode;

describe('what nobody reads', { timeout }, () => {
  test.each([
    ['stdout', '| head -c 1 >/dev/null'],
    ['both streams', '2>&1 | head -c 1 >/dev/null'],
    ['anything at all', '2>&1 | true'],
  ])('a run whose %s was closed goes on, and writes its report', async (name, pipe) => {
    const directory = name.replaceAll(' ', '-');
    const line = `set -o pipefail; "${process.execPath}" "${command}" ${embedded} --report-dir ${directory} ${pipe}`;
    const child = spawn('bash', ['-c', line], { cwd: place, stdio: 'ignore' });
    const [code] = await once(child, 'close');
    expect({ code, exitCode: exitCodeIn(directory) }).toEqual({ code: 0, exitCode: 0 });
  });

  test('a failed run whose output was closed still fails', async () => {
    writeFileSync(join(place, 'nobody.yaml'), 'target: http://127.0.0.1:1\nrun: { startMs: 0 }\n');
    const line = `set -o pipefail; "${process.execPath}" "${command}" --config nobody.yaml 2>&1 | true`;
    const child = spawn('bash', ['-c', line], { cwd: place, stdio: 'ignore' });
    expect(await once(child, 'close')).toEqual([3, null]);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'a full device is named once, and the exit code is that of the verdict',
    async () => {
      const { code, told } = await ran(embedded, { after: '>/dev/full' });
      expect(code).toBe(0);
      expect(told.match(/Cannot write to stdout: the disk is full\./g)).toHaveLength(1);
      expect(told).not.toMatch(/\bat \w+ \(/);
    },
  );

  test.skipIf(!existsSync('/dev/full'))('a list that cannot be written is no success', async () => {
    const { code, told } = await ran('list', { after: '>/dev/full' });
    expect({ code, told: told.trim() }).toEqual({
      code: 5,
      told: 'conformance: Cannot write to stdout: the disk is full. Free disk space.',
    });
  });
});

describe('the report directory', { timeout }, () => {
  test('a report that cannot be written is named, leaves no draft, and the verdict is printed', async () => {
    const { code, told } = await ran(`${embedded} --report-dir limited`, {
      shell: 'ulimit -f 8;',
      after: '>verdict.txt',
    });
    expect(code).toBe(2);
    expect(told.replaceAll(/\s+/g, ' ')).toMatch(/Cannot write \S+limited\/[\w.-]+: the system says EFBIG/);
    expect(readFileSync(join(place, 'verdict.txt'), 'utf8')).toContain('Conformant: ');
    expect(readdirSync(join(place, 'limited')).filter((name) => name.includes('draft'))).toEqual([]);
  });

  test('a green report does not outlive a run that ended without one', async () => {
    await ran(`${embedded} --report-dir stale`);
    expect(exitCodeIn('stale')).toBe(0);
    expect((await ran('--config missing.yaml --report-dir stale')).code).toBe(2);
    expect(readdirSync(join(place, 'stale'))).toEqual([]);
  });

  test('the end of the terminal ends a run like Ctrl-C: with a report of what was judged', async () => {
    const reference = await startReferenceMpp({ fault: null, variant: null, keys: await sharedKeys() });
    writeFileSync(join(place, 'slow.json'), JSON.stringify({ ...reference.config, run: { rate: 20 } }));
    let isOver = false;
    const { code } = await ran('--config slow.json --report-dir hung-up', {
      onTold: (child, told) => {
        if (isOver || !/\d+ requests/.test(told)) return;
        isOver = true;
        child.kill('SIGHUP');
      },
    });
    await reference.close();
    expect({ code, report: existsSync(join(place, 'hung-up', 'report.json')) }).toEqual({ code: 130, report: true });
  });
});

test('a limit of open files makes a run wait for free connections, and fails nobody', { timeout }, async () => {
  const reference = await startReferenceMpp({ fault: null, variant: null, keys: await sharedKeys() });
  writeFileSync(join(place, 'few-files.json'), JSON.stringify(reference.config));
  const { code } = await ran('--config few-files.json --concurrency 64 --seed 1 --report-dir few-files', {
    shell: 'ulimit -n 64;',
  });
  await reference.close();
  const { totals } = JSON.parse(readFileSync(join(place, 'few-files', 'report.json'), 'utf8'));
  expect({ code, failed: totals.failed, inconclusive: totals.inconclusive }).toEqual({
    code: 0,
    failed: 0,
    inconclusive: 0,
  });
});

test('a switch of Node that takes any certificate is named', { timeout }, async () => {
  const { told } = await ran(`${embedded} --only G-22`, { shell: 'NODE_TLS_REJECT_UNAUTHORIZED=0' });
  expect(told).toContain('NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the check of TLS certificates');
});

test.skipIf(process.platform !== 'linux')(
  'the peak memory of a run is not that of who started it',
  { timeout },
  async () => {
    // Larger than any run; the command takes the place of the process that held it.
    const large = `const held = Buffer.alloc(900e6, 1); require('node:child_process').spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit' }); held.at(0)`;
    const line = `exec "${process.execPath}" -e "${large.replaceAll('"', '\\"')}" "${command}" ${embedded} --only G-22 --report-dir peak`;
    const child = spawn('bash', ['-c', line], { cwd: place, stdio: 'ignore' });
    await once(child, 'close');
    expect(JSON.parse(readFileSync(join(place, 'peak', 'report.json'), 'utf8')).run.peakMemoryMb).toBeLessThan(600);
  },
);
