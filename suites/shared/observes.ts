/** Checks of what the documents leave open: a request that is answered at all keeps them. */
import type { Probe, ProbeOptions } from '../../engine/check/check.ts';
import { answered } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import { type Change, sequence, specOf } from '../../engine/check/verbs/index.ts';

/** A request that is answered with a result of any kind: only a crash violates. */
export function observes(
  title: string,
  change: Change,
  { place, ...options }: ProbeOptions & { readonly place?: string } = {},
): Probe {
  return sequence(
    title,
    function* (context) {
      return answered(yield* send(context.op.id, specOf(context, change), title), place);
    },
    { phase: 'observation', ...options },
  );
}
