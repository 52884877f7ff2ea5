/** Invariants of answers, from the spec alone: each constraint of a response field, judged on every answer with a result. */

import { type Invariant, invariant, type ObservedExchange } from '../../engine/check/check.ts';
import type { Finding } from '../../engine/check/finding.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { brief, isObject, pointer, valueAt } from '../../engine/wire/json.ts';
import type { Field, Keyword, Operation, Rule } from '../../generated/operations.ts';
import { validateResponse } from '../../generated/validators.js';

/** What is wrong with one field of one answer, or null. */
type FieldCheck = (field: Field, value: unknown, body: JsonObject, op: Operation) => string | null;

const checks: Readonly<Partial<Record<Keyword, FieldCheck>>> = {
  required: (field, value, body, op) => {
    if (value !== undefined && value !== null && value !== '') return null;
    if (!field.required && !demanded(op, body).has(pointer(field.path))) return null;
    return value === '' ? '""' : value === null ? 'null' : 'nothing';
  },
  type: (field, value) => {
    const kind = kindOf(value);
    if (kind !== field.type) return `${kind === 'object' ? 'an object' : `a JSON ${kind}`}: ${brief(value)}`;
    if (field.type === 'array') {
      const odd = (value as unknown[]).find((item) => field.items && kindOf(item) !== field.items);
      if (odd !== undefined) return `an array with an item that is no ${field.items}: ${brief(odd)}`;
    }
    const scalar = field.assumed || field.type === 'array' ? unquotedScalar(value) : null;
    return scalar === null ? null : `a scalar inside that is no JSON string: ${scalar}`;
  },
  empty: (field, value) => (value === '' && !field.required ? '""' : null),
  maxLength: (field, value) =>
    typeof value === 'string' && lengthOf(value) > field.maxLength! ? `${lengthOf(value)} characters` : null,
  minLength: (field, value) =>
    typeof value === 'string' && value !== '' && lengthOf(value) < field.minLength!
      ? `${lengthOf(value)} characters`
      : null,
  enum: (field, value) => (typeof value === 'string' && !field.enum!.includes(value) ? brief(value) : null),
  format: (field, value) =>
    typeof value === 'string' && field.pattern && !new RegExp(field.pattern, 'u').test(value) ? brief(value) : null,
};

/** A kind of JSON value, by the name that a schema gives it. */
function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** The page counts characters: one outside the basic plane is one. */
function lengthOf(text: string): number {
  return [...text].length;
}

/** Pointers of the fields that the conditions of the schema demand of this answer; null counts as absent. */
function demanded(op: Operation, body: JsonObject): Set<string> {
  const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== ''));
  const validate = validateResponse[op.id]!;
  if (validate(present)) return new Set();
  const missing = (validate.errors ?? []).filter((error) => error.keyword === 'required');
  return new Set(missing.map((error) => `${error.instancePath}/${String(error.params.missingProperty)}`));
}

/** The first scalar within that is not a string (null is absence), as JSON; null where all are strings. */
function unquotedScalar(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return null;
  for (const child of Object.values(value)) {
    const found = unquotedScalar(child);
    if (found !== null) return found;
  }
  return null;
}

const promises: Readonly<Record<Keyword, (field: Field) => string>> = {
  required: () => 'is there when it must be',
  null: () => 'is not null',
  type: (field) =>
    field.type === 'string' ? 'is a JSON string' : `is ${field.type === 'array' ? 'an array' : 'an object'}`,
  empty: () => 'is never ""',
  maxLength: (field) => `has at most ${field.maxLength} characters`,
  minLength: (field) => `has at least ${field.minLength} characters`,
  enum: (field) => `is one of ${field.enum?.join(', ')}`,
  format: () => 'is an ISO 8601 date and time with a zone',
  range: () => 'is in its range',
  optional: () => 'may be left out',
};

/** The invariant of one rule of a response field. */
export function answerInvariant(op: Operation, field: Field, rule: Rule): Invariant {
  const name = field.path.join('.');
  const check = checks[rule.keyword];
  const expected = `${name} ${promises[rule.keyword](field)}`;
  return invariant(`${name} of every answer ${promises[rule.keyword](field)}`, (witness) => {
    if (!check || witness.op.id !== op.id) return null;
    const body = witness.answer.json;
    const isResult = name === 'result';
    if (!isObject(body)) return isResult && rule.keyword === 'required' ? withoutJson(witness, expected) : null;
    // Answers without a result at all (a gateway's own JSON) are the business of `result` alone.
    if (!isObject(body.result) && !(isResult && witness.ordinary)) return null;
    const value = valueAt(body, field.path);
    const demands = rule.keyword === 'required' && (field.required || demanded(op, body).has(pointer(field.path)));
    // A field that is not there, and need not be, says nothing about its rules.
    if (value == null && !demands)
      return { ...judgement(witness, expected, null, ''), verdict: 'not-applicable', reason: 'precondition' };
    const wrong = check(field, value, body, op);
    return judgement(witness, expected, wrong, pointer(field.path));
  });
}

/** An answer that is no JSON object: broken on a POST of a JSON object, unless it is a crash, which G-24 has. */
function withoutJson(witness: ObservedExchange, expected: string): Finding | null {
  if (!witness.ordinary || witness.answer.kind === 'crash') return null;
  const { exchange, http } = witness.answer;
  const cut = exchange.response?.truncated ? 'of more than 1 MiB, of which no more is read' : 'that is no JSON object';
  return judgement(witness, expected, `HTTP ${http} with a body ${cut}`, '/result');
}

function judgement(witness: ObservedExchange, expected: string, wrong: string | null, at: string): Finding {
  const exchanges = [witness.answer.exchange];
  if (wrong === null) return { verdict: 'kept', reason: '', expected, received: '', exchanges };
  return { verdict: 'broken', reason: 'broken', expected, received: wrong, exchanges, field: `response:${at}` };
}
