/** Constraints of the request fields as a caller has to keep them: from the spec alone. */
import { isObject, pointer, valueAt } from '../../engine/wire/json.ts';
import type { Field, Keyword, Rule } from '../../generated/operations.ts';
import { type CallerProof, everyRequest, fine, type Sight, wrong } from './proofs.ts';
import { show } from './requests.ts';

/** What is seen of one field in one body; null where it is not there to be seen. */
type Look = (field: Field, value: unknown) => string | null;

/** Keywords that need a value of the right type to say anything. */
const ofText = new Set<Keyword>(['maxLength', 'minLength', 'enum', 'format', 'range']);

const looks: Readonly<Partial<Record<Keyword, Look>>> = {
  required: (_, value) => (value === undefined ? 'nothing' : null),
  null: (_, value) => (value === null ? 'null' : null),
  empty: (_, value) => (value === '' ? '""' : null),
  type: (field, value) => {
    if (value === undefined || value === null) return null;
    const right =
      field.type === 'object'
        ? isObject(value)
        : field.type === 'array'
          ? Array.isArray(value)
          : typeof value === 'string';
    if (!right) return show(value);
    return field.assumed ? scalarInside(value) : null;
  },
  maxLength: (field, value) => lengthBeyond(value, (length) => length > field.maxLength!),
  minLength: (field, value) => lengthBeyond(value, (length) => length < field.minLength!),
  enum: (field, value) => (field.enum!.includes(String(value)) ? null : show(value)),
  format: (field, value) => (new RegExp(field.pattern ?? '', 'u').test(String(value)) ? null : show(value)),
  range: ({ range }, value) => {
    const inside = /^\d+$/.test(String(value)) && Number(value) >= range!.min && Number(value) <= range!.max;
    return inside ? null : show(value);
  },
};

function lengthBeyond(value: unknown, beyond: (length: number) => boolean): string | null {
  const length = [...String(value)].length;
  return beyond(length) ? `${length} characters` : null;
}

/** The first scalar within that is no JSON string; null is absence. */
function scalarInside(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean')
    return `a scalar inside that is no JSON string: ${value}`;
  if (typeof value !== 'object' || value === null) return null;
  for (const child of Object.values(value)) {
    const found = scalarInside(child);
    if (found !== null) return found;
  }
  return null;
}

const promises: Readonly<Partial<Record<Keyword, (field: Field) => string>>> = {
  required: () => 'is in every request',
  null: () => 'is never null',
  empty: () => 'is never ""',
  type: (field) => `is sent as a JSON ${field.type}`,
  maxLength: (field) => `has at most ${field.maxLength} characters`,
  minLength: (field) => `has at least ${field.minLength} characters`,
  enum: (field) => `is one of ${field.enum?.join(', ')}`,
  format: () => 'has its format',
  range: ({ range }) => `is a number from ${range?.min} to ${range?.max}`,
};

/** The proof of one rule; null where a caller cannot break it. */
export function constraintProof(field: Field, rule: Rule): CallerProof | null {
  const look = looks[rule.keyword];
  if (!rule.sent || !look) return null;
  const expected = `${field.path.join('.')} ${promises[rule.keyword]?.(field) ?? 'keeps its constraint'}`;
  return everyRequest(expected, expected, ({ body }): Sight | null => {
    if (!body) return null;
    const value = valueAt(body, field.path);
    if (ofText.has(rule.keyword) && (typeof value !== 'string' || value === '')) return null;
    const found = look(field, value);
    return found === null ? fine : wrong(found, pointer(field.path));
  });
}
