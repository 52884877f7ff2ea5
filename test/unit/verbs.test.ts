/**
 * The verbs, put to a target in memory: what they send, how they judge it, and how an acceptance is proved without a message, by the
 * answers to a user unknown to the target.
 */
import { describe, expect, test } from 'vitest';
import type { CheckContext } from '../../engine/check/context.ts';
import { type Finding, notRun } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import type { AcceptanceRule } from '../../engine/check/verbs/accepts.ts';
import { accepts, type Change, refuses, sequence, set, specOf, unset } from '../../engine/check/verbs/index.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { type Came, resultOf, timeout } from '../support/exchanges.ts';
import { type Answer, noSuchUser, put, type Target } from '../support/scripted-target.ts';

const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');

const good: Change = { edit: [set('a', 'good')] };
const bad: Change = { edit: [set('a', 'bad')] };
const spent = notRun('budget', { is: 'budget' });
const away: Finding = { ...notRun('absent', { is: 'note', note: 'calls-lost', value: '' }), verdict: 'inconclusive' };
const unsteady: Finding = { ...notRun('unstable', { is: 'stable-answer' }), verdict: 'inconclusive' };

/** A probe of acceptance at a target. */
const accepted = (target: Target, rule: Partial<AcceptanceRule> = {}, change: Change = good) =>
  put(accepts('a is accepted', change, { noticedBy: bad, place: '/a', ...rule }), target);

describe('an acceptance where a call costs nothing', () => {
  test('is tried', () => {
    const { finding, sent } = accepted({ costs: false, answers: { 'fixture full good': success } });
    expect([finding.verdict, finding.place, finding.exchanges.length]).toEqual(['satisfied', '/a', 1]);
    expect(sent).toEqual(['fixture full good']);
  });

  test('that fails is shown on the required fields alone, if it shows there', () => {
    const both = { 'fixture full good': illegal, 'fixture minimal good': illegal };
    const small = accepted({ costs: false, answers: both });
    expect(small.titles).toEqual(['a is accepted', 'a is accepted (required fields only)']);
    expect([small.finding.verdict, small.finding.exchanges.length, small.finding.place]).toEqual(['violated', 2, '/a']);
    for (const other of [success, spent, resultOf('F', 'PROCESS_FAIL')]) {
      const full = accepted({ costs: false, answers: { ...both, 'fixture minimal good': other } });
      expect([full.finding.verdict, full.finding.exchanges.length]).toEqual(['violated', 1]);
    }
  });

  test('is not tried again without a control, without edits, or on the smaller base already', () => {
    const answers = { 'fixture full good': illegal, 'fixture full ': illegal, 'fixture minimal good': illegal };
    expect(accepted({ costs: false, minimal: false, answers }).sent).toHaveLength(1);
    expect(accepted({ costs: false, answers }, {}, {}).sent).toHaveLength(1);
    expect(accepted({ costs: false, answers }, {}, { ...good, base: 'minimal' }).sent).toHaveLength(1);
    expect(() => accepted({ costs: false, answers: { 'fixture full good': illegal } })).toThrow(
      'No answer is foreseen',
    );
  });

  test('ends with the reason where the request has no answer', () => {
    expect(accepted({ costs: false, answers: { 'fixture full good': spent } }).finding).toBe(spent);
  });

  test('that is only advice is never violated', () => {
    const answers = { 'fixture full good': illegal, 'fixture minimal good': illegal };
    expect(accepted({ costs: false, answers }, { advice: true }).finding).toMatchObject({
      verdict: 'advisory',
      reason: 'advice',
    });
  });
});

const free = { 'unknown full bad': illegal, 'unknown full good': noSuchUser };

describe('an acceptance where a call reaches a person', () => {
  test('is proved by the answers to an unknown user', () => {
    const { finding, sent, titles } = accepted({ answers: free });
    expect(titles).toEqual([
      'a is accepted: the same part broken, for an unknown user',
      'a is accepted, for an unknown user',
    ]);
    expect(finding).toMatchObject({ verdict: 'satisfied', place: '/a' });
    expect(wordsOf(finding.expected)).toBe(
      'the same answer as without the change, for an unknown user: F/INVALID_TOKEN',
    );
    expect(finding.exchanges.map(({ operation }) => operation)).toEqual(Array(3).fill('sendOTP'));
    expect(sent).toEqual(['unknown full bad', 'unknown full good']);
  });

  test('is violated by a refusal of the unknown user', () => {
    const refused = { answers: { ...free, 'unknown full good': illegal } };
    const { finding } = accepted(refused);
    expect([finding.verdict, finding.exchanges.length, finding.place]).toEqual(['violated', 2, '/a']);
    expect(accepted(refused, { live: 'always' }).sent).toHaveLength(2);
  });

  test('may be noticed with another code', () => {
    const answers = { 'unknown full bad': resultOf('F', 'INVALID_SIGNATURE'), 'unknown full good': noSuchUser };
    expect(accepted({ answers }, { code: 'INVALID_SIGNATURE' }).sent).toHaveLength(2);
  });

  test.each<[string, Partial<Target>, Partial<AcceptanceRule>]>([
    ['the unknown user is accepted', { unknownUser: success }, {}],
    ['the unknown user was not asked', { unknownUser: null }, {}],
    ['nothing is known that breaks it', {}, { noticedBy: undefined }],
    ['the target does not look at it', { answers: { ...free, 'unknown full bad': noSuchUser } }, {}],
    [
      'the unknown user is illegal anyway',
      { unknownUser: illegal, answers: { ...free, 'unknown full good': illegal } },
      {},
    ],
    ['the answer is a third one', { answers: { ...free, 'unknown full good': resultOf('F', 'PROCESS_FAIL') } }, {}],
  ])('spends a message where %s', (_, change, rule) => {
    const answers = { ...free, ...change.answers };
    const live = (came: Answer) =>
      accepted({ ...change, answers: { ...answers, 'fixture full good pays': came } }, rule);
    const { finding, sent } = live(success);
    expect([finding.verdict, sent.at(-1)]).toEqual(['satisfied', 'fixture full good pays']);
    expect(live(illegal).finding).toMatchObject({ verdict: 'violated', place: '/a' });
    expect(live(spent).finding).toBe(spent);
  });
});

test('an acceptance spends a message where that is wanted, while there is one', () => {
  const live = (came: Answer) =>
    accepted({ answers: { ...free, 'fixture full good pays': came } }, { live: 'always' }).finding;
  expect(live(success).exchanges).toHaveLength(1);
  expect(live(illegal).verdict).toBe('violated');
  // Out of budget the proof without a message stands.
  for (const none of [spent, away]) {
    const { verdict, exchanges } = live(none);
    expect([verdict, exchanges.length]).toEqual(['satisfied', 3]);
  }
  expect(live(unsteady)).toBe(unsteady);
});

test('an acceptance that one user is refused is asked for others, of whom one accepted call is enough', () => {
  const answers = {
    'fixture full good pays': illegal,
    'fixture1 full good pays': spent,
    'fixture2 full good pays': success,
  };
  const { finding, sent, titles } = accepted({ unknownUser: null, users: 3, answers });
  expect([finding.verdict, sent.length, titles.at(-1)]).toEqual(['satisfied', 3, 'a is accepted, for another user']);
  const none = accepted({ unknownUser: null, users: 3, answers: { ...answers, 'fixture2 full good pays': illegal } });
  expect(none.finding.verdict).toBe('violated');
  // A crash is not a refusal of the user.
  expect(accepted({ unknownUser: null, users: 3, answers: { 'fixture full good pays': timeout } }).sent).toHaveLength(
    1,
  );
});

describe('a refusal', () => {
  const violates = { path: ['a'], keyword: 'maxLength' };
  const refusal = (target: Target, change: Change = { ...bad, violates }) =>
    put(refuses('a is too long', change, { codes: ['PARAM_ILLEGAL'], place: '/a' }), { costs: false, ...target });

  test('is one request for the user of the control', () => {
    const { finding, sent } = refusal({ answers: { 'fixture full bad': illegal } });
    expect([finding.verdict, finding.place, sent]).toEqual(['satisfied', '/a', ['fixture full bad']]);
    const free = refusal({ costs: true, answers: { 'unknown full bad': illegal } }, { ...bad, user: 'free' });
    expect(free.sent).toEqual(['unknown full bad']);
    expect(refusal({ answers: { 'fixture full bad': spent } }).finding).toBe(spent);
  });

  test('that does not come is shown on the required fields alone, in the same way', () => {
    const both = { 'fixture full bad': success, 'fixture minimal bad': success };
    const small = refusal({ answers: both });
    expect([small.finding.verdict, small.finding.exchanges.length]).toEqual(['violated', 2]);
    for (const other of [illegal, timeout, spent])
      expect(refusal({ answers: { ...both, 'fixture minimal bad': other } }).finding.exchanges).toHaveLength(1);
    expect(refusal({ answers: both }, bad).sent).toHaveLength(1);
    expect(refusal({ minimal: false, answers: both }).sent).toHaveLength(1);
  });

  test('may be the answer to another request instead, which is never more than advice', () => {
    const orSameAs = { as: 'left-out', title: 'a is left out', change: { edit: [unset('a')] } } as const;
    const probe = refuses('a is odd', bad, { codes: ['PARAM_ILLEGAL'], place: '/a', orSameAs });
    const shows = (came: Came, other: Came, mayAccept = false) => {
      const rule = { codes: ['PARAM_ILLEGAL'], orSameAs: { ...orSameAs, mayAccept } };
      const answers = { 'fixture full bad': came, 'fixture full nothing': other };
      return put(mayAccept ? refuses('a is odd', bad, rule) : probe, { costs: false, answers });
    };
    expect(shows(illegal, success)).toMatchObject({ finding: { verdict: 'satisfied' }, sent: { length: 1 } });
    expect(shows(success, success)).toMatchObject({ finding: { verdict: 'satisfied' }, sent: { length: 2 } });
    expect(shows(success, noSuchUser).finding).toMatchObject({ verdict: 'advisory', place: '/a' });
    expect(shows(timeout, timeout).finding.verdict).toBe('violated');
    expect(shows(success, noSuchUser, true)).toMatchObject({ finding: { verdict: 'satisfied' }, sent: { length: 1 } });
  });
});

test('a sequence ends where a request has no answer, unless it wants to know', () => {
  const probe = sequence('two sends', function* () {
    yield* send('sendOTP', { base: 'full', edits: [set('a', 'one')] }, 'one');
    yield* send('sendOTP', { base: 'full', edits: [set('a', 'two')] }, 'two');
    return unsteady;
  });
  const answers = { 'fixture full one': success, 'fixture full two': spent };
  expect(put(probe, { answers })).toMatchObject({ finding: spent, sent: { length: 2 } });
  expect(put(probe, { answers: { ...answers, 'fixture full one': spent } }).sent).toHaveLength(1);
  expect(put(probe, { answers: { ...answers, 'fixture full two': success } }).finding).toBe(unsteady);
});

test('a change becomes a spec, with what is made from the context', () => {
  const context = { costs: true } as CheckContext;
  expect(specOf(context, {})).toEqual({ base: 'full' });
  expect(specOf(context, { user: 'free', base: 'minimal', tamper: 'key' })).toEqual({
    base: 'minimal',
    user: 'unknown',
    tamper: 'key',
  });
  expect(specOf({ ...context, costs: false }, { user: 'free' })).toEqual({ base: 'full', user: 'fixture' });
  const made = specOf(context, {
    edit: ({ costs }) => [set('a', costs)],
    violates: () => ({ path: ['a'], keyword: 'type' }),
    wire: () => ({ method: 'GET' }),
  });
  expect(made).toEqual({
    base: 'full',
    edits: [{ path: ['a'], set: true }],
    violates: { path: ['a'], keyword: 'type' },
    wire: { method: 'GET' },
  });
  expect(unset(['a', 'b'])).toEqual({ path: ['a', 'b'], unset: true });
});
