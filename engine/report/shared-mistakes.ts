/** One mistake behind findings about many fields, told as a diagnosis of the target. Reads facts alone. */
import type { Fact } from '../check/facts.ts';
import type { Diagnosis } from '../report.ts';
import { failedChecks, type JudgedRow } from './judged-rows.ts';

/** So many fields are no accident. */
const fieldsOfOneMistake = 3;

/** The mistakes that rows show together. */
export function sharedMistakes(rows: readonly JudgedRow[]): Diagnosis[] {
  const judged = rows.filter(
    ({ planned, outcome }) => planned.kind === 'optional' && (outcome === 'passed' || outcome === 'failed'),
  );
  const refused = judged.filter(refusesNull);
  return refused.length < fieldsOfOneMistake ? [] : [nullRefused(refused, judged)];
}

/** The request without the field is served, or refused for another reason, and with null it is illegal. */
function refusesNull(row: JudgedRow): boolean {
  const failed = failedChecks(row).map(({ finding }) => finding.received);
  return failed.length > 0 && failed.every(isOnlyNullIllegal);
}

function isOnlyNullIllegal(fact: Fact | null): boolean {
  return fact?.is === 'two-answers' && isIllegal(fact.other) && !isIllegal(fact.one);
}

function isIllegal(fact: Fact): boolean {
  return fact.is === 'answer' && fact.code === 'PARAM_ILLEGAL';
}

function nullRefused(refused: readonly JudgedRow[], judged: readonly JudgedRow[]): Diagnosis {
  const apis = new Set(refused.map(({ planned }) => planned.op.id)).size;
  const where = apis > 1 ? ` of ${apis} APIs` : '';
  return {
    code: 'null-refused',
    says: `null is refused with PARAM_ILLEGAL in ${refused.length} of ${judged.length} optional fields${where}; without the field the same request is not.`,
    cure: 'Treat null like a field that is left out, in the validation of all requests: ["string", "null"] in a JSON Schema, Optional[str] = None (Pydantic), @IsOptional() (class-validator), nullable (Laravel), allow_null=True (Django REST framework).',
  };
}
