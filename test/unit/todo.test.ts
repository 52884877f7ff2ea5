/** The to-do list: which config line each open row asks for, made from the reasons and the wants of findings alone. */
import { describe, expect, test } from 'vitest';
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

const todoOf = (rows: readonly JudgedRow[], own: RunSettings) => todoFrom(withUnreadWords(rows), own);

const settings = (change: object = {}) => settingsWith({ paths: {}, ...change });
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
  const check = { title: 'a check', ordinal: 0, outcome, reason, finding };
  return judgedRow(plannedRow(id, planned, op), [check], { outcome, reason });
}

const user = 'requests:\n  sendOTP:\n    - { accessToken: …, acquirerId: …, pspId: … }';
const fresh = user.replace(' }', ', fresh: true }');

describe('a config line is asked for', () => {
  test('for the path, where an operation answered that it is not there; users come after it', () => {
    const rows = [row('OTP-04', { reason: 'no-control', missing: 'path' }), row('OTP-09', { reason: 'no-control' })];
    expect(todoOf(rows, settings())).toEqual([
      {
        config: 'paths:\n  sendOTP: /aps/api/v1/users/sendOTP',
        says: 'sendOTP is not at its default path: set the path of yours, or leave it out of apis.',
        unlocks: ['sendOTP/OTP-04', 'sendOTP/OTP-09'],
      },
    ]);
    const [own] = todoOf(rows, settings({ paths: { sendOTP: '/otp' } }));
    expect(own!.config).toBe('paths:\n  sendOTP: /otp');
  });

  test.each<[string, Reason, Missing | undefined, string, RegExp]>([
    ['a user', 'no-control', 'user', user, /^Name a user of your test environment/],
    ['more users after throttling', 'throttled', 'more-users', user, /^More users of sendOTP/],
    ['more users after the limit of messages', 'budget', 'more-users', user, /^More users of sendOTP/],
    ['a fresh user', 'no-fixture', 'fresh-user', fresh, /no message today/],
    ['a second user', 'no-fixture', 'second-user', user, /^A second user/],
  ])('for %s', (_what, reason, missing, config, says) => {
    const todo = todoOf([row('OTP-04', { reason, missing })], settings());
    expect(todo).toEqual([{ config, says: expect.stringMatching(says), unlocks: ['sendOTP/OTP-04'] }]);
  });

  test('for the users of each operation, with the fields that name one there', () => {
    const todo = todoOf(
      [
        row('OTP-04', { reason: 'no-control' }),
        row('G-08', { reason: 'no-control', op: 'getPaymentCode' }),
        row('G-08', { reason: 'no-control', op: 'tokenDigitizeDecision' }),
      ],
      settings(),
    );
    expect(todo.map(({ config, unlocks }) => [config, unlocks])).toEqual([
      [user, ['sendOTP/OTP-04']],
      ['requests:\n  getPaymentCode:\n    - { customerId: … }', ['getPaymentCode/G-08']],
      ['requests:\n  tokenDigitizeDecision:\n    - { customerId: … }', ['tokenDigitizeDecision/G-08']],
    ]);
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
        says: 'Values with which sendOTP gives each of these answers.',
        unlocks: ['sendOTP/G-24', 'sendOTP/OTP-09', 'sendOTP/OTP-10', 'sendOTP/OTP-11'],
      },
    ]);
  });

  test('for both keys with signing off', () => {
    const rows = [row('G-07', { reason: 'signing-off' }), row('G-08', { reason: 'signing-off', op: 'getPaymentCode' })];
    expect(todoOf(rows, settings(off))).toEqual([
      {
        config: 'signing:\n  privateKey: keys/suite.pem\n  publicKey: keys/target-public.pem',
        says: 'Signatures are judged once both keys are set.',
        unlocks: ['sendOTP/G-07', 'getPaymentCode/G-08'],
      },
    ]);
    expect(todoOf(rows, settings())).toEqual([]);
  });

  test.each<[Missing, string]>([
    ['retry-window', 'client:\n  retryWindowMs: 20000'],
    ['caller-timeout', 'client:\n  timeoutMs: 5000'],
  ])('for the %s of a caller, whose row is judged and still open', (missing, config) => {
    const todo = todoOf([row('G-25', { outcome: 'inconclusive', reason: 'needs-retry-window', missing })], settings());
    expect(todo.map((one) => [one.config, one.unlocks])).toEqual([[config, ['sendOTP/G-25']]]);
  });
});

describe('the list', () => {
  test('has what unlocks most first', () => {
    const rows = [
      row('OTP-12', { reason: 'no-fixture', missing: 'fresh-user' }),
      row('OTP-04', { reason: 'budget', missing: 'more-users' }),
      row('OTP-09', { reason: 'throttled', missing: 'more-users' }),
      row('G-07', { reason: 'signing-off' }),
    ];
    expect(todoOf(rows, settings(off)).map(({ unlocks }) => unlocks.length)).toEqual([2, 1, 1]);
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
