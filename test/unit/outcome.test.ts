/** Outcomes, verdicts and exit codes hold for all rows, not for examples: a green is never made by strictness, by silence or by order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict as FindingVerdict } from '../../engine/check/finding.ts';
import { failsGate, violationOutcome } from '../../engine/plan/gate.ts';
import { decidingCheck, outcomeOf, type RunEnd, totalsOf, verdictOf, worst } from '../../engine/report/outcome.ts';
import { type Outcome, outcomes, type RequirementRow } from '../../engine/report.ts';
import { findingOf } from '../support/rows.ts';

const verdicts: readonly FindingVerdict[] = [
  'satisfied',
  'violated',
  'advisory',
  'not-run',
  'inconclusive',
  'harness-error',
  'not-applicable',
];

/** A row as a run sees it: what binds, and what its checks showed. */
interface Shown {
  readonly level: RequirementRow['level'];
  readonly basis: RequirementRow['basis'];
  readonly checks: readonly FindingVerdict[];
}

const shownRows = fc.array(
  fc.record<Shown>({
    level: fc.constantFrom('MUST', 'SHOULD', 'MAY'),
    basis: fc.constantFrom('normative', 'derived', 'position'),
    checks: fc.array(fc.constantFrom(...verdicts), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 12 },
);

const quiet: RunEnd = {
  interrupted: false,
  misconfigured: false,
  staleWaivers: false,
  unreachable: false,
  gone: false,
  certify: false,
  withoutControl: [],
  judged: 1,
};

const ends = fc.record<RunEnd>({
  interrupted: fc.boolean(),
  misconfigured: fc.boolean(),
  staleWaivers: fc.boolean(),
  unreachable: fc.boolean(),
  gone: fc.boolean(),
  certify: fc.boolean(),
  withoutControl: fc.subarray(['sendOTP', 'getPaymentCode']),
  judged: fc.nat({ max: 3 }),
});

/** What decides the end of a run about a row. */
type RowEnd = Pick<RequirementRow, 'level' | 'basis' | 'outcome'> & Partial<Pick<RequirementRow, 'reason'>>;

function settled(shown: readonly Shown[], strict: boolean): RowEnd[] {
  return shown.map(({ level, basis, checks }) => {
    const settledChecks = checks.map((verdict) => ({ outcome: outcomeOf({ level, basis }, { verdict }, strict) }));
    return { level, basis, outcome: decidingCheck(settledChecks)!.outcome };
  });
}

const withOutcome = (outcome: Outcome): RowEnd => ({ level: 'MUST', basis: 'normative', outcome });
test('a finding fails the gate where its violated requirement fails', () => {
  const fails = (verdict: FindingVerdict, level: 'MUST' | 'SHOULD', basis: 'normative' | 'position', strict = false) =>
    failsGate({ level, basis }, findingOf(verdict), strict);
  expect(fails('violated', 'MUST', 'normative')).toBe(true);
  expect(fails('violated', 'SHOULD', 'normative')).toBe(false);
  expect(fails('violated', 'SHOULD', 'normative', true)).toBe(true);
  expect(fails('violated', 'MUST', 'position')).toBe(false);
  expect(fails('advisory', 'MUST', 'normative')).toBe(false);
  expect(fails('inconclusive', 'MUST', 'normative')).toBe(false);
});

const exitOf = (rows: readonly RowEnd[], end: RunEnd) => verdictOf(rows, end).exitCode;

describe('strictness', () => {
  test('never turns red to green', () => {
    fc.assert(
      fc.property(shownRows, ends, (shown, end) => {
        const lax = exitOf(settled(shown, false), end);
        const strict = exitOf(settled(shown, true), end);
        if (lax !== 0) expect(strict).not.toBe(0);
        if (lax === 1) expect(strict).toBe(1);
      }),
    );
  });

  test('of certify never turns red to green', () => {
    fc.assert(
      fc.property(shownRows, ends, fc.boolean(), (shown, end, strict) => {
        const rows = settled(shown, strict);
        const gate = exitOf(rows, { ...end, certify: false });
        if (gate !== 0) expect(exitOf(rows, { ...end, certify: true })).toBe(gate);
      }),
    );
  });

  test('fails a violated SHOULD, and never a position', () => {
    for (const level of ['MUST', 'SHOULD', 'MAY'] as const)
      for (const strict of [false, true]) {
        expect(violationOutcome({ level, basis: 'position' }, strict)).toBe('warned');
        const fails = level === 'MUST' || (level === 'SHOULD' && strict);
        for (const basis of ['normative', 'derived'] as const)
          expect(violationOutcome({ level, basis }, strict)).toBe(fails ? 'failed' : 'warned');
      }
  });
});

describe('a conformant verdict', () => {
  test('needs something judged, a control for every operation, and a run that ended by itself', () => {
    fc.assert(
      fc.property(shownRows, ends, fc.boolean(), (shown, end, strict) => {
        const { verdict, exitCode } = verdictOf(settled(shown, strict), end);
        if (verdict !== 'conformant') return;
        expect(end.judged).toBeGreaterThan(0);
        expect(end.withoutControl).toEqual([]);
        expect([end.interrupted, end.misconfigured, end.unreachable, end.gone]).toEqual([false, false, false, false]);
        expect(exitCode).toBe(end.staleWaivers ? 2 : 0);
      }),
    );
  });

  test('comes with no failed row, no error of ours and no inconclusive MUST', () => {
    fc.assert(
      fc.property(shownRows, fc.boolean(), (shown, certify) => {
        const rows = settled(shown, false);
        if (exitOf(rows, { ...quiet, certify }) !== 0) return;
        expect(rows.filter(({ outcome }) => outcome === 'failed' || outcome === 'harness-error')).toEqual([]);
        const must = rows.filter(({ level, basis }) => level === 'MUST' && basis !== 'position');
        const open: Outcome[] = certify ? ['inconclusive', 'not-run'] : ['inconclusive'];
        expect(must.filter(({ outcome }) => open.includes(outcome))).toEqual([]);
      }),
    );
  });

  test('is not there for rows that nobody judged', () => {
    const idle = fc.array(fc.constantFrom<Outcome>('not-run', 'not-applicable', 'not-observable').map(withOutcome));
    fc.assert(
      fc.property(idle, (rows) => {
        expect(exitOf(rows, { ...quiet, judged: 0 })).toBe(4);
      }),
    );
  });
});

test.each([
  ['passed', 'conformant', 0],
  ['failed', 'not-conformant', 1],
  ['inconclusive', 'incomplete', 4],
  ['harness-error', 'error', 5],
] as const)('one row %s is the verdict %s', (outcome, verdict, exitCode) => {
  expect(verdictOf([withOutcome('passed'), withOutcome(outcome)], quiet)).toEqual({ verdict, exitCode });
});

describe('an incomplete verdict', () => {
  const exitWith = (rows: RowEnd[], end: Partial<RunEnd> = {}) => exitOf(rows, { ...quiet, ...end });
  const row = (outcome: Outcome, level: Shown['level'] = 'MUST', basis: Shown['basis'] = 'normative') => [
    { level, basis, outcome },
  ];

  test('comes with nothing judged, and with an operation that never accepted anything', () => {
    expect(exitWith(row('passed'))).toBe(0);
    expect(exitWith(row('passed'), { judged: 0 })).toBe(4);
    expect(exitWith(row('passed'), { withoutControl: ['sendOTP'] })).toBe(4);
    expect(exitWith(row('passed'), { gone: true })).toBe(4);
  });

  /** Beside a row that was judged. */
  const exitBeside = (rows: RowEnd[], end: Partial<RunEnd> = {}) => exitWith([...row('passed'), ...rows], end);

  test('comes where no row was judged, whatever single checks were', () => {
    expect(exitWith(row('not-run'))).toBe(4);
    expect(exitWith(row('not-applicable'))).toBe(4);
    expect(exitWith(row('warned'))).toBe(0);
    expect(exitWith(row('waived'))).toBe(0);
  });

  test('comes with an inconclusive MUST, and with nothing less', () => {
    expect(exitBeside(row('inconclusive'))).toBe(4);
    expect(exitBeside(row('inconclusive', 'MUST', 'derived'))).toBe(4);
    expect(exitBeside(row('inconclusive', 'SHOULD'))).toBe(0);
    expect(exitBeside(row('inconclusive', 'MUST', 'position'))).toBe(0);
  });

  test('comes with a MUST whose requests the record does not have, and with no other reason', () => {
    const open = (reason: RequirementRow['reason'], change: Partial<RowEnd> = {}) =>
      exitBeside([{ ...withOutcome('not-run'), reason, ...change }]);
    expect(open('not-replayed')).toBe(4);
    expect(open('budget')).toBe(0);
    expect(open('not-replayed', { level: 'SHOULD' })).toBe(0);
    expect(open('not-replayed', { outcome: 'passed' })).toBe(0);
  });

  test('comes in certify alone with a MUST that was not run', () => {
    for (const certify of [false, true]) {
      expect(exitBeside(row('not-run'), { certify })).toBe(certify ? 4 : 0);
      expect(exitBeside(row('not-run', 'SHOULD'), { certify })).toBe(0);
      expect(exitBeside(row('not-run', 'MUST', 'position'), { certify })).toBe(0);
      expect(exitBeside(row('passed'), { certify })).toBe(0);
    }
  });
});

test('totals count each outcome, and name those that did not occur', () => {
  const rows = [withOutcome('passed'), withOutcome('failed'), withOutcome('passed')];
  const none = Object.fromEntries(outcomes.map((outcome) => [outcome, 0]));
  expect(totalsOf([])).toEqual(none);
  expect(totalsOf(rows)).toEqual({ ...none, passed: 2, failed: 1 });
});

test('exit codes go by their order: 130, 2, 3, 1, 5, 4, 0', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...outcomes).map(withOutcome), { maxLength: 6 }), ends, (rows, end) => {
      const has = (outcome: Outcome) => rows.some((row) => row.outcome === outcome);
      const open =
        end.judged === 0 ||
        !rows.some(({ outcome }) => ['passed', 'failed', 'warned', 'waived'].includes(outcome)) ||
        end.gone ||
        end.withoutControl.length > 0 ||
        has('inconclusive') ||
        (end.certify && has('not-run'));
      const first = [
        [end.interrupted, 130],
        [end.misconfigured || end.staleWaivers, 2],
        [end.unreachable, 3],
        [has('failed'), 1],
        [has('harness-error'), 5],
        [open, 4],
        [true, 0],
      ].find(([holds]) => holds)!;
      expect(exitOf(rows, end)).toBe(first[1]);
    }),
  );
});

test('the order of rows changes nothing', () => {
  const lists = shownRows.chain((shown) =>
    fc.tuple(fc.constant(shown), fc.shuffledSubarray(shown, { minLength: shown.length })),
  );
  fc.assert(
    fc.property(lists, ends, ([one, other], end) => {
      expect(verdictOf(settled(one, false), end)).toEqual(verdictOf(settled(other, false), end));
      expect(totalsOf(settled(one, false))).toEqual(totalsOf(settled(other, false)));
    }),
  );
});

describe('the outcome of a row', () => {
  test('is the worse one of every two', () => {
    const order = [
      'failed',
      'harness-error',
      'inconclusive',
      'warned',
      'waived',
      'not-run',
      'passed',
      'not-observable',
      'not-applicable',
    ] as const;
    expect([...order].sort()).toEqual([...outcomes].sort());
    for (const [i, one] of order.entries())
      for (const other of order.slice(i)) expect([worst([one, other]), worst([other, one])]).toEqual([one, one]);
  });

  test('is one of its checks, and whatever is worse than passed hides it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 1 }), (list) => {
        const found = worst(list)!;
        expect(list).toContain(found);
        if (found === 'passed') {
          const lighter = new Set<Outcome>(['passed', 'not-observable', 'not-applicable']);
          expect(list.every((outcome) => lighter.has(outcome))).toBe(true);
        }
        if (list.includes('failed')) expect(found).toBe('failed');
        expect(worst([...list].reverse())).toBe(found);
      }),
    );
    expect(worst([])).toBe(null);
  });

  test('never gets better by one more check', () => {
    const rank = (outcome: Outcome) => outcomes.filter((other) => worst([outcome, other]) === other).length;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...outcomes), { minLength: 1 }),
        fc.constantFrom(...outcomes),
        (list, more) => {
          expect(rank(worst([...list, more])!)).toBeLessThanOrEqual(rank(worst(list)!));
        },
      ),
    );
  });
});
