/** Root causes: which of several failed rows explains the others, by the requests that they were seen on. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../engine/check/facts.ts';
import type { Finding } from '../../engine/check/finding.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import type { JudgedRow, SettledCheck } from '../../engine/report/judged-rows.ts';
import { linkRootCauses } from '../../engine/report/root-causes.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { OperationId } from '../../generated/operations.ts';
import { operations } from '../../generated/operations.ts';
import { requirements } from '../../generated/requirements.ts';
import { exchangeOf, resultOf } from '../support/exchanges.ts';
import { judgedRow, plannedRow, settledCheck } from '../support/rows.ts';
import { withUnreadWords } from '../support/unread-words.ts';

const answer = (id: string, probe: string, body: unknown = {}) =>
  exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id, probe, body });

/** Two attempts each of three requests, and single ones. */
const exchanges = new Map<string, Exchange>(
  [
    ...['a', 'b', 'c'].flatMap((name) => [answer(`${name}0`, `${name}/0`), answer(`${name}1`, `${name}/1`)]),
    answer('y', 'a/10'),
    answer('n1', 'a/7/b/0'),
    answer('n2', 'a/8/b/0'),
    answer('m', 'm/0', { accessToken: 't' }),
    answer('full', 'f/0', { verifyType: 'MOBILE' }),
    answer('g', 'g/0', '{'),
  ].map((exchange) => [exchange.id, exchange]),
);

const seenOn = (ids: readonly string[]) => ids.map((id) => exchanges.get(id)!);
const failed = (ids: readonly string[], received: Fact | null = null, ordinal = 0): SettledCheck =>
  settledCheck('failed', { exchanges: seenOn(ids), received }, ordinal);
const passed = (ids: readonly string[], received: Fact | null = null): SettledCheck =>
  settledCheck('passed', { exchanges: seenOn(ids), received }, 9);

/** A failed row with these checks. */
const withChecks = (id: string, checks: readonly SettledCheck[], operation: OperationId = 'sendOTP') =>
  judgedRow(plannedRow(id, {}, operation), checks);
/** A failed row with one check, seen on these exchanges. */
const failing = (id: string, ids: readonly string[]) => withChecks(id, [failed(ids)]);
/** A failed row with one check for each exchange. */
const wide = (id: string, ...ids: string[]) =>
  withChecks(
    id,
    ids.map((one) => failed([one])),
  );

function linked(...rows: JudgedRow[]) {
  linkRootCauses(withUnreadWords(rows));
  return rows.map(({ consequenceOf }) => consequenceOf);
}

const field = 'sendOTP.accessToken.maxLength';
const psp = 'sendOTP.pspId.maxLength';
const inAnswer = 'sendOTP.response.verifyRequestId.maxLength';

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

describe('one mistake in what several APIs and fields share', () => {
  const got = (code: string, status = 'F'): Fact => ({ is: 'answer', status, code, http: 200 });
  const page: Fact = { is: 'no-result', http: 500 };
  const at = (operation: OperationId, id: string, received: Fact, change: Partial<Finding> = {}) =>
    judgedRow(plannedRow(`${operation}.${id}`, {}, operation), [
      settledCheck('failed', { exchanges: [], received, ...change }, 0),
    ]);
  const two = (one: Fact, other: Fact): Fact => ({ is: 'two-answers', one, other, as: 'omitted-and-null' });
  const otp = 'sendOTP.verifyType.optional';

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
