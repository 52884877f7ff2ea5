/** Checks generated/: fresh, self-contained, and saying in every form what spec/ says. */
import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type OperationId, operations } from '../../generated/operations.ts';
import { type RequirementTitle, requirements } from '../../generated/requirements.ts';
import type { components } from '../../generated/types.ts';
import * as validators from '../../generated/validators.js';
import { isSendOTPRequest, validateRequest, validateResponse } from '../../generated/validators.js';
import { generate, root } from '../../scripts/generate.ts';

const all = Object.values(operations);
const read = (name: string) => readFileSync(`${root}generated/${name}`, 'utf8');

test('every file is what npm run generate makes of spec/', { timeout: 60_000 }, async () => {
  for (const [name, text] of Object.entries(await generate())) {
    expect(readFileSync(root + name, 'utf8') === text, `${name} is stale; run npm run generate`).toBe(true);
    expect(text.split('\n')[0]).toContain('Generated from spec/ by npm run generate; do not edit.');
  }
});

test('openapi.yaml refers to itself only', () => {
  const references = read('openapi.yaml').match(/\$ref: .*/g)!;
  expect(references.filter((line) => !/^\$ref: "?#\//.test(line))).toEqual([]);
});

test('validators.js needs nothing at run time', () => {
  expect(read('validators.js')).not.toMatch(/^import |^export .* from |(?<!['"])\brequire\(/m);
});

describe('validators', () => {
  const field = (id: OperationId, name: string) => operations[id].request.find(({ path }) => path.join('.') === name)!;
  const fields = all.flatMap(({ id, request }) => request.map(({ path }) => [id, path.join('.')] as const));

  test.each(fields)('%s.%s is held to its constraints', (id, name) => {
    const { required, type, maxLength, minLength, enum: values, format, range } = field(id, name);
    const takes = (value: unknown) => validateRequest[id]({ ...operations[id].requestExample, [name]: value });
    const { [name]: _, ...without } = operations[id].requestExample;
    expect(validateRequest[id](without), 'left out').toBe(!required);
    expect(takes(null), 'null').toBe(!required);
    expect(takes(''), 'empty').toBe(false);
    expect(takes([]), 'array').toBe(false);
    if (type === 'string') expect(takes(20), 'number').toBe(false);
    if (maxLength !== null) expect(takes('1'.repeat(maxLength + 1)), 'too long').toBe(false);
    if (maxLength !== null && minLength === 1 && !range) expect(takes('1'.repeat(maxLength)), 'longest').toBe(true);
    for (const value of values ?? []) expect(takes(value), value).toBe(true);
    if (values) expect(takes(values[0]!.toLowerCase()), 'outside').toBe(false);
    if (range) expect([`${range.min - 1}`, `${range.max + 1}`, '01', 'abc'].filter(takes), 'out of range').toEqual([]);
    if (range) expect([`${range.min}`, `${range.max}`].every(takes), 'ends of the range').toBe(true);
    if (format) expect(legalDates.filter((date) => !takes(date))).toEqual([]);
    if (format) expect(illegalDates.filter(takes)).toEqual([]);
  });

  test.each(all)('$id takes each pair of its table and no other', ({ id, resultCodes, responseExamples }) => {
    const success = Object.values(responseExamples)[0] as object;
    for (const [resultCode, status] of Object.entries(resultCodes)) {
      for (const resultStatus of ['S', 'F', 'U']) {
        const answer = { ...success, result: { resultCode, resultStatus } };
        expect(validateResponse[id](answer), `${resultCode} ${resultStatus}`).toBe(resultStatus === status);
      }
    }
    expect(validateResponse[id]({ ...success, result: { resultCode: 'RISK_REJECT', resultStatus: 'F' } })).toBe(false);
  });

  test.each(
    all.flatMap(({ id, response }) =>
      response.filter(({ conditional }) => conditional).map(({ path }) => [id, path.join('.')] as const),
    ),
  )('%s asks for %s where its condition holds, and only there', (id, name) => {
    const full = Object.values(operations[id].responseExamples).find((answer) => name in (answer as object)) as object;
    expect(validateResponse[id](full)).toBe(true);
    expect(validateResponse[id]({ ...full, [name]: null }), 'null').toBe(false);
    expect(validateResponse[id]({ result: { resultCode: 'PROCESS_FAIL', resultStatus: 'F' } }), 'failure').toBe(true);
  });

  test('there is a type guard for each message', () => {
    expect(Object.keys(validators).filter((name) => name.startsWith('is'))).toHaveLength(2 * all.length);
    const value: unknown = { acquirerId: 'a', pspId: 'p', accessToken: 't' };
    expect(isSendOTPRequest(value)).toBe(true);
    if (isSendOTPRequest(value)) expectTypeOf(value).toEqualTypeOf<components['schemas']['SendOTPRequest']>();
  });
});

describe('tables', () => {
  test('a rule is in a group exactly where the group has it as a member', () => {
    const rules = all.flatMap(({ request, response }) => [...request, ...response].flatMap((field) => field.rules));
    for (const { id, members, callerMembers } of requirements) {
      expect(rules.filter(({ group }) => group.includes(id)).map((rule) => rule.id)).toEqual(members ?? []);
      const sent = rules.filter((rule) => rule.sent?.group.includes(id)).map((rule) => rule.id);
      expect(sent).toEqual(callerMembers ?? []);
    }
  });

  test('titles are literal types, without the rows that sum up others', () => {
    expectTypeOf<'OTP-04 The MPP MUST give each OTP its own verifyRequestId.'>().toExtend<
      RequirementTitle<'sendOTP'>
    >();
    expectTypeOf<'OTP-04 The MPP MUST give OTPs ids.'>().not.toExtend<RequirementTitle<'sendOTP'>>();
    expectTypeOf<'OTP-07 The MPP MUST answer PARAM_ILLEGAL to a verifyType that is neither MOBILE nor EMAIL.'>().not.toExtend<
      RequirementTitle<'sendOTP'>
    >();
  });

  test('paths are the published ones, and the assumed ones say so', () => {
    expect(all.map(({ path, pathAssumed }) => [path, pathAssumed])).toEqual([
      ['/aps/api/v1/users/sendOTP', false],
      ['/aps/api/v1/tokens/sendActivationCode', true],
      ['/aps/api/v1/tokens/tokenActivationNotification', true],
      ['/aps/api/v1/tokens/tokenDigitizeDecision', true],
      ['/aps/api/v1/codes/getPaymentCode', false],
    ]);
  });

  test('an accepted call costs exactly where a message is sent', () => {
    expect(all.filter(({ effect }) => effect).map(({ id }) => id)).toEqual(['sendOTP', 'sendActivationCode']);
  });
});

const legalDates = [
  '2026-02-28T23:59:59+08:00',
  '2026-02-28T23:59:59+00:00',
  '2026-02-28T23:59:59+05:30',
  '2026-02-28T23:59:59-05:00',
  '2024-02-29T00:00:00Z',
  '2026-02-28T23:59:59.09Z',
];

const illegalDates = [
  'tomorrow',
  '1574827261',
  '2026-13-01T00:00:00+08:00',
  '2026-02-30T00:00:00+08:00',
  '2026-02-28T25:00:00+08:00',
  '2026-02-28T23:59:59',
  '2026-02-28',
  '2026-02-28 23:59:59+08:00',
  '20260228T235959+0800',
  '2026-02-28T23:59:59+0800',
];
