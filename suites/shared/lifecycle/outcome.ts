/** Outcomes of calls as their users see them: what two must share to be alike. */

import { operations } from '../../../contract/apis.ts';
import type { CheckContext } from '../../../engine/check/context.ts';
import { answerFact, type Fact } from '../../../engine/check/facts.ts';
import type { Answer } from '../../../engine/wire/answer.ts';
import { valueAt } from '../../../engine/wire/json.ts';

/** Fields of an answer that have a closed list of values and so are part of its outcome: the decision. */
function chosenFields({ op }: CheckContext): string[] {
  return op.response.filter((field) => field.enum && field.path.length === 1).map((field) => field.path[0]!);
}

/** Status, code and decision are the same. Other content may lawfully differ from call to call. */
export function alike(context: CheckContext, one: Answer, other: Answer): boolean {
  return differingField(context, one, other) === null;
}

/** JSON pointer of the first part of the outcome that differs, `response:/decision`; null where none does. */
export function differingField(context: CheckContext, one: Answer, other: Answer): string | null {
  if (one.kind !== other.kind || one.code !== other.code) return 'response:/result/resultCode';
  const field = chosenFields(context).find((name) => valueAt(one.json, [name]) !== valueAt(other.json, [name]));
  return field ? `response:/${field}` : null;
}

/** An outcome as a fact: the result, and the decision where there is one. */
export function outcomeFact(context: CheckContext, answer: Answer): Fact {
  const chosen = chosenFields(context)
    .map((name) => [name, valueAt(answer.json, [name])] as const)
    .filter(([, value]) => typeof value === 'string');
  return answerFact(answer, Object.fromEntries(chosen));
}

/** Whether an answer is fit for a comparison: a code and status that are in no table are judged by G-16 alone. */
export function isDocumented({ op, settings }: CheckContext, { kind, code }: Answer): boolean {
  const extra = settings.extraResultCodes[op.id] ?? {};
  return extra[code] === kind || Object.values(operations).some(({ resultCodes }) => resultCodes[code] === kind);
}
