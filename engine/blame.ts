/** Blame: a probe is checked against the spec for being what it claims to be, before a target is judged by it. */
import type { Operation } from '../generated/operations.ts';
import { validateRequest } from '../generated/validators.js';
import type { Ask } from './ask.ts';
import { pointer } from './body.ts';
import { Unjudged } from './judge.ts';
import type { JsonObject } from './settings.ts';

/** A probe that is not what it claims to be is our own fault. */
export function blame(op: Operation, ask: Ask, body: JsonObject): void {
  if (ask.unchecked || typeof ask.writing === 'object') return;
  const validate = validateRequest[op.id]!;
  const valid = validate(body);
  if (!ask.breaks) {
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
  const at = pointer(ask.breaks.path);
  const parent = pointer(ask.breaks.path.slice(0, -1));
  const hits = (validate.errors ?? []).some((error) => error.instancePath === at || error.instancePath === parent);
  if (valid || !hits) {
    throw new Unjudged(
      'harness-error',
      'probe-wrong',
      `a probe meant to break ${ask.breaks.keyword} of ${at} does not`,
    );
  }
}
