/** Files of earlier runs given to a command: what is broken, of another role or of another version ends in one sentence and exit code 2. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { leastReport, leastRow } from '../support/least-report.ts';

const run = commandLine();
const place = mkdtempSync(join(tmpdir(), 'conformance-earlier-'));
const target = ['--dry-run', '--target', 'http://127.0.0.1:9'];

beforeEach(() => {
  vi.stubEnv('CI', undefined);
  vi.spyOn(process, 'cwd').mockReturnValue(place);
});
afterEach(() => vi.unstubAllEnvs());

function file(name: string, content: unknown): string {
  const path = join(place, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const row = leastRow('sendOTP/OTP-03', 'failed');
const report = leastReport(row);
const good = file('good.json', report);

const refused = (sentence: string) => ({ printed: '', told: `conformance: ${sentence}\n`, code: 2 });

describe('a report', () => {
  test('is read', async () => {
    expect((await run(...target, '--only-failed', good)).code).toBe(0);
    expect((await run('diff', good, good)).code).toBe(0);
  });

  test.each([
    ['broken JSON', '{"schemaVersion":'],
    ['a list', []],
    ['null', 'null'],
    ['of a later version', { ...report, schemaVersion: '2.0' }],
    ['without a run', { ...report, run: undefined }],
    ['without a seed', { ...report, run: { ...report.run, seed: 'x' } }],
    ['without a target', { ...report, target: undefined }],
    ['without a suite', { ...report, suite: null }],
    ['without a verdict', { ...report, verdict: undefined }],
    ['without a to-do list', { ...report, todo: undefined }],
    ['with a row that is null', { ...report, requirements: [null] }],
    ['with a row without checks', { ...report, requirements: [{ ...row, checks: undefined }] }],
    ['with a check that is null', { ...report, requirements: [{ ...row, checks: [null] }] }],
    ['with a key that is no text', { ...report, requirements: [{ ...row, key: 1 }] }],
  ])('%s is none', async (_, content) => {
    const path = file('broken.json', content);
    const sentence = `${path} is not a report of this suite. Give the path of a report.json written with --report-dir.`;
    expect(await run(...target, '--only-failed', path)).toEqual(refused(sentence));
    expect(await run('diff', good, path)).toEqual(refused(sentence));
  });

  test('of another role', async () => {
    const path = file('alipayplus.json', { ...report, target: { ...report.target, role: 'alipayplus' } });
    const cure = 'Use the config of that run, or another report.';
    const sentence = `${path} is a report of role alipayplus, but the run has role mpp. ${cure}`;
    expect(await run(...target, '--role', 'mpp', '--only-failed', path)).toEqual(refused(sentence));
    const config = file('c.json', { role: 'mpp', target: 'http://127.0.0.1:9' });
    expect(await run('--dry-run', '--config', config, '--only-failed', path)).toEqual(refused(sentence));
    expect((await run('diff', good, path)).told).toMatch(/^conformance: The reports have different roles/);
  });

  test('of a version that had another requirement', async () => {
    const path = file('old.json', { ...report, requirements: [row, leastRow('sendOTP/OTP-99', 'failed')] });
    expect(await run(...target, '--only-failed', path)).toEqual(
      refused(
        `${path} was written by version 0.0.9, and this version has no requirement sendOTP/OTP-99. Use version 0.0.9, or run without --only-failed.`,
      ),
    );
  });
});

test('a path of a counterexample belongs to a requirement', async () => {
  expect(await run(...target, '--seed', '1', '--path', '0:1')).toEqual(
    refused('--path needs --only. Copy the whole replay line: a path belongs to one requirement.'),
  );
});

describe('what is not an exchange to replay', () => {
  const none = 'it does not begin like a file of full evidence';
  const head = { format: 'alipayplus-conformance.full-evidence/2' };
  const older = { format: 'alipayplus-conformance.full-evidence/1', suite: { version: '0.0.9' } };
  test.each([
    ['nonsense', 'hello\n', none],
    ['a report', report, none],
    ['nothing', '', none],
    ['a head without a run', `${JSON.stringify(head)}\n`, none],
    ['a file of an older version', `${JSON.stringify(older)}\n`, 'it was written by suite 0.0.9'],
  ])('%s', async (_, content, why) => {
    const path = file('x.ndjson', content);
    const { printed, told, code } = await run('replay', path);
    expect({ printed, code }).toEqual({ printed: '', code: 2 });
    expect(told).toContain(`${path} cannot be replayed: ${why}`);
  });
});

describe('a package', () => {
  test.each(['missing', 'good.json', 'empty'])('%s is none', async (name) => {
    if (name === 'empty') mkdirSync(join(place, name));
    const { printed, told, code } = await run('verify', join(place, name));
    expect({ printed, code }).toEqual({ printed: '', code: 2 });
    expect(told.trimEnd().split('\n')).toHaveLength(1);
  });

  test('is not verified with a private key', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const path = file('signer.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    expect(await run('verify', place, '--public-key', path)).toEqual(
      refused(
        `--public-key ${path} is a private key, but the public key is needed. Ask the signer for: openssl pkey -in signer.pem -pubout`,
      ),
    );
  });
});

describe('a proxy of the environment', () => {
  test.each(['localhost:3128', 'ftp://localhost', 'proxy', 'user:hunter2@proxy:1'])('%s', async (value) => {
    vi.stubEnv('HTTPS_PROXY', value);
    const { printed, told, code } = await run('--dry-run', '--target', 'https://a.example');
    expect({ printed, code }).toEqual({ printed: '', code: 2 });
    expect(told).toMatch(
      /^conformance: HTTPS_PROXY is ".*", which is not the URL of a proxy\. Write it like http:\/\/proxy\.example:3128, or unset it\.\n$/,
    );
    expect(told).not.toContain('hunter2');
  });

  test('is not used for this machine', async () => {
    vi.stubEnv('HTTP_PROXY', 'localhost:3128');
    expect((await run(...target)).code).toBe(0);
  });
});
