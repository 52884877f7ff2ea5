/** Answers without a result: one layer is at fault where requests of several kinds get them, and a field where it alone does. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../engine/check/facts.ts';
import type { JudgedRow } from '../../engine/report/judged-rows.ts';
import { linkRootCauses } from '../../engine/report/root-causes.ts';
import { sharedMistakes } from '../../engine/report/shared-mistakes.ts';
import type { OperationId } from '../../generated/operations.ts';
import { failed, passed, withChecks } from '../support/failed-rows.ts';
import { settledCheck } from '../support/rows.ts';

const bare: Fact = { is: 'no-result', http: 400 };
const illegal: Fact = { is: 'answer', status: 'F', code: 'PARAM_ILLEGAL', http: 200 };
const good: Fact = { is: 'answer', status: 'S', code: 'SUCCESS', http: 200 };

const refused = (id: string, seen: string, received: Fact = bare, api: OperationId = 'sendOTP') =>
  withChecks(id, [failed([seen], received)], api);
const missing = (api: OperationId, ...seen: string[]) =>
  withChecks(
    `${api}.response.result.required`,
    seen.map((one) => failed([one], { is: 'missing', field: 'result' })),
    api,
  );
const right = (id: string, api: OperationId = 'sendOTP'): JudgedRow => ({
  ...withChecks(id, [passed(['c0'], illegal)], api),
  outcome: 'passed',
});

function consequences(...rows: JudgedRow[]) {
  linkRootCauses(rows);
  return rows.map(({ consequenceOf }) => consequenceOf);
}

const root = 'sendOTP/sendOTP.response.result.required';

describe('requests of several kinds that are answered without a result', () => {
  const kinds = ['sendOTP.accessToken.null', 'sendOTP.pspId.maxLength', 'sendOTP.verifyType.enum'];

  test('are one finding about answers', () => {
    const rows = kinds.map((id, at) => refused(id, ['a0', 'b0', 'c0'][at]!));
    const contrast = right('sendOTP.acquirerId.null');
    expect(consequences(missing('sendOTP', 'a0'), ...rows, contrast)).toEqual([null, root, root, root, null]);
  });

  test('are one where one of two requests got such an answer', () => {
    const two: Fact = { is: 'two-answers', as: 'omitted-and-null', one: good, other: bare };
    const rows = kinds.map((id) => refused(id, 'a0', two));
    expect(consequences(missing('sendOTP', 'b0'), ...rows)).toEqual([null, root, root, root]);
  });

  test('are not where one of them got a result', () => {
    const rows = [refused(kinds[0]!, 'a0'), refused(kinds[1]!, 'b0'), refused(kinds[2]!, 'c0', good)];
    const [, ...linked] = consequences(missing('sendOTP', 'a0'), ...rows, right('sendOTP.acquirerId.null'));
    expect(linked).not.toContain(root);
  });

  test('are a finding about the field where others of the kind are answered well', () => {
    const field = 'sendOTP.verifyType';
    const rows = [refused(`${field}.enum`, 'a0'), refused(`${field}.type`, 'b0'), refused(`${field}.optional`, 'c0')];
    const all = consequences(missing('sendOTP', 'a0', 'b0', 'c0'), ...rows, right('sendOTP.acquirerId.type'));
    expect(all.slice(0, 2)).toEqual([`sendOTP/${field}.enum`, null]);
    expect(all).not.toContain(root);
  });

  test('lead to the row that no request ends in a crash where every answer is one', () => {
    const crash = settledCheck('failed', { expected: { is: 'any-result' }, received: { is: 'no-result', http: 500 } });
    const rows = kinds.map((id) => refused(id, 'a0', { is: 'no-result', http: 500 }));
    expect(consequences(withChecks('G-24', [crash]), ...rows)).toEqual([null, ...kinds.map(() => 'sendOTP/G-24')]);
  });
});

describe('answers without a result in several APIs', () => {
  const token = 'tokenDigitizeDecision';

  test('are one finding where no field explains them', () => {
    const name = 'tokenDigitizeDecision.consumerFacingEntityName.maxLength';
    const rows = [missing('sendOTP', 'a0'), missing(token, 'b0', 'c0'), refused(name, 'b0', bare, token)];
    expect(consequences(...rows)).toEqual([null, root, `${token}/${token}.response.result.required`]);
  });

  test('stay with the field that they were seen on', () => {
    const rows = [
      missing('sendOTP', 'a0'),
      refused('sendOTP.pspId.maxLength', 'a0'),
      missing(token, 'b0'),
      refused(`${token}.customerId.maxLength`, 'b0', bare, token),
    ];
    const linked = consequences(...rows);
    expect([linked[0], linked[2]]).toEqual([
      'sendOTP/sendOTP.pspId.maxLength',
      `${token}/${token}.customerId.maxLength`,
    ]);
  });
});

describe('null that is refused', () => {
  const names = ['customerId', 'walletId', 'tokenRequestorId', 'accountSource'];
  const optional = (name: string, received: Fact | null): JudgedRow => {
    const id = `tokenActivationNotification.${name}.optional`;
    return received
      ? withChecks(id, [failed(['a0'], received)], 'tokenActivationNotification')
      : right(id, 'tokenActivationNotification');
  };
  const onlyNull: Fact = { is: 'two-answers', as: 'omitted-and-null', one: good, other: illegal };
  const told = (...facts: (Fact | null)[]) => sharedMistakes(facts.map((fact, at) => optional(names[at]!, fact)));

  test('in several fields is one mistake', () => {
    const [found] = told(onlyNull, onlyNull, onlyNull, null);
    expect(found).toMatchObject({ code: 'null-refused', says: expect.stringContaining('in 3 of 4 optional fields') });
  });

  test('in two fields, or together with the field that is left out, is none', () => {
    expect(told(onlyNull, onlyNull, null, null)).toEqual([]);
    const demanded: Fact = { is: 'two-answers', as: 'omitted-and-null', one: illegal, other: illegal };
    expect(told(demanded, demanded, demanded, demanded)).toEqual([]);
  });
});
