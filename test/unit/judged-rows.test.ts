/** Judged rows: what a check makes of its row, what waivers and groups make of it, and how much of it a report shows. */
import { describe, expect, test } from 'vitest';
import { note } from '../../engine/check/facts.ts';
import type { Finding } from '../../engine/check/finding.ts';
import type { JudgedCheck } from '../../engine/judge/judge.ts';
import type { Plan, PlannedRow } from '../../engine/plan/plan.ts';
import { rowsOf } from '../../engine/plan/rows.ts';
import { buildReport } from '../../engine/report/build-report.ts';
import { type JudgedRow, judgedRows } from '../../engine/report/judged-rows.ts';
import { outcomeOf } from '../../engine/report/outcome.ts';
import type { RequirementRow } from '../../engine/report.ts';
import type { RunSettings, Waiver } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import { requirements } from '../../generated/requirements.ts';
import { exchangeOf, recordWith, resultOf, settingsWith } from '../support/exchanges.ts';
import { findingOf, plannedRow } from '../support/rows.ts';

const settings = (change: Partial<RunSettings> = {}): RunSettings =>
  settingsWith({ strict: false, waivers: [], ...change });
const checksOf = (row: PlannedRow, ...findings: Finding[]): JudgedCheck[] =>
  findings.map((finding, ordinal) => ({ row, title: `check ${ordinal}`, ordinal, finding }));

describe('a check', () => {
  test('has the outcome of what was shown', () => {
    const outcome = (verdict: Finding['verdict'], change: Partial<RequirementRow> = {}, strict = false) =>
      outcomeOf({ level: 'MUST', basis: 'normative', ...change }, { verdict }, strict);
    expect(outcome('satisfied')).toBe('passed');
    expect(outcome('violated')).toBe('failed');
    expect(outcome('violated', { basis: 'position' }, true)).toBe('warned');
    expect(outcome('violated', { level: 'SHOULD' })).toBe('warned');
    expect(outcome('violated', { level: 'SHOULD' }, true)).toBe('failed');
    expect(outcome('advisory', {}, true)).toBe('warned');
    for (const verdict of ['not-run', 'inconclusive', 'harness-error', 'not-applicable'] as const)
      expect(outcome(verdict)).toBe(verdict);
  });
});

const settled = (row: PlannedRow, findings: Finding[], change: Partial<RunSettings> = {}) => {
  const [one] = judgedRows([row], checksOf(row, ...findings), settings(change));
  return [one!.outcome, one!.reason];
};
const passed = findingOf('satisfied', { reason: '' });

describe('a row', () => {
  test('is as bad as its worst check, with the reason of the first of those', () => {
    const findings = [
      passed,
      findingOf('not-run', { reason: 'budget' }),
      findingOf('inconclusive', { reason: 'unstable' }),
      findingOf('inconclusive', { reason: 'no-answer' }),
    ];
    expect(settled(plannedRow('OTP-04'), findings)).toEqual(['inconclusive', 'unstable']);
  });

  test('has no reason where it passed', () => {
    expect(settled(plannedRow('OTP-04'), [findingOf('satisfied', { reason: 'unstable' })])).toEqual(['passed', '']);
  });

  test('without checks was left out by the profile, or nothing shows it', () => {
    const probe = { kind: 'probe' } as PlannedRow['probes'][number];
    expect(settled(plannedRow('OTP-04', { probes: [probe] }), [])).toEqual(['not-run', 'not-selected']);
    expect(settled(plannedRow('OTP-04'), [])).toEqual(['not-run', 'no-evidence']);
    expect(settled(plannedRow('sendOTP.accessToken.maxLength'), [])).toEqual(['not-run', 'no-evidence']);
    expect(judgedRows([plannedRow('OTP-04')], [], settings())[0]!.checks).toEqual([]);
  });

  test('with a part that no test can see is not observable, but where it was not selected', () => {
    const checks = [{ kind: 'invariant' }, { kind: 'not-observable' }] as unknown as PlannedRow['checks'];
    expect(settled(plannedRow('OTP-04', { checks }), [passed])).toEqual(['not-observable', 'not-observable']);
    expect(settled(plannedRow('OTP-04', { checks: checks.slice(0, 1) }), [passed])).toEqual(['passed', '']);
    expect(settled(plannedRow('OTP-04', { checks, excused: 'not-selected' }), [])).toEqual(['not-run', 'not-selected']);
  });
});

describe('a row, by what it has,', () => {
  test.each([
    ['not-offered', 'not-applicable'],
    ['other-role', 'not-applicable'],
    ['declared', 'not-applicable'],
    ['not-selected', 'not-run'],
    ['passive', 'not-run'],
    ['not-observable', 'not-observable'],
  ] as const)('that is excused as %s is %s, whatever its checks are', (excused, outcome) => {
    expect(settled(plannedRow('OTP-04', { excused }), [passed])).toEqual([outcome, excused]);
  });

  test('about our own requests is none of the target, and our fault where it is broken', () => {
    const ours = plannedRow('OTP-04', { excused: 'suite' });
    expect(settled(ours, [passed])).toEqual(['not-applicable', 'suite']);
    expect(settled(ours, [findingOf('harness-error', { reason: 'probe-wrong' })])).toEqual([
      'harness-error',
      'probe-wrong',
    ]);
    expect(settled(ours, [])).toEqual(['not-run', 'no-evidence']);
  });

  test('is waived by its key or id, where it is bad', () => {
    const bad = findingOf('violated', { reason: 'broken' });
    const waivers = (requirement: string): Waiver[] => [{ requirement, reason: 'r', owner: 'o', until: '2030-01-01' }];
    for (const name of ['OTP-04', 'sendOTP/OTP-04'])
      expect(settled(plannedRow('OTP-04'), [bad], { waivers: waivers(name) })).toEqual(['waived', 'waived']);
    expect(settled(plannedRow('OTP-04'), [bad], { waivers: waivers('OTP-09') })).toEqual(['failed', 'broken']);
    for (const verdict of ['advisory', 'inconclusive'] as const)
      expect(settled(plannedRow('OTP-04'), [findingOf(verdict)], { waivers: waivers('OTP-04') })).toEqual([
        'waived',
        'waived',
      ]);
    const open = findingOf('not-run', { reason: 'budget' });
    expect(settled(plannedRow('OTP-04'), [open], { waivers: waivers('OTP-04') })).toEqual(['not-run', 'budget']);
    expect(settled(plannedRow('OTP-04'), [passed], { waivers: waivers('OTP-04') })).toEqual(['passed', '']);
    const [row] = judgedRows([plannedRow('OTP-04')], [], settings({ waivers: waivers('OTP-04') }));
    expect(row!.waiver).toEqual({ reason: 'r', owner: 'o', until: '2030-01-01' });
  });
});

describe('a group', () => {
  const group = requirements.find(({ id }) => id === 'G-17')!;
  const planOf = (...ids: ('sendOTP' | 'getPaymentCode')[]): PlannedRow[] =>
    ids.flatMap((id) => rowsOf(operations[id], 'mpp').map((row) => plannedRow(row.id, {}, id)));
  const isMember = (row: PlannedRow) => row.operation === 'sendOTP' && row.group.includes(group.id);
  const isGroup = ({ requirement }: PlannedRow) => requirement?.members !== undefined;

  function settled(
    plan: Plan,
    findingFor: (row: PlannedRow) => Finding,
    change: Partial<RunSettings> = {},
  ): JudgedRow[] {
    const checks = plan.filter((row) => !isGroup(row)).flatMap((row) => checksOf(row, findingFor(row)));
    const rows = judgedRows(plan, checks, settings(change));
    for (const { planned, consequenceOf } of rows) if (!isGroup(planned)) expect(consequenceOf).toBe(null);
    return rows;
  }

  const groupOf = (rows: readonly JudgedRow[], operation = 'sendOTP') => {
    const row = rows.find(({ planned }) => planned.key === `${operation}/${group.id}`)!;
    return [row.outcome, row.reason, row.consequenceOf];
  };

  test('is as bad as its worst member, and its consequence where it failed', () => {
    const plan = planOf('sendOTP', 'getPaymentCode');
    const members = plan.filter(isMember);
    expect(members.length).toBeGreaterThan(1);
    const bad = (key: string, verdict: Finding['verdict'], reason: Finding['reason']) =>
      groupOf(settled(plan, (row) => (row.key === key ? findingOf(verdict, { reason }) : findingOf('satisfied'))));
    const must = members.filter(({ level, basis }) => level === 'MUST' && basis !== 'position').at(-1)!;
    expect(bad(must.key, 'violated', 'broken')).toEqual(['failed', 'broken', must.key]);
    expect(bad(members[0]!.key, 'advisory', 'advice')).toEqual(['warned', 'advice', null]);
    expect(groupOf(settled(plan, () => findingOf('satisfied')))[0]).toBe('passed');
  });

  test('does not look at members of another API', () => {
    const rows = settled(planOf('sendOTP', 'getPaymentCode'), ({ operation }) =>
      findingOf(operation === 'sendOTP' ? 'satisfied' : 'violated', { reason: 'broken' }),
    );
    expect(groupOf(rows)[0]).toBe('passed');
    expect(groupOf(rows, 'getPaymentCode')[0]).toBe('failed');
  });

  test('does not fail with a waived member', () => {
    const plan = planOf('sendOTP');
    const must = plan.find((row) => isMember(row) && row.level === 'MUST' && row.basis !== 'position')!;
    const waivers = [{ requirement: must.key, reason: 'r', owner: 'o', until: '2030-01-01' }];
    const finding = (row: PlannedRow) => findingOf(row === must ? 'violated' : 'satisfied', { reason: 'broken' });
    expect(groupOf(settled(plan, finding))[0]).toBe('failed');
    expect(groupOf(settled(plan, finding, { waivers }))[0]).toBe('waived');
  });

  test('without members has nothing to say', () => {
    const alone = planOf('sendOTP').filter(({ requirement }) => requirement?.id === group.id);
    expect(groupOf(settled(alone, () => findingOf('satisfied')))).toEqual(['not-applicable', 'not-offered', null]);
  });
});

const answers = (length: number) =>
  Array.from({ length }, (_, i) => exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id: `x${i}`, probe: `p${i}/0` }));

const full = settings({
  role: 'mpp',
  target: 'http://127.0.0.1:8080',
  embedded: false,
  apis: ['sendOTP'],
  selected: ['sendOTP'],
  only: null,
  profile: 'gate',
  seed: 7,
  requests: {},
  scenarios: {},
  limits: {},
  headers: {},
  paths: {},
  extraResultCodes: {},
  nonce: null,
});

/** A finding as the report shows it. */
const shown = (finding: Finding) => {
  const row = plannedRow('OTP-04');
  const record = { ...recordWith([]), exchanges: finding.exchanges };
  const judgement = {
    checks: checksOf(row, finding),
    diagnosis: [],
    withoutControl: [],
    misconfigured: false,
    unreachable: false,
    gone: false,
  };
  const measured = { durationMs: 1, peakMemoryMb: 1 };
  const report = buildReport({ settings: full, plan: [row], record, judgement, measured });
  return report.requirements[0]!.checks[0]!;
};

describe('in a report a check', () => {
  test('tells what it was judged on, in words', () => {
    const finding = findingOf('violated', {
      reason: 'broken',
      expected: { is: 'accepted' },
      received: note('no-request'),
      exchanges: answers(2),
      place: '/a',
      seen: { count: 1, of: 2 },
      counterexample: { a: 1 },
    });
    expect(shown(finding)).toEqual({
      title: 'check 0',
      done: 'a request',
      outcome: 'failed',
      reason: 'broken',
      expected: 'S/SUCCESS',
      received: 'no request was sent',
      seen: '1 of 2',
      counterexample: { a: 1 },
      field: '/a',
      exchanges: ['x0', 'x1'],
      replay: 'npx conformance --target http://127.0.0.1:8080 --only sendOTP/OTP-04 --seed 7',
    });
    expect(shown(findingOf('satisfied'))).toMatchObject({
      seen: '',
      counterexample: null,
      field: '',
      exchanges: [],
      replay: '',
    });
  });

  test('names two exchanges of many where it passed, and the first ones and the last where it did not', () => {
    const named = (verdict: Finding['verdict'], length: number) =>
      shown(findingOf(verdict, { exchanges: answers(length) })).exchanges;
    expect(named('satisfied', 2)).toEqual(['x0', 'x1']);
    expect(named('satisfied', 20)).toEqual(['x0', 'x19']);
    expect(named('violated', 20)).toEqual(['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x19']);
  });

  test('says where a search found it', () => {
    expect(shown(findingOf('violated', { seen: { run: 3, path: '2:1' } }))).toMatchObject({
      seen: 'run 3, path 2:1',
      replay: expect.stringMatching(/--seed 7 --path 2:1$/),
    });
    expect(shown(findingOf('violated', { seen: { lists: 9, path: '4' } })).seen).toBe(
      'smallest of 9 lists that were tried, path 4',
    );
  });
});

test('says what was done: in its own words, else in those of the exchange that decides, of which it may be one of many', () => {
  const done = (more: Partial<Finding>, verdict: Finding['verdict'] = 'violated') =>
    shown(findingOf(verdict, { exchanges: answers(2), ...more })).done;
  expect(done({})).toBe('a request');
  expect(done({ exchanges: [] })).toBe('');
  expect(done({}, 'satisfied')).toBe('');
  expect(done({ ofMany: true, seen: { count: 2, of: 3 } })).toBe('a request');
  expect(done({ ofMany: true, seen: { count: 3, of: 3 } })).toBe('every answer');
  expect(done({ seen: { count: 3, of: 3 } })).toBe('a request');
});
