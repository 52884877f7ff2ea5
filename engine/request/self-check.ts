/** Blame: a probe is checked against the spec for being what it claims to be, before a target is judged by it. */
import type { Operation } from '../../generated/operations.ts';
import { validateRequest } from '../../generated/validators.js';
import { Unjudged } from '../check/finding.ts';
import type { JsonObject } from '../settings.ts';
import { pointer } from '../wire/json.ts';
import type { RequestSpec } from './request-spec.ts';

/** A probe that is not what it claims to be is our own fault. */
export function checkProbe(op: Operation, ask: RequestSpec, body: JsonObject): void {
  if (ask.skipSelfCheck || typeof ask.encoding === 'object') return;
  const validate = validateRequest[op.id]!;
  const valid = validate(body);
  if (!ask.violates) {
    if (!valid) {
      const error = validate.errors![0]!;
      throw new Unjudged(
        'harness-error',
        'probe-wrong',
        `a valid probe breaks the spec: ${error.instancePath} ${error.message}`,
      );
    }
    return;
  }
  const at = pointer(ask.violates.path);
  const parent = pointer(ask.violates.path.slice(0, -1));
  const hits = (validate.errors ?? []).some((error) => error.instancePath === at || error.instancePath === parent);
  if (valid || !hits) {
    throw new Unjudged(
      'harness-error',
      'probe-wrong',
      `a probe meant to break ${ask.violates.keyword} of ${at} does not`,
    );
  }
}
