/** What a check knows of its operation before anything is sent: users, limits, paths, bodies, and the token that others introduce. */
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../contract/types.ts';
import {
  type CheckContext,
  createContexts,
  firstToken,
  freeUser,
  introducedToken,
  ordinaryFixtures,
} from '../../engine/check/context.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import { resultOf, settingsWith, settledOf } from '../support/exchanges.ts';

const { sendOTP, tokenDigitizeDecision, sendActivationCode } = operations;
const identity = { id: 'cafe0001', startedAt: 1_800_000_000_000 };

const contextsOf = (change: Partial<RunSettings>, ...ops: readonly Operation[]) =>
  createContexts(ops, settingsWith({ requests: {}, limits: {}, paths: {}, seed: 7, ...change }), identity);
const contextOf = (change: Partial<RunSettings> = {}, op: Operation = sendOTP): CheckContext =>
  contextsOf(change, op).get(op.id)!;

const accepted = (body: unknown) => settledOf(resultOf('S', 'SUCCESS'), { body });

describe('an operation', () => {
  test('has the users of the config, who vouch for it, or the bare example of the spec', () => {
    const named = contextOf({ requests: { sendOTP: [{ body: { accessToken: 'a' }, fresh: true }] } });
    expect([named.vouched, named.fixtures]).toEqual([true, [{ body: { accessToken: 'a' }, fresh: true }]]);
    const unnamed: RunSettings['requests'][] = [{}, { sendOTP: [] }, { getPaymentCode: [{ body: {}, fresh: false }] }];
    for (const requests of unnamed) {
      const bare = contextOf({ requests });
      expect([bare.vouched, bare.fixtures]).toEqual([false, [{ body: {}, fresh: false }]]);
    }
  });

  test('costs where its calls reach people and the config limits them', () => {
    const limits = { sendOTP: { perFixture: 1, maxSends: 1 }, tokenDigitizeDecision: { perFixture: 1, maxSends: 1 } };
    const settings = { limits } as unknown as Partial<RunSettings>;
    expect(contextOf(settings).costs).toBe(true);
    expect(contextOf().costs).toBe(false);
    expect(contextOf(settings, tokenDigitizeDecision).costs).toBe(false);
    expect([freeUser({ costs: true }), freeUser({ costs: false })]).toEqual(['unknown', 'fixture']);
  });

  test('has its own path unless the config names another', () => {
    expect(contextOf().path).toBe(sendOTP.path);
    expect(contextOf({ paths: { sendOTP: '/otp' } }).path).toBe('/otp');
  });

  test('knows which members of an answer come with a condition', () => {
    expect(contextOf({}, tokenDigitizeDecision).conditionalFields).toEqual(['activationMethods', 'decision']);
    const field = tokenDigitizeDecision.response.find(({ conditional }) => conditional)!;
    const inner = { ...field, path: ['inner', 'member'] };
    const op = {
      ...tokenDigitizeDecision,
      response: [field, inner, { ...field, path: ['plain'], conditional: false }],
    };
    expect(contextOf({}, op).conditionalFields).toEqual(field.path);
  });

  test('is not opened yet', () => {
    expect(contextOf().controls).toEqual({
      full: null,
      minimal: null,
      unknownUser: null,
      rejectsRepeatedToken: false,
    });
  });

  test('finds the others of its run, and no other', () => {
    const contexts = contextsOf({}, sendOTP, sendActivationCode);
    const { other } = contexts.get('sendOTP')!;
    expect(other('sendActivationCode')).toBe(contexts.get('sendActivationCode'));
    expect(other('getPaymentCode')).toBe(null);
  });
});

describe('a body', () => {
  const users = { requests: { sendOTP: ['a', 'b'].map((accessToken) => ({ body: { accessToken }, fresh: false })) } };

  test('is that of the user, the first one unless another is named', () => {
    const context = contextOf(users);
    expect(context.body({ base: 'full' })).toMatchObject({ accessToken: 'a' });
    expect(context.body({ base: 'full' }, 1)).toMatchObject({ accessToken: 'b' });
  });

  test('has a value of the full base as text; empty where it has none, or none that is text', () => {
    const context = contextOf({ requests: { sendOTP: [{ body: { accessToken: 'a', pspId: 7 }, fresh: false }] } });
    const texts = ['accessToken', 'pspId', 'nothing'].map((field) => context.baseText([field]));
    expect(texts).toEqual(['a', '', '']);
  });

  test('names the token that the opening of the introducing operation left behind', () => {
    const contexts = contextsOf({}, tokenDigitizeDecision, sendActivationCode);
    const code = contexts.get('sendActivationCode')!;
    const introducing = contexts.get('tokenDigitizeDecision')!;
    const named = () => [firstToken(sendActivationCode, contexts), code.body({ base: 'full' }).tokenReferenceId];
    expect(named()).toEqual([null, sendActivationCode.requestExample.tokenReferenceId]);
    introducing.controls.full = accepted({ tokenReferenceId: 'cf-1' });
    expect(named()).toEqual(['cf-1', 'cf-1']);
    expect(firstToken(sendOTP, contexts)).toBe(null);
    expect(firstToken(sendActivationCode, contextsOf({}, sendActivationCode))).toBe(null);
  });
});

test('a token is introduced by the request of an operation that introduces one, as text', () => {
  expect(introducedToken(tokenDigitizeDecision, accepted({ tokenReferenceId: 'cf-1' }))).toBe('cf-1');
  for (const body of [{ tokenReferenceId: 7 }, {}, '[]', 'null'])
    expect(introducedToken(tokenDigitizeDecision, accepted(body)), JSON.stringify(body)).toBe(null);
  expect(introducedToken(sendActivationCode, accepted({ tokenReferenceId: 'cf-1', null: 'x' }))).toBe(null);
});

test.each([
  [
    [false, true, false],
    [0, 2],
  ],
  [
    [true, true],
    [0, 1],
  ],
  [[], []],
])('of users that are fresh or not, %j, those for ordinary calls are %j', (fresh, ordinary) => {
  expect(ordinaryFixtures(fresh.map((one) => ({ fresh: one })))).toEqual(ordinary);
});
