/** Values on the command line that are empty, forgotten, or a key in the wrong place: one sentence, exit code 2, and no key in it. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { withoutKeys } from '../../cli/config/secrets.ts';
import { UsageError } from '../../cli/terminal/usage-error.ts';
import { commandLine } from '../support/command-line.ts';

const run = commandLine();
const place = mkdtempSync(join(tmpdir(), 'conformance-values-'));
const target = ['--dry-run', '--target', 'http://127.0.0.1:9'];

beforeEach(() => {
  vi.stubEnv('CI', undefined);
  vi.spyOn(process, 'cwd').mockReturnValue(place);
});

const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const base64 = pem.split('\n').slice(1, -2).join('');

/** Ways in which a key is written. */
const forms: Readonly<Record<string, string>> = {
  base64,
  PEM: pem,
  'base64 in lines': pem.split('\n').slice(1, -2).join('\n'),
  'literal \\n': pem.replaceAll('\n', '\\n'),
  quoted: `"${base64}"`,
  'base64:': `base64:${base64}`,
  JSON: JSON.stringify({ privateKey: pem }),
  'percent-encoded': encodeURIComponent(pem),
  'cut off': base64.slice(0, 200),
};

/** Command lines with a key in place of a name, a number or a path. */
const misplaced: readonly ((key: string) => string[])[] = [
  (key) => ['--role', key],
  (key) => ['--profile', key],
  (key) => ['--reporter', key],
  (key) => ['--seed', key],
  (key) => ['--rate', key],
  (key) => [...target, '--api', key],
  (key) => [...target, '--only', key],
  (key) => [...target, '--path', key, '--seed', '1'],
  (key) => [...target, '--only-failed', key],
  (key) => [...target, '--yes-production', key],
  (key) => ['--dry-run', '--target', key],
  (key) => ['--dry-run', '--config', key],
  (key) => [`--${key}`],
  (key) => [key],
  (key) => ['help', key],
  (key) => ['explain', key],
  (key) => ['explain', 'OTP-03', key],
  (key) => ['list', '--api', key],
  (key) => ['init', '--target', key],
  (key) => ['init', '--role', key],
  (key) => ['serve', key],
  (key) => ['serve', 'mpp', '--fault', key],
  (key) => ['serve', 'mpp', '--variant', key],
  (key) => ['serve', 'mpp', '--port', key],
  (key) => ['serve', 'mpp', '--host', key],
  (key) => ['serve', 'alipayplus', '--script', key],
  (key) => ['replay', key],
  (key) => ['replay', place, key],
  (key) => ['diff', key, key],
  (key) => ['verify', key],
  (key) => ['certify', '--sign-key', key],
];

describe('a key in the wrong place is never printed', () => {
  test.each(Object.entries(forms))('%s', async (_, key) => {
    for (const line of misplaced) {
      const args = line(key);
      const { printed, told, code } = await run(...args);
      const shown = printed + told;
      const at = pieces(key).find((piece) => shown.includes(piece));
      expect({ args: line('KEY'), at, code }).toEqual({ args: line('KEY'), at: undefined, code: 2 });
      expect(told.trimEnd().split('\n'), line('KEY').join(' ')).toHaveLength(1);
    }
  });

  test('in the trace of an unexpected error', () => {
    for (const key of Object.values(forms)) {
      const shown = withoutKeys(new Error(`getaddrinfo EINVAL ${key}`).stack!);
      expect(pieces(key).find((piece) => shown.includes(piece))).toBe(undefined);
      expect(shown).toContain('command-line-values.test.ts');
    }
  });

  test('but long names are', () => {
    for (const name of [
      '/home/runner/work/alipayplus-conformance/alipayplus-conformance/reports/2026-11-27',
      'tokenActivationNotification.tokenReferenceId.maxLength',
      'signature-over-the-path-of-another-operation-and-the-time-of-another-request',
      'PEM text from -----BEGIN to -----END, or -----BEGIN CERTIFICATE-----.',
    ]) {
      expect(new UsageError(name).message).toBe(name);
    }
  });
});

/** Overlapping parts of a key that are long enough to be recognised. */
function pieces(key: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 24 <= key.length; i += 8) found.push(key.slice(i, i + 24));
  return found.filter((piece) => !piece.includes('-----'));
}

test('control characters of a value are made visible', async () => {
  const { told } = await run(...target, '--api', '\u001b[31mred\u0007\u0000');
  expect(told).toMatch(/^conformance: No API is named "\\u001b\[31mred\\u0007\\u0000"\. /);
});

describe('an empty value', () => {
  test.each([
    [[...target, '--report-dir', ''], 'The value of --report-dir is empty'],
    [[...target, '--report-dir='], 'The value of --report-dir is empty'],
    [[...target, '--api', ' '], 'The value of --api is empty'],
    [[...target, '--config', ''], 'The value of --config is empty'],
    [['certify', '--nonce', ''], 'The value of --nonce is empty'],
    [['keys', ''], 'An argument is empty'],
    [['explain', ''], 'An argument is empty'],
    [['diff', 'a', ''], 'An argument is empty'],
  ])('%j', async (args, sentence) => {
    expect(await run(...args)).toEqual({
      printed: '',
      told: `conformance: ${sentence}. Check that the variable on the command line is set.\n`,
      code: 2,
    });
  });

  test.each(['--api', '--only', '--reporter'])('of %s, where only commas are left', async (option) => {
    expect(await run(...target, option, ', ,')).toEqual({
      printed: '',
      told: `conformance: The value of ${option} is empty. Separate names with commas.\n`,
      code: 2,
    });
  });
});

describe('a forgotten value', () => {
  test.each([
    [[...target, '--report-dir', '--strict'], '--report-dir <dir>', 'conformance'],
    [['--target', '--dry-run'], '--target <url>', 'conformance'],
    [['serve', 'mpp', '--fault', '--unsigned'], '--fault <name>', 'conformance serve'],
    [[...target, '--seed'], '--seed <n>', 'conformance'],
  ])('%j', async (args, option, command) => {
    expect(await run(...args)).toEqual({
      printed: '',
      told: `conformance: The option ${option} needs a value. See: npx ${command} --help\n`,
      code: 2,
    });
  });
});

test('help on a command that does not exist', async () => {
  expect(await run('help', 'doctr')).toEqual({
    printed: '',
    told: 'conformance: No command is named "doctr". Did you mean "doctor"?\n',
    code: 2,
  });
});
