/** Checks of what the documents leave open: a request that is answered at all keeps them. */
import type { ClaimOptions, Probe } from '../../engine/check/check.ts';
import { answered } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import { type Change, sequence, specOf } from '../../engine/check/verbs/index.ts';

/** A request that is answered with a result of any kind: only a crash violates. */
export function observes(
  did: string,
  change: Change,
  { place, claim = 'it is answered', ...options }: ClaimOptions & { readonly place?: string } = {},
): Probe {
  return sequence(
    `${did}: ${claim}`,
    function* (context) {
      return answered(yield* send(context.op.id, specOf(context, change), did), place);
    },
    { did, phase: 'observation', ...options },
  );
}
