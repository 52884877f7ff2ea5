/** Rows: what an API has to keep, what a check makes of what was shown, and what checks make of a row and its group. */
import { describe, expect, test } from 'vitest';
import { type Finding, notRun } from '../../engine/check/finding.ts';
import {
  binds,
  checkOf,
  findPlan,
  type RowPlan,
  reachOf,
  rowsOf,
  settleGroups,
  settleRow,
} from '../../engine/plan/rows.ts';
import type { CheckResult, Outcome, RequirementRow } from '../../engine/report.ts';
import { operations } from '../../generated/operations.ts';
import { requirements } from '../../generated/requirements.ts';
import { exchangeOf, resultOf } from '../support/witnesses.ts';

const { sendOTP, getPaymentCode } = operations;
const plans = () => rowsOf(sendOTP);

function row(id: string, change: Partial<RequirementRow> = {}): RequirementRow {
  const operation = change.operation ?? 'sendOTP';
  const found = rowsOf(operations[operation as 'sendOTP']).find((plan) => plan.row.id === id)!.row;
  return { ...found, outcome: 'failed', ...change };
}

const answer = (id: string, probe: string) => exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id, probe });

describe('the rows of an API', () => {
  test('are one for each constraint and each sentence about it, each once', () => {
    const keys = plans().map((plan) => plan.row.key);
    expect(new Set(keys).size).toBe(keys.length);
    const sentences = requirements.filter(({ operation }) => operation === null || operation === 'sendOTP');
    const fields = [...sendOTP.request, ...sendOTP.response].flatMap((field) => field.rules);
    expect(keys).toHaveLength(sendOTP.body.length + fields.length + sentences.length);
    for (const { row, op } of plans()) {
      expect(op).toBe(sendOTP);
      expect(row.key).toBe(`sendOTP/${row.id}`);
      expect(row).toMatchObject({
        operation: 'sendOTP',
        outcome: 'not-run',
        reason: '',
        consequenceOf: null,
        waiver: null,
      });
      expect(row.checks).toEqual([]);
      expect(row.says).not.toBe('');
      expect(row.source.page).toMatch(/^https:/);
      expect(row.source.words).not.toBe('');
    }
  });

  test('know which part of the spec they come from', () => {
    const at = (id: string) => findPlan(plans(), 'sendOTP', id)!;
    expect(at('sendOTP.accessToken.maxLength')).toMatchObject({
      constraint: { side: 'request', rule: { keyword: 'maxLength' } },
      requirement: null,
      row: { kind: 'maxLength' },
    });
    expect(at('sendOTP.response.verifyRequestId.maxLength')).toMatchObject({
      constraint: { side: 'response' },
      row: { kind: 'answer maxLength' },
    });
    expect(at('sendOTP.body.type').constraint).toMatchObject({ side: 'body', field: null });
    expect(at('OTP-04')).toMatchObject({ constraint: null, requirement: { id: 'OTP-04' }, row: { kind: 'behaviour' } });
    expect(findPlan(plans(), 'sendOTP', 'OTP-99')).toBe(undefined);
    expect(findPlan(plans(), 'getPaymentCode', 'OTP-04')).toBe(undefined);
  });

  test('of the catalogue belong to no group', () => {
    for (const { row, requirement } of plans()) if (requirement) expect(row.group).toEqual([]);
  });

  test('are of a kind', () => {
    const kinds = Object.fromEntries(plans().map((plan) => [plan.row.id, plan.row.kind]));
    const of = (kind: string) => Object.keys(kinds).filter((id) => id.startsWith('G-') && kinds[id] === kind);
    expect(of('signature')).toEqual(['G-02', 'G-03', 'G-04', 'G-05', 'G-07', 'G-08', 'G-09', 'G-14', 'G-26']);
    expect(of('http')).toEqual(['G-01', 'G-06', 'G-10', 'G-11', 'G-12', 'G-13', 'G-22']);
    expect(of('result')).toEqual(['G-16', 'G-24']);
    expect(of('encoding')).toEqual(['G-21']);
    expect(of('group')).toEqual(
      requirements.filter(({ id, members }) => id.startsWith('G-') && members).map(({ id }) => id),
    );
  });

  test('bind one party', () => {
    const sentence = (id: string) => requirements.find((one) => one.id === id)!;
    const bound = (id: string) =>
      (['mpp', 'alipayplus', 'mpp-client'] as const).filter((role) => binds(sentence(id), role));
    expect(bound('OTP-04')).toEqual(['mpp']);
    expect(bound('GPC-12')).toEqual(['mpp-client']);
    expect(bound('G-07')).toEqual(['mpp', 'alipayplus']);
  });
});

describe('a check', () => {
  const must = row('OTP-04');
  const judged = (verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding => ({
    ...notRun('unstable', 'this', 'that'),
    verdict: shows,
    ...more,
  });

  test('has the outcome of what was shown', () => {
    const outcome = (verdict: Finding['verdict'], change: Partial<RequirementRow> = {}, strict = false) =>
      checkOf({ ...must, ...change }, 'a', judged(shows), strict).outcome;
    expect(outcome('kept')).toBe('passed');
    expect(outcome('broken')).toBe('failed');
    expect(outcome('broken', { basis: 'position' }, true)).toBe('warned');
    expect(outcome('broken', { level: 'SHOULD' })).toBe('warned');
    expect(outcome('broken', { level: 'SHOULD' }, true)).toBe('failed');
    expect(outcome('advised', {}, true)).toBe('warned');
    for (const shows of ['not-run', 'inconclusive', 'harness-error', 'not-applicable'] as const)
      expect(outcome(shows)).toBe(shows);
  });

  test('tells what it was judged on', () => {
    const exchanges = [answer('x7', 'p/0'), answer('x8', 'p/1')];
    const full = judged('broken', { exchanges, field: '/a', seen: '1 of 2', counterexample: { a: 1 } });
    expect(checkOf(must, 'a title', full, false)).toEqual({
      title: 'a title',
      outcome: 'failed',
      reason: 'unstable',
      expected: 'that',
      received: 'this',
      seen: '1 of 2',
      counterexample: { a: 1 },
      field: '/a',
      exchanges: ['x7', 'x8'],
      replay: '',
    });
    expect(checkOf(must, '', judged('kept'), false)).toMatchObject({
      seen: '',
      counterexample: null,
      field: '',
      exchanges: [],
    });
  });

  test('names a few exchanges of many where it passed, and all of them where it did not', () => {
    const many = (length: number) => Array.from({ length }, (_, i) => answer(`x${i}`, `p${i}/0`));
    const shown = (verdict: Finding['verdict'], length: number) =>
      checkOf(must, '', judged(shows, { exchanges: many(length) }), false).exchanges;
    expect(shown('kept', 8)).toEqual(many(8).map(({ id }) => id));
    expect(shown('kept', 20)).toEqual(['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x19']);
    expect(shown('broken', 20)).toHaveLength(20);
  });

  test('keeps the reach of one that stands for many', () => {
    const reach = [answer('x7', 'p/0'), answer('x9', 'q/0')];
    expect(reachOf(checkOf(must, '', judged('broken', { allEvidence: reach }), false))).toEqual(['x7', 'x9']);
    expect(reachOf(checkOf(must, '', judged('broken'), false))).toBe(undefined);
  });
});

const check = (outcome: Outcome, more: Partial<CheckResult> = {}): CheckResult => ({
  ...checkOf(row('OTP-04'), 'a', notRun('unstable', ''), false),
  outcome,
  ...more,
});

describe('a row', () => {
  test('is as bad as its worst check, with the reason of the first of those', () => {
    const own = row('OTP-04', {
      checks: [
        check('passed', { reason: '' }),
        check('not-run', { reason: 'budget' }),
        check('inconclusive', { reason: 'unstable' }),
        check('inconclusive', { reason: 'no-answer' }),
      ],
    });
    settleRow(own);
    expect([own.outcome, own.reason]).toEqual(['inconclusive', 'unstable']);
  });

  test('has no reason where it passed, and stays as it is without checks', () => {
    const passed = row('OTP-04', { reason: 'old', checks: [check('passed', { reason: 'odd' })] });
    settleRow(passed);
    expect([passed.outcome, passed.reason]).toEqual(['passed', '']);
    const idle = row('OTP-04', { outcome: 'not-run', reason: 'budget' });
    settleRow(idle);
    expect([idle.outcome, idle.reason]).toEqual(['not-run', 'budget']);
  });
});

describe('a group', () => {
  const group = requirements.find(({ id }) => id === 'G-17')!;

  function settled(change: (plan: RowPlan, nth: number) => void): RequirementRow {
    const all = [...plans(), ...rowsOf(getPaymentCode)];
    const members = all.filter(({ row }) => row.operation === 'sendOTP' && row.group.includes(group.id));
    expect(members.length).toBeGreaterThan(1);
    for (const plan of all) plan.row.outcome = 'passed';
    for (const [nth, plan] of members.entries()) change(plan, nth);
    settleGroups(all);
    for (const { row, requirement } of all) if (!requirement?.members) expect(row.consequenceOf).toBe(null);
    return findPlan(all, 'sendOTP', group.id)!.row;
  }

  test('is as bad as its worst member, and its consequence where it failed', () => {
    let key = '';
    const failed = settled(({ row }, nth) => {
      if (nth === 1) [row.outcome, row.reason, key] = ['failed', 'broken', row.key];
    });
    expect([failed.outcome, failed.reason, failed.consequenceOf]).toEqual(['failed', 'broken', key]);
    const warned = settled(({ row }, nth) => {
      if (nth === 0) [row.outcome, row.reason] = ['warned', 'advice'];
    });
    expect([warned.outcome, warned.reason, warned.consequenceOf]).toEqual(['warned', 'advice', null]);
    expect(settled(() => {}).outcome).toBe('passed');
  });

  test('does not look at members of another API', () => {
    const all = [...plans(), ...rowsOf(getPaymentCode)];
    for (const { row } of all) row.outcome = row.operation === 'sendOTP' ? 'passed' : 'failed';
    settleGroups(all);
    expect(findPlan(all, 'sendOTP', group.id)!.row.outcome).toBe('passed');
    expect(findPlan(all, 'getPaymentCode', group.id)!.row.outcome).toBe('failed');
  });

  test('without members has nothing to say', () => {
    const alone = plans().filter(({ requirement }) => requirement?.id === group.id);
    settleGroups(alone);
    expect([alone[0]!.row.outcome, alone[0]!.row.reason]).toEqual(['not-applicable', 'not-offered']);
  });
});
