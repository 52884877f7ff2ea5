/** What counts when several say something: environment, then options, then config, then defaults. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { staleWaivers } from '../../cli/config/waivers.ts';
import type { RunOptions } from '../../cli/options.ts';
import { prepareRun, type RunRequest } from '../../cli/run/prepare.ts';
import { addRunOptions, requestOf } from '../../cli/run/run-options.ts';
import { UsageError } from '../../cli/terminal/usage-error.ts';
import { leastReport, leastRow } from '../support/least-report.ts';

const directory = mkdtempSync(join(tmpdir(), 'run-'));
const put = (name: string, text: string): string => {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
};
const aimed = put(
  'aimed.yaml',
  'target: http://config.example\nclientId: TEST_config\nrun: { seed: 1, rate: 5, timeoutMs: 10 }\n',
);

async function prepared(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Awaited<ReturnType<typeof prepareRun>>['settings']> {
  const command = addRunOptions(new Command()).exitOverride();
  command.parse([...args], { from: 'user' });
  return settled({ ...(await requestOf(command.opts<RunOptions>(), env)), directory });
}

async function settled(request: RunRequest): Promise<Awaited<ReturnType<typeof prepareRun>>['settings']> {
  const { settings, close } = await prepareRun(request);
  await close();
  return settings;
}

async function refusal(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return prepared(args, env).then(
    () => 'not refused',
    (error) => (error instanceof UsageError ? error.text : Promise.reject(error)),
  );
}

describe('precedence', () => {
  test('config alone', async () => {
    const settings = await prepared(['--config', aimed]);
    expect(settings).toMatchObject({
      target: 'http://config.example',
      clientId: 'TEST_config',
      seed: 1,
      rate: 5,
      timeoutMs: 10,
      concurrency: 8,
    });
  });

  test('an Alipay+ on another machine is called politely, unless the config says otherwise', async () => {
    const pace = async (config: object) => {
      const { rate, concurrency } = await settled({ config: { role: 'alipayplus', ...config } as never });
      return [rate, concurrency];
    };
    const target = 'https://sandbox.example';
    expect(await pace({ target })).toEqual([5, 2]);
    expect(await pace({ target, run: { rate: 50, concurrency: 4 } })).toEqual([50, 4]);
    expect(await pace({ target: 'http://127.0.0.1:1' })).toEqual([0, 8]);
  });

  test('a named config is named in replay lines, a found one is not', async () => {
    expect((await prepared(['--config', aimed])).configFile).toBe(aimed);
    expect((await prepared([], { CONFORMANCE_CONFIG: aimed })).configFile).toBe(null);
  });

  test('options override the config, and only what they name', async () => {
    const settings = await prepared([
      '--config',
      aimed,
      '--target',
      'http://option.example/x/',
      '--seed',
      '2',
      '--strict',
      '--runs',
      '9',
    ]);
    expect(settings).toMatchObject({ target: 'http://option.example/x', seed: 2, rate: 5, strict: true, runs: 9 });
  });

  test('the environment overrides both', async () => {
    const env = {
      CONFORMANCE_TARGET: 'http://env.example',
      CONFORMANCE_CLIENT_ID: 'TEST_env',
      CONFORMANCE_CONFIG: aimed,
    };
    const settings = await prepared(['--config', 'nowhere.yaml', '--target', 'http://option.example'], env);
    expect(settings).toMatchObject({ target: 'http://env.example', clientId: 'TEST_env', seed: 1 });
  });
});

describe('the choices of one run', () => {
  test('a config in the working directory is found', async () => {
    const here = mkdtempSync(join(tmpdir(), 'found-'));
    writeFileSync(join(here, 'conformance.config.json'), '{ "target": "http://json.example" }');
    expect((await settled({ directory: here })).target).toBe('http://json.example');
    writeFileSync(join(here, 'conformance.config.yaml'), 'target: http://yaml.example');
    expect((await settled({ directory: here })).target).toBe('http://yaml.example');
  });
  test('a seed is made up where none is given', async () => {
    const seeds = await Promise.all([1, 2, 3].map(async () => (await prepared(['--target', 'http://a.example'])).seed));
    expect(new Set(seeds).size).toBeGreaterThan(1);
    for (const seed of seeds) expect(seed).toBeGreaterThanOrEqual(0);
  });

  test('names are given one by one, with commas or repeated', async () => {
    const settings = await prepared([
      '--target',
      'http://a.example',
      '--only',
      'OTP-03',
      'G-08,G-10',
      '--only',
      'sendOTP/OTP-04',
      '--api',
      'sendOTP',
    ]);
    expect(settings.only).toEqual(['OTP-03', 'G-08', 'G-10', 'sendOTP/OTP-04']);
    expect(settings.selected).toEqual(['sendOTP']);
    expect(settings.apis).toHaveLength(4);
  });

  test('what failed before is run again, with its seed and role', async () => {
    const rows = [leastRow('sendOTP/OTP-03', 'failed'), leastRow('sendOTP/OTP-04', 'passed')];
    const report = put('report.json', JSON.stringify(leastReport(...rows)));
    const settings = await prepared(['--target', 'http://a.example', '--only-failed', report]);
    expect(settings).toMatchObject({ only: ['sendOTP/OTP-03'], seed: 77 });
  });
});

describe('no target', () => {
  test('is a run against the built-in reference', { timeout: 60_000 }, async () => {
    const settings = await settled({ directory });
    expect(settings).toMatchObject({ embedded: true, role: 'mpp', signing: { mode: 'required' } });
    expect(settings.target).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(settings.requests.sendOTP?.length).toBeGreaterThan(1);
  });

  test('with a config that describes one is an error', async () => {
    const config = put('aimless.yaml', 'clientId: TEST_x\n');
    expect(await refusal(['--config', config])).toBe(
      'aimless.yaml sets clientId but not target. Add target to the config, or set --target or CONFORMANCE_TARGET.',
    );
  });

  test('because a secret is empty is an error', async () => {
    expect(await refusal([], { CONFORMANCE_TARGET: '' })).toBe(
      'CONFORMANCE_TARGET is set but empty. Set a value or unset it; in CI, check that the secret is passed to this job.',
    );
    expect(await refusal([], { CONFORMANCE_CLIENT_ID: 'TEST_x' })).toMatch(
      /^The environment sets clientId but not target\./,
    );
  });
});

describe('production', () => {
  const host = 'open-sea.alipayplus.com';
  const target = ['--role', 'alipayplus', '--target', `https://${host}`];

  test('is refused', async () => {
    expect(await refusal(target)).toBe(
      `${host} is a host of Alipay+, but no client id is configured; nothing was sent. Use a client id that starts with SANDBOX_ or TEST_, or confirm the host: --yes-production ${host}`,
    );
    expect(await refusal(target, { CONFORMANCE_CLIENT_ID: '5Y000' })).toMatch(
      /the client id is not a sandbox id; nothing was sent/,
    );
    expect(await refusal(['--target', 'https://ALIPAYPLUS.com.'])).toMatch(/^alipayplus\.com is a host of Alipay\+/);
  });

  test('is allowed to a sandbox client, and where the host is named twice', async () => {
    expect(await refusal(target, { CONFORMANCE_CLIENT_ID: 'SANDBOX_1' })).toBe('not refused');
    expect(await refusal([...target, '--yes-production', host])).toBe('not refused');
    expect(await refusal([...target, '--yes-production', 'alipayplus.com'])).toBe(
      `--yes-production is alipayplus.com, but the host of the target is ${host}. Give the same host in both.`,
    );
  });

  test('is not every host that looks like it', async () => {
    expect(await refusal(['--target', 'https://notalipayplus.com'])).toBe('not refused');
  });
});

describe('names and numbers', () => {
  test.each([
    [['--api', 'sendOtp'], 'No API is named "sendOtp". Did you mean "sendOTP"?'],
    [
      ['--api', 'getPaymentCode'],
      '--api: getPaymentCode is not an API of role mpp. Its APIs: sendOTP, sendActivationCode, tokenActivationNotification, tokenDigitizeDecision. See --role for the others.',
    ],
    [['--only', 'OTP-3'], 'No requirement is named "OTP-3". Did you mean "OTP-03"?'],
    [['--only', 'GPC-05'], 'GPC-05 is not a requirement of role mpp. See: npx conformance explain GPC-05'],
    [
      ['--path', 'x'],
      '--path "x" is not the path of a counterexample. Copy it from the replay line: numbers separated by colons.',
    ],
    [['--path', '1:2'], '--path needs --seed. Copy both from the replay line.'],
    [
      ['--only-failed', '/nowhere/report.json'],
      'The report /nowhere/report.json cannot be read: there is no such file. Give the path of a report.json written with --report-dir.',
    ],
    [
      ['--only-failed', aimed],
      `${aimed} is not a report of this suite. Give the path of a report.json written with --report-dir.`,
    ],
  ])('%j', async (args, sentence) => {
    expect(await refusal(['--target', 'http://a.example', ...args])).toBe(sentence);
  });

  test.each([
    [['--seed', '1.5'], '--seed "1.5" is not a whole number. Give a number from -2147483648 to 2147483647.'],
    [['--runs', '0'], '--runs 0 is out of range. Give a number from 1 to 100000.'],
    [['--rate', '-1'], '--rate -1 is out of range. Give a number from 0 to 100000.'],
    [['--timeout', 'soon'], '--timeout "soon" is not a whole number. Give a number from 1 to 600000.'],
    [['--concurrency', '1e3'], '--concurrency "1e3" is not a whole number. Give a number from 1 to 256.'],
    [['--role', 'mmp'], 'No role is named "mmp". Did you mean "mpp"?'],
    [['--profile', 'certified'], 'No profile is named "certified". Did you mean "certify"?'],
  ])('%j', async (args, sentence) => {
    expect(await refusal(args)).toBe(sentence);
  });
});

describe('the caller of an MPP', () => {
  test('has no target of its own', async () => {
    expect(await refusal(['--role', 'mpp-client', '--target', 'http://a.example'])).toBe(
      'Role mpp-client does not use a target: the caller under test calls the suite. Set client.trigger in the config instead.',
    );
  });

  test('is judged by the same config as the server', async () => {
    const config = put(
      'both.yaml',
      'target: http://a.example\napis: [sendOTP, getPaymentCode]\nclient: { trigger: { command: ./go } }\n',
    );
    expect(await prepared(['--config', config])).toMatchObject({ target: 'http://a.example', apis: ['sendOTP'] });
    expect(await prepared(['--config', config, '--role', 'mpp-client'])).toMatchObject({
      target: 'http://127.0.0.1:9000',
      apis: ['getPaymentCode'],
    });
  });

  // Each embedded reference makes two RSA pairs, which may take a while on a busy machine.
  test('is embedded where nothing is named, as is the sandbox', { timeout: 60_000 }, async () => {
    const caller = await prepared(['--role', 'mpp-client']);
    expect(caller).toMatchObject({ embedded: true, apis: ['getPaymentCode'], signing: { mode: 'required' } });
    expect(caller.target).toBe(`http://${caller.client.listen}`);
    expect(await prepared(['--role', 'alipayplus'])).toMatchObject({ embedded: true, apis: ['getPaymentCode'] });
  });

  test('calls the simulator', async () => {
    const config = put(
      'client.yaml',
      'role: mpp-client\nclient: { trigger: { url: "http://127.0.0.1:1/go" }, listen: "127.0.0.1:9001" }\n',
    );
    const settings = await prepared(['--config', config]);
    expect(settings).toMatchObject({ target: 'http://127.0.0.1:9001', embedded: false, apis: ['getPaymentCode'] });
    expect(settings.client.trigger).toEqual({ url: 'http://127.0.0.1:1/go' });
  });
});

describe('waivers', () => {
  const waiver = { requirement: 'sendOTP/OTP-12', reason: 'r', owner: 'the OTP team', until: '2027-01-31' };

  test('hold through their last day', () => {
    expect(staleWaivers([waiver], new Date('2027-01-31T23:59:59Z'))).toEqual([]);
    expect(staleWaivers([waiver], new Date('2027-02-01T00:00:00Z'))).toEqual([waiver]);
  });

  test('end the run when they are stale', async () => {
    const config = put(
      'stale.yaml',
      'target: http://a.example\nwaivers: [{ requirement: OTP-12, reason: r, owner: the OTP team, until: 2020-01-31 }]\n',
    );
    expect(await refusal(['--config', config])).toBe(
      'The waiver of OTP-12 expired on 2020-01-31 (owner: the OTP team). Remove it, or agree on a new date with its owner.',
    );
  });
});
