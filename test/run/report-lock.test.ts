/** Two runs into one report directory: the second is refused, a lock of a process that has ended is not in the way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const run = commandLine();
const place = mkdtempSync(join(tmpdir(), 'conformance-lock-'));
const lock = '.conformance-lock';
afterAll(() => rmSync(place, { recursive: true, force: true }));

function locked(name: string, content: string): string {
  const directory = join(place, name);
  mkdirSync(directory);
  writeFileSync(join(directory, lock), content);
  return directory;
}

const intoDirectory = (directory: string) =>
  run('--embedded', '--api', 'sendOTP', '--only', 'OTP-03', '--seed', '1', '--report-dir', directory);

describe('a report directory', () => {
  test.each([
    ['of this machine', () => ({ pid: process.ppid, host: hostname() })],
    ['of another machine', () => ({ pid: 1, host: 'elsewhere.example' })],
  ])('that a run %s writes into is refused, and keeps what is in it', async (name, holder) => {
    const directory = locked(name.replaceAll(' ', '-'), JSON.stringify(holder()));
    writeFileSync(join(directory, 'report.json'), '{}');
    const { told, code } = await intoDirectory(directory);
    expect(code).toBe(2);
    expect(told).toMatch(/The report directory \S+ is in use by another run \(process \d+ on \S+\)/);
    expect(readFileSync(join(directory, 'report.json'), 'utf8')).toBe('{}');
    expect(existsSync(join(directory, lock))).toBe(true);
  });

  test('is free where the process that locked it has ended, or wrote no lock', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'close');
    for (const content of [JSON.stringify({ pid: child.pid, host: hostname() }), 'x']) {
      const directory = locked(content === 'x' ? 'unreadable' : 'ended', content);
      const { code, told } = await intoDirectory(directory);
      expect(code, told).not.toBe(2);
      expect(existsSync(join(directory, 'report.json'))).toBe(true);
      expect(existsSync(join(directory, lock))).toBe(false);
    }
  });

  test('takes one of two runs that begin together', async () => {
    const directory = join(place, 'both');
    const { holdingReportDirs } = await import('../../cli/run/report-lock.ts');
    mkdirSync(directory);
    await holdingReportDirs([directory], async () => {
      expect((await intoDirectory(directory)).code).toBe(2);
    });
    expect((await intoDirectory(directory)).code).not.toBe(2);
  });

  test('is no one’s after a dry run, and after an error', async () => {
    const directory = join(place, 'free');
    await run('--embedded', '--dry-run', '--report-dir', directory);
    await run('--config', 'missing.yaml', '--report-dir', directory);
    expect(existsSync(join(directory, lock))).toBe(false);
  });
});
