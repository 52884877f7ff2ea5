/** What is wrong with the surroundings of a caller's run, in one sentence each, with its cure. */
import type { Diagnosis } from '../../engine/report.ts';
import type { Recorded } from './caller-record.ts';
import { signedByAStranger, wrongSignature } from './requests.ts';

/** Faults of the configuration, of the trigger, and a caller that never calls. */
export function diagnose(record: Recorded): Diagnosis[] {
  const { plays, settings } = record;
  const found: Diagnosis[] = [];
  const fault = plays.find(({ triggerFault }) => triggerFault !== null);
  const called = plays.some(({ turns }) => turns.length > 0);
  if (fault) {
    found.push({
      code: 'trigger-failed',
      says: `The trigger did not set the caller going: ${fault.triggerFault}.`,
      cure: 'Look at client.trigger: it gets a POST (or a line on stdin) and answers 2xx (or exit code 0) when the action is over.',
    });
  } else if (!called && plays.length > 0) {
    found.push({
      code: 'caller-silent',
      says: `The trigger was pulled, but no request came to ${settings.client.listen}.`,
      cure: 'Point the caller under test at that address, and let the trigger call getPaymentCode once for each pull.',
    });
  }
  const wrong = wrongSignature(record);
  if (signedByAStranger(record) && wrong?.code !== 'signed-with-our-key') {
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
