/** What is found where no request of a run shows a matter: nothing came, the trigger failed, or none was of the kind. */
import { type CallerRecord, undecided } from '../../engine/check/caller-check.ts';
import { type Fact, note } from '../../engine/check/facts.ts';
import type { Extra, Finding } from '../../engine/check/finding.ts';

/** Nothing to judge; `received` says why where the caller did call. */
export function noEvidence(record: CallerRecord, expected: Fact, received: Fact, extra: Extra = {}): Finding {
  if (record.runs.some(({ turns }) => turns.length > 0))
    return undecided('not-run', 'no-evidence', expected, received, [], extra);
  const failed = record.runs.find(({ triggerFault }) => triggerFault !== null);
  if (failed) {
    const fault: Fact = { is: 'trigger-fault', fault: failed.triggerFault! };
    return undecided('inconclusive', 'trigger', expected, fault, [failed.trigger], extra);
  }
  return undecided('inconclusive', 'no-evidence', expected, note('caller-silent'), [], extra);
}
