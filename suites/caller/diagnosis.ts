/** What is wrong with the surroundings of a caller's run, in one sentence each, with its cure. */
import type { CallerRecord } from '../../engine/check/caller-check.ts';
import { triggerFaultText } from '../../engine/diagnosis/trigger-fault.ts';
import type { Diagnosis } from '../../engine/report.ts';
import { isSignedByOtherKey, wrongSignature } from './signatures.ts';

/** Faults of the configuration, of the trigger, and a caller that never calls. */
export function diagnoseCaller(record: CallerRecord): Diagnosis[] {
  const { runs, settings } = record;
  const found: Diagnosis[] = [];
  const failed = runs.find(({ triggerFault }) => triggerFault !== null);
  const called = runs.some(({ turns }) => turns.length > 0);
  if (failed) {
    found.push({
      code: 'trigger-failed',
      says: `The trigger did not start the caller: ${triggerFaultText(failed.triggerFault!)}.`,
      cure: 'Check client.trigger: it gets a POST (or a line on stdin) and answers 2xx (or exit code 0) when the action is over.',
    });
  } else if (!called && runs.length > 0) {
    found.push({
      code: 'caller-silent',
      says: `The trigger was called, but no request arrived at ${settings.client.listen}.`,
      cure: 'Point the caller under test at that address, and let each call of the trigger start one getPaymentCode.',
    });
  }
  const wrong = wrongSignature(record);
  if (isSignedByOtherKey(record) && wrong?.code !== 'signed-with-our-key') {
    found.push({
      code: 'wrong-public-key',
      says: 'The requests of the caller are signed with another key than signing.publicKey.',
      cure: 'Put the public key that belongs to the private key of the caller into signing.publicKey.',
    });
  } else if (wrong) {
    const { code, says, cure } = wrong;
    found.push({ code, says, cure });
  }
  return found;
}
