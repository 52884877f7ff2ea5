/** The rules of fields, one table for what servers answer and what callers send: keyword of the schema to what is wrong with a value. */

import type { Field, Keyword } from '../../contract/types.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { isObject } from '../../engine/wire/json.ts';

/** Who wrote the message: null is absence in answers, and has a row of its own in requests, as `""` has. */
export type Side = 'request' | 'answer';

/** What is wrong with a value of a field, or null. */
type FieldRule = (field: Field, value: unknown, side: Side) => Fact | null;

/** Rules of text say nothing about other values; of `""` in a request neither, which has a row of its own. */
function ofText(judge: (field: Field, text: string) => Fact | null): FieldRule {
  return (field, value, side) =>
    typeof value !== 'string' || (value === '' && side === 'request') ? null : judge(field, value);
}

const rules: Readonly<Partial<Record<Keyword, FieldRule>>> = {
  required: (_, value, side) => {
    if (value === undefined) return { is: 'missing' };
    return side === 'answer' && (value === null || value === '') ? { is: 'value', value } : null;
  },
  null: (_, value) => (value === null ? { is: 'value', value } : null),
  empty: (field, value, side) =>
    value === '' && (side === 'request' || !field.required) ? { is: 'value', value } : null,
  type: (field, value) => {
    if (value === undefined || value === null) return null;
    const kind = kindOf(value);
    if (kind !== field.type) return { is: 'json-kind', kind, value };
    if (Array.isArray(value)) {
      const odd = value.find((item) => field.items && kindOf(item) !== field.items);
      if (odd !== undefined) return { is: 'item-kind', items: field.items!, value: odd };
    }
    const scalar = field.assumed || field.type === 'array' ? scalarInside(value) : null;
    return scalar === null ? null : { is: 'scalar-inside', value: scalar };
  },
  maxLength: ofText(({ maxLength }, text) => (lengthOf(text) > maxLength! ? lengthFact(text) : null)),
  minLength: ofText(({ minLength }, text) => (text !== '' && lengthOf(text) < minLength! ? lengthFact(text) : null)),
  enum: ofText((field, text) => (field.enum!.includes(text) ? null : { is: 'value', value: text })),
  format: ofText(({ pattern }, text) =>
    pattern && !new RegExp(pattern, 'u').test(text) ? { is: 'value', value: text } : null,
  ),
  range: ofText(({ range }, text) => {
    const inside = /^\d+$/.test(text) && Number(text) >= range!.min && Number(text) <= range!.max;
    return inside ? null : { is: 'value', value: text };
  }),
};

/** Whether one value can break the rule of a keyword at all: `optional` compares two. */
export function hasFieldRule(keyword: Keyword): boolean {
  return rules[keyword] !== undefined;
}

/** What is wrong with the value of a field by one keyword of its schema; null where nothing is, or where the keyword says nothing about it. */
export function fieldFault(keyword: Keyword, field: Field, value: unknown, side: Side): Fact | null {
  return rules[keyword]?.(field, value, side) ?? null;
}

/** Whether the rule of a keyword says something about a value: a text is needed for those about text. */
export function isJudged(keyword: Keyword, value: unknown, side: Side): boolean {
  if (!textKeywords.has(keyword)) return true;
  return typeof value === 'string' && !(value === '' && side === 'request');
}

const textKeywords: ReadonlySet<Keyword> = new Set(['maxLength', 'minLength', 'enum', 'format', 'range']);

/** What a field promises by one keyword of its schema. */
export function fieldRuleFact(keyword: Keyword, field: Field): Fact {
  const { type, range, format } = field;
  const limit = keyword === 'maxLength' ? field.maxLength : keyword === 'minLength' ? field.minLength : null;
  return {
    is: 'field-rule',
    field: field.path.join('.'),
    keyword,
    ...(keyword === 'type' ? { type } : {}),
    ...(limit === null ? {} : { limit }),
    ...(keyword === 'enum' && field.enum ? { values: field.enum } : {}),
    ...(keyword === 'range' && range ? { range } : {}),
    ...(keyword === 'format' && format ? { format } : {}),
  };
}

/** A kind of JSON value, by the name that a schema gives it. */
export function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** The pages count characters: one outside the basic plane is one. */
function lengthOf(text: string): number {
  return [...text].length;
}

function lengthFact(text: string): Fact {
  return { is: 'length', characters: lengthOf(text) };
}

/** The first number or boolean within; null where all scalars are strings or null, which is absence. */
function scalarInside(value: unknown): number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (!isObject(value) && !Array.isArray(value)) return null;
  for (const child of Object.values(value)) {
    const found = scalarInside(child);
    if (found !== null) return found;
  }
  return null;
}
