/** The verb `alike`, put to a target in memory: two bodies that must be answered alike, and how that is shown without a message. */
import { describe, expect, test } from 'vitest';
import { notRun } from '../../engine/check/finding.ts';
import { alike, type Change, set, unset } from '../../engine/check/verbs/index.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { type Came, resultOf, timeout } from '../support/exchanges.ts';
import { type Answer, noSuchUser, put, type Target } from '../support/scripted-target.ts';

const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');
const page: Came = { text: '<html>' };
const bad: Change = { edit: [set('a', 'bad')] };
const spent = notRun('budget', { is: 'budget' });

const pair = [[unset('a')], [set('a', null)]] as const;
const answersTo = (one: Came, other: Came, more: Target['answers'] = {}): Target['answers'] => ({
  'fixture full nothing': one,
  'fixture full null': other,
  'unknown full nothing': one,
  'unknown full null': other,
  'unknown full bad': illegal,
  ...more,
});
const names = ['the one', 'the other'] as const;
const compared = (target: Target, noticedBy: Change | undefined = bad) =>
  put(alike('alike', pair, { names, ...(noticedBy ? { noticedBy } : {}), place: '/a' }), target);
const freely = (one: Came, other: Came) =>
  compared({ costs: false, minimal: false, answers: answersTo(one, other) }).finding;

describe('two bodies that must be answered alike', () => {
  test('are compared', () => {
    expect(freely(success, success).verdict).toBe('satisfied');
    expect(freely(noSuchUser, noSuchUser).verdict).toBe('satisfied');
    expect(freely(success, illegal).verdict).toBe('violated');
    expect(freely(illegal, illegal).verdict).toBe('violated');
    expect(freely(timeout, timeout).verdict).toBe('violated');
    expect(freely(page, page).verdict).toBe('violated');
    expect(freely(resultOf('S', 'SUCCESS', { id: '1' }), success).verdict).toBe('violated');
  });

  test('are told with both answers', () => {
    const finding = freely(success, illegal);
    expect(finding.place).toBe('/a');
    expect(wordsOf(finding.expected)).toBe('the same answer both ways: S/SUCCESS');
    expect(wordsOf(finding.received)).toBe('S/SUCCESS without it, F/PARAM_ILLEGAL with null');
    expect(finding.received).toMatchObject({ as: 'omitted-and-null' });
    expect(finding.exchanges).toHaveLength(2);
    expect(freely(timeout, timeout).place).toBe('/a');
    expect(freely(illegal, illegal)).toMatchObject({ place: '/a', expected: { is: 'may-be-omitted' } });
    expect(freely(page, page).expected).toEqual({ is: 'any-result' });
    expect(freely(success, success).place).toBe('/a');
  });

  test.each([
    [
      'two equal ones in the order in which they were sent',
      noSuchUser,
      resultOf('F', 'INVALID_TOKEN', { more: 1 }),
      [0, 1],
    ],
    ['the one that was refused first', success, illegal, [1, 0]],
    ['the one that was refused first, also where it came first', illegal, success, [0, 1]],
    ['the second one first where both were refused', noSuchUser, resultOf('F', 'PROCESS_FAIL'), [1, 0]],
  ])('are shown with their exchanges, %s', (_, one, other, order) => {
    const bodies = freely(one, other).exchanges.map(({ response }) => JSON.parse(String(response!.body)));
    expect(bodies).toEqual(order.map((at) => [one, other][at]!.json));
  });

  test('are shown on the required fields alone, where they differ there too', () => {
    const small = (other: Answer) => ({ 'fixture minimal nothing': success, 'fixture minimal null': other });
    const shown = (one: Came, other: Came, more: Target['answers']) =>
      compared({ costs: false, answers: answersTo(one, other, more) });
    const both = shown(success, illegal, small(illegal));
    expect([both.finding.verdict, both.finding.exchanges.length, both.finding.place]).toEqual(['violated', 4, '/a']);
    expect(both.titles.slice(-2)).toEqual(['the one (required fields only)', 'the other (required fields only)']);
    for (const other of [success, spent])
      expect(shown(success, illegal, small(other)).finding).toMatchObject({
        verdict: 'violated',
        exchanges: { length: 2 },
      });
    expect(shown(success, success, {}).sent).toHaveLength(2);
    expect(() => shown(success, illegal, {})).toThrow('No answer is foreseen');
  });
});

describe('a difference is asked for again, the second one first,', () => {
  /** A target that gives these answers in turn, whatever it is asked. */
  const inTurn = (...answers: Came[]) => {
    let asked = 0;
    const next = () => answers[asked++ % answers.length]!;
    const anything = new Proxy({}, { get: next });
    return compared({ costs: false, minimal: false, answers: anything as Target['answers'] });
  };

  test('and believed where it comes again', () => {
    const [there, back] = [
      [success, illegal],
      [illegal, success],
    ];
    const { finding, specs, titles } = inTurn(...[there, back, there, back, there, back, there].flat());
    expect(finding.verdict).toBe('violated');
    const turned = ['the other', 'the one', 'the one', 'the other'].map((name) => `${name}, asked again`);
    expect(titles.slice(2)).toEqual([...turned, ...turned, ...turned]);
    // Equal requests are sent once in a run: each pass has a name of its own.
    const passes = specs.slice(2).map(({ occurrence }) => occurrence);
    expect(passes).toEqual([1, 2, 3, 4, 5, 6].flatMap((pass) => [`again-${pass}`, `again-${pass}`]));
  });

  test.each([
    ['two workers in turn', [success, illegal]],
    ['three workers in turn', [success, illegal, success]],
    ['by chance, the second time', [success, illegal, success, success]],
  ])('and open where it does not: %s', (_, answers) => {
    const { finding } = inTurn(...answers);
    expect([finding.verdict, finding.reason, finding.place]).toEqual(['inconclusive', 'unstable', '/a']);
    expect(wordsOf(finding.received)).toMatch(
      /^(S\/SUCCESS, then F\/PARAM_ILLEGAL|F\/PARAM_ILLEGAL, then S\/SUCCESS) to the same request: /,
    );
  });

  test('and believed as it is where nothing more may be sent', () => {
    expect(inTurn(success, illegal, spent as never).finding.verdict).toBe('violated');
  });
});

describe('two bodies, where a call reaches a person,', () => {
  test('are sent for an unknown user where a call costs, for whom the target must notice the field', () => {
    const free = compared({ answers: answersTo(noSuchUser, noSuchUser) });
    expect([free.finding.verdict, free.sent]).toEqual([
      'satisfied',
      ['unknown full nothing', 'unknown full null', 'unknown full bad'],
    ]);
    expect(free.titles).toEqual(['the one', 'the other', 'alike: the same field broken, for an unknown user']);
    const differ = compared({ answers: answersTo(noSuchUser, illegal) });
    expect([differ.finding.verdict, differ.sent.length]).toEqual(['violated', 14]);
    const unnoticed = put(alike('alike', pair, { names, place: '/a' }), { answers: answersTo(noSuchUser, noSuchUser) });
    expect(unnoticed.sent).toHaveLength(2);
  });

  test('are put to a person where that proves nothing', () => {
    const live = { 'fixture full nothing pays': success, 'fixture full null pays': illegal };
    for (const target of [
      { unknownUser: success, answers: answersTo(success, success, live) },
      { unknownUser: null, answers: answersTo(success, success, live) },
      { unknownUser: illegal, answers: answersTo(illegal, illegal, live) },
      { answers: answersTo(noSuchUser, noSuchUser, { ...live, 'unknown full bad': noSuchUser }) },
    ]) {
      const { finding, sent, titles } = compared(target);
      expect(titles.slice(-6, -4)).toEqual(['the one', 'the other']);
      expect([finding.verdict, sent.slice(-6, -4)]).toEqual(['violated', Object.keys(live)]);
    }
  });
});
