/** Self-check: a request is checked against the spec for being what it claims to be, before a target is judged by it. */

import { requestValidator } from '../../contract/message-validators.ts';
import type { Operation } from '../../contract/types.ts';
import type { JsonObject } from '../settings.ts';
import { pointer } from '../wire/json.ts';
import type { RequestSpec } from './request-spec.ts';

/** What is wrong with a request of ours; null where it is what it claims to be. */
export function selfCheck(op: Operation, spec: RequestSpec, body: JsonObject): string | null {
  if (spec.skipSelfCheck || typeof spec.encoding === 'object') return null;
  const validate = requestValidator(op.id);
  const valid = validate(body);
  if (!spec.violates) {
    if (valid) return null;
    const error = validate.errors![0]!;
    return `a valid request breaks the spec: ${error.instancePath} ${error.message}`;
  }
  const at = pointer(spec.violates.path);
  const parent = pointer(spec.violates.path.slice(0, -1));
  const hits = validate.errors?.some((error) => error.instancePath === at || error.instancePath === parent);
  return valid || !hits ? `a request meant to break ${spec.violates.keyword} of ${at} does not` : null;
}
