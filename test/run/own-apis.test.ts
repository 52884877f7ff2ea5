/** An API of which there is nothing but a spec, judged against a server in another language: runs, commands, and what must not be green. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../cli/config/shape.ts';
import { run as judge, UsageError } from '../../cli/index.ts';
import { commandLine } from '../support/command-line.ts';
import { freshDirectory, signerKeys } from '../support/packages.ts';
import { hasPython, startWallet, type Wallet } from '../support/verify-otp-server.ts';

const run = commandLine();
const patient = { timeout: 240_000 };
const spec = 'examples/specs/verify-otp.yaml';

let wallet: Wallet;
const place = freshDirectory();
let file = '';

const written = (name: string, config: Config) => {
  const path = join(place, name);
  writeFileSync(path, JSON.stringify(config));
  return path;
};

beforeAll(async () => {
  if (!hasPython) return;
  wallet = await startWallet();
  file = written('config.json', { ...wallet.config, run: { seed: 1 } });
});

afterAll(() => wallet?.close());

describe.skipIf(!hasPython)('a wallet in Python (skipped without python3)', () => {
  test('is conformant, with every row of its own judged', patient, async () => {
    const report = await judge({ ...wallet.config, run: { seed: 1 } });
    const open = report.requirements
      .filter(({ operation, outcome }) => operation === 'verifyOTP' && outcome !== 'passed')
      .map(({ id, outcome, reason }) => `${id} ${outcome} ${reason}`);
    expect(report.verdict, open.join('\n')).toBe('conformant');
    // Rows of the caller, groups without members here, what needs overload, and what no test can see.
    expect(open).toEqual([
      ...['G-01', 'G-02', 'G-03', 'G-04', 'G-05', 'G-06'].map((id) => `${id} not-applicable suite`),
      'G-18 not-applicable not-offered',
      'G-19 not-applicable not-offered',
      'G-24 not-run no-scenario',
      'G-25 not-applicable other-role',
      'G-26 not-applicable other-role',
      'VOT-01 not-applicable other-role',
      'VOT-09 not-observable not-observable',
    ]);
    expect(report.spec.own).toEqual([
      { file: wallet.config.specs![0], digest: expect.stringMatching(/^[0-9a-f]{64}$/), apis: ['verifyOTP'] },
    ]);
  });

  test('is not conformant where its user is refused, and nothing of it is green', patient, async () => {
    const requests = { verifyOTP: { accessToken: 'token-that-nobody-issued' } };
    const refused = await judge({ ...wallet.config, requests, run: { seed: 1 } });
    expect(refused.verdict).toBe('not-conformant');
    const { requests: _, ...bare } = wallet.config;
    const unvouched = await judge({ ...bare, run: { seed: 1 } });
    expect([unvouched.verdict, unvouched.run.exitCode]).toEqual(['incomplete', 4]);
    for (const report of [refused, unvouched]) {
      const green = report.requirements.filter(
        ({ operation, outcome }) => operation === 'verifyOTP' && outcome === 'passed',
      );
      // What is judged on every answer, whatever it says, is judged here too.
      expect(green.filter(({ key }) => !/\/(G-|verifyOTP\.response\.)/.test(key)).map(({ key }) => key)).toEqual([]);
    }
  });
});

describe.skipIf(!hasPython)('commands about that wallet (skipped without python3)', () => {
  test('is listed, explained, sent to, examined', patient, async () => {
    expect((await run('list', '--config', file, '--api', 'verifyOTP')).printed).toMatch(/VOT-03.*INVALID_OTP/);
    expect((await run('explain', 'VOT-03', '--config', file)).printed).toContain(
      'the scenario INVALID_OTP ends in INVALID_OTP',
    );
    const sent = await run('send', 'verifyOTP', '--config', file, '--scenario', 'EXPIRED_CODE');
    expect([sent.code, sent.printed]).toEqual([0, expect.stringContaining('F/EXPIRED_CODE')]);
    const examined = await run('doctor', '--config', file);
    expect([examined.code, examined.printed]).toEqual([
      0,
      expect.stringContaining('verifyOTP at /aps/api/v1/users/verifyOTP answers S/SUCCESS'),
    ]);
    expect((await run('run', '--config', file, '--dry-run')).printed).toMatch(/verifyOTP {2}\d+ checks/);
  });

  test('is certified and verified, and an altered spec is found', patient, async () => {
    const scenarios = { verifyOTP: { ...wallet.config.scenarios!.verifyOTP } };
    const declared = [
      { requirement: 'verifyOTP/G-24', reason: 'cannot be brought about from outside', owner: 'tests' },
    ];
    const config = written('certified.json', { ...wallet.config, scenarios, declared, run: { runs: 2 } });
    const keys = signerKeys(place);
    const directory = join(place, 'package');
    mkdirSync(directory);
    const certified = await run(
      'certify',
      '--config',
      config,
      '--sign-key',
      keys.privateFile,
      '--report-dir',
      directory,
    );
    expect([certified.code, certified.told]).toEqual([0, expect.stringContaining('Package written')]);
    const verified = await run('verify', directory, '--public-key', keys.publicFile);
    expect([verified.code, verified.printed]).toEqual([0, expect.stringContaining("judged by the sender's own spec")]);
    const copy = join(directory, 'config.json');
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('maxLength: 16', 'maxLength: 17'));
    const altered = await run('verify', directory, '--public-key', keys.publicFile);
    expect([altered.code, altered.printed]).toEqual([1, expect.stringContaining('spec-other')]);
  });
});

describe.skipIf(!hasPython)('a wallet with a mistake (skipped without python3)', () => {
  test('fails on its own row, again with --only-failed, and passes none of it with --only', patient, async () => {
    const wallet = await startWallet(['if password is None:', 'if False:'], false);
    const place = freshDirectory();
    const file = join(place, 'config.json');
    writeFileSync(file, JSON.stringify({ ...wallet.config, run: { seed: 1 } }));
    try {
      const whole = await run('run', '--config', file, '--report-dir', join(place, 'whole'));
      expect([whole.code, whole.printed]).toEqual([1, expect.stringContaining('verifyOTP/VOT-04')]);
      for (const options of [
        ['--only-failed', join(place, 'whole')],
        ['--only', 'VOT-04', '--seed', '1'],
      ]) {
        const again = await run('run', '--config', file, ...options);
        expect([again.code, again.printed], options[0]).toEqual([1, expect.stringContaining('VOT-04')]);
      }
    } finally {
      await wallet.close();
    }
  });
});

describe('what is not there yet is said', () => {
  const refused = (config: Config) =>
    judge(config).catch((error: unknown) => (error instanceof UsageError ? error.text : error));

  test('specs without a target, a spec that is not there, one with a mistake', async () => {
    expect(await refused({ specs: [spec] })).toBe(
      'the config sets specs but not target. Add target to the config, or set --target or CONFORMANCE_TARGET.',
    );
    expect(await refused({ specs: ['nowhere.yaml'], target: 'http://127.0.0.1:9' })).toBe(
      'The spec nowhere.yaml cannot be read: there is no such file. Correct its path; in a config it is relative to that file.',
    );
    expect(await refused({ specs: ['package.json'], target: 'http://127.0.0.1:9' })).toBe(
      'package.json:1: This is not an OpenAPI 3.1 document. Begin with `openapi: 3.1.0`.',
    );
    expect(await refused({ specs: [spec], target: 'http://127.0.0.1:9', requests: { verifyOtp: {} } })).toBe(
      'config: there is no key "verifyOtp" under requests. Did you mean "verifyOTP"?',
    );
  });

  test('serve has no server for such an API', async () => {
    const file = join(freshDirectory(), 'config.yaml');
    writeFileSync(file, `target: http://127.0.0.1:9\nspecs: [${join(process.cwd(), spec)}]\n`);
    process.env.CONFORMANCE_CONFIG = file;
    try {
      const { code, told } = await run('serve', 'mpp', '--api', 'verifyOTP');
      expect([code, told]).toEqual([2, expect.stringContaining('serve has no server for verifyOTP')]);
    } finally {
      delete process.env.CONFORMANCE_CONFIG;
    }
  });

  test('callers of such an API cannot be tested', async () => {
    const place = freshDirectory();
    const text = readFileSync(spec, 'utf8')
      .replace('x-caller: alipayplus', 'x-caller: mpp')
      .replace('x-server: mpp', 'x-server: alipayplus')
      .replaceAll('mpp-server', 'alipayplus-server')
      .replaceAll('alipayplus-caller', 'mpp-caller');
    writeFileSync(join(place, 'pay.yaml'), text);
    const config = {
      specs: [join(place, 'pay.yaml')],
      role: 'mpp-client',
      client: { trigger: { command: 'true' } },
    } as const;
    expect(await refused({ ...config, specs: [...config.specs] })).toBe(
      'Callers of verifyOTP cannot be tested: role mpp-client knows getPaymentCode only. Set apis: [getPaymentCode], or use --role alipayplus for its server.',
    );
  });
});

describe('check-spec', () => {
  test('shows what comes of a spec, and names each mistake of several files', async () => {
    const good = await run('check-spec', spec);
    expect([good.code, good.printed]).toEqual([
      0,
      expect.stringMatching(/VOT-03 {2}MUST {2}the scenario INVALID_OTP[\s\S]*73 rows/),
    ]);
    const place = freshDirectory();
    const text = readFileSync(spec, 'utf8');
    writeFileSync(join(place, 'one.yaml'), text.replace('scenario: INVALID_OTP', 'scenario: INVALID_OPT'));
    writeFileSync(join(place, 'two.yaml'), text.replace('openapi: 3.1.0', 'openapi: 2.0'));
    const bad = await run('check-spec', join(place, 'one.yaml'), join(place, 'two.yaml'));
    expect(bad.code).toBe(1);
    expect(bad.printed.split('\n').filter((line) => /\.yaml:\d+: /.test(line))).toHaveLength(2);
    const json = JSON.parse((await run('check-spec', spec, '--json')).printed);
    expect(json).toMatchObject({ mistakes: [], apis: [{ api: 'verifyOTP' }] });
  });
});

describe('init', () => {
  test('writes the specs and their APIs', async () => {
    const file = join(freshDirectory(), 'made.yaml');
    const { code } = await run(
      'init',
      '--target',
      'http://localhost:8080',
      '--config',
      file,
      '--spec',
      spec,
      '--api',
      'verifyOTP',
    );
    expect(code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^specs: \[.*examples\/specs\/verify-otp\.yaml\]$/m);
    expect(text).toMatch(/^apis: \[verifyOTP\]$/m);
  });
});
