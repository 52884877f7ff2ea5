/** The rules of root causes, one by one: what else than the requests of a row decides whether another row explains it. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../engine/check/facts.ts';
import type { Finding } from '../../engine/check/finding.ts';
import type { JudgedRow } from '../../engine/report/judged-rows.ts';
import type { OperationId } from '../../generated/operations.ts';
import { failed, failing, field, inAnswer, linked, psp, seenOn, withChecks } from '../support/failed-rows.ts';
import { settledCheck } from '../support/rows.ts';

const got = (status: string, code: string, http = 200): Fact => ({ is: 'answer', status, code, http });
const success = got('S', 'SUCCESS');
const illegal = got('F', 'PARAM_ILLEGAL');
const odd = got('F', 'PROCESS_FAIL');
const page: Fact = { is: 'no-result', http: 500 };
const at = (operation: string, id: string) => `${operation}/${id}`;

/** A failed row whose checks received these, each seen on the same request. */
const receiving = (id: string, seen: string, ...received: Fact[]) =>
  withChecks(
    id,
    received.map((one) => failed([seen], one)),
  );
/** A failed check with more than exchanges. */
const check = (seen: string, more: Partial<Finding>) => settledCheck('failed', { exchanges: seenOn([seen]), ...more });

describe('answers that go to other requests than their own', () => {
  const mixed = (what: 'answers' | 'signatures', ...more: Fact[]) =>
    receiving('G-16', 'b0', { is: 'only-at-once', wrong: 1, of: 9, atOnce: 4, alone: 0, mixed: what }, ...more);

  test('explain every other finding, whatever it was seen on', () => {
    const all = linked(failing(field, ['a0']), mixed('answers', odd), failing('OTP-09', ['c0']));
    expect(all).toEqual([at('sendOTP', 'G-16'), null, at('sendOTP', 'G-16')]);
  });

  test('are not signatures that do', () => {
    expect(linked(failing(field, ['a0']), mixed('signatures'))).toEqual([null, null]);
  });
});

test('of several rows that name a cause equally well the first by name explains, in whatever order they come', () => {
  const both = [failing(psp, ['a0']), failing(field, ['a0'])];
  for (const better of [both, both.toReversed()]) {
    const rows = [failing('OTP-09', ['a0']), ...better.map((row) => ({ ...row }))];
    expect(linked(...rows)[0]).toBe(at('sendOTP', field));
  }
});

describe('a layer that sends answers without a result', () => {
  const missing = () => withChecks('sendOTP.response.result.required', [check('a0', { received: { is: 'missing' } })]);
  const refused = () =>
    ['sendOTP.accessToken.null', field, 'sendOTP.accessToken.type'].map((id) => receiving(id, 'b0', page));
  const root = at('sendOTP', 'sendOTP.response.result.required');

  test('is told from a field by fields that passed, and by no other rows', () => {
    const other = (outcome: JudgedRow['outcome']): JudgedRow => ({ ...failing('sendOTP.pspId.null', []), outcome });
    for (const outcome of ['not-run', 'inconclusive', 'warned'] as const)
      expect(linked(missing(), ...refused(), other(outcome)).slice(1, 4)).toEqual([root, root, root]);
    expect(linked(missing(), ...refused(), other('passed')).slice(1, 4)).not.toContain(root);
  });

  test('explains its rows alone, whatever else was seen on their requests', () => {
    const rows = linked(missing(), ...refused(), failing(psp, ['b0']));
    expect(rows.slice(1, 4)).toEqual([root, root, root]);
    const optional = withChecks('OTP-15', [failed(['b0'], page)]);
    expect(linked(missing(), ...refused(), optional)[4]).toBe(root);
    expect(linked(missing(), ...refused(), optional, failing(psp, ['b0']))[4]).toBe(root);
  });
});

describe('what is wrong with the headers of answers', () => {
  const inHeader = (...places: string[]) =>
    withChecks(
      field,
      places.map((place) => check('a0', { place })),
    );

  test('explains nothing that was read from a body', () => {
    expect(linked(failing('OTP-09', ['a0']), inHeader('response:header:Signature'))).toEqual([null, null]);
  });

  test('explains it where something else is wrong too, or instead', () => {
    for (const places of [['response:header:Signature', '/accessToken'], ['/accessToken'], ['response:/result']])
      expect(linked(failing('OTP-09', ['a0']), inHeader(...places))[0], places.join()).toBe(at('sendOTP', field));
  });
});

describe('something forbidden that was accepted', () => {
  /** A row of the catalogue with this harm, and a row of an answer that covers it: no form of an answer makes a target accept. */
  const explained = (harm: JudgedRow['planned']['harm'], ...received: Fact[]) => {
    const row = receiving('OTP-09', 'a0', ...received);
    return linked({ ...row, planned: { ...row.planned, harm } }, failing(inAnswer, ['a0']))[0] !== null;
  };

  test.each([
    [[success], false],
    [[odd, success], false],
    [[got('F', 'SUCCESS')], true],
    [[got('S', 'FINE')], true],
    [[odd], true],
    [[page], true],
  ])('by %j is explained by the form of an answer: %s', (received, isExplained) => {
    expect(explained('forged', ...received)).toBe(isExplained);
    expect(explained('wrong-result', ...received)).toBe(true);
  });
});

describe('a field that was refused for the signature of its request', () => {
  const signature = () => failing('G-08', ['c0']);
  const root = at('sendOTP', 'G-08');

  test.each(['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND'])('is no finding of its own: %s', (code) => {
    const fields = [receiving(field, 'a0', got('F', code)), receiving(psp, 'b0', got('F', code))];
    expect(linked(...fields, signature())).toEqual([root, root, null]);
  });

  test('is one where another answer came too, where no row of signatures failed, or for a row of an answer', () => {
    const code = got('F', 'INVALID_SIGNATURE');
    expect(linked(receiving(field, 'a0', code, odd), signature())[0]).toBe(null);
    expect(linked(receiving(field, 'a0', code), failing('OTP-09', ['c0']))[0]).toBe(null);
    expect(linked(receiving(inAnswer, 'a0', code), signature())[0]).toBe(null);
  });

  test('stays with the row that explains it already', () => {
    const code = got('F', 'INVALID_SIGNATURE');
    const same = 'sendOTP.accessToken.empty';
    expect(linked(receiving(field, 'a0', code), receiving(same, 'a0', code), signature())).toEqual([
      at('sendOTP', same),
      root,
      null,
    ]);
  });
});

describe('a row of every API that failed on one field', () => {
  const generic = (id: string, received: Fact, ...places: string[]) =>
    withChecks(
      id,
      places.map((place) => check('b0', { received, place })),
    );
  const first = (row: JudgedRow, other: JudgedRow) => linked(row, other)[0];
  const own = () => receiving(field, 'a0', odd);

  test('as a row of the field did is a consequence of that', () => {
    expect(first(generic('G-16', odd, '/accessToken'), own())).toBe(at('sendOTP', field));
    expect(first(generic('G-16', odd, '/accessToken', '/accessToken'), own())).toBe(at('sendOTP', field));
  });

  test('is a finding of its own with another answer, at another place, or at several', () => {
    expect(first(generic('G-16', page, '/accessToken'), own())).toBe(null);
    expect(first(generic('G-16', odd, '/pspId'), own())).toBe(null);
    expect(first(generic('G-16', odd, '/accessToken', '/pspId'), own())).toBe(null);
    for (const right of [success, illegal])
      expect(first(generic('G-16', right, '/accessToken'), receiving(field, 'a0', right))).toBe(null);
  });

  test('is one beside rows of other ranks, and of the whole body', () => {
    expect(first(generic('OTP-09', odd, '/accessToken'), own())).toBe(null);
    expect(first(generic('G-16', odd, '/verifyRequestId'), receiving(inAnswer, 'a0', odd))).toBe(null);
    expect(first(generic('G-16', odd, ''), receiving('sendOTP.body.type', 'a0', odd))).toBe(null);
  });
});

describe('the same wrong answer', () => {
  const both = (one: Partial<Finding>, other: Partial<Finding>) =>
    linked(withChecks(field, [check('a0', one)]), withChecks(psp, [check('b0', other)]))[1] !== null;
  const two = (one: Fact, other: Fact): Partial<Finding> => ({
    received: { is: 'two-answers', as: 'omitted-and-null', one, other },
  });
  const illegal400 = got('F', 'PARAM_ILLEGAL', 400);

  test('to null, or to absence, is one whatever the other one got', () => {
    expect(both(two(success, illegal), two(odd, illegal))).toBe(true);
    expect(both(two(illegal, success), two(illegal, odd))).toBe(true);
    expect(both(two(success, illegal), two(success, illegal400))).toBe(false);
    expect(both(two(illegal, success), two(illegal400, success))).toBe(false);
    expect(both(two(success, illegal), two(illegal, success))).toBe(false);
  });

  test('is that of both where both or none were refused as illegal', () => {
    expect(both(two(success, odd), two(success, odd))).toBe(true);
    expect(both(two(success, odd), two(page, odd))).toBe(false);
    expect(both(two(success, odd), two(success, page))).toBe(false);
    expect(both(two(illegal, illegal400), two(illegal, illegal))).toBe(false);
    expect(both(two(illegal400, illegal), two(illegal, illegal))).toBe(false);
  });

  test('to a legal value that is taken for missing is another one than to an illegal value', () => {
    const zero = (received: Fact): Partial<Finding> => ({ expected: { is: 'same', as: 'longer-unknown' }, received });
    expect(both(zero(odd), zero(odd))).toBe(true);
    expect(both(zero(illegal), zero(illegal))).toBe(true);
    expect(both(zero(odd), { received: odd })).toBe(false);
    expect(both(zero(odd), zero(page))).toBe(false);
  });
});

describe('over several APIs', () => {
  const there: OperationId = 'getPaymentCode';
  const elsewhere = (id: string, received: Fact) => withChecks(id, [failed(['b0'], received)], there);
  const second = (one: JudgedRow, other: JudgedRow) => linked(one, other);

  test('the same wrong answer to illegal fields or bodies is one finding', () => {
    for (const [mine, its] of [
      [field, 'getPaymentCode.customerId.maxLength'],
      ['sendOTP.body.type', 'getPaymentCode.body.type'],
    ] as const)
      expect(second(receiving(mine, 'a0', odd), elsewhere(its, odd))).toEqual([at(there, its), null]);
    expect(second(receiving(field, 'a0', odd), elsewhere('getPaymentCode.customerId.maxLength', page))).toEqual([
      null,
      null,
    ]);
  });

  test('the same rule of a result is one finding, and of other fields of answers none', () => {
    const rule = (name: string, its = name) =>
      second(receiving(`sendOTP.response.${name}`, 'a0', odd), elsewhere(`getPaymentCode.response.${its}`, odd));
    expect(rule('result.required')).toEqual([at(there, 'getPaymentCode.response.result.required'), null]);
    expect(rule('result.required', 'result.resultCode.type')).toEqual([null, null]);
    expect(rule('verifyRequestId.type', 'paymentCodeInfoList.type')).toEqual([null, null]);
    // A field of its own in two APIs, which only have its name in common.
    const mine = receiving('sendOTP.response.verifyRequestId.type', 'a0', odd);
    const its = elsewhere('getPaymentCode.response.paymentCodeInfoList.type', odd);
    const id = 'getPaymentCode.response.verifyRequestId.type';
    const named = { ...its, planned: { ...its.planned, id, constraint: mine.planned.constraint } };
    expect(second(mine, named)).toEqual([null, null]);
  });

  test('warnings are linked too, but for those about fields of requests', () => {
    const warned = (row: JudgedRow): JudgedRow => ({
      ...row,
      outcome: 'warned',
      checks: row.checks.map((one) => ({ ...one, outcome: 'warned' as const })),
    });
    const generic = [receiving('G-16', 'a0', odd), elsewhere('G-16', odd)].map(warned);
    expect(linked(...generic)).toEqual([at(there, 'G-16'), null]);
    const fields = [receiving(field, 'a0', odd), elsewhere('getPaymentCode.customerId.maxLength', odd)].map(warned);
    expect(linked(...fields)).toEqual([null, null]);
  });
});
