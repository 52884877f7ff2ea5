/** The to-do list: which config line each open row asks for, made from the reasons and the wants of findings alone. */
import { describe, expect, test } from 'vitest';
import type { Probe } from '../../engine/check/check.ts';
import type { Finding, Missing, Reason } from '../../engine/check/finding.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import type { JudgedRow } from '../../engine/report/judged-rows.ts';
import { todoOf as todoFrom } from '../../engine/report/todo.ts';
import type { Outcome } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { OperationId } from '../../generated/operations.ts';
import { settingsWith } from '../support/exchanges.ts';
import { findingOf, judgedRow, plannedRow } from '../support/rows.ts';
import { withUnreadWords } from '../support/unread-words.ts';

const todoOf = (rows: readonly JudgedRow[], own: RunSettings, diagnosis: readonly { code: string }[] = []) =>
  todoFrom(withUnreadWords(rows), own, diagnosis);

const plain = {
  apis: ['sendOTP'],
  paths: {},
  requests: {},
  limits: { sendOTP: { perFixture: 3, restMs: 60_000, maxSends: null } },
};
const settings = (change: object = {}) => settingsWith({ ...plain, ...change });
const off = { signing: { mode: 'off' } };

interface Case {
  readonly outcome?: Outcome;
  readonly reason?: Reason;
  readonly missing?: Missing;
  readonly op?: OperationId;
  readonly planned?: Partial<PlannedRow>;
}

/** A row with one check that ended so. */
function row(id: string, { outcome = 'not-run', reason = '', missing, op = 'sendOTP', planned = {} }: Case): JudgedRow {
  const verdict = (outcome === 'passed' ? 'satisfied' : outcome) as Finding['verdict'];
  const finding = findingOf(verdict, { reason, ...(missing ? { missing } : {}) });
  const check = { title: 'a check', done: '', ordinal: 0, outcome, reason, finding };
  return judgedRow(plannedRow(id, planned, op), [check], { outcome, reason });
}

const user = 'requests:\n  sendOTP:\n    - { accessToken: … }';
const fresh = user.replace(' }', ', fresh: true }');

describe('the APIs', () => {
  const at = (id: string, op: OperationId) => row(id, { reason: 'no-control', missing: 'path', op });

  test('are narrowed to those that were found; users of the others are not asked for', () => {
    const rows = [
      row('OTP-04', { outcome: 'passed' }),
      at('SAC-01', 'sendActivationCode'),
      at('TDD-01', 'tokenDigitizeDecision'),
    ];
    const apis = ['sendOTP', 'sendActivationCode', 'tokenDigitizeDecision', 'tokenActivationNotification'];
    expect(todoOf(rows, settings({ apis }))).toEqual([
      {
        config: 'apis: [sendOTP, tokenActivationNotification]',
        says: expect.stringContaining('sendActivationCode and tokenDigitizeDecision'),
        unlocks: [],
      },
    ]);
  });

  test('get a path to fill in where none was found: the one that just failed is not repeated', () => {
    const todo = todoOf([at('OTP-04', 'sendOTP'), row('OTP-09', { reason: 'no-control' })], settings());
    expect(todo).toEqual([
      {
        config: 'paths:\n  sendOTP: …',
        says: 'The path of sendOTP, which is not at /aps/api/v1/users/sendOTP.',
        unlocks: ['sendOTP/OTP-04', 'sendOTP/OTP-09'],
      },
    ]);
    const apis = ['sendOTP', 'sendActivationCode'];
    const both = todoOf([at('OTP-04', 'sendOTP'), at('SAC-01', 'sendActivationCode')], settings({ apis }));
    expect(both.map(({ config }) => config)).toEqual([
      'apis: [sendOTP, sendActivationCode]',
      'paths:\n  sendOTP: …',
      'paths:\n  sendActivationCode: …',
    ]);
  });

  test('get a path to fill in where the config has another one already', () => {
    const change = { paths: { sendActivationCode: '/code' }, pathsConfigured: ['sendActivationCode'] };
    const todo = todoOf([row('OTP-04', { outcome: 'passed' }), at('SAC-01', 'sendActivationCode')], settings(change));
    expect(todo.map(({ config, says }) => [config, says])).toEqual([
      ['paths:\n  sendActivationCode: …', 'The path of sendActivationCode, which is not at /code.'],
    ]);
  });
});

/** A probe that needs these users beside an accepted one. */
const needing = (...needs: NonNullable<Probe['needs']>) => ({ probes: [{ needs } as unknown as Probe] });

describe('users', () => {
  const none = { requests: {} };

  test('are asked for all at once, with the limit of their messages', () => {
    const rows = [
      row('OTP-04', { reason: 'no-control', planned: needing('second-user') }),
      row('OTP-12', { reason: 'no-control', planned: needing('fresh-user') }),
    ];
    expect(todoOf(rows, settings(none)).map(({ config, unlocks }) => [config, unlocks])).toEqual([
      [
        `${user}\n    - { accessToken: … }\n    - { accessToken: …, fresh: true }`,
        ['sendOTP/OTP-04', 'sendOTP/OTP-12'],
      ],
      ['limits:\n  sendOTP:\n    perFixture: …', ['sendOTP/OTP-04', 'sendOTP/OTP-12']],
    ]);
  });

  test('are asked for with the fields that name one; no limit where nobody is reached', () => {
    const todo = todoOf(
      [
        row('G-08', { reason: 'no-control', op: 'getPaymentCode' }),
        row('G-08', { reason: 'no-control', op: 'tokenDigitizeDecision' }),
      ],
      settings(none),
    );
    expect(todo.map(({ config, unlocks }) => [config, unlocks])).toEqual([
      ['requests:\n  getPaymentCode:\n    - { customerId: … }', ['getPaymentCode/G-08']],
      ['requests:\n  tokenDigitizeDecision:\n    - { customerId: … }', ['tokenDigitizeDecision/G-08']],
    ]);
  });

  test('are not asked for beside one whom the target refuses', () => {
    const requests = { sendOTP: [{ body: { accessToken: 'tok-1' }, fresh: false }] };
    expect(todoOf([row('OTP-04', { reason: 'no-control' })], settings({ requests }))).toEqual([]);
  });

  test.each<[string, Reason, Missing, string, RegExp]>([
    ['after throttling', 'throttled', 'more-users', user, /^6 more users, a line for each: .* throttled/],
    ['for a daily limit', 'no-fixture', 'fresh-user', fresh, /no message today/],
    ['for calls at the same moment', 'no-fixture', 'second-user', user, /^A second user/],
  ])('are asked for %s', (_what, reason, missing, config, says) => {
    const todo = todoOf([row('OTP-04', { reason, missing })], settings());
    expect(todo).toEqual([{ config, says: expect.stringMatching(says), unlocks: ['sendOTP/OTP-04'] }]);
  });

  test('beside those of the config are one request', () => {
    const rows = [
      row('OTP-04', { reason: 'no-fixture', missing: 'second-user' }),
      row('OTP-09', { reason: 'throttled', missing: 'more-users' }),
      row('OTP-12', { reason: 'no-fixture', missing: 'fresh-user' }),
    ];
    const [todo, ...others] = todoOf(rows, settings());
    expect(todo!.config).toBe(`${user}\n    - { accessToken: …, fresh: true }`);
    expect(todo!.unlocks).toEqual(['sendOTP/OTP-09', 'sendOTP/OTP-04', 'sendOTP/OTP-12']);
    expect(others).toEqual([]);
  });
});

describe('messages', () => {
  const open = [row('OTP-04', { reason: 'budget', missing: 'more-users' })];
  const limited = (maxSends: number | null) => ({
    limits: { sendOTP: { perFixture: 3, restMs: 60_000, maxSends } },
    requests: { sendOTP: Array.from({ length: 2 }, () => ({ body: {}, fresh: false })) },
  });

  test('are limited for each user, or there are more users', () => {
    const [todo] = todoOf(open, settings(limited(null)));
    expect(todo).toMatchObject({ config: 'limits:\n  sendOTP:\n    perFixture: …', unlocks: ['sendOTP/OTP-04'] });
    expect(todo!.says).toMatch(/3 were too few\. Set 30 .*name 4 more users\.$/);
    const raised = { ...limited(null), limits: { sendOTP: { perFixture: 30, restMs: 0, maxSends: null } } };
    expect(todoOf(open, settings(raised))[0]!.says).toMatch(/30 were too few\. Set 60 /);
  });

  test('are limited for the run, where more users would get none', () => {
    const [todo] = todoOf(open, settings(limited(6)));
    expect(todo!.config).toBe('limits:\n  sendOTP:\n    maxSends: …');
    expect(todoOf(open, settings(limited(7)))[0]!.config).toContain('perFixture');
  });
});

describe('a config line is asked for as well', () => {
  test('for scenarios, once each, those that are hard to provoke last and variants quoted', () => {
    const needs = (id: string, ...missingScenarios: string[]) =>
      row(id, { reason: 'no-scenario', planned: { missingScenarios } });
    const rows = [needs('G-24', 'UNKNOWN_EXCEPTION'), needs('OTP-09', 'INVALID_TOKEN'), needs('OTP-10', 'A:scope')];
    expect(todoOf([...rows, needs('OTP-11', 'INVALID_TOKEN')], settings())).toEqual([
      {
        config: [
          'scenarios:\n  sendOTP:',
          '    INVALID_TOKEN: { accessToken: … }',
          '    "A:scope": { accessToken: … }',
          '    UNKNOWN_EXCEPTION: { accessToken: … }',
        ].join('\n'),
        says: 'Values with which sendOTP gives each of these answers; remove those that your test environment cannot give.',
        unlocks: ['sendOTP/G-24', 'sendOTP/OTP-09', 'sendOTP/OTP-10', 'sendOTP/OTP-11'],
      },
    ]);
  });

  const keys = [
    'signing:',
    '  mode: required',
    '  keyVersion: "1"',
    '  privateKey: keys/suite.pem',
    '  publicKey: keys/target-public.pem',
  ].join('\n');

  test('for everything that signing needs, with signing off', () => {
    const rows = [row('G-07', { reason: 'signing-off' }), row('G-08', { reason: 'signing-off', op: 'getPaymentCode' })];
    const unlocks = ['sendOTP/G-07', 'getPaymentCode/G-08'];
    const says = expect.stringContaining('npx conformance keys');
    expect(todoOf(rows, settings({ ...off, clientId: 'TEST_1' }))).toEqual([{ config: keys, says, unlocks }]);
    const anonymous = todoOf(rows, settings({ ...off, clientId: 'TEST_CONFORMANCE_SUITE' }));
    expect(anonymous).toEqual([{ config: `clientId: TEST_CONFORMANCE_SUITE\n${keys}`, says, unlocks }]);
    expect(todoOf(rows, settings())).toEqual([]);
  });

  test('for signing alone, where the target looks at nothing before it', () => {
    const rows = [
      row('G-07', { reason: 'misconfigured' }),
      row('OTP-09', { reason: 'misconfigured', planned: { missingScenarios: ['INVALID_TOKEN'] } }),
    ];
    for (const code of ['signature-wanted', 'client-id-refused']) {
      const todo = todoOf(rows, settings(off), [{ code }]);
      expect(todo.map(({ unlocks }) => unlocks)).toEqual([['sendOTP/G-07', 'sendOTP/OTP-09']]);
    }
    expect(todoOf(rows, settings(off), [{ code: 'redirected' }])).toEqual([]);
    expect(todoOf(rows, settings(), [{ code: 'client-id-refused' }])).toEqual([]);
  });

  test.each<[Missing, string]>([
    ['retry-window', 'client:\n  retryWindowMs: 20000'],
    ['caller-timeout', 'client:\n  timeoutMs: 5000'],
  ])('for the %s of a caller, whose row is judged and still open', (missing, config) => {
    const todo = todoOf([row('G-25', { outcome: 'inconclusive', reason: 'needs-retry-window', missing })], settings());
    expect(todo.map((one) => [one.config, one.unlocks])).toEqual([[config, ['sendOTP/G-25']]]);
  });
});

describe('users of a target that throttles', () => {
  test('of whom five are configured are one more', () => {
    const requests = {
      sendOTP: Array.from({ length: 5 }, (_, at) => ({ body: { accessToken: `t${at}` }, fresh: false })),
    };
    const [todo] = todoOf([row('OTP-04', { reason: 'throttled', missing: 'more-users' })], settings({ requests }));
    expect(todo!.says).toMatch(/^Another user: /);
  });

  test('are not asked for where time between messages is missing', () => {
    const [todo, ...others] = todoOf([row('OTP-12', { reason: 'throttled', missing: 'spacing' })], settings());
    expect([todo!.config, others]).toEqual(['limits:\n  sendOTP:\n    restMs: …', []]);
  });
});

describe('the list', () => {
  test('has what unlocks most first', () => {
    const rows = [
      row('OTP-12', { reason: 'no-fixture', missing: 'fresh-user' }),
      row('OTP-04', { reason: 'throttled', missing: 'more-users' }),
      row('OTP-09', { reason: 'throttled', missing: 'more-users' }),
      row('G-07', { reason: 'signing-off' }),
    ];
    expect(todoOf(rows, settings(off)).map(({ unlocks }) => unlocks.length)).toEqual([3, 1]);
  });

  test('asks for nothing where every row ran', () => {
    const wants: [Reason, Missing | undefined][] = [
      ['no-control', 'path'],
      ['no-control', 'user'],
      ['throttled', 'more-users'],
      ['budget', 'more-users'],
      ['no-fixture', 'fresh-user'],
      ['no-fixture', 'second-user'],
      ['signing-off', undefined],
    ];
    for (const outcome of ['passed', 'failed', 'inconclusive'] as const)
      for (const [reason, missing] of wants)
        expect(todoOf([row('OTP-04', { outcome, reason, missing })], settings(off)), `${outcome} ${missing}`).toEqual(
          [],
        );
    expect(todoOf([row('OTP-04', { outcome: 'passed' })], settings(off))).toEqual([]);
  });

  test('asks for a rate after overload, and for nothing where the target is overloaded at one request a second', () => {
    const rows = [row('OTP-04', { reason: 'throttled', missing: 'rate' }), row('OTP-09', { reason: 'throttled' })];
    const todo = todoOf(rows.slice(0, 1), settings());
    expect(todo.map(({ config, unlocks }) => [config, unlocks])).toEqual([['run:\n  rate: 1', ['sendOTP/OTP-04']]]);
    expect(todoOf(rows, settings(), [{ code: 'target-overloaded' }])).toEqual([]);
  });

  test('asks for nothing that no line of the config gives', () => {
    for (const reason of ['no-evidence', 'not-selected', 'unstable', 'control-lost', 'no-answer'] as const)
      expect(todoOf([row('OTP-04', { reason })], settings(off))).toEqual([]);
    expect(todoOf([row('OTP-04', { reason: 'no-fixture', missing: 'rate' })], settings(off))).toEqual([]);
  });

  test('leaves out rows that are excused', () => {
    for (const excused of ['not-selected', 'other-role', 'not-offered', 'declared'] as const) {
      const planned = { excused, missingScenarios: ['INVALID_TOKEN'] };
      expect(todoOf([row('OTP-09', { reason: 'no-control', missing: 'path', planned })], settings(off))).toEqual([]);
    }
  });
});
