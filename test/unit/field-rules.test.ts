/** The rules of fields, on values of requests and of answers: what is wrong with each, and which values a rule has something to say about. */
import { describe, expect, test } from 'vitest';
import type { Field, Keyword } from '../../contract/types.ts';
import type { Fact } from '../../engine/check/facts.ts';
import {
  fieldFault,
  fieldRuleFact,
  hasFieldRule,
  isJudged,
  kindOf,
  type Side,
} from '../../suites/shared/field-rules.ts';

const field = {
  path: ['a', 'b'],
  type: 'string',
  items: null,
  required: false,
  conditional: false,
  assumed: false,
  minLength: 2,
  maxLength: 3,
  enum: ['XX', 'YY'],
  format: 'date-time',
  pattern: '^x+$',
  range: { min: 10, max: 20 },
  identity: null,
  freeText: false,
  rules: [],
} as const satisfies Field;
const { enum: values, format, range } = field;

const none = null;
const missing: Fact = { is: 'missing' };
const as = (value: unknown): Fact => ({ is: 'value', value });
const characters = (count: number): Fact => ({ is: 'length', characters: count });

describe('what is wrong with a value', () => {
  test.each<[Keyword, unknown, request: Fact | null, answer: Fact | null]>([
    ['required', undefined, missing, missing],
    ['required', null, none, as(null)],
    ['required', '', none, as('')],
    ['required', 'x', none, none],
    ['null', null, as(null), as(null)],
    ['null', undefined, none, none],
    ['empty', '', as(''), as('')],
    ['empty', 'x', none, none],
    ['maxLength', 'xxx', none, none],
    ['maxLength', 'xxxx', characters(4), characters(4)],
    ['maxLength', ['x', 'x', 'x', 'x'], none, none],
    ['minLength', 'xx', none, none],
    ['minLength', 'x', characters(1), characters(1)],
    ['minLength', '', none, none],
    ['enum', 'YY', none, none],
    ['enum', 'yy', as('yy'), as('yy')],
    ['enum', '', none, as('')],
    ['enum', 7, none, none],
    ['format', 'xx', none, none],
    ['format', 'y', as('y'), as('y')],
    ['format', '', none, as('')],
    ['range', '10', none, none],
    ['range', '20', none, none],
    ['range', '9', as('9'), as('9')],
    ['range', '21', as('21'), as('21')],
    ['range', '15a', as('15a'), as('15a')],
    ['range', 'a15', as('a15'), as('a15')],
    ['range', '', none, as('')],
    ['type', 'x', none, none],
    ['type', null, none, none],
    ['type', undefined, none, none],
    ['type', 7, { is: 'json-kind', kind: 'number', value: 7 }, { is: 'json-kind', kind: 'number', value: 7 }],
    ['optional', 'x', none, none],
  ])('by the rule %s: %j', (keyword, value, request, answer) => {
    const faults = (['request', 'answer'] as const).map((side) => fieldFault(keyword, field, value, side));
    expect(faults).toEqual([request, answer]);
  });

  test('is nothing where an answer leaves a required field empty: it has a row of its own', () => {
    const required = { ...field, required: true };
    expect(fieldFault('empty', required, '', 'answer')).toBe(null);
    expect(fieldFault('empty', required, '', 'request')).toEqual(as(''));
  });

  test('is an item of the wrong kind, or a scalar inside that is no text', () => {
    const list = { ...field, type: 'array', items: 'object' } as const;
    const fault = (value: unknown, change: Partial<Field> = {}) =>
      fieldFault('type', { ...list, ...change }, value, 'answer');
    expect(fault([{}, 'x'])).toEqual({ is: 'item-kind', items: 'object', value: 'x' });
    expect(fault([{ a: [{ b: 7 }] }])).toEqual({ is: 'scalar-inside', value: 7 });
    expect(fault([{ a: null, b: 'x' }])).toBe(null);
    expect(fault([{ a: false }], { items: null })).toEqual({ is: 'scalar-inside', value: false });
    const object = { type: 'object', items: null } as const;
    expect(fault({ a: 7 }, object)).toBe(null);
    expect(fault({ a: 7 }, { ...object, assumed: true })).toEqual({ is: 'scalar-inside', value: 7 });
  });
});

test('only the rule that two values are alike cannot be broken by one', () => {
  const keywords: Keyword[] = [
    'required',
    'null',
    'empty',
    'type',
    'maxLength',
    'minLength',
    'enum',
    'format',
    'range',
  ];
  expect(keywords.every(hasFieldRule)).toBe(true);
  expect(hasFieldRule('optional')).toBe(false);
});

test.each<[Keyword, isOfText: boolean]>([
  ['required', false],
  ['null', false],
  ['empty', false],
  ['type', false],
  ['maxLength', true],
  ['minLength', true],
  ['enum', true],
  ['format', true],
  ['range', true],
])('the rule %s is about text alone: %s', (keyword, isOfText) => {
  const judged = (value: unknown, side: Side) => isJudged(keyword, value, side);
  expect([judged('x', 'request'), judged('', 'answer')]).toEqual([true, true]);
  expect([judged('', 'request'), judged(7, 'answer'), judged(undefined, 'request')]).toEqual(Array(3).fill(!isOfText));
});

test('a rule promises what its keyword says, and no more', () => {
  const plain = { is: 'field-rule', field: 'a.b' };
  const promised: Partial<Record<Keyword, object>> = {
    required: {},
    type: { type: 'string' },
    maxLength: { limit: 3 },
    minLength: { limit: 2 },
    enum: { values },
    range: { range },
    format: { format },
  };
  for (const [keyword, more] of Object.entries(promised))
    expect(fieldRuleFact(keyword as Keyword, field)).toStrictEqual({ ...plain, keyword, ...more });
  const open = { ...field, maxLength: null, minLength: null, enum: null, range: null, format: null };
  for (const keyword of ['maxLength', 'minLength', 'enum', 'range', 'format'] as const)
    expect(fieldRuleFact(keyword, open)).toStrictEqual({ ...plain, keyword });
});

test('kinds of JSON values have the names of a schema', () => {
  expect([[], null, {}, 'x', 7, true].map(kindOf)).toEqual(['array', 'null', 'object', 'string', 'number', 'boolean']);
});
