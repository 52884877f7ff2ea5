/** Loose comparison and storage: nearly right credentials, "0", ids of the greatest length in use, and crashes on a field or a pair. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Probe } from '../../engine/check/check.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import { suites } from '../../suites/index.ts';
import { constraintProbes } from '../../suites/shared/constraints.ts';
import { loadFastCheck } from '../../suites/shared/fast-check.ts';
import { nearlyRight, nearlyRightCredential, nearlyRightId } from '../../suites/shared/nearly-right.ts';
import { hostileValues, optionalPairs } from '../../suites/shared/robustness.ts';
import { MemoryRun, type MemoryTarget } from '../support/memory-target.ts';

beforeAll(loadFastCheck);

const good = 'Tk0000000000000000000000000000000000000A';
const fixture = (body: JsonObject) => [{ body, fresh: false }];
const requests = {
  sendOTP: fixture({ accessToken: good }),
  sendActivationCode: fixture({ customerId: 'customer-00000001' }),
};

const otp = (isKnown: (token: string) => boolean): MemoryTarget => {
  return ({ operation, body }) =>
    operation !== 'sendOTP' || isKnown(String(body.accessToken)) ? 'S/SUCCESS' : 'F/INVALID_TOKEN';
};

describe('a credential', () => {
  test.each([
    ['equality', (token: string) => token === good, 'satisfied'],
    ['its first 32 characters', (token: string) => token.slice(0, 32) === good.slice(0, 32), 'violated'],
    ['its beginning', (token: string) => good.startsWith(token), 'violated'],
    ['all but its last character', (token: string) => token.slice(0, -1) === good.slice(0, -1), 'violated'],
    ['letters in any case', (token: string) => token.toLowerCase() === good.toLowerCase(), 'advisory'],
    ['its normal form', (token: string) => token.normalize('NFKC') === good, 'advisory'],
    ['its text without spaces around', (token: string) => token.trim() === good, 'advisory'],
    ['a column that pads with spaces', (token: string) => token.trimEnd() === good, 'advisory'],
    ['its digits as a number', (token: string) => token.replace(/^0+/, '') === good, 'advisory'],
  ])('compared by %s is %s', (_, isKnown, verdict) => {
    const run = new MemoryRun(otp(isKnown), { requests });
    expect(run.judge('sendOTP', nearlyRightCredential()).verdict).toBe(verdict);
  });

  test('is not guessed at where it may be counted up, or where the config names the guess', () => {
    expect(nearlyRight('1001', 64).map(({ what }) => what)).not.toContain('with another last character');
    const other = nearlyRight(good, 128).find(({ what }) => what === 'in another case')!.value;
    const two = { sendOTP: [...requests.sendOTP, ...fixture({ accessToken: other })] };
    const run = new MemoryRun(
      otp((token) => token === good || token === other),
      { requests: two },
    );
    expect(run.judge('sendOTP', nearlyRightCredential()).verdict).toBe('satisfied');
  });

  test('no guess is longer than the field, or the good value itself', () => {
    for (const value of [good, 'a'.repeat(128), '7', 'ÄÖ'])
      for (const guess of nearlyRight(value, 128)) {
        expect(guess.value.length).toBeLessThanOrEqual(128);
        expect(guess.value).not.toBe(value);
      }
  });
});

describe('an id', () => {
  const customers = (isKnown: (id: string) => boolean): MemoryTarget => {
    return ({ operation, body }) =>
      operation !== 'sendActivationCode' || isKnown(String(body.customerId)) ? 'S/SUCCESS' : 'F/USER_NOT_EXIST';
  };
  const judged = (target: MemoryTarget) => {
    const { verdict, fact } = new MemoryRun(target, { requests }).judge(
      'sendActivationCode',
      nearlyRightId('customerId'),
    );
    return fact ? 'fact' : verdict;
  };
  test('is judged where the target tells unknown ones apart', () => {
    expect(judged(customers((id) => id === 'customer-00000001'))).toBe('satisfied');
    expect(judged(customers((id) => id.slice(0, 16) === 'customer-0000000'))).toBe('violated');
    expect(judged(customers((id) => id.toLowerCase() === 'customer-00000001'))).toBe('advisory');
  });
  test.each([
    ['customerId', 'sendActivationCode'],
    ['tokenReferenceId', 'sendActivationCode'],
    ['customerId', 'tokenActivationNotification'],
    ['tokenReferenceId', 'tokenActivationNotification'],
    ['customerId', 'tokenDigitizeDecision'],
  ] as const)('%s is judged at %s', (field, api) => {
    const id = new MemoryRun(() => 'S/SUCCESS').context(api).baseText([field]);
    const [code] = operations[api].request.find(({ path }) => path[0] === field)!.identity!.unknown;
    const knowing = (isKnown: (text: string) => boolean): MemoryTarget => {
      return ({ operation, body }) => (operation !== api || isKnown(String(body[field])) ? 'S/SUCCESS' : `F/${code!}`);
    };
    const checks = [...suites[api].checks.values()].flat();
    const probe = checks.find(
      (one) => one.kind === 'probe' && one.title.includes(`${field} that resembles a known one`),
    )!;
    const found = (target: MemoryTarget) => new MemoryRun(target).judge(api, probe).verdict;
    expect(found(knowing((text) => text === id))).toBe('satisfied');
    expect(found(knowing((text) => text.startsWith(id.slice(0, 16))))).toBe('violated');
    expect(found(knowing((text) => text.trim() === id))).toBe('advisory');
    expect(found(knowing((text) => text.toLowerCase() === id.toLowerCase()))).toBe('advisory');
  });
  test('is a fact where every made-up one is taken', () => {
    expect(judged(() => 'S/SUCCESS')).toBe('fact');
  });
});

const lengthProbe = (id: 'sendOTP' | 'tokenDigitizeDecision', field: string, part: string): Probe => {
  const op = operations[id];
  const its = op.request.find(({ path }) => path[0] === field)!;
  const probes = constraintProbes(op, its, its.rules.find(({ keyword }) => keyword === 'maxLength')!);
  return probes.find(({ title }) => title.includes(part))!;
};

test.each([
  ['F/PARAM_ILLEGAL', 'violated'],
  ['F/INVALID_TOKEN', 'satisfied'],
  ['S/SUCCESS', 'advisory'],
  ['crash', 'violated'],
] as const)('"0" as an access token answered %s is %s', (reply, verdict) => {
  const target: MemoryTarget = ({ body }) =>
    body.accessToken === '0' ? reply : body.accessToken === good ? 'S/SUCCESS' : 'F/INVALID_TOKEN';
  expect(
    new MemoryRun(target, { requests }).judge('sendOTP', lengthProbe('sendOTP', 'accessToken', '"0"')).verdict,
  ).toBe(verdict);
});

describe('a token of the greatest length', () => {
  const probe = () => lengthProbe('tokenDigitizeDecision', 'tokenReferenceId', 'calls about it');
  const stored = (cut: (token: string) => string): MemoryTarget => {
    const known = new Set<string>();
    return ({ operation, body }) => {
      const token = String(body.tokenReferenceId);
      if (operation === 'tokenDigitizeDecision') known.add(cut(token));
      return operation === 'sendOTP' || known.has(token) || body.customerId !== undefined
        ? 'S/SUCCESS'
        : 'F/PROCESS_FAIL';
    };
  };
  test('is served like a short one', () => {
    const run = new MemoryRun(stored((token) => token));
    expect(run.judge('tokenDigitizeDecision', probe()).verdict).toBe('satisfied');
    expect(run.sent.map(({ operation }) => operation)).toContain('sendActivationCode');
  });
  test('is found where the column is too short', () => {
    const finding = new MemoryRun(stored((token) => token.slice(0, 32))).judge('tokenDigitizeDecision', probe());
    expect([finding.verdict, finding.place]).toEqual(['violated', '/tokenReferenceId']);
  });
  test('must be accepted when it is introduced', () => {
    const target: MemoryTarget = ({ body }) =>
      String(body.tokenReferenceId).length > 32 ? 'U/UNKNOWN_EXCEPTION' : 'S/SUCCESS';
    expect(new MemoryRun(target).judge('tokenDigitizeDecision', probe()).verdict).toBe('violated');
  });
});

describe('a crash', () => {
  const [pairs] = optionalPairs();
  const [odd] = hostileValues();
  const bodyOf = ({ counterexample }: { counterexample?: unknown }) => counterexample as JsonObject;

  test.each([1, 2, 3])('on a pair of nulls is found and reduced to the pair with seed %i', (seed) => {
    const target: MemoryTarget = ({ body }) =>
      body.walletId === null && body.tokenRequestorId === null ? 'crash' : 'S/SUCCESS';
    const finding = new MemoryRun(target, { seed }).judge('tokenDigitizeDecision', pairs!);
    expect(finding.verdict).toBe('violated');
    const nulls = Object.entries(bodyOf(finding)).filter(([, value]) => value === null);
    expect(nulls.map(([name]) => name).sort()).toEqual(['tokenRequestorId', 'walletId']);
  });

  test.each([1, 2, 3])('on a NUL in one field is found and reduced to the field with seed %i', (seed) => {
    const target: MemoryTarget = ({ body }) => (String(body.customerId).includes('\u0000') ? 'crash' : 'S/SUCCESS');
    const finding = new MemoryRun(target, { seed }).judge('tokenActivationNotification', odd!);
    expect([finding.verdict, finding.place]).toEqual(['violated', '/customerId']);
    const guilty = Object.values(bodyOf(finding)).filter(
      (value) => typeof value === 'string' && /^[\u0000']/.test(value),
    );
    expect(guilty).toEqual(['\u0000']);
  });

  test('that is caught counts for legal pairs, and not for odd characters', () => {
    const nulls: MemoryTarget = ({ body }) => (body.walletId === null ? 'U/UNKNOWN_EXCEPTION' : 'S/SUCCESS');
    expect(new MemoryRun(nulls).judge('tokenDigitizeDecision', pairs!).verdict).toBe('violated');
    const nul: MemoryTarget = ({ body }) =>
      String(body.customerId).includes('\u0000') ? 'U/UNKNOWN_EXCEPTION' : 'S/SUCCESS';
    expect(new MemoryRun(nul).judge('tokenActivationNotification', odd!).verdict).toBe('satisfied');
  });

  test('on nothing costs about twenty requests for thirteen fields', () => {
    const run = new MemoryRun(() => 'S/SUCCESS');
    expect(run.judge('tokenDigitizeDecision', pairs!).verdict).toBe('satisfied');
    expect(run.sent.length).toBeLessThanOrEqual(27);
  });
});
