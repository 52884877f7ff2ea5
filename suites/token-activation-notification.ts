/** tokenActivationNotification: how each of its requirements is proved. */

import { invariant, sequence, suite, suiteObligation } from '../engine/check/check.ts';
import { broken, kept } from '../engine/check/finding.ts';
import { received } from '../engine/wire/answer.ts';
import { operations } from '../generated/operations.ts';
import { ownAnswer, repeatedNotification } from './shared/lifecycle.ts';
import { minimalCall, validCall } from './shared/valid-calls.ts';

export default suite('tokenActivationNotification', {
  'TAN-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters, serviceRequestTime, tokenActivatedTime and tokenData in each notification.':
    [suiteObligation()],
  'TAN-02 Alipay+ MUST keep customerId to 64 characters, walletId and tokenRequestorId to 16 and secureElementId to 128 in a notification.':
    [suiteObligation()],
  'TAN-03 Alipay+ MUST send one of the six documented values, null or nothing as accountSource of a notification.': [
    suiteObligation(),
  ],
  'TAN-04 Alipay+ MUST send serviceRequestTime and tokenActivatedTime as ISO 8601 times.': [suiteObligation()],
  'TAN-05 The MPP MUST answer S with SUCCESS to a valid notification, be it full or with the required fields only.': [
    validCall(),
    minimalCall(),
    ...ownAnswer('tokenActivationNotification'),
  ],
  'TAN-10 The MPP SHOULD answer a notification with no code that stands in the table of another API only.': [
    invariant('no answer carries a code of another API', ({ answer, op, settings }) => {
      const known = answer.code in op.resultCodes || answer.code in (settings.extraResultCodes[op.id] ?? {});
      // A code of no table at all is the business of the table.
      if (!known && !Object.values(operations).some(({ resultCodes }) => answer.code in resultCodes)) return null;
      const base = {
        expected: 'a code of the table of this API',
        received: received(answer),
        exchanges: [answer.exchange],
      };
      return known
        ? { ...base, verdict: 'kept', reason: '' }
        : { ...base, verdict: 'broken', reason: 'broken', field: 'response:/result/resultCode' };
    }),
  ],
  'TAN-11 The MPP SHOULD answer S again when the same notification comes twice, and let it take effect once.': [
    sequence('the same notification twice is answered S twice', async (trial) => {
      const ask = { base: 'full', pays: true, about: trial.op.probing.refersTo?.operation } as const;
      const first = await trial.ask({ ...ask, occurrence: 'once' }, 'a notification');
      const second = await trial.ask({ ...ask, occurrence: 'twice' }, 'the same notification again');
      const both = { ...second, exchanges: [...first.exchanges, ...second.exchanges] };
      return second.answer.kind === 'S' ? kept(both, 'S/SUCCESS twice') : broken(both, 'S/SUCCESS twice');
    }),
    repeatedNotification(),
  ],
});
