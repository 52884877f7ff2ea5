/** Invariants of answers, from the spec alone: each constraint of a response field, judged on every answer with a result. */

import { responseValidator } from '../../contract/message-validators.ts';
import type { Field, Keyword, Operation, Rule } from '../../contract/types.ts';
import { type Invariant, invariant } from '../../engine/check/check.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { type Finding, notApplicable, shown } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { answerShape } from '../../engine/diagnosis/answer-shapes.ts';
import { encodedUnasked } from '../../engine/diagnosis/intermediaries.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { isOverload } from '../../engine/wire/answer.ts';
import { isObject, pointer, valueAt } from '../../engine/wire/json.ts';
import { fieldFault, fieldRuleFact, hasFieldRule } from './field-rules.ts';

/** Pointers of the fields that the conditions of the schema demand of this answer; null counts as absent. */
function demanded(op: Operation, body: JsonObject): Set<string> {
  const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== ''));
  const validate = responseValidator(op.id);
  if (validate(present)) return new Set();
  const missing = (validate.errors ?? []).filter((error) => error.keyword === 'required');
  return new Set(missing.map((error) => `${error.instancePath}/${String(error.params.missingProperty)}`));
}

/** The values of a field: one, or one of each element of a list (`name[]`); none where what it is inside is not there. */
function valuesOf(body: JsonObject, path: readonly string[]): unknown[] {
  return path.reduce<unknown[]>(
    (parents, step) =>
      parents.filter(isObject).flatMap((parent) => {
        if (!step.endsWith('[]')) return [parent[step]];
        const list = parent[step.slice(0, -2)];
        return Array.isArray(list) ? list : [];
      }),
    [body],
  );
}

/** The invariant of one rule of a response field. */
export function answerInvariant(op: Operation, field: Field, { keyword }: Rule): Invariant {
  const name = field.path.join('.');
  const expected = fieldRuleFact(keyword, field);
  const place = `response:${pointer(field.path)}`;
  return invariant(`in every answer ${wordsOf(expected)}`, (observed) => {
    if (!hasFieldRule(keyword) || observed.op.id !== op.id) return null;
    const body = observed.answer.json;
    const isResult = name === 'result';
    if (!isObject(body)) return isResult && keyword === 'required' ? withoutJson(observed, expected) : null;
    // Answers without a result at all (a gateway's own JSON) are the business of `result` alone.
    if (!isObject(body.result) && !(isResult && observed.ordinary)) return null;
    const exchanges = [observed.answer.exchange];
    const isDemanded = keyword === 'required' && (field.required || demanded(op, body).has(pointer(field.path)));
    const values = valuesOf(body, field.path).filter((value) => value != null || isDemanded);
    // A field that is not there, and need not be, says nothing about its rules.
    if (values.length === 0)
      return notApplicable('precondition', { is: 'missing', field: name }, { expected, exchanges });
    const isExempt = keyword === 'required' && !isDemanded;
    const faults = isExempt ? [] : values.map((value) => fieldFault(keyword, field, value, 'answer'));
    const fault = faults.find((one) => one !== null) ?? null;
    const diagnose = isResult ? () => answerShape(observed.answer.exchange) : undefined;
    return fault
      ? shown('violated', expected, fault, exchanges, { place, ...(diagnose ? { diagnose } : {}) })
      : shown('satisfied', expected, null, exchanges);
  });
}

/** An answer that is not a JSON object: a violation on a POST of a JSON object, unless it is a crash, which G-24 has. */
function withoutJson({ answer, ordinary }: ObservedExchange, expected: Fact): Finding | null {
  // A gateway that is asked too often by us answers with a page of its own.
  if (!ordinary || answer.kind === 'crash' || isOverload(answer)) return null;
  const { exchange, http } = answer;
  const received: Fact = { is: 'not-json', http, truncated: exchange.response!.truncated };
  return shown('violated', expected, received, [exchange], {
    place: 'response:/result',
    diagnose: () => encodedUnasked(exchange) ?? answerShape(exchange),
  });
}

/** What a field of an accepted answer has to keep. */
const keywordsOfAccepted: readonly Keyword[] = ['required', 'type', 'maxLength'];

/** Every accepted answer carries this text, of 1 to as many characters as the spec allows: the rules of its rows, on S alone. */
export function carriedOnSuccess(name: string): Invariant {
  return invariant(`every S carries a ${name} as documented`, ({ answer, op }) => {
    if (answer.kind !== 'S') return null;
    const field = op.response.find(({ path }) => path.join('.') === name)!;
    const value = valueAt(answer.json, field.path);
    for (const keyword of keywordsOfAccepted) {
      const fault = fieldFault(keyword, field, value, 'answer');
      if (!fault) continue;
      const place = `response:${pointer(field.path)}`;
      return shown('violated', fieldRuleFact(keyword, field), fault, [answer.exchange], { place });
    }
    return shown('satisfied', fieldRuleFact('maxLength', field), null, [answer.exchange]);
  });
}
