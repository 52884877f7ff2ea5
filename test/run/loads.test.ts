/** No command loads what it does not use: the packages behind each, as the engine of Node saw them. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/conformance.js');

/** Names of the packages of which a command loaded a file; Node's coverage lists every script. */
async function packagesOf(...args: string[]): Promise<string[]> {
  const place = await mkdtemp(join(tmpdir(), 'conformance-loads-'));
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: place, NODE_DISABLE_COMPILE_CACHE: '1' };
    await promisify(execFile)(process.execPath, [bin, ...args], { cwd: place, env });
    const names = new Set<string>();
    for (const file of await readdir(place)) {
      const { result } = JSON.parse(await readFile(join(place, file), 'utf8')) as { result: { url: string }[] };
      for (const { url } of result) {
        const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
        if (name) names.add(name);
      }
    }
    return [...names].sort();
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

describe('the packages behind', () => {
  test.each([
    [['--version'], []],
    [['--help'], ['commander']],
    [['list'], ['commander']],
    [['explain', 'OTP-03'], ['commander']],
    [['run', '--help'], ['commander']],
    [['certify', '--help'], ['commander']],
  ])('%j', async (args, packages) => {
    expect(await packagesOf(...args)).toEqual(packages);
  });

  test('a run over its own reference: no questions, no YAML, no HTML, no test runner', async () => {
    const packages = await packagesOf('--embedded', '--profile', 'smoke', '--api', 'sendOTP', '--seed', '1');
    expect(packages).toEqual(['commander', 'undici']);
    const gate = await packagesOf('--embedded', '--api', 'sendOTP', '--seed', '1');
    expect(gate).toEqual(['commander', 'fast-check', 'pure-rand', 'undici']);
  });
});
