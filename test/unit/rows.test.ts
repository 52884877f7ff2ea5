/** Rows: what an API has to keep, and which part of the spec each of its rows comes from. */
import { describe, expect, test } from 'vitest';
import { binds, rowsOf } from '../../engine/plan/rows.ts';
import { operations } from '../../generated/operations.ts';
import { requirements } from '../../generated/requirements.ts';

const { sendOTP } = operations;
const rows = rowsOf(sendOTP, 'mpp');

describe('the rows of an API', () => {
  test('are one for each constraint and each sentence about it, each once', () => {
    const keys = rows.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const sentences = requirements.filter(({ operation }) => operation === null || operation === 'sendOTP');
    const fields = [...sendOTP.request, ...sendOTP.response].flatMap((field) => field.rules);
    expect(keys).toHaveLength(sendOTP.body.length + fields.length + sentences.length);
    for (const row of rows) {
      expect(row.op).toBe(sendOTP);
      expect([row.key, row.operation]).toEqual([`sendOTP/${row.id}`, 'sendOTP']);
      expect(row.says).not.toBe('');
      expect(row.source.page).toMatch(/^https:/);
      expect(row.source.words).not.toBe('');
    }
  });

  test('know which part of the spec they come from', () => {
    const at = (id: string) => rows.find((row) => row.id === id)!;
    expect(at('sendOTP.accessToken.maxLength')).toMatchObject({
      constraint: { side: 'request', rule: { keyword: 'maxLength' } },
      requirement: null,
      kind: 'maxLength',
    });
    expect(at('sendOTP.response.verifyRequestId.maxLength')).toMatchObject({
      constraint: { side: 'response' },
      kind: 'answer maxLength',
    });
    expect(at('sendOTP.body.type').constraint).toMatchObject({ side: 'body', field: null });
    expect(at('OTP-04')).toMatchObject({ constraint: null, requirement: { id: 'OTP-04' }, kind: 'behaviour' });
  });

  test('of the catalogue belong to no group', () => {
    for (const { group, requirement } of rows) if (requirement) expect(group).toEqual([]);
  });

  test('are of a kind', () => {
    const kinds = Object.fromEntries(rows.map(({ id, kind }) => [id, kind]));
    const of = (kind: string) => Object.keys(kinds).filter((id) => id.startsWith('G-') && kinds[id] === kind);
    expect(of('signature')).toEqual(['G-02', 'G-03', 'G-04', 'G-05', 'G-07', 'G-08', 'G-09', 'G-14', 'G-26']);
    expect(of('http')).toEqual(['G-01', 'G-06', 'G-10', 'G-11', 'G-12', 'G-13', 'G-22']);
    expect(of('result')).toEqual(['G-16', 'G-24']);
    expect(of('encoding')).toEqual(['G-21']);
    expect(of('group')).toEqual(
      requirements.filter(({ id, members }) => id.startsWith('G-') && members).map(({ id }) => id),
    );
  });

  test('bind one party', () => {
    const sentence = (id: string) => requirements.find((one) => one.id === id)!;
    const bound = (id: string) =>
      (['mpp', 'alipayplus', 'mpp-client'] as const).filter((role) => binds(sentence(id), role));
    expect(bound('OTP-04')).toEqual(['mpp']);
    expect(bound('GPC-12')).toEqual(['mpp-client']);
    expect(bound('G-07')).toEqual(['mpp', 'alipayplus']);
  });

  test('tell a caller what to send, in the words for its sender', () => {
    const asSent = rowsOf(operations.getPaymentCode, 'mpp-client');
    const asServed = rowsOf(operations.getPaymentCode, 'alipayplus');
    expect(asSent.map(({ key }) => key)).toEqual(asServed.map(({ key }) => key));
    for (const [i, row] of asSent.entries()) {
      const { constraint } = row;
      if (!constraint) continue;
      const { sent } = constraint.rule;
      const { says, level, basis, ambiguity, group } = sent ?? { ...asServed[i]!, group: [] };
      expect({ ...row }, row.id).toMatchObject({ says, level, basis, ambiguity, group });
    }
    expect(asSent.some(({ says }, i) => says !== asServed[i]!.says)).toBe(true);
  });
});
