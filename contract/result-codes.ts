/** Reads the result table of an operation: which code goes with which status. */
import { resolve, type Spec } from './spec.ts';
import type { OperationSource, Schema } from './spec-document.ts';
import type { ResultStatus } from './types.ts';

const statuses: readonly ResultStatus[] = ['S', 'F', 'U'];

/** The pairs of code and status, read from the alternatives of the result. */
export function readResultCodes(spec: Spec, post: OperationSource, response: Schema): Record<string, ResultStatus> {
  const result = resolve(spec, response).properties?.result;
  if (!result)
    throw spec.error(post, `The answer of ${post.operationId} has no result. Add the property result to its schema.`);
  const table: Record<string, ResultStatus> = {};
  for (const part of resolve(spec, result).allOf ?? []) {
    for (const alternative of resolve(spec, part).oneOf ?? []) {
      const { codes, status } = readAlternative(spec, alternative);
      for (const code of codes) {
        if (table[code] !== undefined && table[code] !== status)
          throw spec.error(
            alternative.$ref ? result : alternative,
            `The code ${code} of ${post.operationId} has the statuses ${table[code]} and ${status}. Keep the one that the page gives.`,
          );
        table[code] = status;
      }
    }
  }
  if (table.SUCCESS === 'S') return table;
  throw spec.error(
    result,
    `The result table of ${post.operationId} has no SUCCESS with status S. Refer to Succeeded of common.yaml in its oneOf.`,
  );
}

function readAlternative(spec: Spec, alternative: Schema): { codes: string[]; status: ResultStatus } {
  const { resultCode, resultStatus } = resolve(spec, alternative).properties ?? {};
  const codes = (resultCode?.enum ?? [resultCode?.const]).filter((code) => typeof code === 'string');
  const status = statuses.find((known) => known === resultStatus?.const);
  if (codes.length > 0 && status) return { codes, status };
  throw spec.error(
    alternative,
    'An alternative of a result needs resultCode with an enum or a const, and resultStatus with the const S, F or U. Add what is missing.',
  );
}
