/** Words for facts about fields: what their schema promises, and what is wrong with a value. */
import type { Fact } from '../../check/facts.ts';
import { kindText, quantity, valueText } from './values.ts';

type FactOf<K extends Fact['is']> = Extract<Fact, { readonly is: K }>;

/** What each keyword of a schema promises of its field. */
const promises: Readonly<Record<string, (rule: FactOf<'field-rule'>) => string>> = {
  required: () => 'is present where it is required',
  null: () => 'is never null',
  empty: () => 'is never ""',
  type: ({ type = 'string' }) => `is a JSON ${type}`,
  maxLength: ({ limit }) => `has at most ${limit} characters`,
  minLength: ({ limit }) => `has at least ${limit} characters`,
  enum: ({ values = [] }) => `is one of ${values.join(', ')}`,
  format: ({ format }) => (format === 'date-time' ? 'is an ISO 8601 date and time with a zone' : 'has its format'),
  range: ({ range }) => `is a whole number from ${range?.min} to ${range?.max}`,
  optional: () => 'may be omitted',
};

/** One function for each kind of fact. */
export const fieldWords = {
  'field-rule': (rule: FactOf<'field-rule'>) =>
    `${rule.field} ${promises[rule.keyword]?.(rule) ?? `keeps its ${rule.keyword}`}`,
  missing: ({ field }: FactOf<'missing'>) => (field ? `no ${field}` : 'nothing'),
  value: ({ value, field }: FactOf<'value'>) => `${field ? `${field} ` : ''}${valueText(value)}`,
  'json-kind': ({ kind, value, field }: FactOf<'json-kind'>) => {
    const text = kind === 'object' ? 'an object' : `a JSON ${kind}`;
    return `${field ? `${field} as ` : ''}${text}${value === undefined || value === null ? '' : `: ${valueText(value)}`}`;
  },
  'item-kind': ({ items, value }: FactOf<'item-kind'>) =>
    `an array with an item that is not ${kindText(items)}: ${valueText(value)}`,
  'scalar-inside': ({ value }: FactOf<'scalar-inside'>) =>
    `a scalar inside that is not a JSON string: ${valueText(value)}`,
  length: ({ characters, field }: FactOf<'length'>) =>
    `${field ? `${field} of ` : ''}${quantity(characters, 'character')}`,
  digits: ({ min, max, field }: FactOf<'digits'>) => `${field} of ${min} to ${max} digits`,
  'not-json': ({ http, truncated }: FactOf<'not-json'>) =>
    `HTTP ${http} with a body ${truncated ? 'of more than 1 MiB, of which no more is read' : 'that is not a JSON object'}`,
  'array-of': ({ items, field }: FactOf<'array-of'>) => `${field} as an array of ${items}s`,
  absent: ({ field }: FactOf<'absent'>) => `no ${field}`,
  'own-value': ({ field }: FactOf<'own-value'>) => `a ${field} that no other answer has`,
  'same-value-twice': ({ field }: FactOf<'same-value-twice'>) => `the same ${field} twice`,
};
