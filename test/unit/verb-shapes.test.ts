/** The verbs as data, and acceptances that another request decides: the good one with its own values, one that shares what is refused. */
import { describe, expect, test } from 'vitest';
import type { CheckContext } from '../../engine/check/context.ts';
import { note } from '../../engine/check/facts.ts';
import { notRun, satisfied, violated } from '../../engine/check/finding.ts';
import type { AcceptanceRule } from '../../engine/check/verbs/accepts.ts';
import { accepts, alike, type Change, refuses, sequence, set, specOf } from '../../engine/check/verbs/index.ts';
import { smaller } from '../../engine/check/verbs/shrink.ts';
import { resultOf, settledOf, timeout } from '../support/exchanges.ts';
import { MemoryRun, type Reply } from '../support/memory-target.ts';
import { type Answer, put, type Target } from '../support/scripted-target.ts';

const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');
const good: Change = { edit: [set('a', 'good')] };

describe('a verb', () => {
  const whole = { kind: 'probe', title: 'it', control: 'full', signing: false };

  test('makes a probe of its phase', () => {
    const steps = accepts('', {}).steps;
    expect(accepts('it', {})).toMatchObject({
      ...whole,
      title: 'it: it is accepted',
      did: 'it',
      verb: 'accepts',
      phase: 'acceptance',
    });
    expect(alike('it', [[], []], { names: ['', ''], place: '' })).toMatchObject({
      ...whole,
      verb: 'alike',
      phase: 'acceptance',
    });
    expect(refuses('it', {}, { codes: [] })).toMatchObject({
      ...whole,
      title: 'it: it is refused',
      did: 'it',
      verb: 'refuses',
      phase: 'refusal',
    });
    expect(sequence('it', steps)).toMatchObject({ ...whole, verb: 'sequence', phase: 'uniqueness', steps });
  });

  test('makes a twin of the smaller request where it starts from that', () => {
    expect(refuses('it', { base: 'minimal' }, { codes: [] }).control).toBe('minimal');
  });

  test('takes what its caller says instead', () => {
    const options = { phase: 'last', control: 'none', signing: true } as const;
    expect(refuses('it', {}, { codes: [] }, options)).toMatchObject(options);
  });
});

test('a spec has no member that its change does not have', () => {
  const context = { costs: true } as CheckContext;
  expect(specOf(context, {})).toStrictEqual({ base: 'full' });
  expect(specOf(context, { encoding: 'pretty' })).toStrictEqual({ base: 'full', encoding: 'pretty' });
  expect(specOf(context, { encoding: ({ costs }) => (costs ? 'reversed' : 'compact') }).encoding).toBe('reversed');
});

describe('an acceptance that is refused for what it shares with another request', () => {
  const refusal = (also: Answer, more: Partial<Target> = {}, rule: Partial<AcceptanceRule> = {}) =>
    put(accepts('a is accepted', good, { unlessAlso: { edit: [set('a', 'also')] }, ...rule }), {
      costs: false,
      minimal: false,
      ...more,
      answers: { 'fixture full good': illegal, 'fixture full also': also, 'unknown full also': also, ...more.answers },
    });

  test('is not what is judged', () => {
    const { finding, titles } = refusal(illegal);
    expect(finding).toMatchObject({
      verdict: 'not-applicable',
      reason: 'precondition',
      received: { is: 'answer', code: 'PARAM_ILLEGAL' },
      exchanges: [{ operation: 'sendOTP' }],
    });
    expect(titles.at(-1)).toBe('a is accepted: what it shares with other requests');
  });

  test('is asked of nobody whom a message could reach', () => {
    const more = { costs: true, unknownUser: null, answers: { 'fixture full good pays': illegal } };
    expect(refusal(illegal, more).sent.at(-1)).toBe('unknown full also');
  });

  test('is judged where the other one ends otherwise', () => {
    for (const also of [
      success,
      resultOf('F', 'PROCESS_FAIL'),
      resultOf('U', 'PARAM_ILLEGAL'),
      notRun('budget', note('no-evidence')),
    ])
      expect(refusal(also).finding.verdict).toBe('violated');
  });

  test('is judged where what is shared is no refusal', () => {
    const same = resultOf('U', 'PROCESS_FAIL');
    expect(refusal(same, { answers: { 'fixture full good': same } }).finding.verdict).toBe('violated');
  });

  test('is not asked where the request is accepted', () => {
    expect(refusal(illegal, { answers: { 'fixture full good': success } }).sent).toEqual(['fixture full good']);
  });
});

describe('an acceptance of the good request with its own values', () => {
  const put = (change: Change, reply: Reply = 'S/SUCCESS') => {
    const run = new MemoryRun(() => reply);
    const finding = run.judge('sendOTP', accepts('it', change, { place: '/a' }));
    return { ...finding, sent: run.sent.length };
  };
  const token = new MemoryRun(() => 'S/SUCCESS').context('sendOTP').baseText(['accessToken']);
  const own: Change = { edit: [set('accessToken', token)] };

  test('is decided by the control', () => {
    expect(put(own)).toMatchObject({ verdict: 'satisfied', sent: 0, place: '/a' });
  });

  test('is sent where a value, the base or anything else differs', () => {
    expect(put({ edit: [set('accessToken', `${token}x`)] }).sent).toBe(1);
    expect(put({ ...own, base: 'minimal' }).sent).toBe(1);
    expect(put({ ...own, occurrence: 'again' }).sent).toBe(1);
    expect(put({}).sent).toBe(1);
  });

  test('is sent where there is no control', () => {
    expect(put(own, 'F/PROCESS_FAIL')).toMatchObject({ verdict: 'violated', sent: 1 });
  });
});

describe('an acceptance that is refused, where the good request was accepted,', () => {
  const put = (...answers: readonly [Reply, ...Reply[]]) => {
    let asked = 0;
    const run = new MemoryRun(({ spec }) =>
      spec.edits ? answers[Math.min(asked++, answers.length - 1)]! : 'S/SUCCESS',
    );
    const { verdict, reason } = run.judge('sendOTP', accepts('it', { edit: [set('accessToken', 'other')] }));
    return [verdict, reason, run.sent.length];
  };

  test('is asked for again, and believed where it comes each time', () => {
    expect(put('F/PROCESS_FAIL')).toEqual(['violated', 'broken', 11]);
    expect(put('F/PROCESS_FAIL', 'F/PROCESS_FAIL', 'S/SUCCESS')).toEqual(['inconclusive', 'unstable', 3]);
  });

  test('is not asked for again where it is no refusal', () => {
    expect(put('U/PROCESS_FAIL')).toEqual(['violated', 'broken', 1]);
    expect(put({ http: 400 })).toEqual(['violated', 'broken', 1]);
  });
});

describe('an acceptance by any user', () => {
  const asked = (answers: Target['answers'], change: Change = good) =>
    put(accepts('a is accepted', change), { unknownUser: null, users: 3, answers });

  test('goes on to the next where one is refused', () => {
    const pays = (user: string) => `${user} full good pays`;
    const { finding, sent } = asked({
      [pays('fixture')]: illegal,
      [pays('fixture1')]: illegal,
      [pays('fixture2')]: success,
    });
    expect([finding.verdict, sent.length]).toEqual(['satisfied', 3]);
  });

  test('is not asked of others where nobody was named', () => {
    expect(asked({ 'unknown full good pays': illegal }, { ...good, user: 'unknown' }).sent).toHaveLength(1);
  });
});

describe('a request that may be taken for another one', () => {
  const orSameAs = { as: 'left-out', title: 'a is left out', change: { edit: [set('a', 'other')] } } as const;
  const judged = (came: Answer, other: Answer) =>
    put(refuses('a is odd', good, { codes: ['PARAM_ILLEGAL'], ambiguity: '6.2', orSameAs }), {
      costs: false,
      answers: { 'fixture full good': came, 'fixture full other': other },
    }).finding;

  test('is told with what is right, and with the ambiguity that it is about', () => {
    expect(judged(success, success)).toMatchObject({
      expected: { is: 'refused-or-same', as: 'left-out' },
      ambiguity: '6.2',
    });
  });

  test('is violated by a crash, at its place', () => {
    const probe = refuses('a is odd', good, { codes: ['PARAM_ILLEGAL'], ambiguity: '6.2', orSameAs, place: '/a' });
    expect(put(probe, { costs: false, answers: { 'fixture full good': timeout } }).finding).toMatchObject({
      verdict: 'violated',
      expected: { is: 'refused-or-same', as: 'left-out' },
      ambiguity: '6.2',
      place: '/a',
    });
  });

  test('is refused by F alone', () => {
    expect(judged(resultOf('U', 'PARAM_ILLEGAL'), success).verdict).toBe('advisory');
  });
});

test('a smaller request stands for the larger one where it ends in the same way and is a violation too', () => {
  const [large, small] = ['large', 'small'].map((body) => settledOf(illegal, { body }));
  const finding = violated(large!, { is: 'accepted' });
  expect(smaller(finding, violated(small!, { is: 'accepted' })).exchanges).toHaveLength(2);
  expect(smaller(finding, satisfied(small!, { is: 'accepted' }))).toBe(finding);
  expect(smaller(finding, violated(settledOf(success), { is: 'accepted' }))).toBe(finding);
});
