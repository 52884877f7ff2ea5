/** Judgements from the record of a run: one broken answer among many decides, the smallest shows it, and silence is no pass. */
import { describe, expect, test } from 'vitest';
import { invariant, type ObservedExchange, runInvariant, suiteObligation } from '../../engine/check/check.ts';
import { type Finding, notRun } from '../../engine/check/finding.ts';
import type { Session } from '../../engine/drive/run.ts';
import type { Run } from '../../engine/drive/run-context.ts';
import { createRecordJudge } from '../../engine/judge/judge-record.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import { rowsOf } from '../../engine/plan/rows.ts';
import type { Diagnosis } from '../../engine/report.ts';
import { operations } from '../../generated/operations.ts';
import { type Entry, resultOf, runWith, timeout, type Went } from '../support/witnesses.ts';

const success = resultOf('S', 'SUCCESS');
const planned = (change: Partial<PlannedRow>): PlannedRow => ({
  ...rowsOf(operations.sendOTP).find(({ row }) => row.id === 'OTP-04')!,
  proofs: [],
  probes: [],
  invariants: [],
  overalls: [],
  missingScenarios: [],
  excused: null,
  ...change,
});

interface Booked {
  readonly title: string;
  readonly judged: Finding;
  readonly controlled: boolean;
}

function booked(run: Run, plan: PlannedRow, diagnosis: Diagnosis[] = []): Booked[] {
  const found: Booked[] = [];
  const record = createRecordJudge([plan], run);
  run.sent.forEach(record.see);
  record.conclude({ run, plan: [plan], diagnosis } as unknown as Session, (_, row, title, judged, controlled) => {
    expect(row).toBe(plan);
    // What is read from the record rests on no control.
    expect(controlled).toBe(false);
    found.push({ title, judged, controlled });
  });
  return found;
}

/** An invariant that says of each answer what its result message says. */
const asTold = (more: Partial<Finding> = {}) =>
  invariant('as told', ({ answer }: ObservedExchange) => {
    const shows = answer.result?.told as Finding['verdict'] | null | undefined;
    return shows
      ? { ...notRun('broken', 'this', 'that'), verdict: shows, exchanges: [answer.exchange], ...more }
      : null;
  });

const told = (verdict: string | null, body: unknown = {}, went: Went = {}): Entry => [
  { json: { result: { told: shows } } },
  { body, ...went },
];

const judgedOver = (...entries: Entry[]) => {
  const [one, ...others] = booked(runWith(entries), planned({ invariants: [asTold()] }));
  expect(others).toEqual([]);
  expect(one).toMatchObject({ title: 'as told', controlled: false });
  return one!.judged;
};

describe('an invariant over many answers', () => {
  test('is broken by one, and the smallest request shows it', () => {
    const judged = judgedOver(
      told('kept'),
      told('broken', { long: 'body' }),
      told('advised'),
      told('broken', { a: 1 }),
      told(null),
    );
    expect(judged).toMatchObject({ verdict: 'broken', seen: '2 of 4', counterexample: { a: 1 }, received: 'this' });
    expect(judged.exchanges.map(({ id }) => id)).toEqual(['x4']);
    expect(judged.allEvidence!.map(({ id }) => id)).toEqual(['x2', 'x4']);
  });

  test('is advice where nothing is worse', () => {
    const judged = judgedOver(told('kept'), told('not-applicable'), told('advised', 'no JSON'));
    expect(judged).toMatchObject({ verdict: 'advised', seen: '1 of 3', counterexample: null });
  });

  test('is kept by the others, or does not apply to any', () => {
    expect(judgedOver(told('not-applicable'), told('kept'), told('kept'))).toMatchObject({
      verdict: 'kept',
      received: '2 answers',
      seen: '2 of 3',
      exchanges: [],
    });
    expect(judgedOver(told('not-applicable'))).toMatchObject({
      verdict: 'not-applicable',
      received: '1 answers',
      exchanges: [],
    });
  });

  test('is not judged where no answer shows it', () => {
    const none = { verdict: 'not-run', reason: 'no-evidence', received: 'no answer that shows it' };
    expect(judgedOver()).toMatchObject(none);
    expect(judgedOver(told(null))).toMatchObject(none);
    expect(judgedOver(told('broken', {}, { operation: 'getPaymentCode' }))).toMatchObject(none);
  });

  test('is shown by a POST before anything else', () => {
    const judged = judgedOver(told('broken', '', { method: 'GET' }), told('broken', { long: 'x'.repeat(100) }));
    expect(judged.exchanges.map(({ id }) => id)).toEqual(['x2']);
  });
});

test('an invariant that breaks off is our fault, and no pass', () => {
  const check = invariant('as told', ({ answer }) => {
    if (answer.exchange.id === 'x2') throw new Error('not foreseen');
    return { ...notRun('', ''), verdict: 'kept', exchanges: [answer.exchange] };
  });
  const [one] = booked(runWith([told('kept'), told('kept'), told('kept')]), planned({ invariants: [check] }));
  expect(one!.judged).toMatchObject({ verdict: 'harness-error', received: expect.stringContaining('not foreseen') });
});

describe('a cause', () => {
  const cause = (code: string): Diagnosis => ({ code, says: `It is ${code}.`, cure: 'Do so.' });
  const withCauses = (codes: readonly (string | null)[], verdict: Finding['verdict'] = 'broken') => {
    const check = invariant('as told', ({ answer }) => {
      const code = codes[Number(answer.exchange.id.slice(1)) - 1];
      const diagnose = () => (code ? cause(code) : null);
      return {
        ...notRun('broken', 'this', 'that'),
        shows,
        exchanges: [answer.exchange],
        ...(code === null ? {} : { diagnose }),
      };
    });
    const diagnosis: Diagnosis[] = [];
    const entries = codes.map((_, i): Entry => [success, { body: { a: 'x'.repeat(i) } }]);
    const [one] = booked(runWith(entries), planned({ invariants: [check] }), diagnosis);
    return { judged: one!.judged, diagnosis };
  };

  test('takes the place of what was received, and is told at the head once', () => {
    const { judged, diagnosis } = withCauses(['signed-without-time']);
    expect(judged.received).toBe('It is signed-without-time. Do so.');
    expect(diagnosis).toEqual([cause('signed-without-time')]);
  });

  test('that most of the smallest five have is shown', () => {
    expect(withCauses(['one', 'two', 'two', 'one', 'two', 'one', 'one']).judged.exchanges[0]!.id).toBe('x2');
    expect(withCauses(['one', 'two']).judged.exchanges[0]!.id).toBe('x1');
    expect(withCauses([null, 'two']).judged.exchanges[0]!.id).toBe('x2');
  });

  test('of what is no more than advice is not told at the head', () => {
    const { judged, diagnosis } = withCauses(['one'], 'advised');
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
    ...notRun('broken', 'this', 'that'),
    verdict: 'broken',
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
  const codes = (...entries: Entry[]) => {
    const diagnosis: Diagnosis[] = [];
    booked(runWith(entries), planned({ invariants: [check] }), diagnosis);
    return diagnosis.map(({ code }) => code);
  };

  test('was used twice', () => {
    expect(codes(signed('abc', '1'), signed('abc', '2'))).toEqual(['signature-used-twice']);
    expect(codes(signed('abc', '1'), signed('def', '2'))).toEqual(['signed-over-unknown-text']);
  });

  test('is told of once, whatever else is told', () => {
    const diagnosis: Diagnosis[] = [{ code: 'header-spelling', says: '', cure: '' }];
    booked(runWith([signed('abc', '1')]), planned({ invariants: [invariant, invariant] }), diagnosis);
    expect(diagnosis.map(({ code }) => code)).toEqual(['header-spelling', 'signed-over-unknown-text']);
  });
});

describe('nothing is judged', () => {
  const signing = { ...asTold(), signing: true };
  const over = runInvariant('over all', () => ({ ...notRun('', 'judged'), verdict: 'kept' }));
  const reasons = (list: Booked[]) =>
    list.map(({ title, judged }) => `${title}: ${judged.verdict} ${judged.reason} ${judged.received}`);

  test.each(['misconfigured', 'no-answer'])('of a run that ended with %s', (stopped) => {
    const run = runWith([told('broken')], { stopped });
    expect(reasons(booked(run, planned({ invariants: [asTold()], overalls: [over] })))).toEqual([
      `as told: not-run ${stopped} the run ended before anything was judged`,
      `over all: not-run ${stopped} no answer that shows it`,
    ]);
  });

  test('of one without signing either; our own requests are', () => {
    const stopped = 'misconfigured';
    const unsigned = runWith([told('broken')], { stopped, mode: 'off' });
    expect(reasons(booked(unsigned, planned({ invariants: [signing] })))).toEqual([
      'as told: not-run misconfigured the run ended before anything was judged',
    ]);
    const own = planned({ excused: 'own-probes', proofs: [suiteObligation()] });
    expect(reasons(booked(runWith([told('kept')], { stopped }), own))).toEqual([
      'our own requests keep it: kept  1 of our own requests keep it',
    ]);
  });

  test('but an interrupted run is, as far as it went', () => {
    const run = runWith([told('broken')], { stopped: 'interrupted' });
    expect(reasons(booked(run, planned({ invariants: [asTold()], overalls: [over] })))).toEqual([
      'as told: broken broken this',
      'over all: kept  judged',
    ]);
  });

  test('of signatures with signing off', () => {
    const run = runWith([told('broken')], { mode: 'off' });
    expect(reasons(booked(run, planned({ invariants: [signing, asTold()] })))).toEqual([
      'as told: not-run signing-off signing is off',
      'as told: broken broken this',
    ]);
    expect(reasons(booked(runWith([told('broken')]), planned({ invariants: [signing] })))).toEqual([
      'as told: broken broken this',
    ]);
  });

  test('of a row that is excused', () => {
    const own = [suiteObligation(() => 'wrong')];
    expect(booked(runWith([told('kept')]), planned({ excused: 'not-selected', proofs: own }))).toEqual([]);
    for (const excused of ['not-selected', 'other-role', 'not-offered', 'not-observable'] as const)
      expect(
        booked(
          runWith([told('broken')]),
          planned({ invariants: [asTold()], overalls: [over], missingScenarios: ['A'], excused }),
        ),
      ).toEqual([]);
  });

  test('over a whole run without an answer, or that shows nothing', () => {
    const none = 'over all: not-run no-evidence no answer that shows it';
    expect(reasons(booked(runWith([]), planned({ overalls: [over] })))).toEqual([none]);
    const silent = runInvariant('over all', () => null);
    expect(reasons(booked(runWith([told('kept')]), planned({ overalls: [silent] })))).toEqual([none]);
  });

  test('of a scenario that nobody configured', () => {
    const [one] = booked(runWith([told('kept')]), planned({ missingScenarios: ['USER_NOT_EXIST'] }));
    expect(one).toMatchObject({
      title: 'the scenario USER_NOT_EXIST ends in USER_NOT_EXIST',
      judged: {
        verdict: 'not-run',
        reason: 'no-scenario',
        expected: 'USER_NOT_EXIST',
        received: 'no scenario USER_NOT_EXIST is configured',
      },
      controlled: false,
    });
  });
});

describe('our own requests', () => {
  const asks = (judge: (witness: ObservedExchange) => string | null, ...entries: Entry[]) => {
    const list = booked(
      runWith(entries),
      planned({ excused: 'own-probes', proofs: [suiteObligation(judge), asTold()] }),
    );
    expect(list.map(({ title }) => title)).toEqual(['our own requests keep it']);
    return list[0]!.judged;
  };
  const saysNo = () => 'wrong';

  test('keep what binds the caller, or it is our fault', () => {
    expect(asks(() => null, [success], [success])).toMatchObject({
      verdict: 'kept',
      reason: '',
      received: '2 of our own requests keep it',
    });
    expect(asks(saysNo, [success])).toMatchObject({
      verdict: 'harness-error',
      reason: 'probe-wrong',
      received: 'wrong',
    });
    expect(asks(saysNo, [success])).toMatchObject({ expected: expect.stringContaining('OTP'), exchanges: [] });
    let n = 0;
    expect(asks(() => (n++ === 0 ? null : 'wrong'), [success], [success])).toMatchObject({ received: 'wrong' });
  });

  test('are those that were meant to be good, and answered', () => {
    const breaks = { path: ['a'], keyword: 'null' };
    const odd: Entry[] = [
      [success, {}, { violates: breaks }],
      [success, {}, { skipSelfCheck: true }],
      [success, {}, { tamper: 'value' }],
      [timeout],
      [success, { operation: 'getPaymentCode' }],
    ];
    for (const entry of odd)
      expect(asks(saysNo, entry)).toMatchObject({
        verdict: 'not-run',
        reason: 'no-evidence',
        received: 'no request was sent',
      });
  });
});
