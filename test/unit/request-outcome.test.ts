/** What came of a recorded request: an answer that all attempts agree on, or the reason why there is none to judge. */
import { describe, expect, test } from 'vitest';
import { createContexts } from '../../engine/check/context.ts';
import { isUnanswered } from '../../engine/check/steps.ts';
import type { Attempt, Ending } from '../../engine/record/record.ts';
import { ownMistake, requestOutcome } from '../../engine/record/request-outcome.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { operations } from '../../generated/operations.ts';
import { type Came, exchangeOf, resultOf, settingsWith, timeout } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const crash: Came = { text: '<html>', status: 500 };
const overload: Came = { text: '', status: 429 };
const often = resultOf('F', 'OTP_SEND_TIMES_EXCEED_LIMIT');

const settings = settingsWith({ requests: {}, limits: {}, paths: {}, seed: 7 });
const context = createContexts([operations.sendOTP], settings, { id: 'cafe0001', startedAt: 0 }).get('sendOTP')!;

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

  test('agrees where nothing came twice for one reason, and not for two', () => {
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

  test('a request of a run that stopped gives the reason of the stop', () => {
    const request = { operation: 'sendOTP', name: 'p', spec: { base: 'full' as const }, attempts: [] };
    const outcome = requestOutcome(context, { ...request, ended: 'interrupted' }, [], 'stopped');
    expect(outcome).toMatchObject({ unanswered: { reason: 'stopped' } });
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
