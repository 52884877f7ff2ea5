/** Constraints of the request fields as a caller has to keep them: from the spec alone. */

import type { Field, Keyword, Rule } from '../../contract/types.ts';
import type { CallerInvariant } from '../../engine/check/caller-check.ts';
import { isObject, pointer, valueAt } from '../../engine/wire/json.ts';
import { fieldFault, fieldRuleFact, hasFieldRule, isJudged } from '../shared/field-rules.ts';
import { everyRequest, ok, violation } from './request-rule.ts';

const promises: Readonly<Partial<Record<Keyword, (field: Field) => string>>> = {
  required: () => 'is in every request',
  null: () => 'is never null',
  empty: () => 'is never ""',
  type: ({ type }) => `is sent as a JSON ${type}`,
  maxLength: ({ maxLength }) => `has at most ${maxLength} characters`,
  minLength: ({ minLength }) => `has at least ${minLength} characters`,
  enum: (field) => `is one of ${field.enum?.join(', ')}`,
  format: () => 'has its format',
  range: ({ range }) => `is a number from ${range?.min} to ${range?.max}`,
};

/** The check of one rule; none where a caller cannot break it. */
export function sentConstraint(field: Field, { keyword, sent }: Rule): CallerInvariant[] {
  if (!sent || !hasFieldRule(keyword)) return [];
  const title = `${field.path.join('.')} ${promises[keyword]?.(field) ?? 'keeps its constraint'}`;
  return [
    everyRequest(title, fieldRuleFact(keyword, field), ({ body }) => {
      const value = body && valueAt(body, field.path);
      if (!body || !isJudged(keyword, value, 'request')) return null;
      // What is inside an object that is not sent is not missing.
      if (field.path.length > 1 && !isObject(valueAt(body, field.path.slice(0, -1)))) return null;
      const fault = fieldFault(keyword, field, value, 'request');
      return fault ? violation(fault, pointer(field.path)) : ok;
    }),
  ];
}
