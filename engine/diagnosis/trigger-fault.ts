/** Words for what went wrong with the trigger of a caller: for the report and for the diagnosis. */
import type { TriggerFault } from '../check/caller-facts.ts';

/** One clause about a trigger that did not do its part. */
export function triggerFaultText(fault: TriggerFault): string {
  if (fault.kind === 'no-answer') return fault.says;
  return fault.kind === 'http-status'
    ? `the trigger answered HTTP ${fault.status}`
    : `the trigger answered with exit code ${fault.code}`;
}
