/** How an acceptance is proved without a message: by a made-up user's answers, where the target looks at the part in question. */
import { describe, expect, test } from 'vitest';
import { type Settled, Unjudged } from '../../engine/check/finding.ts';
import type { Trial } from '../../engine/drive/operation-client.ts';
import { type RequestSpec, requestName } from '../../engine/request/request-spec.ts';
import { type AcceptanceClaim, provenAccepted, provenAlike } from '../../suites/shared/acceptance-proof.ts';
import { type Came, resultOf, settledOf, timeout } from '../support/witnesses.ts';

const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');
const nobodyThere = resultOf('F', 'INVALID_TOKEN');
const page: Came = { text: '<html>' };

const set = (value: unknown) => [{ path: ['a'], set: value }];
const breaking: RequestSpec = { base: 'full', edits: set('bad') };
const claimOf = (change: Partial<AcceptanceClaim> = {}): AcceptanceClaim => ({
  ask: { base: 'full', edits: set('good') },
  title: 'a is accepted',
  breaking,
  noticed: 'PARAM_ILLEGAL',
  live: 'if-needed',
  field: '/a',
  ...change,
});

interface World {
  readonly costs?: boolean;
  readonly nobody?: Came | null;
  readonly minimal?: boolean;
  /** What each Ask gets, by who asks on which base for which value; an error is thrown. */
  readonly answers: Readonly<Record<string, Came | Unjudged>>;
}

/** A trial that answers as it is told, and writes down what it was asked. */
function trialOf({ costs = true, nobody = nobodyThere, minimal = true, answers }: World) {
  const asked: string[] = [];
  const titles: string[] = [];
  const settled = (came: Came): Settled => settledOf(came, { body: { by: 'us' } });
  const trial = {
    pool: { costs },
    conditionalFields: ['id'],
    controls: { full: null, minimal: minimal ? settled(success) : null, nobody: nobody && settled(nobody) },
    ask: async (ask: RequestSpec, title: string) => {
      titles.push(title);
      const edit = ask.edits?.[0];
      const value = edit && 'set' in edit ? String(edit.set) : edit ? 'nothing' : '';
      const name = [ask.user ?? 'fixture', ask.base, value, ...(ask.mayReachPerson ? ['pays'] : [])].join(' ');
      asked.push(name);
      const came = answers[name];
      if (!came) throw new Error(`Nobody expected ${name}, ${requestName('sendOTP', ask, 0)}.`);
      if (came instanceof Unjudged) throw came;
      return settled(came);
    },
  } as unknown as Trial;
  return { trial, asked, titles };
}

const spent = new Unjudged('not-run', 'budget', 'spent');

async function proven(world: World, claim: Partial<AcceptanceClaim> = {}) {
  const { trial, asked, titles } = trialOf(world);
  const judged = await provenAccepted(trial, claimOf(claim));
  return { judged, asked, titles };
}

describe('where a call costs nothing', () => {
  test('it is made', async () => {
    const { judged, asked } = await proven({ costs: false, answers: { 'fixture full good': success } });
    expect([judged.verdict, judged.field, judged.exchanges.length]).toEqual(['kept', '/a', 1]);
    expect(asked).toEqual(['fixture full good']);
  });

  test('a refusal is shown on the required fields alone, if it shows there', async () => {
    const both = { 'fixture full good': illegal, 'fixture minimal good': illegal };
    const small = await proven({ costs: false, answers: both });
    expect(small.titles).toEqual(['a is accepted', 'a is accepted (shrunk)']);
    expect([small.judged.verdict, small.judged.exchanges.length, small.judged.field]).toEqual(['broken', 2, '/a']);
    const full = await proven({ costs: false, answers: { ...both, 'fixture minimal good': success } });
    expect([full.judged.verdict, full.judged.exchanges.length]).toEqual(['broken', 1]);
    const open = await proven({ costs: false, answers: { ...both, 'fixture minimal good': spent } });
    expect([open.judged.verdict, open.judged.exchanges.length]).toEqual(['broken', 1]);
  });

  test('it is not asked again without a control, without edits, or on the smaller base already', async () => {
    const answers = { 'fixture full good': illegal, 'fixture full ': illegal, 'fixture minimal good': illegal };
    expect((await proven({ costs: false, minimal: false, answers })).asked).toHaveLength(1);
    expect((await proven({ costs: false, answers }, { ask: { base: 'full' } })).asked).toHaveLength(1);
    expect(
      (await proven({ costs: false, answers }, { ask: { base: 'minimal', edits: set('good') } })).asked,
    ).toHaveLength(1);
    const odd = { 'fixture full good': illegal, 'fixture minimal good': undefined as never };
    await expect(proven({ costs: false, answers: odd })).rejects.toThrow('Nobody expected');
  });
});

describe('where a call reaches a person', () => {
  const free = { 'nobody full bad': illegal, 'nobody full good': nobodyThere };

  test('the answers of a made-up user are enough', async () => {
    const { judged, asked, titles } = await proven({ answers: free });
    expect(titles).toEqual([
      'a is accepted: the same part broken, for a made-up user',
      'a is accepted, for a made-up user',
    ]);
    expect(judged).toMatchObject({
      verdict: 'kept',
      field: '/a',
      expected: "the made-up user's own answer, F/INVALID_TOKEN",
    });
    expect(judged.exchanges.map(({ id }) => id)).toEqual(['x1', 'x1', 'x1']);
    expect(asked).toEqual(['nobody full bad', 'nobody full good']);
  });

  test('a refusal of the made-up user is one', async () => {
    const { judged } = await proven({ answers: { ...free, 'nobody full good': illegal } });
    expect([judged.verdict, judged.exchanges.length, judged.field]).toEqual(['broken', 2, '/a']);
    expect(
      (await proven({ answers: { ...free, 'nobody full good': illegal } }, { live: 'always' })).asked,
    ).toHaveLength(2);
  });

  test.each<[string, Partial<World>, Partial<AcceptanceClaim>]>([
    ['nobody is accepted', { nobody: success }, {}],
    ['nobody was not asked', { nobody: null }, {}],
    ['nothing is known that breaks it', {}, { breaking: null }],
    ['the target does not look at it', { answers: { ...free, 'nobody full bad': nobodyThere } }, {}],
    ['nobody is illegal anyway', { nobody: illegal, answers: { ...free, 'nobody full good': illegal } }, {}],
    ['the answer is a third one', { answers: { ...free, 'nobody full good': resultOf('F', 'PROCESS_FAIL') } }, {}],
  ])('a message is spent where %s', async (_, world, claim) => {
    const answers = { ...free, ...world.answers, 'fixture full good pays': success };
    const { judged, asked } = await proven({ ...world, answers }, claim);
    expect([judged.verdict, asked.at(-1)]).toEqual(['kept', 'fixture full good pays']);
    const refused = await proven({ ...world, answers: { ...answers, 'fixture full good pays': illegal } }, claim);
    expect(refused.judged).toMatchObject({ verdict: 'broken', field: '/a' });
    await expect(proven({ ...world, answers: { ...answers, 'fixture full good pays': spent } }, claim)).rejects.toBe(
      spent,
    );
  });

  test('a message is spent where that is wanted, while there is one', async () => {
    const live = async (came: Came | Unjudged) =>
      (await proven({ answers: { ...free, 'fixture full good pays': came } }, { live: 'always' })).judged;
    expect((await live(success)).exchanges).toHaveLength(1);
    expect((await live(illegal)).verdict).toBe('broken');
    expect((await live(spent)).exchanges).toHaveLength(3);
    await expect(live(new Unjudged('inconclusive', 'unstable', ''))).rejects.toThrow(Unjudged);
  });
});

describe('two bodies that must be answered alike', () => {
  const pair = { one: [{ path: ['a'], unset: true as const }], other: set(null), breaking, says: 'alike', field: '/a' };
  const answers = (one: Came, other: Came, more: World['answers'] = {}): World['answers'] => ({
    'fixture full nothing': one,
    'fixture full null': other,
    'nobody full nothing': one,
    'nobody full null': other,
    'nobody full bad': illegal,
    ...more,
  });
  const alike = async (world: World, change: object = {}) => {
    const { trial, asked, titles } = trialOf(world);
    return { judged: await provenAlike(trial, { ...pair, ...change }), asked, titles };
  };

  test('are compared', async () => {
    const shows = async (one: Came, other: Came) =>
      (await alike({ costs: false, minimal: false, answers: answers(one, other) })).judged.verdict;
    expect(await shows(success, success)).toBe('kept');
    expect(await shows(nobodyThere, nobodyThere)).toBe('kept');
    expect(await shows(success, illegal)).toBe('broken');
    expect(await shows(illegal, illegal)).toBe('broken');
    expect(await shows(timeout, timeout)).toBe('broken');
    expect(await shows(page, page)).toBe('broken');
    expect(await shows(resultOf('S', 'SUCCESS', { id: '1' }), success)).toBe('broken');
  });

  test('are told with both answers', async () => {
    const { judged } = await alike({ costs: false, minimal: false, answers: answers(success, illegal) });
    expect(judged).toMatchObject({
      field: '/a',
      expected: 'the same answer both ways: S/SUCCESS',
      received: 'S/SUCCESS without it, F/PARAM_ILLEGAL with null',
    });
    expect(judged.exchanges).toHaveLength(2);
    const both = await alike({ costs: false, minimal: false, answers: answers(illegal, illegal) });
    expect(both.judged).toMatchObject({ field: '/a', expected: 'an optional field may be left out' });
    const none = await alike({ costs: false, minimal: false, answers: answers(page, page) });
    expect(none.judged).toMatchObject({
      field: '/a',
      expected: 'the same answer both ways: HTTP 200 without a JSON result',
    });
    expect((await alike({ costs: false, minimal: false, answers: answers(success, success) })).judged.field).toBe('/a');
    expect(judged.exchanges.every((exchange) => exchange)).toBe(true);
  });

  test('are shown on the required fields alone, where they differ there too', async () => {
    const small = (other: Came | Unjudged) => ({ 'fixture minimal nothing': success, 'fixture minimal null': other });
    const shown = async (one: Came, other: Came, more: World['answers']) =>
      alike({ costs: false, answers: answers(one, other, more) });
    const both = await shown(success, illegal, small(illegal));
    expect([both.judged.verdict, both.judged.exchanges.length, both.judged.field]).toEqual(['broken', 4, '/a']);
    expect(both.titles.slice(2)).toEqual(['alike: the one (shrunk)', 'alike: the other (shrunk)']);
    const full = await shown(success, illegal, small(success));
    expect([full.judged.verdict, full.judged.exchanges.length]).toEqual(['broken', 2]);
    expect((await shown(success, illegal, small(spent))).judged.exchanges).toHaveLength(2);
    expect((await shown(success, success, {})).asked).toHaveLength(2);
    await expect(shown(success, illegal, {})).rejects.toThrow('Nobody expected');
  });

  test('are asked of a made-up user where a call costs, who must notice the field', async () => {
    const free = await alike({ answers: answers(nobodyThere, nobodyThere) });
    expect([free.judged.verdict, free.asked]).toEqual([
      'kept',
      ['nobody full nothing', 'nobody full null', 'nobody full bad'],
    ]);
    expect(free.titles).toEqual([
      'alike: the one',
      'alike: the other',
      'alike: the same field broken, for a made-up user',
    ]);
    const told = await alike({ answers: answers(nobodyThere, illegal) });
    expect([told.judged.verdict, told.asked.length]).toEqual(['broken', 2]);
    expect((await alike({ answers: answers(nobodyThere, nobodyThere) }, { breaking: null })).asked).toHaveLength(2);
  });

  test('are put to a person where that proves nothing', async () => {
    const live = { 'fixture full nothing pays': success, 'fixture full null pays': illegal };
    for (const world of [
      { nobody: success, answers: answers(success, success, live) },
      { nobody: null, answers: answers(success, success, live) },
      { nobody: illegal, answers: answers(illegal, illegal, live) },
      { answers: answers(nobodyThere, nobodyThere, { ...live, 'nobody full bad': nobodyThere }) },
    ]) {
      const { judged, asked, titles } = await alike(world);
      expect(titles.slice(-2)).toEqual(['alike: the one', 'alike: the other']);
      expect([judged.verdict, asked.slice(-2)]).toEqual([
        'broken',
        ['fixture full nothing pays', 'fixture full null pays'],
      ]);
    }
  });
});
