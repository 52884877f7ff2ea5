/** Both parties of traffic: the rows that bind the caller are judged on its requests, and every format shows the two parties apart. */
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import type { Report, RequirementRow } from '../../engine/report.ts';
import { operations } from '../../generated/operations.ts';
import { reporters } from '../../reporters/index.ts';
import { callerRows } from '../../suites/traffic/caller-rows.ts';
import { reportOf } from '../support/traffic.ts';
import { type Said, trafficCall } from '../support/traffic-calls.ts';

async function judged(...said: Said[]): Promise<Report> {
  const { settings, close } = await prepareRun({ config: { target: 'http://127.0.0.1:1', role: 'mpp' } });
  await close();
  const keys = { mpp: null, alipayplus: null };
  return reportOf(said.map(trafficCall), { run: settings, keys, subject: 'mpp', paths: settings.paths });
}

const headers = [
  ['Client-Id', 'TEST_1'],
  ['Request-Time', '2026-11-20T08:00:00+08:00'],
  ['Signature', 'algorithm=RSA256,keyVersion=1,signature=a'],
] as const;

/** A good request of an operation, changed. */
function request(operation: keyof typeof operations, change: object): Said {
  return {
    operation,
    at: Date.parse('2026-11-20T00:00:00Z'),
    headers,
    body: { ...operations[operation].requestExample, ...change },
    // The first example is that of success.
    answer: Object.values(operations[operation].responseExamples)[0],
  };
}

const rowOf = ({ traffic }: Report, key: string): RequirementRow =>
  traffic!.counterparty.requirements.find((row) => row.key === key)!;

describe('what Alipay+ sends', () => {
  test('every row that binds it as a caller has checks', () => {
    expect([...callerRows.keys()].sort().join()).toBe(
      'OTP-01,OTP-02,SAC-01,SAC-02,SAC-03,SAC-04,TAN-01,TAN-02,TAN-03,TAN-04,TDD-01,TDD-02,TDD-03',
    );
    for (const checks of callerRows.values()) expect(checks.length).toBeGreaterThan(0);
  });

  const long = (length: number) => 'x'.repeat(length);
  test.each([
    ['sendOTP', 'OTP-01', { accessToken: long(129) }],
    ['sendOTP', 'OTP-01', { pspId: null }],
    ['sendOTP', 'OTP-02', { verifyType: 'PHONE' }],
    ['sendActivationCode', 'SAC-01', { tokenReferenceId: '' }],
    ['sendActivationCode', 'SAC-02', { customerId: long(65) }],
    ['sendActivationCode', 'SAC-03', { activation: 'x' }],
    ['sendActivationCode', 'SAC-04', { expiryTime: '20261120' }],
    ['tokenActivationNotification', 'TAN-01', { tokenData: null }],
    ['tokenActivationNotification', 'TAN-02', { walletId: long(17) }],
    ['tokenActivationNotification', 'TAN-03', { accountSource: 'NEW' }],
    ['tokenActivationNotification', 'TAN-04', { tokenActivatedTime: '2026-11-20' }],
    ['tokenDigitizeDecision', 'TDD-01', { tokenType: 'x' }],
    ['tokenDigitizeDecision', 'TDD-02', { mobileNumberSuffix: long(33) }],
    ['tokenDigitizeDecision', 'TDD-03', { deviceInfo: 'x' }],
  ] as const)('%s breaks %s with %j', async (operation, id, change) => {
    const key = `${operation}/${id}`;
    const [good, bad] = [await judged(request(operation, {})), await judged(request(operation, change))];
    expect(rowOf(good, key).outcome).toBe('passed');
    expect(rowOf(bad, key).outcome).toBe('failed');
    // It is no fault of the MPP.
    expect(bad.totals.failed).toBe(0);
    expect(bad.run.exitCode).toBe(0);
  });
});

describe('every format', () => {
  const row = 'sendActivationCode.expiryTime.format';
  const shown = {
    console: ['Alipay+, the other party:', row, 'Check ambiguity 6.8 and the source'],
    html: ['Alipay+, the other party', row, 'Check ambiguity 6.8 and the source'],
    summary: ['Alipay+, the other party', row, 'Check ambiguity 6.8 and the source'],
    junit: ['testsuite name="Alipay+, the other party"', row, 'Check ambiguity 6.8 and the source'],
    github: [
      'Alipay+%2C the other party%3A failed sendActivationCode/sendActivationCode.expiryTime.format',
      'Check ambiguity 6.8 and the source',
    ],
    json: ['"counterparty"', row, '"6.8"'],
    'github-summary': ['Alipay+, the other party', row],
  } as const;

  test.each(Object.entries(shown))('%s shows it apart, with what to check', async (name, parts) => {
    const report = await judged(request('sendActivationCode', { expiryTime: '20261120' }));
    const text = reporters[name as keyof typeof shown].render(report).replaceAll('\\', '').replace(/\s+/g, ' ');
    for (const part of parts) expect(text).toContain(part);
  });

  test('a build does not fail by it', async () => {
    const report = await judged(request('sendActivationCode', { expiryTime: '20261120' }));
    expect(reporters.junit.render(report)).not.toContain('<failure');
    expect(reporters.github.render(report)).not.toMatch(/^::error/m);
  });

  test('nothing is said of it in a run of the suite', async () => {
    const { traffic: _, ...report } = await judged(request('sendOTP', {}));
    expect(reporters.console.render({ ...report, verdict: 'conformant' })).not.toContain('the other party');
  });
});

test('says what was judged, not a run that never was, and asks for the keys that are missing', async () => {
  const report = await judged(request('sendOTP', {}));
  for (const name of ['console', 'summary', 'html'] as const) {
    const text = reporters[name].render(report).replaceAll(/\s+/g, ' ');
    expect(/No public key was given: .*? Give [^.]*\./.exec(text)?.[0]).toMatch(
      /No public key was given: \d+ signature requirements were not run\. Give --mpp-key and --alipayplus-key to judge them\./,
    );
    expect(/seed 0|Signing is off|<title>[^<]*127\.0\.0\.1|profile gate|· gate ·/.exec(text)?.[0]).toBeUndefined();
  }
});
