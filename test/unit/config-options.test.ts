/** Options that contradict each other or the config, runs in CI that name no target, and report directories that cannot be used. */
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isLoopback } from '../../engine/wire/loopback.ts';
import { commandLine } from '../support/command-line.ts';
import { leastReport, leastRow } from '../support/least-report.ts';

const run = commandLine();
const place = mkdtempSync(join(tmpdir(), 'conformance-options-'));
const config = join(place, 'config.json');
const target = 'http://127.0.0.1:9';

beforeEach(() => {
  vi.stubEnv('CI', undefined);
  vi.spyOn(process, 'cwd').mockReturnValue(place);
});
afterEach(() => vi.unstubAllEnvs());

function withConfig(content: object): string[] {
  writeFileSync(config, JSON.stringify(content));
  return ['--dry-run', '--config', config];
}

function report(...failed: string[]): string {
  const path = join(place, 'report.json');
  writeFileSync(path, JSON.stringify(leastReport(...failed.map((key) => leastRow(key, 'failed')))));
  return path;
}

describe('a selection', () => {
  test.each([
    [
      ['--api', 'sendOTP', '--only', 'TDD-04'],
      '--only TDD-04 and --api sendOTP contradict each other: TDD-04 belongs to tokenDigitizeDecision. Remove --api, or add tokenDigitizeDecision to it.',
    ],
    [
      ['--api', 'sendOTP', '--only', 'OTP-03,tokenDigitizeDecision/G-08'],
      '--only tokenDigitizeDecision/G-08 and --api sendOTP contradict each other: tokenDigitizeDecision/G-08 belongs to tokenDigitizeDecision. Remove --api, or add tokenDigitizeDecision to it.',
    ],
  ])('%j', async (args, sentence) => {
    expect(await run('--dry-run', '--target', target, ...args)).toEqual({
      printed: '',
      told: `conformance: ${sentence}\n`,
      code: 2,
    });
  });

  test('of a requirement whose API the target does not offer', async () => {
    const { told, code } = await run(...withConfig({ target, apis: ['sendOTP'] }), '--only', 'TDD-04');
    expect(told).toBe(
      'conformance: --only TDD-04 belongs to tokenDigitizeDecision, which is not listed under apis in the config. Add it there if the target offers it.\n',
    );
    expect(code).toBe(2);
  });

  test('of a requirement of every API is narrowed by --api', async () => {
    expect((await run('--dry-run', '--target', target, '--api', 'sendOTP', '--only', 'G-08')).code).toBe(0);
  });

  test('by --only and by --only-failed', async () => {
    const path = report('sendOTP/OTP-03');
    expect(await run('--dry-run', '--target', target, '--only', 'OTP-03', '--only-failed', path)).toEqual({
      printed: '',
      told: 'conformance: --only and --only-failed contradict each other. Give one of the two.\n',
      code: 2,
    });
  });

  test('by --only-failed is narrowed by --api', async () => {
    const path = report('sendOTP/OTP-03', 'tokenDigitizeDecision/TDD-04');
    const args = ['--dry-run', '--target', target, '--only-failed', path];
    expect((await run(...args, '--api', 'sendOTP')).printed).not.toContain('tokenDigitizeDecision');
    const none = await run(...args, '--api', 'sendActivationCode');
    expect(none.told).toBe(
      `conformance: Nothing failed in ${path} for sendActivationCode. Run without --only-failed.\n`,
    );
    expect(none.code).toBe(2);
  });
});

describe('a run without a target', () => {
  const refused =
    'conformance: CI is set, but no target is configured. Check the working directory and the config file, or add --embedded to test the built-in reference.\n';

  test.each(['true', 'TRUE', '1', 'woodpecker'])('is refused with CI=%s', async (ci) => {
    vi.stubEnv('CI', ci);
    expect(await run('--dry-run')).toEqual({ printed: '', told: refused, code: 2 });
    expect(await run('--dry-run', '--role', 'alipayplus')).toMatchObject({ printed: '', code: 2 });
    expect((await run('--dry-run', '--role', 'mpp-client')).told).toMatch(/^conformance: CI is set, but no trigger is/);
    expect((await run(...withConfig({ run: { seed: 1 }, apis: ['sendOTP'] }))).told).toBe(refused);
  });

  test('is not what --embedded with a target asks for', async () => {
    expect(await run('--dry-run', '--embedded', '--target', target)).toEqual({
      printed: '',
      told: 'conformance: --embedded tests the built-in reference, but a target is configured too. Remove one of the two.\n',
      code: 2,
    });
  });

  test('is a mistake where the config says what is under test', async () => {
    const { told, code } = await run(...withConfig({ subject: { product: 'Wallet' } }));
    expect(told).toBe(
      'conformance: config.json sets subject but not target. Add target to the config, or set --target or CONFORMANCE_TARGET.\n',
    );
    expect(code).toBe(2);
  });
});

describe('a host of Alipay+', () => {
  test.each([
    'https://open-sea.alipayplus.com',
    'https://open-sea.alipayplus.com.',
    'https://open-sea.alipayplus.com..',
    'https://OPEN-SEA.AlipayPlus.com/x',
  ])('is refused: %s', async (production) => {
    const { told, code } = await run('--dry-run', '--target', production);
    expect(told).toMatch(/^conformance: open-sea\.alipayplus\.com is a host of Alipay\+/);
    expect(code).toBe(2);
  });

  test.each([
    { target: 'https://203.0.113.7', headers: { Host: 'open-sea.alipayplus.com' } },
    { target: 'https://open-sea.alipayplus.com', clientId: 'SANDBOX_1', headers: { 'client-id': 'PROD_1' } },
    { role: 'mpp-client', client: { trigger: { url: 'https://open-sea.alipayplus.com./trigger' } } },
  ])('is refused where it hides: %j', async (hidden) => {
    const { told, code } = await run(...withConfig(hidden));
    expect(told).toMatch(/^conformance: (headers\.(Host|client-id) is set by|client\.trigger\.url is at)/);
    expect(code).toBe(2);
  });
});

describe('a report directory', () => {
  const says = async (directory: string) => {
    const { printed, told, code } = await run('--dry-run', '--target', target, '--report-dir', directory);
    expect({ printed, code }).toEqual({ printed: '', code: 2 });
    return told.trimEnd();
  };
  const file = join(place, 'a-file');
  writeFileSync(file, '');

  test('that is a file, or below one', async () => {
    const cure = 'it is a file, or it is inside one. Name another with --report-dir.';
    expect(await says(file)).toBe(`conformance: The report directory ${file} cannot be used: ${cure}`);
    expect(await says(join(file, 'x'))).toBe(`conformance: The report directory ${file}/x cannot be used: ${cure}`);
  });

  test.skipIf(process.getuid?.() === 0)('that may not be written', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'conformance-closed-'));
    chmodSync(closed, 0o500);
    expect(await says(closed)).toContain('writing there is not permitted. Name another');
  });

  test.skipIf(!existsSync('/proc/self'))('where none can be made', async () => {
    expect(await says('/proc/x/y')).toMatch(
      /^conformance: The report directory \/proc\/x\/y cannot be used: [a-z -]+\. Name/,
    );
  });

  test('is made with those above it', async () => {
    const deep = join(place, 'a', 'b', 'c');
    expect((await run('--dry-run', '--target', target, '--report-dir', deep)).code).toBe(0);
    expect(existsSync(deep)).toBe(true);
  });
});

test('what this machine is', () => {
  const here = [
    'localhost',
    'LOCALHOST',
    'a.localhost',
    'localhost.',
    '127.0.0.1',
    '127.9.9.9',
    '::1',
    '[::1]',
    '[::ffff:7f00:1]',
  ];
  const elsewhere = [
    'localhost.example',
    '128.0.0.1',
    '127.0.0.1.example',
    'notlocalhost',
    '[::2]',
    '10.0.0.1',
    '0.0.0.0',
  ];
  expect(here.filter((host) => !isLoopback(host))).toEqual([]);
  expect(elsewhere.filter(isLoopback)).toEqual([]);
});
