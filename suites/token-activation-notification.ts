/** tokenActivationNotification: how each of its requirements is checked. */
import { invariant, suite, suiteObligation } from '../engine/check/check.ts';
import type { CheckContext } from '../engine/check/context.ts';
import { repeatedOpening } from '../engine/check/controls.ts';
import type { Fact } from '../engine/check/facts.ts';
import { type Finding, satisfied, violated } from '../engine/check/finding.ts';
import type { ObservedExchange } from '../engine/check/observed-exchange.ts';
import { type Steps, send } from '../engine/check/steps.ts';
import { sequence } from '../engine/check/verbs/index.ts';
import { ownAnswer, repeatedNotification } from './shared/lifecycle.ts';
import { nearlyRightId } from './shared/nearly-right.ts';
import { codeInTable, isDocumented } from './shared/result-invariants.ts';
import { minimalCall, validCall } from './shared/valid-calls.ts';

export default suite('tokenActivationNotification', {
  'TAN-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters, serviceRequestTime, tokenActivatedTime and tokenData in each notification.':
    [suiteObligation()],
  'TAN-02 Alipay+ MUST limit customerId to 64 characters, walletId and tokenRequestorId to 16 and secureElementId to 128 in a notification.':
    [suiteObligation()],
  'TAN-03 Alipay+ MUST send accountSource of a notification as one of the six documented values or null, or omit it.': [
    suiteObligation(),
  ],
  'TAN-04 Alipay+ MUST send serviceRequestTime and tokenActivatedTime as ISO 8601 times.': [suiteObligation()],
  'TAN-05 The MPP MUST answer S with SUCCESS to a valid notification, with all fields or only the required ones.': [
    validCall(),
    minimalCall(),
    ...ownAnswer('tokenActivationNotification'),
  ],
  'TAN-10 The MPP SHOULD NOT answer a notification with a result code that only other APIs have.': [
    invariant('no answer carries a code of another API', codeOfOwnTable),
  ],
  'TAN-11 The MPP SHOULD answer S again when the same notification is repeated, and process it only once.': [
    sequence('the same notification twice is answered S twice', sentTwice),
    repeatedNotification(),
  ],
  'TAN-12 The MPP MUST treat a notification about an id that only resembles a known one like one about an unknown id.':
    [nearlyRightId('customerId'), nearlyRightId('tokenReferenceId')],
});

/** A code of another API is not in the table of this one; a code of no table at all is another requirement's matter. */
function codeOfOwnTable(observed: ObservedExchange): Finding | null {
  const finding = codeInTable(observed);
  return finding.verdict === 'satisfied' || isDocumented(observed.answer.code) ? finding : null;
}

/** The second of two equal notifications is answered S as well: the opening sent one twice. */
function* sentTwice({ op, controls }: CheckContext): Steps<Finding> {
  const first = controls.full!;
  const second = yield* send(op.id, repeatedOpening, 'the same notification again');
  const both = { ...second, exchanges: [...first.exchanges, ...second.exchanges] };
  const expected: Fact = { is: 'accepted', times: 2 };
  return second.answer.kind === 'S' ? satisfied(both, expected) : violated(both, expected);
}
