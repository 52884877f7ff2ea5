/** Invariants of answers, one by one: each rule of each field of an answer is broken by what it names, and kept by the examples. */
import { describe, expect, test } from 'vitest';
import type { Field, Keyword, Operation, Rule } from '../../contract/types.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { edited, pointer, valueAt } from '../../engine/wire/json.ts';
import { operations } from '../../generated/operations.ts';
import { answerInvariant } from '../../suites/shared/response-fields.ts';
import { type Came, observedOf, resultOf, timeout } from '../support/exchanges.ts';

interface Case {
  readonly id: string;
  readonly op: Operation;
  readonly field: Field;
  readonly rule: Rule;
}

const rules: readonly Case[] = Object.values(operations).flatMap((op) =>
  op.response.flatMap((field) => field.rules.map((rule) => ({ id: rule.id, op, field, rule }))),
);
const ruleOf = (id: string): Case => rules.find((one) => one.id === id)!;

const seen = ({ op }: Case, came: Came, more: Partial<ObservedExchange> = {}) =>
  observedOf(came, { operation: op.id }, more);

/** The finding on one answer, its facts in words. */
function judged(one: Case, came: Came, more: Partial<ObservedExchange> = {}) {
  const found = answerInvariant(one.op, one.field, one.rule).judge(seen(one, came, more));
  return found && { ...found, expected: wordsOf(found.expected), received: wordsOf(found.received) };
}

/** Values that break a rule, each with how the finding shows it. */
const wrong: Readonly<Record<Keyword, (field: Field) => [unknown, string][]>> = {
  required: () => [
    [undefined, 'nothing'],
    [null, 'null'],
    ['', '""'],
  ],
  type: ({ type }) =>
    type === 'string'
      ? [
          [20, 'a JSON number: 20'],
          [true, 'a JSON boolean: true'],
          [['a'], 'a JSON array: ["a"]'],
          [{ a: 'b' }, 'an object: {"a":"b"}'],
        ]
      : [
          ['text', 'a JSON string: "text"'],
          type === 'array' ? [{ a: 'b' }, 'an object: {"a":"b"}'] : [['a'], 'a JSON array: ["a"]'],
        ],
  empty: () => [['', '""']],
  maxLength: ({ maxLength }) => [['é'.repeat(maxLength! + 1), `${maxLength! + 1} characters`]],
  minLength: ({ minLength }) => [['x'.repeat(minLength! - 1), `${minLength! - 1} characters`]],
  enum: () => [['X', '"X"']],
  format: () => [
    ['2026-02-28 10:00:00', '"2026-02-28 10:00:00"'],
    ['soon', '"soon"'],
  ],
  null: () => [],
  range: () => [],
  optional: () => [],
};

/** The example of an operation that has the field. */
function exampleWith(op: Operation, field: Field): JsonObject {
  const all = Object.values(op.responseExamples) as JsonObject[];
  return all.find((example) => valueAt(example, field.path) !== undefined) ?? all[0]!;
}

describe.each(rules)('$id', (one) => {
  const { op, field, rule } = one;

  test('holds for every example, where it says something', () => {
    for (const json of Object.values(op.responseExamples)) {
      const found = judged(one, { json });
      expect(['satisfied', 'not-applicable'], JSON.stringify(json)).toContain(found?.verdict);
      if (found?.verdict === 'satisfied') expect(found).toMatchObject({ reason: '', received: '' });
      else expect(found).toMatchObject({ reason: 'precondition', received: `no ${field.path.join('.')}` });
    }
    expect(judged(one, { json: exampleWith(op, field) })?.verdict).toBe('satisfied');
  });

  test('is broken by what it names', () => {
    const cases = wrong[rule.keyword](field).filter(([value]) => rule.keyword !== 'minLength' || value !== '');
    for (const [value, received] of cases) {
      const json = edited(exampleWith(op, field), [{ path: field.path, set: value }]);
      const found = judged(one, { json });
      // An answer without a result at all is the business of the result alone.
      if (field.path.length > 1 || field.path[0] === 'result' || json.result) {
        expect(found, String(value)).toMatchObject({
          verdict: 'violated',
          reason: 'broken',
          received,
          place: `response:${pointer(field.path)}`,
        });
        expect(found!.exchanges).toHaveLength(1);
        expect(found!.expected.startsWith(`${field.path.join('.')} `)).toBe(true);
      }
    }
  });

  test('says nothing of other APIs, of no answer, and of answers without a result', () => {
    const invariant = answerInvariant(op, field, rule);
    const other = Object.values(operations).find(({ id }) => id !== op.id)!;
    expect(invariant.judge(observedOf({ json: exampleWith(op, field) }, { operation: other.id }))).toBe(null);
    expect(judged(one, timeout)).toBe(null);
    if (field.path.join('.') !== 'result') {
      expect(judged(one, { json: { message: 'a gateway' } })).toBe(null);
      expect(judged(one, { text: '<html>' })).toBe(null);
    }
  });
});

const promised: Readonly<Record<string, string>> = {
  'sendOTP.response.result.required': 'result is present where it is required',
  'sendOTP.response.verifyRequestId.type': 'verifyRequestId is a JSON string',
  'sendOTP.response.verifyRequestId.maxLength': 'verifyRequestId has at most 64 characters',
  'sendOTP.response.result.type': 'result is a JSON object',
  'sendOTP.response.result.resultMessage.empty': 'result.resultMessage is never ""',
  'getPaymentCode.response.paymentCodeInfoList.type': 'paymentCodeInfoList is a JSON array',
  'tokenDigitizeDecision.response.decision.enum':
    'decision is one of APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION, DECLINED',
};

test.each(Object.entries(promised))('%s is told as: %s', (id, words) => {
  const { op, field, rule } = ruleOf(id);
  expect(answerInvariant(op, field, rule).title).toBe(`in every answer ${words}`);
  expect(judged(ruleOf(id), { json: exampleWith(op, field) })!.expected).toBe(words);
});

describe('the result of an answer', () => {
  const required = ruleOf('sendOTP.response.result.required');
  const notJson = 'HTTP 200 with a body that is not a JSON object';

  test.each<[string, Came, Partial<ObservedExchange>, string | null]>([
    ['a page', { text: '<html>' }, {}, notJson],
    ['an array', { json: [] }, {}, notJson],
    [
      'a body that was cut',
      { text: 'x', truncated: true },
      {},
      'HTTP 200 with a body of more than 1 MiB, of which no more is read',
    ],
    ['a page to an odd request', { text: '<html>' }, { ordinary: false }, null],
    ['a page with HTTP 500, which is a crash', { text: '<html>', status: 500 }, {}, null],
    ['JSON of a gateway to an odd request', { json: { message: 'a' } }, { ordinary: false }, null],
    ['JSON of a gateway', { json: { message: 'a' } }, {}, 'nothing'],
    ['a result that is null', { json: { result: null } }, {}, 'null'],
  ])('is missing from %s', (_, came, more, received) => {
    const found = judged(required, came, more);
    if (received === null) expect(found).toBe(null);
    else
      expect(found).toMatchObject({
        verdict: 'violated',
        received,
        place: 'response:/result',
        exchanges: { length: 1 },
      });
  });
});

const synthetic = (keyword: Keyword, change: Partial<Field>): Case => {
  const { op, field, rule } = ruleOf('sendOTP.response.verifyRequestId.maxLength');
  return { id: keyword, op, field: { ...field, ...change }, rule: { ...rule, keyword } };
};
const shows = (one: Case, verifyRequestId: unknown) => judged(one, resultOf('S', 'SUCCESS', { verifyRequestId }))!;

describe('a rule', () => {
  test('of a least length is broken by a shorter text that is not empty', () => {
    const least = synthetic('minLength', { minLength: 3 });
    expect(shows(least, 'ab')).toMatchObject({
      verdict: 'violated',
      received: '2 characters',
      expected: 'verifyRequestId has at least 3 characters',
    });
    expect(shows(least, '😀😀')).toMatchObject({ verdict: 'violated' });
    for (const value of ['abc', '', 7]) expect(shows(least, value).verdict).toBe('satisfied');
  });

  test('of a format is broken by what its pattern does not match', () => {
    const format = synthetic('format', { pattern: '^\\p{Lu}$', format: 'date-time' });
    expect(shows(format, 'b')).toMatchObject({
      verdict: 'violated',
      received: '"b"',
      expected: 'verifyRequestId is an ISO 8601 date and time with a zone',
    });
    for (const value of ['B', 7]) expect(shows(format, value).verdict).toBe('satisfied');
    expect(shows(synthetic('format', { pattern: null }), 'b').verdict).toBe('satisfied');
  });

  test('of null has nothing to say of null, which is absence in an answer', () => {
    const never = synthetic('null', {});
    expect(shows(never, null).verdict).toBe('not-applicable');
    expect(shows(never, 'a')).toMatchObject({ verdict: 'satisfied', expected: 'verifyRequestId is never null' });
  });

  test('of a range is broken by a text that is not a whole number in it', () => {
    const range = synthetic('range', { range: { min: 1, max: 10 } });
    const expected = 'verifyRequestId is a whole number from 1 to 10';
    for (const value of ['0', '11', '1.5', 'a', '-1'])
      expect(shows(range, value)).toMatchObject({ verdict: 'violated', expected, received: `"${value}"` });
    for (const value of ['1', '10', 7]) expect(shows(range, value).verdict).toBe('satisfied');
  });

  test('of an optional field says nothing: it needs two requests', () => {
    const one = synthetic('optional', {});
    expect(judged(one, resultOf('S', 'SUCCESS', { verifyRequestId: 'a' }))).toBe(null);
    expect(answerInvariant(one.op, one.field, one.rule).title).toBe('in every answer verifyRequestId may be omitted');
  });
});

test('a rule that is not about the type leaves other types alone', () => {
  for (const id of ['sendOTP.response.verifyRequestId.maxLength', 'tokenDigitizeDecision.response.decision.enum'])
    for (const value of [7, {}, ['a'.repeat(99)]]) {
      const { field } = ruleOf(id);
      const json = edited(exampleWith(ruleOf(id).op, field), [{ path: field.path, set: value }]);
      expect(judged(ruleOf(id), { json })!.verdict, id).toBe('satisfied');
    }
});

test('a rule of a type has nothing to say of nothing, and of a page', () => {
  const type = ruleOf('sendOTP.response.result.type');
  expect(judged(type, { json: { result: null } })!.verdict).toBe('not-applicable');
  expect(judged(type, { text: '<html>' })).toBe(null);
  expect(judged(ruleOf('sendOTP.response.result.resultCode.type'), resultOf('S', null))).toMatchObject({
    verdict: 'not-applicable',
    expected: 'result.resultCode is a JSON string',
    received: 'no result.resultCode',
    exchanges: { length: 1 },
  });
});

describe('a condition', () => {
  const id = ruleOf('sendOTP.response.verifyRequestId.required');
  const methods = rules.find((one) => one.id === 'tokenDigitizeDecision.response.activationMethods.required');

  test('is demanded with S alone; null and "" are as nothing', () => {
    for (const value of [undefined, null, ''])
      expect(judged(id, resultOf('S', 'SUCCESS', { verifyRequestId: value }))!.verdict).toBe('violated');
    for (const value of [undefined, null])
      expect(judged(id, resultOf('F', 'USER_NOT_EXIST', { verifyRequestId: value }))!.verdict).toBe('not-applicable');
    expect(judged(id, resultOf('F', 'USER_NOT_EXIST', { verifyRequestId: '' }))!.verdict).toBe('satisfied');
    expect(judged(id, resultOf('S', 'SUCCESS', { verifyRequestId: 'a' }))!.verdict).toBe('satisfied');
  });

  test.runIf(methods)('is demanded by a decision', () => {
    const asked = (decision: string) => judged(methods!, resultOf('S', 'SUCCESS', { decision }))!.verdict;
    expect(asked('REQUIRE_ADDITIONAL_AUTHENTICATION')).toBe('violated');
    expect(asked('APPROVED')).toBe('not-applicable');
  });
});

describe('scalars within what is not published', () => {
  const list = ruleOf('getPaymentCode.response.paymentCodeInfoList.type');
  const shown = (value: unknown) => judged(list, resultOf('S', 'SUCCESS', { paymentCodeInfoList: value }))!;

  test.each<[unknown, string]>([
    [[{ paymentCode: 1 }], 'a scalar inside that is not a JSON string: 1'],
    [[{ fine: 'x', paymentCode: 1 }], 'a scalar inside that is not a JSON string: 1'],
    [[{ deep: [{ more: false }] }], 'a scalar inside that is not a JSON string: false'],
    [['text'], 'an array with an item that is not an object: "text"'],
    [[{}, null], 'an array with an item that is not an object: null'],
    [[{}, ['a']], 'an array with an item that is not an object: ["a"]'],
  ])('%j', (value, received) => {
    expect(shown(value)).toMatchObject({ verdict: 'violated', received });
  });

  test('are those of lists and of what is assumed, not those of the result', () => {
    const methods = ruleOf('tokenDigitizeDecision.response.activationMethods.type');
    const asked = { decision: 'REQUIRE_ADDITIONAL_AUTHENTICATION', activationMethods: [{ type: 1 }] };
    expect(judged(methods, resultOf('S', 'SUCCESS', asked))!.verdict).toBe('violated');
    const plain = answerInvariant(methods.op, { ...methods.field, assumed: false }, methods.rule);
    expect(plain.judge(seen(methods, resultOf('S', 'SUCCESS', asked)))!.verdict).toBe('violated');
    const result = ruleOf('sendOTP.response.result.type');
    expect(judged(result, { json: { result: { resultCode: 'A', resultMessage: 7 } } })!.verdict).toBe('satisfied');
    const { op, field, rule } = result;
    const assumed = answerInvariant(op, { ...field, assumed: true }, rule);
    expect(assumed.judge(seen(result, { json: { result: { resultMessage: 7 } } }))!.verdict).toBe('violated');
  });

  test.each<[unknown]>([[[{ paymentCode: '1', more: null }]], [[{ deep: [{ more: 'x' }] }]], [[]]])(
    '%j is right',
    (value) => {
      expect(shown(value).verdict).toBe('satisfied');
    },
  );
});

test('lengths are counted in characters, not in units or bytes', () => {
  const longest = ruleOf('sendOTP.response.verifyRequestId.maxLength');
  const shows = (value: string) => judged(longest, resultOf('S', 'SUCCESS', { verifyRequestId: value }))!.verdict;
  expect(shows('😀'.repeat(64))).toBe('satisfied');
  expect(shows('😀'.repeat(65))).toBe('violated');
  expect(shows('x'.repeat(64))).toBe('satisfied');
});
