/** Root causes over several APIs and fields: one mistake in what they share is one finding. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../engine/check/facts.ts';
import type { Finding } from '../../engine/check/finding.ts';
import type { OperationId } from '../../generated/operations.ts';
import { failed, failing, linked, seenOn } from '../support/failed-rows.ts';
import { judgedRow, plannedRow, settledCheck } from '../support/rows.ts';

const got = (code: string, status = 'F'): Fact => ({ is: 'answer', status, code, http: 200 });
const page: Fact = { is: 'no-result', http: 500 };
const at = (operation: OperationId, id: string, received: Fact, change: Partial<Finding> = {}) =>
  judgedRow(plannedRow(`${operation}.${id}`, {}, operation), [
    settledCheck('failed', { exchanges: [], received, ...change }, 0),
  ]);
const two = (one: Fact, other: Fact): Fact => ({ is: 'two-answers', one, other, as: 'omitted-and-null' });
const otp = 'sendOTP.verifyType.optional';

describe('one mistake in what several APIs and fields share', () => {
  test('is one finding: null refused, an optional field demanded, a page for illegal fields', () => {
    const cases: [Fact, Fact][] = [
      [two(got('SUCCESS', 'S'), got('PARAM_ILLEGAL')), two(got('INVALID_TOKEN'), got('PARAM_ILLEGAL'))],
      [two(got('PARAM_ILLEGAL'), got('SUCCESS', 'S')), two(got('PARAM_ILLEGAL'), got('INVALID_TOKEN'))],
      [page, page],
    ];
    for (const [one, other] of cases)
      expect(
        linked(at('sendOTP', 'verifyType.optional', other), at('sendActivationCode', 'customerId.optional', one)),
      ).toEqual(['sendActivationCode/sendActivationCode.customerId.optional', null]);
  });

  test('is several where one refuses null and another demands the field, or where fields are not looked at', () => {
    const nulls = two(got('SUCCESS', 'S'), got('PARAM_ILLEGAL'));
    const omitted = two(got('PARAM_ILLEGAL'), got('SUCCESS', 'S'));
    const rows = (one: Fact, other: Fact) => [
      at('sendOTP', 'verifyType.optional', one),
      at('sendActivationCode', 'customerId.optional', other),
    ];
    expect(linked(...rows(nulls, omitted))).toEqual([null, null]);
    expect(linked(...rows(got('SUCCESS', 'S'), got('SUCCESS', 'S')))).toEqual([null, null]);
  });

  test('is one finding where "0" is taken for missing, and no reason to take other limits for it', () => {
    const zero = { expected: { is: 'same', as: 'longer-unknown' } } as const;
    const long = { expected: { is: 'same', as: 'short-unknown' } } as const;
    const rows = (change: Partial<Finding>) => [
      at('sendOTP', 'pspId.maxLength', got('PARAM_ILLEGAL'), change),
      at('sendActivationCode', 'tokenReferenceId.maxLength', got('PARAM_ILLEGAL'), change),
    ];
    expect(linked(...rows(zero))[0]).toBe('sendActivationCode/sendActivationCode.tokenReferenceId.maxLength');
    expect(linked(...rows(long))).toEqual([null, null]);
  });
});

describe('what looks like one mistake', () => {
  test('is one finding in the result of answers, and several in fields of one API', () => {
    const status = 'response.result.resultStatus.enum';
    const odd: Fact = { is: 'value', value: 's' };
    expect(linked(at('sendOTP', status, odd), at('sendActivationCode', status, odd))).toEqual([
      `sendActivationCode/sendActivationCode.${status}`,
      null,
    ]);
    const id = at('sendOTP', 'response.verifyRequestId.maxLength', odd);
    expect(linked(id, at('tokenDigitizeDecision', 'response.decision.enum', odd))).toEqual([null, null]);
  });

  test('is a matter of signatures, not of a field, where the signature of the request was refused', () => {
    const refused = at('sendOTP', 'pspId.maxLength', got('INVALID_SIGNATURE'));
    expect(linked(refused, failing('G-08', []))).toEqual(['sendOTP/G-08', null]);
    const illegal = at('sendOTP', 'pspId.maxLength', got('PROCESS_FAIL'));
    expect(linked(illegal, failing('G-08', []))).toEqual([null, null]);
    expect(linked(at('sendOTP', 'pspId.maxLength', got('INVALID_SIGNATURE')))).toEqual([null]);
  });

  test('is of its field where a row of every API failed on that field in the same way', () => {
    const every = (place: string, received: Fact = page) =>
      judgedRow(plannedRow('G-24'), [settledCheck('failed', { exchanges: seenOn(['b0']), received, place }, 0)]);
    const own = () => judgedRow(plannedRow(otp), [failed(['a0'], page)]);
    expect(linked(own(), every('/verifyType'))).toEqual([null, `sendOTP/${otp}`]);
    expect(linked(own(), every('/accessToken'))).toEqual([null, null]);
    expect(linked(own(), every('/verifyType', got('UNKNOWN_EXCEPTION', 'U')))).toEqual([null, null]);
  });
});

describe('answers that change from time to time', () => {
  const changed = { again: 'other' } as const;
  const always = { again: 'same' } as const;
  const rows = (...more: readonly ReturnType<typeof at>[]) => [
    at('sendOTP', 'pspId.maxLength', got('PROCESS_FAIL'), changed),
    at('sendActivationCode', 'customerId.type', got('PROCESS_FAIL'), changed),
    at('tokenDigitizeDecision', 'tokenReferenceId.null', got('PROCESS_FAIL'), changed),
    ...more,
  ];
  const root = 'sendActivationCode/sendActivationCode.customerId.type';

  test('are one finding about several fields, and what cannot be asked again is due to it', () => {
    const open = at('sendOTP', 'acquirerId.required', got('INVALID_TOKEN'));
    expect(linked(...rows(open))).toEqual([root, null, root, root]);
  });

  test('leave what is always answered so, in the row of another field or in its own', () => {
    const other = at('sendOTP', 'acquirerId.required', got('INVALID_TOKEN'), always);
    expect(linked(...rows(other))).toEqual([root, null, root, null]);
  });

  test('about one field leave other rows alone', () => {
    const one = at('sendOTP', 'pspId.maxLength', got('PROCESS_FAIL'), changed);
    const open = at('sendActivationCode', 'customerId.type', got('INVALID_TOKEN'));
    expect(linked(one, open)).toEqual([null, null]);
  });
});

test('null that ends without a result is one finding, whatever the request gets without it', () => {
  const [one, other] = [two(got('SUCCESS', 'S'), page), two(got('INVALID_TOKEN'), page)];
  expect(
    linked(at('sendOTP', 'verifyType.optional', other), at('sendActivationCode', 'customerId.optional', one)),
  ).toEqual(['sendActivationCode/sendActivationCode.customerId.optional', null]);
});
