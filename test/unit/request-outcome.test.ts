/** What came of a recorded request: an answer that all attempts agree on, or the reason why there is none to judge. */
import { describe, expect, test } from 'vitest';
import { createContexts } from '../../engine/check/context.ts';
import { isUnanswered } from '../../engine/check/steps.ts';
import type { Attempt, Ending } from '../../engine/record/record.ts';
import { attemptBody, ownMistake, requestOutcome } from '../../engine/record/request-outcome.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { operations } from '../../generated/operations.ts';
import { type Came, exchangeOf, resultOf, settingsWith, timeout } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const crash: Came = { text: '<html>', status: 500 };
const overload: Came = { text: '', status: 429 };
const often = resultOf('F', 'OTP_SEND_TIMES_EXCEED_LIMIT');

const settings = settingsWith({ requests: {}, limits: {}, paths: {}, seed: 7 });
const identity = { id: 'cafe0001', startedAt: 0 };
const context = createContexts([operations.sendOTP], settings, identity).get('sendOTP')!;

function outcomeOf(
  came: readonly Came[],
  ended: Ending = 'settled',
  spec: Partial<RequestSpec> = {},
  attempt: Partial<Attempt> = {},
) {
  const exchanges = came.map((one, i) => exchangeOf(one, { id: `x${i}`, probe: `p/${i}` }));
  const attempts = exchanges.map(({ id }) => ({ exchange: id, user: 0, token: '', ...attempt }));
  const request = { operation: 'sendOTP', name: 'p', spec: { base: 'full' as const, ...spec }, attempts, ended };
  return requestOutcome(context, request, exchanges, null);
}

function unanswered(...parts: Parameters<typeof outcomeOf>) {
  const outcome = outcomeOf(...parts);
  if (!isUnanswered(outcome)) throw new Error('It has an answer.');
  return outcome.unanswered;
}

function settled(...parts: Parameters<typeof outcomeOf>) {
  const outcome = outcomeOf(...parts);
  if (isUnanswered(outcome)) throw new Error('It has no answer.');
  return outcome;
}

describe('a settled request', () => {
  test('has its last answer, all its exchanges, its user and its place', () => {
    const one = settled([crash, crash], 'settled', { edits: [{ path: ['a'], unset: true }] }, { user: 2 });
    expect([one.answer.exchange.id, one.exchanges.length, one.fixture, one.place]).toEqual(['x1', 2, 2, '/a']);
    expect(one.meant).toBe(null);
    expect(settled([success], 'settled', { user: 'unknown' }, { user: null }).fixture).toBe(null);
  });

  test('has the body that was meant where something else was written', () => {
    expect(settled([success], 'settled', { encoding: { text: '{' } }).meant).toMatchObject({
      accessToken: expect.any(String),
    });
  });

  test('is unstable where attempts differ', () => {
    expect(unanswered([crash, success])).toMatchObject({
      verdict: 'inconclusive',
      reason: 'unstable',
      expected: { is: 'stable-answer' },
      received: {
        is: 'several-answers',
        answers: [
          { is: 'no-result', http: 500 },
          { is: 'answer', status: 'S' },
        ],
      },
      exchanges: { length: 2 },
    });
  });

  test('is not unstable for a throttle or an overload that was waited out, unless it was asked for', () => {
    expect(settled([overload, often, success]).answer.kind).toBe('S');
    expect(unanswered([often, success], 'settled', { provokesThrottle: true }).reason).toBe('unstable');
    expect(unanswered([overload, success], 'settled', { provokesOverload: true, provokesThrottle: true }).reason).toBe(
      'unstable',
    );
  });
});

describe('the attempts of a settled request', () => {
  test('do not agree where the last one is throttled, or an overload came that was not asked for', () => {
    expect(unanswered([success, often]).reason).toBe('unstable');
    expect(settled([overload, success], 'settled', { provokesThrottle: true }).answer.kind).toBe('S');
  });

  test('agree where nobody answered, however that showed', () => {
    const reset: Came = { noAnswer: { kind: 'reset', says: 'closed' } };
    const gateway: Came = { text: '<html>', status: 503 };
    expect(settled([reset, gateway]).exchanges).toHaveLength(2);
    const aborted: Came = { noAnswer: { kind: 'aborted', says: 'stopped' } };
    expect(unanswered([timeout, aborted]).received).toMatchObject({ is: 'several-answers', answers: { length: 2 } });
  });

  test('are judged without those that were lost while the target was away', () => {
    const came = [crash, success].map((one, i) => exchangeOf(one, { id: `x${i}` }));
    const attempts = came.map(({ id }, i) => ({
      exchange: id,
      user: 0,
      token: '',
      ...(i === 0 ? { lost: true as const } : {}),
    }));
    const request = { operation: 'sendOTP', name: 'p', spec: { base: 'full' as const }, attempts };
    const outcome = (ended: Ending) => requestOutcome(context, { ...request, ended }, came, null);
    expect(outcome('settled')).toMatchObject({ answer: { kind: 'S' }, exchanges: { length: 1 } });
    expect(outcome('absent')).toMatchObject({ unanswered: { exchanges: { length: 2 } } });
  });

  test('agree where nothing came twice for one reason, and not for two', () => {
    const reset = (says: string): Came => ({ noAnswer: { kind: 'reset', says } });
    expect(settled([timeout, timeout]).answer.kind).toBe('crash');
    expect(unanswered([timeout, crash]).reason).toBe('unstable');
    expect(settled([reset('closed'), reset('closed by the other side')]).answer.kind).toBe('crash');
  });
});

describe('without an answer to judge', () => {
  test.each<[Ending, Came[], Partial<RequestSpec>, object]>([
    ['throttled', [often], {}, { verdict: 'not-run', reason: 'throttled', missing: 'more-users' }],
    ['throttled', [overload], {}, { verdict: 'not-run', reason: 'throttled', missing: 'rate' }],
    ['throttled', [], {}, { verdict: 'not-run', reason: 'throttled', missing: 'more-users' }],
    ['budget', [], {}, { verdict: 'not-run', reason: 'budget', received: { is: 'budget' }, missing: 'more-users' }],
    ['interrupted', [], {}, { verdict: 'not-run', reason: 'interrupted' }],
    ['absent', [timeout], {}, { verdict: 'inconclusive', reason: 'absent', received: { note: 'target-absent' } }],
    // The target was away before: that is why no message is left for this one.
    ['absent', [], {}, { verdict: 'inconclusive', reason: 'absent', received: { note: 'calls-lost' } }],
    ['unstable', [crash, timeout], {}, { verdict: 'inconclusive', reason: 'unstable' }],
    ['unstable', [timeout, timeout], {}, { verdict: 'inconclusive', received: { is: 'not-repeated' } }],
    [
      'unstable',
      [crash],
      { mayReachPerson: true },
      { verdict: 'inconclusive', reason: 'unstable', received: { is: 'not-repeated' } },
    ],
  ])('a request that ended as %s after %j', (ended, came, spec, finding) => {
    expect(unanswered(came, ended, spec)).toMatchObject({ ...finding, exchanges: { length: came.length } });
  });

  test('it is told what came instead', () => {
    const answer = { is: 'answer', code: 'OTP_SEND_TIMES_EXCEED_LIMIT' };
    expect(unanswered([often], 'throttled').received).toMatchObject({ is: 'throttled', answer, needs: 'users' });
    const none = unanswered([], 'throttled');
    expect(none.received).toEqual({ is: 'throttled', answer: null, needs: 'users' });
    expect(none.expected).toBe(null);
    expect(unanswered([overload], 'throttled').received).toMatchObject({ needs: 'rate' });
    expect(unanswered([], 'interrupted').received).toEqual({ is: 'note', note: 'run-ended' });
    expect(unanswered([crash, timeout], 'unstable').received).toMatchObject({ is: 'several-answers' });
  });

  test('a request of a run that stopped gives the reason of the stop', () => {
    const request = { operation: 'sendOTP', name: 'p', spec: { base: 'full' as const }, attempts: [] };
    const outcome = requestOutcome(context, { ...request, ended: 'interrupted' }, [], 'stopped');
    expect(outcome).toMatchObject({ unanswered: { reason: 'stopped' } });
  });
});

describe('of several users', () => {
  const fixtures = ['first', ''].map((accessToken) => ({ body: { accessToken }, fresh: false }));
  const two = createContexts([operations.sendOTP], { ...settings, requests: { sendOTP: fixtures } }, identity).get(
    'sendOTP',
  )!;
  const spec = { base: 'full' } as const;

  test('the body is that of the one who was asked', () => {
    const token = (user: number | null) => attemptBody(two, spec, { user, token: '' }).accessToken;
    expect([token(0), token(1), token(null)]).toEqual(['first', '', 'first']);
    // A record of a run with more users than the config names now.
    expect(token(5)).toBe(operations.sendOTP.requestExample.accessToken);
  });

  test('the request is checked as it is for the one who is asked', () => {
    expect(ownMistake(two, spec)).toBe(null);
    expect(ownMistake(two, { ...spec, fixture: 1 })).toMatchObject({ verdict: 'harness-error', exchanges: [] });
  });
});

test('a request of ours that is not what it claims to be is our fault', () => {
  expect(ownMistake(context, { base: 'full' })).toBe(null);
  const wrong: RequestSpec = { base: 'full', edits: [{ path: ['accessToken'], set: '' }] };
  expect(ownMistake(context, wrong)).toMatchObject({
    verdict: 'harness-error',
    reason: 'probe-wrong',
    received: { is: 'note', note: 'self-check' },
  });
});
