/** One mistake behind findings about many fields, told as a diagnosis of the target. Reads facts alone. */
import type { Fact } from '../check/facts.ts';
import type { Diagnosis } from '../report.ts';
import { failedChecks, type JudgedRow } from './judged-rows.ts';

/** So many fields are no accident, and one field in so many APIs is none either. */
const fieldsOfOneMistake = 3;
const apisOfOneMistake = 2;

/** The mistakes that rows show together. */
export function sharedMistakes(rows: readonly JudgedRow[]): Diagnosis[] {
  const judged = rows.filter(
    ({ planned, outcome }) => planned.kind === 'optional' && (outcome === 'passed' || outcome === 'failed'),
  );
  const refused = judged.filter(refusesNull);
  const crashing = judged.filter(isCrashOnNull);
  return [
    ...(refused.length < fieldsOfOneMistake ? [] : [nullRefused(refused, judged)]),
    ...(crashing.length < fieldsOfOneMistake && apisOf(crashing) < apisOfOneMistake
      ? []
      : [nullCrashes(crashing, judged)]),
  ];
}

/** The request without the optional field is answered, and with null it is not. */
export function isCrashOnNull(row: JudgedRow): boolean {
  if (row.planned.kind !== 'optional') return false;
  const failed = failedChecks(row).map(({ finding }) => finding.received);
  return failed.length > 0 && failed.every((fact) => fact?.is === 'two-answers' && endsWithout(fact));
}

/** Null ends without a result, and only null does. */
export function endsWithout({ one, other }: { readonly one: Fact; readonly other: Fact }): boolean {
  const isLost = ({ is }: Fact) => is === 'no-result' || is === 'no-answer';
  return isLost(other) && !isLost(one);
}

function apisOf(rows: readonly JudgedRow[]): number {
  return new Set(rows.map(({ planned }) => planned.op.id)).size;
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

function ofApis(rows: readonly JudgedRow[]): string {
  const apis = apisOf(rows);
  return apis > 1 ? ` of ${apis} APIs` : '';
}

const nullable =
  '["string", "null"] in a JSON Schema, Optional[str] = None (Pydantic), @IsOptional() (class-validator), nullable (Laravel), allow_null=True (Django REST framework)';

function nullCrashes(crashing: readonly JudgedRow[], judged: readonly JudgedRow[]): Diagnosis {
  return {
    code: 'null-crashes',
    says: `null ends without a result in ${crashing.length} of ${judged.length} optional fields${ofApis(crashing)}; without the field the same request is answered.`,
    cure: `Treat null like a field that is left out before the value is read, in one place for all requests, and answer unexpected errors with UNKNOWN_EXCEPTION as a JSON result. In the validation: ${nullable}.`,
  };
}

function nullRefused(refused: readonly JudgedRow[], judged: readonly JudgedRow[]): Diagnosis {
  const where = ofApis(refused);
  return {
    code: 'null-refused',
    says: `null is refused with PARAM_ILLEGAL in ${refused.length} of ${judged.length} optional fields${where}; without the field the same request is not.`,
    cure: `Treat null like a field that is left out, in the validation of all requests: ${nullable}.`,
  };
}
