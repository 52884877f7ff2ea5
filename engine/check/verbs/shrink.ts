/**
 * The one shrinker of single requests: a violation on the full base is shown again on the required fields alone, and on no more than
 * those, if the target ends it in the same way. The illegal part is never dropped: only fields that the check did not touch are.
 */
import type { RequestSpec } from '../../request/request-spec.ts';
import type { CheckContext } from '../context.ts';
import { sameFact } from '../facts.ts';
import type { Finding, Settled } from '../finding.ts';
import { attempt, isUnanswered, type Steps } from '../steps.ts';

/** Judges the answer to a spec; a violation comes with the smallest request that shows it. */
export function* smallest(
  context: CheckContext,
  spec: RequestSpec,
  title: string,
  finding: Finding,
  judge: (settled: Settled) => Finding,
): Steps<Finding> {
  if (!mayShrink(context, spec, finding)) return finding;
  const outcome = yield* attempt(context.op.id, { ...spec, base: 'minimal' }, `${title} (required fields only)`);
  return isUnanswered(outcome) ? finding : smaller(finding, judge(outcome));
}

/** Whether a finding is worth showing on fewer fields, and may be. */
export function mayShrink({ controls }: CheckContext, spec: RequestSpec, finding: Finding): boolean {
  return finding.verdict === 'violated' && spec.base === 'full' && controls.minimal !== null;
}

/** The smaller request in the place of the larger one, where both end in the same way. */
export function smaller(finding: Finding, small: Finding): Finding {
  if (small.verdict !== 'violated' || !sameFact(small.received, finding.received)) return finding;
  return {
    ...finding,
    counterexample: small.counterexample,
    exchanges: [...small.exchanges, ...finding.exchanges],
  };
}
