/** Values that one API answers and another one is sent: each user of verifyOTP gets the id that sendOTP answered to that user. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run as judge } from '../../cli/index.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { recomputed } from '../../cli/verify/recompute.ts';
import type { Report } from '../../engine/report.ts';
import { networkTransport } from '../../engine/wire/transport.ts';
import { commandLine } from '../support/command-line.ts';
import { judgeWith } from '../support/judged.ts';
import { type OtpHabits, type OtpWallet, startOtpWallet } from '../support/otp-wallet.ts';
import { freshDirectory } from '../support/packages.ts';

const run = commandLine();
const patient = { timeout: 240_000 };

async function withWallet<T>(habits: OtpHabits, use: (wallet: OtpWallet) => Promise<T>): Promise<T> {
  const wallet = await startOtpWallet(habits);
  try {
    return await use(wallet);
  } finally {
    await wallet.close();
  }
}

function against({ requirements }: Report): string[] {
  return requirements
    .filter(
      ({ outcome, id }) => ['failed', 'warned', 'inconclusive', 'harness-error'].includes(outcome) && id !== 'G-23',
    )
    .map(({ key, outcome, checks }) => `${key} ${outcome} ${checks.find((check) => check.outcome === outcome)?.title}`);
}

describe('a correct wallet', () => {
  test.each([
    ['that takes a password more than once', {}],
    ['that takes a password once', { once: true }],
  ] as const)('%s is conformant', patient, async (_, habits) => {
    await withWallet(habits, async ({ config, verified, given }) => {
      const report = await judge({ ...config, run: { seed: 1 } });
      expect(against(report)).toEqual([]);
      expect(report.verdict).toBe('conformant');
      expect(verified.length).toBeGreaterThan(5);
      for (const one of verified) {
        const [token, id] = one.split(' ');
        if (!('once' in habits)) expect(given.get(token!)).toContain(id);
      }
      const row = report.requirements.find(({ id }) => id === 'VOT-02');
      expect(row?.outcome).toBe('passed');
    });
  });

  test('is recomputed from the record: the same requests and the same rows', patient, async () => {
    await withWallet({}, async ({ config }) => {
      const prepared = await prepareRun({ config: { ...config, run: { seed: 1 } } });
      try {
        const transport = networkTransport(prepared.settings);
        const { report, record } = await judgeWith(prepared.settings, { transport });
        await transport.close();
        const again = await recomputed(prepared.settings, record);
        expect(again.mismatches).toEqual([]);
        const outcomes = ({ requirements }: Report) => requirements.map(({ key, outcome }) => `${key} ${outcome}`);
        expect(outcomes(again.report)).toEqual(outcomes(report));
        const attempts = record.requests.filter(({ operation }) => operation === 'verifyOTP');
        expect(attempts.some(({ attempts }) => attempts.some(({ token }) => token !== ''))).toBe(true);
      } finally {
        await prepared.close();
      }
    });
  });

  test('without sendOTP among its APIs needs the id in the config, and no message is sent', patient, async () => {
    await withWallet({}, async ({ config, verified, given }) => {
      const report = await judge({ ...config, apis: ['verifyOTP'], run: { seed: 1 } });
      expect([report.verdict, verified.length, given.size]).toEqual(['not-conformant', 0, 0]);
    });
  });
});

describe('a wallet with a mistake', () => {
  test('fails its row, with --only and with --only-failed too', patient, async () => {
    await withWallet({ anyPassword: true }, async ({ config }) => {
      const place = freshDirectory();
      const file = join(place, 'config.json');
      const specs = config.specs!.map((spec) => join(process.cwd(), spec));
      writeFileSync(file, JSON.stringify({ ...config, specs, run: { seed: 1 } }));
      const whole = await run('run', '--config', file, '--report-dir', join(place, 'whole'));
      expect([whole.code, whole.printed]).toEqual([1, expect.stringContaining('verifyOTP/VOT-03')]);
      for (const options of [
        ['--only', 'VOT-03', '--seed', '1'],
        ['--only-failed', join(place, 'whole')],
      ]) {
        const again = await run('run', '--config', file, ...options);
        expect([again.code, again.printed], options[0]).toEqual([1, expect.stringContaining('verifyOTP/VOT-03')]);
      }
    });
  });
});
