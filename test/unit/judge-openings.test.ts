/** The judge, and what the good request that opens a run makes of everything behind it. */
import { describe, expect, test } from 'vitest';
import { invariant, suiteObligation } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Settled, satisfied, violated } from '../../engine/check/finding.ts';
import type { Answer } from '../../engine/wire/answer.ts';
import { resultOf, timeout } from '../support/exchanges.ts';
import { plannedRow } from '../support/rows.ts';
import {
  type Asked,
  accepted,
  asked,
  asks,
  judged,
  opening,
  refused,
  row,
  smallRecord,
  told,
} from '../support/small-run.ts';

/** Of the same answer: one invariant that it keeps, and one that it breaks. */
const settledBy = (answer: Answer): Settled => ({
  answer,
  exchanges: [answer.exchange],
  meant: null,
  fixture: 0,
  place: '',
});
const kept = invariant('kept', ({ answer }) => satisfied(settledBy(answer), { is: 'any-result' }));
const broken = invariant('broken', ({ answer }) => violated(settledBy(answer), { is: 'any-result' }));

/** A run whose good request gets one answer and all others S. */
const opened = {
  plan: [
    row({ probes: [asks('one'), asks('bare', { control: 'none' })] }),
    row({ invariants: [kept, broken] }, 'OTP-04'),
  ],
  record: (first: Asked) => smallRecord([first, asked('one', accepted), asked('bare', accepted)]),
};

describe('the good request that opens a run', () => {
  const { plan, record } = opened;

  test('that is refused leaves nothing in favour of the target', () => {
    const judgement = judged(plan, record(opening(refused)));
    expect(told(judgement)).toEqual([
      'OTP-09 0 asks one not-run no-control',
      'OTP-09 1 asks bare satisfied',
      'OTP-04 0 kept not-run no-control',
      'OTP-04 1 broken violated broken',
    ]);
    expect(judgement.checks[2]!.finding.received).toEqual({ is: 'note', note: 'no-control', value: 'sendOTP' });
    expect(judgement.withoutControl).toEqual(['sendOTP']);
  });

  test('that is accepted leaves all as it is', () => {
    expect(told(judged(plan, record(opening()))).slice(2)).toEqual([
      'OTP-04 0 kept satisfied',
      'OTP-04 1 broken violated broken',
    ]);
  });

  test('makes no difference to what our own requests keep, nor to an API that takes no part', () => {
    const elsewhere = plannedRow('G-08', { excused: 'not-selected' }, 'sendActivationCode');
    const own = row({ checks: [suiteObligation()], excused: 'suite' });
    const judgement = judged([row({ probes: [asks('one')] }, 'OTP-04'), own, elsewhere], record(opening(refused)));
    expect(told(judgement)).toEqual([
      'OTP-04 0 asks one not-run no-control',
      'OTP-09 0 requests of the suite comply satisfied',
    ]);
  });

  test('that was not sent says why: the record does not have it, or the run had ended', () => {
    const without = smallRecord([asked('bare', accepted)]);
    expect(judged(plan, without).checks[0]!.finding.received).toEqual(note('not-in-record'));
    expect(told(judged(plan, without)).slice(0, 2)).toEqual([
      'OTP-09 0 asks one not-run not-replayed',
      'OTP-09 1 asks bare satisfied',
    ]);
    const ended = smallRecord([], 'interrupted');
    expect(judged(plan, ended).checks[0]!.finding.received).toEqual(note('run-ended'));
    expect(told(judged(plan, ended)).slice(0, 2)).toEqual([
      'OTP-09 0 asks one not-run interrupted',
      'OTP-09 1 asks bare not-run interrupted',
    ]);
  });
});

describe('the good request that opens a run, where it', () => {
  const { plan, record } = opened;

  test('gets no answer ends the run: the target is not reached', () => {
    const judgement = judged(plan, record(opening(timeout)));
    expect(told(judgement)).toEqual([
      'OTP-09 0 asks one not-run no-answer',
      'OTP-09 1 asks bare not-run no-answer',
      'OTP-04 0 kept not-run no-answer',
      'OTP-04 1 broken not-run no-answer',
    ]);
    expect(judgement.checks[0]!.finding.received).toEqual(note('run-ended'));
    expect(judgement.diagnosis.map(({ code }) => code)).toEqual(['no-answer-timeout']);
    expect(judgement).toMatchObject({ unreachable: true, misconfigured: false });
  });

  test('is refused for its signature ends the run: the config is at fault', () => {
    const judgement = judged(plan, record(opening(resultOf('F', 'INVALID_SIGNATURE'))));
    expect(told(judgement)[0]).toBe('OTP-09 0 asks one not-run misconfigured');
    expect(judgement.diagnosis.map(({ code }) => code)).toEqual(['signature-wanted']);
    expect(judgement).toMatchObject({ unreachable: false, misconfigured: true, withoutControl: ['sendOTP'] });
  });

  test('was taken in another spelling only is told with that spelling', () => {
    const spelling = { names: 'lower', comma: ', ' } as const;
    const spec = { base: 'full', mayReachPerson: true, wire: { spelling }, occurrence: 'spelling' } as const;
    const judgement = judged(
      plan,
      smallRecord([opening(resultOf('F', 'INVALID_SIGNATURE')), { spec, came: [accepted] }]),
    );
    expect(judgement).toMatchObject({ spelling, misconfigured: false, withoutControl: [] });
  });

  test('is of an API that is called on the way only is not missed', () => {
    const plan = [row({ probes: [asks('one', { spans: ['sendActivationCode'] })] })];
    const both = ['sendOTP', 'sendActivationCode'];
    const judgement = judged(plan, record(opening()), { selected: both, apis: both });
    expect([...judgement.contexts.keys()].sort()).toEqual([...both].sort());
    expect(judgement.withoutControl).toEqual([]);
  });

  test('is of no row that is judged is not missed', () => {
    const excused = [row({ invariants: [kept], excused: 'suite' }), row({ invariants: [broken] }, 'OTP-04')];
    expect(judged(excused, record(opening(refused))).withoutControl).toEqual(['sendOTP']);
    const evidence = [row({ probes: [asks('one')], excused: 'not-selected', givesEvidence: true })];
    expect(judged(evidence, record(opening(refused))).withoutControl).toEqual([]);
  });
});
