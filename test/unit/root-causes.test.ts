/** Root causes: which of several failed rows explains the others, by the requests that they were seen on. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../engine/check/facts.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import type { OperationId } from '../../generated/operations.ts';
import { operations } from '../../generated/operations.ts';
import { requirements } from '../../generated/requirements.ts';
import {
  failed,
  failing,
  field,
  inAnswer,
  linked,
  passed,
  psp,
  seenOn,
  wide,
  withChecks,
} from '../support/failed-rows.ts';
import { judgedRow, plannedRow, settledCheck } from '../support/rows.ts';

describe('of rows that failed together', () => {
  test('the one that names the cause best explains the others', () => {
    expect(linked(failing('OTP-09', ['a0']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
    expect(linked(failing('G-16', ['a0']), failing('OTP-09', ['a0']))).toEqual(['sendOTP/OTP-09', null]);
    expect(linked(failing('OTP-09', ['a0']), failing('G-08', ['a0']))).toEqual(['sendOTP/G-08', null]);
    expect(linked(failing('G-08', ['a0']), failing(inAnswer, ['a0']))).toEqual([`sendOTP/${inAnswer}`, null]);
    expect(linked(failing(inAnswer, ['a0']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
  });

  test('attempts of one request are one piece of evidence', () => {
    expect(linked(failing('OTP-09', ['a1']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
    expect(linked(failing('OTP-09', ['y']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
    // Only the last number counts attempts.
    expect(linked(failing('OTP-09', ['n1']), failing(field, ['n2']))).toEqual([null, null]);
  });

  test('one that was seen elsewhere too stays a finding of its own', () => {
    expect(linked(failing('OTP-09', ['b0']), failing(field, ['a0']))).toEqual([null, null]);
    expect(linked(wide('OTP-09', 'a0', 'b0'), failing(field, ['a0']))).toEqual([null, null]);
    expect(linked(failing('OTP-09', []), failing(field, ['a0']))).toEqual([null, null]);
    expect(linked(failing(field, ['a0']), failing(psp, ['a0']))).toEqual([null, null]);
  });

  test('only the decisive exchange of a check counts for it, and all for what explains it', () => {
    expect(linked(failing('OTP-09', ['a0', 'b0']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
    expect(linked(failing('OTP-09', ['b0']), failing(field, ['a0', 'b0']))).toEqual([`sendOTP/${field}`, null]);
  });

  test('a finding that stands for many counts with all of them', () => {
    const many = (id: string, shown: string, all: readonly string[]) =>
      withChecks(id, [settledCheck('failed', { exchanges: seenOn([shown]), allEvidence: seenOn(all) })]);
    expect(linked(many('G-16', 'a0', ['a0', 'b0']), failing(field, ['a0']))).toEqual([null, null]);
    expect(linked(failing('OTP-09', ['b0']), many(field, 'a0', ['a0', 'b0']))).toEqual([`sendOTP/${field}`, null]);
  });

  test('several of the better ones may explain it together', () => {
    const [consequence] = linked(wide('OTP-09', 'b0', 'c0'), failing(field, ['c0']), failing(psp, ['b0']));
    expect(consequence).toBe(`sendOTP/${field}`);
    expect(linked(wide('OTP-09', 'b0', 'c0'), failing(psp, ['a0']), failing(field, ['c0']))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('of a target with several faults', () => {
  const success: Fact = { is: 'answer', status: 'S', code: 'SUCCESS', http: 200 };
  const inHeader = (id: string, shown: readonly string[]) =>
    withChecks(id, [
      settledCheck('failed', { place: 'response:header:Signature', exchanges: seenOn(shown), received: null }),
    ]);

  test('no answer of a wrong form explains that something forbidden was accepted', () => {
    const accepted = withChecks('OTP-09', [failed(['a0'], success)]);
    expect(linked(accepted, failing(inAnswer, ['a0', 'b0']))).toEqual([null, null]);
    expect(linked(accepted, failing(field, ['a0', 'b0']))).toEqual([`sendOTP/${field}`, null]);
    const refused = withChecks('OTP-09', [failed(['a0'], { ...success, status: 'F', code: 'PROCESS_FAIL' })]);
    expect(linked(refused, failing(inAnswer, ['a0', 'b0']))).toEqual([`sendOTP/${inAnswer}`, null]);
  });

  test('headers of answers explain nothing that is read from bodies', () => {
    expect(linked(failing('OTP-04', ['a0']), inHeader('G-07', ['a0', 'b0']))).toEqual([null, null]);
    expect(linked(failing('OTP-04', ['a0']), failing('G-07', ['a0', 'b0']))).toEqual(['sendOTP/G-07', null]);
    expect(linked(failing('G-08', ['a0']), inHeader('G-07', ['a0', 'b0']))).toEqual(['sendOTP/G-07', null]);
  });
});

describe('of rows that explain each other', () => {
  test('one that explains all of it goes before one that explains a part', () => {
    const rows = [wide('OTP-09', 'a0', 'b0'), failing(field, ['a0']), failing(psp, ['a0', 'b0'])];
    expect(linked(...rows)[0]).toBe(`sendOTP/${psp}`);
  });

  test('one that is explained by a better-named one stays so, whatever was seen on more requests', () => {
    const rows = [failing('OTP-09', ['a0']), failing(field, ['a0']), wide('OTP-04', 'a0', 'b0')];
    expect(linked(...rows)).toEqual([`sendOTP/${field}`, null, null]);
  });

  test('one that is explained explains nothing itself', () => {
    expect(linked(failing('G-16', ['a0']), failing('OTP-09', ['a0']), failing(field, ['a0']))).toEqual([
      `sendOTP/${field}`,
      `sendOTP/${field}`,
      null,
    ]);
  });
});

describe('what an invariant saw too', () => {
  test('makes a catalogue row a consequence of the invariant', () => {
    expect(linked(failing('OTP-09', ['a0']), withChecks('G-16', [failed(['b0', 'a0'])]))).toEqual([
      'sendOTP/G-16',
      null,
    ]);
    expect(linked(failing('OTP-09', ['c0']), failing('G-16', ['a0']))).toEqual([null, null]);
  });

  test('is no cause of what is better named, nor of what is explained already', () => {
    const invariant = () => wide('G-16', 'a0', 'b0');
    expect(linked(failing(field, ['a0']), invariant())).toEqual([null, null]);
    const explained = linked(failing('OTP-09', ['a0']), failing(field, ['a0']), invariant());
    expect(explained).toEqual([`sendOTP/${field}`, null, null]);
    expect(linked(failing('OTP-09', []), invariant())).toEqual([null, null]);
  });
});

describe('of two rows of one rank', () => {
  test('that were decided on the same requests one is a finding, the first by name', () => {
    expect(linked(failing('OTP-09', ['a0']), failing('OTP-04', ['a0']))).toEqual(['sendOTP/OTP-04', null]);
    expect(linked(failing('OTP-04', ['a0']), failing('OTP-09', ['a0']))).toEqual([null, 'sendOTP/OTP-04']);
    expect(linked(failing('OTP-09', ['a0']), failing('OTP-04', ['b0']))).toEqual([null, null]);
    const sameField = 'sendOTP.accessToken.empty';
    expect(linked(failing(field, ['a0']), failing(sameField, ['a0']))).toEqual([`sendOTP/${sameField}`, null]);
  });

  test('that are about another field, or about none, both are findings', () => {
    const ofBody = 'sendOTP.body.type';
    expect(linked(failing(field, ['a0']), failing(ofBody, ['a0']))).toEqual([null, null]);
  });

  test('the one with more evidence explains the other', () => {
    expect(linked(failing('OTP-04', ['a0']), wide('OTP-09', 'a0', 'b0'))).toEqual(['sendOTP/OTP-09', null]);
    expect(linked(failing('G-08', ['a0']), wide('OTP-09', 'a0', 'b0'))).toEqual([null, null]);
  });
});

describe('a good request that lacks a demanded optional field', () => {
  const optional = (change: Partial<PlannedRow> = {}) =>
    judgedRow(plannedRow('sendOTP.verifyType.optional', change), [failed(['b0'])]);

  test('is not a second finding', () => {
    expect(linked(failing('OTP-15', ['m']), optional())).toEqual(['sendOTP/sendOTP.verifyType.optional', null]);
    const passedToo = withChecks('OTP-15', [passed(['full']), failed(['m'])]);
    expect(linked(passedToo, optional())[0]).toBe('sendOTP/sendOTP.verifyType.optional');
  });

  test('is one where it has the field, or cannot be read', () => {
    const { constraint } = plannedRow('sendOTP.verifyType.optional');
    const accessToken = operations.sendOTP.request.find(({ path }) => path[0] === 'accessToken')!;
    const other = optional({ constraint: { ...constraint!, field: accessToken } });
    expect(linked(failing('OTP-15', ['m']), other)).toEqual([null, null]);
    expect(linked(failing('OTP-15', ['m']), optional({ constraint: { ...constraint!, field: null } }))).toEqual([
      null,
      null,
    ]);
    expect(linked(wide('OTP-15', 'm', 'full'), optional())[0]).toBe(null);
    expect(linked(failing('OTP-15', ['g']), optional())[0]).toBe(null);
  });

  test('is one for rows of another rank, and for constraints of another kind', () => {
    expect(linked(failing('G-24', ['m']), optional())).toEqual([null, null]);
    expect(linked(failing('OTP-15', ['m']), failing('sendOTP.pspId.required', ['b0']))).toEqual([null, null]);
  });
});

describe('the same wrong answer to several illegal fields', () => {
  const got = (status: string, code: string, http = 200): Fact => ({ is: 'answer', status, code, http });
  const crash: Fact = { is: 'no-result', http: 500 };
  const receiving = (id: string, seen: string, ...received: Fact[]) =>
    withChecks(
      id,
      received.map((one) => failed([seen], one)),
    );
  const both = (one: Fact, other: Fact) => linked(receiving(field, 'a0', one), receiving(psp, 'b0', other));

  test('is one finding', () => {
    for (const fact of [got('F', 'PROCESS_FAIL'), crash, got('U', 'PARAM_ILLEGAL'), got('F', 'PARAM_ILLEGAL', 400)])
      expect(both(fact, fact), JSON.stringify(fact)).toEqual([null, `sendOTP/${field}`]);
  });

  test('is one however a connection was lost', () => {
    const lost = (kind: string, says: string): Fact => ({ is: 'no-answer', kind, says });
    const [reset, timeout] = [lost('reset', 'the connection was reset'), lost('timeout', 'nothing within 300 ms')];
    expect(both(reset, lost('reset', 'closed after 12 bytes'))).toEqual([null, `sendOTP/${field}`]);
    const twice = receiving(psp, 'b0', reset, timeout);
    expect(linked(receiving(field, 'a0', timeout), twice)).toEqual([null, `sendOTP/${field}`]);
  });

  test('is several where the answers differ, are S, or are the right one', () => {
    expect(both(got('F', 'PROCESS_FAIL'), got('F', 'INVALID_TOKEN'))).toEqual([null, null]);
    expect(both(got('S', 'SUCCESS'), got('S', 'SUCCESS'))).toEqual([null, null]);
    expect(both(got('F', 'PARAM_ILLEGAL'), got('F', 'PARAM_ILLEGAL'))).toEqual([null, null]);
    const odd = got('F', 'X');
    const several = receiving(psp, 'b0', odd, got('F', 'Y'));
    expect(linked(receiving(field, 'a0', odd), several)).toEqual([null, null]);
  });

  test('counts for fields of requests alone, and only what failed counts', () => {
    const odd = got('F', 'X');
    expect(linked(receiving('OTP-04', 'a0', odd), receiving('OTP-09', 'b0', odd))).toEqual([null, null]);
    expect(linked(receiving(field, 'a0', odd), receiving('OTP-09', 'b0', odd))).toEqual([null, null]);
    expect(linked(receiving(field, 'a0', odd), receiving(inAnswer, 'b0', odd))).toEqual([null, null]);
    const passedToo = withChecks(psp, [passed(['c0'], got('F', 'Y')), failed(['b0'], odd)]);
    expect(linked(receiving(field, 'a0', odd), passedToo)).toEqual([null, `sendOTP/${field}`]);
  });
});

test('rows of other APIs, groups and rows that did not fail explain nothing', () => {
  const there = withChecks('getPaymentCode.customerId.maxLength', [failed(['a0'])], 'getPaymentCode');
  expect(linked(failing('OTP-09', ['a0']), there)).toEqual([null, null]);
  const group = failing(requirements.find(({ members, operation }) => members && operation === 'sendOTP')!.id, ['a0']);
  expect(linked(failing('G-16', ['a0']), group)).toEqual([null, null]);
  const warned = judgedRow(plannedRow(field), [failed(['a0'])], { outcome: 'warned' });
  expect(linked(failing('OTP-09', ['a0']), warned)).toEqual([null, null]);
  const passedThere = withChecks(field, [passed(['a0']), failed(['b0'])]);
  expect(linked(failing('OTP-09', ['a0']), passedThere)).toEqual([null, null]);
});

describe('a generic requirement that is broken in the same way at several APIs', () => {
  const at = (operation: OperationId, ordinals: readonly number[], id = 'G-16') =>
    withChecks(
      id,
      ordinals.map((ordinal) => failed([], null, ordinal)),
      operation,
    );

  test('is one finding, under the API that is first by name', () => {
    expect(linked(at('sendOTP', [0]), at('getPaymentCode', [0]), at('sendActivationCode', [1]))).toEqual([
      'getPaymentCode/G-16',
      null,
      null,
    ]);
    const passedToo = withChecks('G-16', [failed([], null, 0), passed([])], 'getPaymentCode');
    expect(linked(at('sendOTP', [0]), passedToo)).toEqual(['getPaymentCode/G-16', null]);
    expect(linked(at('sendOTP', [0, 1]), at('getPaymentCode', [0, 1]))).toEqual(['getPaymentCode/G-16', null]);
    expect(linked(at('sendOTP', [0, 1]), at('getPaymentCode', [1]))).toEqual([null, null]);
    expect(linked(at('sendOTP', [1, 2]), at('getPaymentCode', [12]))).toEqual([null, null]);
  });

  test('is several for several requirements, and for one of a single API', () => {
    expect(linked(at('sendOTP', [0]), at('getPaymentCode', [0], 'G-07'))).toEqual([null, null]);
    const elsewhere = judgedRow(plannedRow('OTP-09', { key: 'other/OTP-09' }), [failed([])]);
    expect(linked(failing('OTP-09', []), elsewhere)).toEqual([null, null]);
  });

  test('stands for others only where nothing explains it', () => {
    const explained = failing('G-16', ['a0']);
    expect(linked(explained, failing(field, ['a0']), at('getPaymentCode', [0]))).toEqual([
      `sendOTP/${field}`,
      null,
      null,
    ]);
  });
});
