/** The suite against callers: the correct one passes, whatever its trigger tells; what goes wrong around it has a sentence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { planRun } from '../../engine/plan/plan.ts';
import type { Outcome, Report } from '../../engine/report.ts';
import { requirements } from '../../generated/requirements.ts';
import { newKeys } from '../../reference/index.ts';
import { callerSuiteSet } from '../../suites/caller/index.ts';
import { rowOf } from '../support/judged.ts';
import { judgeCaller, passOn } from '../support/judged-caller.ts';

const key = (id: string) => `getPaymentCode/${id}`;
const keysWith = (report: Report, ...outcomes: Outcome[]) =>
  report.requirements.filter(({ outcome }) => outcomes.includes(outcome)).map((row) => row.key);
const limit = 180_000;

test('every requirement that binds a caller and can be seen is judged', () => {
  const apis = ['getPaymentCode'];
  const settings = { role: 'mpp-client' as const, apis, selected: apis, only: null, scenarios: {} };
  const signing = { mode: 'required' as const, keyVersion: '1', privateKey: null, publicKey: null };
  const rows = planRun(settings, callerSuiteSet({ requests: {}, signing, profile: 'gate', only: null }));
  const bound = requirements.filter(
    ({ operation, binds, observable }) =>
      binds.includes('mpp-caller') && observable && (operation === null || operation === 'getPaymentCode'),
  );
  for (const { id } of bound) expect(rows.find((row) => row.id === id)?.excused, id).toBe(null);
});

describe.concurrent('the correct caller', () => {
  test('passes everything', { timeout: limit }, async () => {
    const report = await judgeCaller();
    expect(keysWith(report, 'failed', 'warned', 'inconclusive', 'not-run', 'harness-error')).toEqual([]);
    expect(report.verdict).toBe('conformant');
  });

  test('passes what can be seen where its trigger tells no outcome', { timeout: limit }, async () => {
    const trigger: Parameters<typeof judgeCaller>[0] = {
      trigger: async (caller, order) => ({ ...(await passOn(caller, order)), body: '' }),
      config: { run: { profile: 'smoke' } },
      only: ['G-26'],
    };
    const report = await judgeCaller(trigger);
    expect(keysWith(report, 'failed', 'warned', 'inconclusive')).toEqual([]);
    const { checks } = rowOf(report, key('G-26'));
    expect(checks.find(({ title }) => /codes are fetched/.test(title))).toMatchObject({ outcome: 'not-observable' });
    expect(checks.find(({ title }) => /without a signature/.test(title))).toMatchObject({ outcome: 'passed' });
  });

  test('passes where its trigger answers at once and the work goes on behind it', { timeout: limit }, async () => {
    const report = await judgeCaller({
      trigger: async (caller, order) => {
        passOn(caller, order).catch(() => {});
        return { status: 202, body: '' };
      },
      // Nobody says when an action is over: only the window does.
      client: { retryWindowMs: 5000 },
      config: { run: { profile: 'smoke' } },
      only: ['GPC-12', 'GPC-14'],
    });
    expect(keysWith(report, 'failed', 'warned', 'inconclusive')).toEqual([]);
  });

  test('is judged unsigned where signing is off', { timeout: limit }, async () => {
    const report = await judgeCaller({ config: { signing: { mode: 'off' }, run: { profile: 'smoke' } } });
    expect(keysWith(report, 'failed')).toEqual([]);
    for (const id of ['G-03', 'G-04', 'G-26']) expect(rowOf(report, key(id)).reason).toBe('signing-off');
  });
});

describe.concurrent('what cannot be judged', () => {
  test('a missing repeat without a retry window', { timeout: limit }, async () => {
    const client = { retryWindowMs: undefined };
    const report = await judgeCaller({ fault: 'never-repeats', client, config: { run: { profile: 'smoke' } } });
    expect(rowOf(report, key('GPC-12'))).toMatchObject({ outcome: 'inconclusive', reason: 'needs-retry-window' });
    expect(report.todo.map(({ config }) => config).join()).toContain('retryWindowMs');
    expect(report.run.exitCode).toBe(4);
  });

  test('a caller that never calls', { timeout: limit }, async () => {
    const report = await judgeCaller({ trigger: async () => ({ status: 200, body: '{"outcome":"unknown"}' }) });
    expect(report.diagnosis.map(({ code }) => code)).toEqual(['caller-silent']);
    expect(report.run.exitCode).toBe(4);
    expect(keysWith(report, 'passed')).toEqual([]);
  });

  test('a trigger that fails', { timeout: limit }, async () => {
    const report = await judgeCaller({ trigger: async () => ({ status: 503, body: '' }) });
    expect(report.diagnosis.map(({ code }) => code)).toEqual(['trigger-failed']);
    expect(report.diagnosis[0]!.says).toContain('HTTP 503');
    expect(rowOf(report, key('GPC-12'))).toMatchObject({ outcome: 'inconclusive', reason: 'trigger' });
    expect(report.run.exitCode).toBe(4);
  });

  test('a trigger that hangs', { timeout: limit }, async () => {
    const report = await judgeCaller({
      trigger: () => new Promise(() => {}),
      client: { triggerTimeoutMs: 200 },
    });
    expect(report.diagnosis[0]!.says).toContain('did not end within 200 ms');
    expect(report.run.exitCode).toBe(4);
  });

  test('a trigger that nobody serves', { timeout: limit }, async () => {
    const report = await judgeCaller({ client: { trigger: { url: 'http://127.0.0.1:1/trigger' } } });
    expect(report.diagnosis[0]!.says).toContain('ECONNREFUSED');
    expect(report.run.exitCode).toBe(4);
  });

  test('a public key that is not the one of the caller', { timeout: limit }, async () => {
    const [others, own] = await Promise.all([newKeys(), newKeys()]);
    const signing = {
      mode: 'required' as const,
      privateKey: own.alipayplus.privateKey,
      publicKey: others.mpp.publicKey,
    };
    const report = await judgeCaller({ config: { signing, run: { profile: 'smoke' } } });
    expect(report.diagnosis.map(({ code }) => code)).toContain('wrong-public-key');
    expect(report.run.exitCode).toBe(2);
  });
});

describe('a command as the trigger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trigger-'));
  const script = join(folder, 'pull.mjs');
  afterAll(() => rmSync(folder, { recursive: true }));
  const commandFor = (url: string) => {
    const lines = [
      "let order = '';",
      'for await (const chunk of process.stdin) order += chunk;',
      `const answer = await fetch(${JSON.stringify(url)}, { method: 'POST', body: order });`,
      'process.stdout.write(await answer.text());',
    ];
    writeFileSync(script, lines.join('\n'));
    return `node ${script}`;
  };

  test('gets the order on stdin', { timeout: limit }, async () => {
    const report = await judgeCaller({ commandFor, only: ['GPC-14'] });
    expect(report.diagnosis).toEqual([]);
    expect(rowOf(report, key('GPC-14')).outcome).toBe('passed');
  });

  test('is at fault where it ends with another exit code than 0', { timeout: limit }, async () => {
    const report = await judgeCaller({ commandFor: () => 'exit 3', only: ['G-05'] });
    expect(report.diagnosis[0]?.says).toContain('exit code 3');
    expect(report.run.exitCode).toBe(4);
  });
});

test('only the actions that a row needs are played', { timeout: limit }, async () => {
  const report = await judgeCaller({ only: ['G-05'] });
  expect(rowOf(report, key('G-05')).outcome).toBe('passed');
  expect(report.run.requests).toBeLessThan(30);
});
