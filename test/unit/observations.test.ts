/** Checks that send nothing: one violating answer among many decides, the smallest shows it, and silence is no pass. */
import { describe, expect, test } from 'vitest';
import { invariant, runInvariant, suiteObligation } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { notRun } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { judgeObservations } from '../../engine/judge/observations.ts';
import { type Entry, recordWith, resultOf, settingsWith, timeout } from '../support/exchanges.ts';
import { asTold, checksOf, planned, told } from '../support/observations.ts';

const success = resultOf('S', 'SUCCESS');

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
    received: expect.stringMatching(/^Error at observations\.test\.ts:\d+/),
  });
  // Its message may quote what a target sent.
  expect(JSON.stringify(one)).not.toContain('not foreseen');
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

const signing = { ...asTold(), signing: true };
const over = runInvariant('over all', () => ({ ...notRun('', note('self-check', 'judged')), verdict: 'satisfied' }));
const reasons = (list: ReturnType<typeof checksOf>) =>
  list.map(({ title, finding }) => `${title}: ${finding.verdict} ${finding.reason} ${finding.received}`);
const both = planned({ invariants: [asTold()], runInvariants: [over] });

test('what only a whole run shows sees all of its exchanges, and no single one did it', () => {
  const seen = runInvariant('over all', (observed) => ({
    ...notRun('', note('self-check', observed.map(({ answer }) => answer.exchange.id).join(' '))),
    verdict: 'satisfied',
  }));
  const entries = [told('satisfied'), told('satisfied'), told('satisfied', {}, { operation: 'getPaymentCode' })];
  const row = planned({ invariants: [asTold()], runInvariants: [seen] });
  const { byRow } = judgeObservations([row], recordWith(entries), settingsWith(), null, null);
  const [one, whole] = byRow.get(row)!;
  expect(whole).toMatchObject({ did: '', finding: { received: note('self-check', 'x1 x2') } });
  expect(one).not.toHaveProperty('did');
});

describe('nothing is judged', () => {
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
      'requests of the suite comply: satisfied  1 request of the suite complies',
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
});

test('nothing is judged of a scenario that nobody configured', () => {
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

describe('requests of the suite', () => {
  const judgedBy = (judge: (one: ObservedExchange) => string | null, ...entries: Entry[]) => {
    const list = checksOf({ entries }, planned({ excused: 'suite', checks: [suiteObligation(judge), asTold()] }));
    expect(list.map(({ title }) => title)).toEqual(['requests of the suite comply']);
    return list[0]!.finding;
  };
  const saysNo = () => 'wrong';

  test('keep what binds the caller, or it is our fault', () => {
    expect(judgedBy(() => null, [success], [success])).toMatchObject({
      verdict: 'satisfied',
      reason: '',
      received: '2 requests of the suite comply',
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
