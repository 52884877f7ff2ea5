/** Checks that send nothing: one violating answer among many decides, the smallest shows it, and silence is no pass. */
import { describe, expect, test } from 'vitest';
import { invariant, runInvariant, suiteObligation } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Finding, notRun, type Reason } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { judgeObservations } from '../../engine/judge/observations.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { Diagnosis } from '../../engine/report.ts';
import { type Entry, recordWith, resultOf, settingsWith, timeout, type Went } from '../support/exchanges.ts';
import { plannedRow } from '../support/rows.ts';

const success = resultOf('S', 'SUCCESS');
const planned = (change: Partial<PlannedRow>) => plannedRow('OTP-04', change);

interface Run {
  readonly entries: readonly Entry[];
  /** Why nothing that the opening showed says anything about the target. */
  readonly ended?: Reason | null;
  readonly mode?: 'required' | 'off';
}

/** The observations of one row; facts in words, since that is how they are compared here. */
function observed({ entries, ended = null, mode = 'required' }: Run, row: PlannedRow) {
  const settings = settingsWith({ signing: { mode, publicKey: null } });
  const { byRow, diagnosis } = judgeObservations([row], recordWith(entries), settings, null, ended);
  expect([...byRow.keys()]).toEqual([row]);
  const checks = byRow.get(row)!.map(({ title, finding }) => ({
    title,
    finding: { ...finding, expected: wordsOf(finding.expected), received: wordsOf(finding.received) },
  }));
  return { checks, diagnosis };
}

const checksOf = (run: Run, row: PlannedRow) => observed(run, row).checks;

/** An invariant that says of each answer what the answer itself says. */
const asTold = (more: Partial<Finding> = {}) =>
  invariant('as told', ({ answer }: ObservedExchange) => {
    const verdict = answer.result?.told as Finding['verdict'] | null | undefined;
    const told = { ...notRun('broken', note('self-check', 'this'), { expected: note('self-check', 'that') }) };
    return verdict ? { ...told, verdict, exchanges: [answer.exchange], ...more } : null;
  });

const told = (verdict: Finding['verdict'] | null, body: unknown = {}, went: Went = {}): Entry => [
  { json: { result: { told: verdict } } },
  { body, ...went },
];

const judgedOver = (...entries: Entry[]) => {
  const [one, ...others] = checksOf({ entries }, planned({ invariants: [asTold()] }));
  expect(others).toEqual([]);
  expect(one!.title).toBe('as told');
  return one!.finding;
};

describe('an invariant over many answers', () => {
  test('is violated by one, and the smallest request shows it', () => {
    const judged = judgedOver(
      told('satisfied'),
      told('violated', { long: 'body' }),
      told('advisory'),
      told('violated', { a: 1 }),
      told(null),
    );
    expect(judged).toMatchObject({
      verdict: 'violated',
      seen: { count: 2, of: 4 },
      counterexample: { a: 1 },
      received: 'this',
    });
    expect(judged.exchanges.map(({ id }) => id)).toEqual(['x4']);
    expect(judged.allEvidence!.map(({ id }) => id)).toEqual(['x2', 'x4']);
  });

  test('is advice where nothing is worse', () => {
    const judged = judgedOver(told('satisfied'), told('not-applicable'), told('advisory', 'no JSON'));
    expect(judged).toMatchObject({ verdict: 'advisory', seen: { count: 1, of: 3 }, counterexample: null });
  });

  test('is satisfied by the others, or does not apply to any', () => {
    expect(judgedOver(told('not-applicable'), told('satisfied'), told('satisfied'))).toMatchObject({
      verdict: 'satisfied',
      received: '2 answers',
      seen: { count: 2, of: 3 },
      exchanges: [],
    });
    expect(judgedOver(told('not-applicable'))).toMatchObject({
      verdict: 'not-applicable',
      received: '1 answer',
      exchanges: [],
    });
  });

  test('is not judged where no answer shows it', () => {
    const none = { verdict: 'not-run', reason: 'no-evidence', received: 'no answer that shows it' };
    expect(judgedOver()).toMatchObject(none);
    expect(judgedOver(told(null))).toMatchObject(none);
    expect(judgedOver(told('violated', {}, { operation: 'getPaymentCode' }))).toMatchObject(none);
  });

  test('is shown by a POST before anything else', () => {
    const judged = judgedOver(told('violated', '', { method: 'GET' }), told('violated', { long: 'x'.repeat(100) }));
    expect(judged.exchanges.map(({ id }) => id)).toEqual(['x2']);
  });
});

test('an invariant that breaks off is our fault, and no pass', () => {
  const check = invariant('as told', ({ answer }) => {
    if (answer.exchange.id === 'x2') throw new Error('not foreseen');
    return { ...notRun('', note('no-evidence')), verdict: 'satisfied', exchanges: [answer.exchange] };
  });
  const entries = [told('satisfied'), told('satisfied'), told('satisfied')];
  const [one] = checksOf({ entries }, planned({ invariants: [check] }));
  expect(one!.finding).toMatchObject({
    verdict: 'harness-error',
    received: expect.stringContaining('not foreseen'),
  });
});

test('answers are read by the names of their exchanges, in whatever order they came', () => {
  const entries = [told('violated', { a: 1 }, { id: 'x1' }), told('violated', { a: 2 }, { id: 'x2' })];
  const row = planned({ invariants: [asTold()] });
  const one = checksOf({ entries }, row);
  expect(checksOf({ entries: [...entries].reverse() }, row)).toEqual(one);
  expect(one[0]!.finding.exchanges[0]!.id).toBe('x1');
});

test('an exchange of no request that the record knows is read by nothing', () => {
  const row = planned({ invariants: [asTold()] });
  const record = { ...recordWith([told('violated')]), requests: [] };
  const { byRow } = judgeObservations([row], record, settingsWith(), null, null);
  expect(byRow.get(row)![0]!.finding).toMatchObject({ verdict: 'not-run', reason: 'no-evidence' });
});

describe('a cause', () => {
  const cause = (code: string): Diagnosis => ({ code, says: `It is ${code}.`, cure: 'Do so.' });
  const withCauses = (codes: readonly (string | null)[], verdict: Finding['verdict'] = 'violated') => {
    const check = invariant('as told', ({ answer }) => {
      const code = codes[Number(answer.exchange.id.slice(1)) - 1];
      const diagnose = () => (code ? cause(code) : null);
      return {
        ...notRun('broken', note('self-check', 'this')),
        verdict,
        exchanges: [answer.exchange],
        ...(code === null ? {} : { diagnose }),
      };
    });
    const entries = codes.map((_, i): Entry => [success, { body: { a: 'x'.repeat(i) } }]);
    const { checks, diagnosis } = observed({ entries }, planned({ invariants: [check] }));
    return { judged: checks[0]!.finding, diagnosis };
  };

  test('takes the place of what was received, and stands at the head of the report', () => {
    const { judged, diagnosis } = withCauses(['signed-without-time']);
    expect(judged.received).toBe('It is signed-without-time. Do so.');
    expect(diagnosis).toEqual([cause('signed-without-time')]);
  });

  test('that most of the smallest five have is shown', () => {
    expect(withCauses(['one', 'two', 'two', 'one', 'two', 'one', 'one']).judged.exchanges[0]!.id).toBe('x2');
    expect(withCauses(['one', 'two']).judged.exchanges[0]!.id).toBe('x1');
    expect(withCauses([null, 'two']).judged.exchanges[0]!.id).toBe('x2');
  });

  test('of what is no more than advice does not stand at the head', () => {
    const { judged, diagnosis } = withCauses(['one'], 'advisory');
    expect(judged.received).toBe('It is one. Do so.');
    expect(diagnosis).toEqual([]);
  });

  test('that is not found changes nothing', () => {
    const { judged, diagnosis } = withCauses(['']);
    expect([judged.received, diagnosis]).toEqual(['this', []]);
  });
});

describe('a signature that another answer has too', () => {
  const check = invariant('as told', ({ answer }) => ({
    ...notRun('broken', note('self-check', 'this')),
    verdict: 'violated',
    exchanges: [answer.exchange],
    diagnose: () => ({ code: 'signed-over-unknown-text', says: 'It is over an unknown text.', cure: 'Do so.' }),
  }));
  const signed = (signature: string, time: string): Entry => [
    {
      ...success,
      headers: [
        ['Signature', `signature=${signature}`],
        ['Response-Time', time],
      ],
    },
  ];
  const codes = (...entries: Entry[]) =>
    observed({ entries }, planned({ invariants: [check] })).diagnosis.map(({ code }) => code);

  test('was used twice', () => {
    expect(codes(signed('abc', '1'), signed('abc', '2'))).toEqual(['signature-used-twice']);
    expect(codes(signed('abc', '1'), signed('def', '2'))).toEqual(['signed-over-unknown-text']);
  });
});

describe('nothing is judged', () => {
  const signing = { ...asTold(), signing: true };
  const over = runInvariant('over all', () => ({ ...notRun('', note('self-check', 'judged')), verdict: 'satisfied' }));
  const reasons = (list: ReturnType<typeof checksOf>) =>
    list.map(({ title, finding }) => `${title}: ${finding.verdict} ${finding.reason} ${finding.received}`);
  const both = planned({ invariants: [asTold()], runInvariants: [over] });

  test.each(['misconfigured', 'no-answer'] as const)('of a run that ended with %s', (ended) => {
    expect(reasons(checksOf({ entries: [told('violated')], ended }, both))).toEqual([
      `as told: not-run ${ended} the run ended before this check`,
      `over all: not-run ${ended} the run ended before this check`,
    ]);
  });

  test('of one without signing either; our own requests are', () => {
    const ended = 'misconfigured';
    const unsigned = { entries: [told('violated')], ended, mode: 'off' } as const;
    expect(reasons(checksOf(unsigned, planned({ invariants: [signing] })))).toEqual([
      'as told: not-run misconfigured the run ended before this check',
    ]);
    const own = planned({ excused: 'suite', checks: [suiteObligation()] });
    expect(reasons(checksOf({ entries: [told('satisfied')], ended }, own))).toEqual([
      'requests of the suite keep it: satisfied  1 request of the suite keeps it',
    ]);
  });

  test('but what is recorded of a run that was interrupted later is', () => {
    expect(reasons(checksOf({ entries: [told('violated')] }, both))).toEqual([
      'as told: violated broken this',
      'over all: satisfied  judged',
    ]);
  });

  test('of signatures with signing off', () => {
    const off = { entries: [told('violated')], mode: 'off' } as const;
    expect(reasons(checksOf(off, planned({ invariants: [signing, asTold()] })))).toEqual([
      'as told: not-run signing-off signing is off',
      'as told: violated broken this',
    ]);
    expect(reasons(checksOf({ entries: [told('violated')] }, planned({ invariants: [signing] })))).toEqual([
      'as told: violated broken this',
    ]);
  });

  test('of a row that is excused', () => {
    const own = planned({ excused: 'not-selected', checks: [suiteObligation(() => 'wrong')] });
    expect(checksOf({ entries: [told('satisfied')] }, own)).toEqual([]);
    for (const excused of ['not-selected', 'other-role', 'not-offered', 'not-observable', 'declared'] as const)
      expect(checksOf({ entries: [told('violated')] }, { ...both, missingScenarios: ['A'], excused })).toEqual([]);
  });

  test('over a whole run without an answer, or that shows nothing', () => {
    const none = 'over all: not-run no-evidence no answer that shows it';
    expect(reasons(checksOf({ entries: [] }, planned({ runInvariants: [over] })))).toEqual([none]);
    const silent = runInvariant('over all', () => null);
    const row = planned({ runInvariants: [silent] });
    expect(reasons(checksOf({ entries: [told('satisfied')] }, row))).toEqual([none]);
  });

  test('of a scenario that nobody configured', () => {
    const [one] = checksOf({ entries: [told('satisfied')] }, planned({ missingScenarios: ['USER_NOT_EXIST'] }));
    expect(one).toMatchObject({
      title: 'the scenario USER_NOT_EXIST ends in USER_NOT_EXIST',
      finding: {
        verdict: 'not-run',
        reason: 'no-scenario',
        received: 'no scenario USER_NOT_EXIST is configured',
      },
    });
  });
});

describe('requests of the suite', () => {
  const judgedBy = (judge: (one: ObservedExchange) => string | null, ...entries: Entry[]) => {
    const list = checksOf({ entries }, planned({ excused: 'suite', checks: [suiteObligation(judge), asTold()] }));
    expect(list.map(({ title }) => title)).toEqual(['requests of the suite keep it']);
    return list[0]!.finding;
  };
  const saysNo = () => 'wrong';

  test('keep what binds the caller, or it is our fault', () => {
    expect(judgedBy(() => null, [success], [success])).toMatchObject({
      verdict: 'satisfied',
      reason: '',
      received: '2 requests of the suite keep it',
      exchanges: [],
    });
    expect(judgedBy(saysNo, [success])).toMatchObject({
      verdict: 'harness-error',
      reason: 'probe-wrong',
      received: 'wrong',
    });
    let n = 0;
    expect(judgedBy(() => (n++ === 0 ? null : 'wrong'), [success], [success])).toMatchObject({ received: 'wrong' });
  });

  test('are those that were meant to be good, and answered', () => {
    const violates = { path: ['a'], keyword: 'null' };
    const odd: Entry[] = [
      [success, {}, { violates }],
      [success, {}, { skipSelfCheck: true }],
      [success, {}, { tamper: 'value' }],
      [timeout],
      [success, { operation: 'getPaymentCode' }],
    ];
    for (const entry of odd)
      expect(judgedBy(saysNo, entry)).toMatchObject({
        verdict: 'not-run',
        reason: 'no-evidence',
        received: 'no request was sent',
      });
  });
});
