/** Faults of activation: codes that are sent or refused wrongly, and notifications. */
import { hasLegalFields } from '../../mpp/fields.ts';
import { customers } from '../../mpp/users.ts';
import { type MppFault, mustFault, rowKeys, shouldFault } from '../fault.ts';
import { guarded, onDecision, recoded, served } from './alterations.ts';

/** Faults of sendActivationCode's and tokenActivationNotification's business. */
export const activationFaults: readonly MppFault[] = [
  mustFault(
    'activation-code-unknown-customer-accepted',
    'Sends an activation code for a customer that it does not know.',
    rowKeys('sendActivationCode', 'SAC-11', '*'),
    served('sendActivationCode', 'USER_NOT_EXIST'),
  ),
  mustFault(
    'activation-code-frozen-customer-accepted',
    'Sends an activation code to a customer whose account is not in order.',
    rowKeys('sendActivationCode', 'SAC-11'),
    served('sendActivationCode', 'USER_STATUS_ABNORMAL'),
  ),
  mustFault(
    'activation-code-unknown-customer-process-fail',
    'Answers PROCESS_FAIL about an unknown customer.',
    rowKeys('sendActivationCode', 'SAC-11', 'customerId.maxLength'),
    recoded('sendActivationCode', 'USER_NOT_EXIST', 'PROCESS_FAIL'),
  ),
  mustFault(
    'activation-code-any-method-accepted',
    'Says S to a way of activation that it cannot serve.',
    rowKeys('sendActivationCode', 'SAC-09'),
    served('sendActivationCode', 'ACTIVATION_METHOD_NOT_SUPPORTED'),
  ),
  mustFault(
    'activation-code-method-process-fail',
    'Answers PROCESS_FAIL to a way of activation that it cannot serve.',
    rowKeys('sendActivationCode', 'SAC-09'),
    recoded('sendActivationCode', 'ACTIVATION_METHOD_NOT_SUPPORTED', 'PROCESS_FAIL'),
  ),
  mustFault(
    'activation-code-limit-process-fail',
    'Answers PROCESS_FAIL where no further activation code may be sent.',
    rowKeys('sendActivationCode', 'SAC-10'),
    recoded('sendActivationCode', 'OTP_SEND_TIMES_EXCEED_LIMIT', 'PROCESS_FAIL'),
  ),
  mustFault(
    'activation-code-valid-call-process-fail',
    'Answers PROCESS_FAIL to a valid sendActivationCode.',
    rowKeys('sendActivationCode', 'SAC-05', '*'),
    recoded('sendActivationCode', 'SUCCESS', 'PROCESS_FAIL'),
  ),
  mustFault(
    'notification-valid-call-process-fail',
    'Answers PROCESS_FAIL to a valid notification.',
    rowKeys('tokenActivationNotification', 'TAN-05', '*'),
    recoded('tokenActivationNotification', 'SUCCESS', 'PROCESS_FAIL'),
  ),
  mustFault(
    'notification-needs-optional-fields',
    'Answers PARAM_ILLEGAL to a notification that has the required fields only.',
    rowKeys('tokenActivationNotification', 'TAN-05', '*.optional'),
    onDecision(
      'tokenActivationNotification',
      (next) => (b, request, call) =>
        request.customerId == null && request.walletId == null
          ? { result: b.result('PARAM_ILLEGAL') }
          : next(b, request, call),
    ),
  ),
  shouldFault(
    'notification-unknown-user-code',
    'Answers USER_NOT_EXIST, which this table does not have, about an unknown customer.',
    rowKeys('tokenActivationNotification', 'TAN-10', 'G-16', 'customerId.maxLength'),
    onDecision('tokenActivationNotification', (next) => (b, request, call) => {
      const unknown = typeof request.customerId === 'string' && !customers.has(request.customerId);
      return unknown ? { result: b.result('USER_NOT_EXIST') } : next(b, request, call);
    }),
  ),
  mustFault(
    'notification-answered-from-cache',
    'Answers a notification about a token that it knows with the stored answer, whatever else it says now.',
    rowKeys('tokenActivationNotification', 'serviceRequestTime.required', '*'),
    (b) => {
      const accepted = new Set<unknown>();
      return guarded(hasLegalFields, (next) => async (c, call) => {
        const { tokenReferenceId } = call.request;
        if (call.api !== 'tokenActivationNotification') return next(c, call);
        if (accepted.has(tokenReferenceId)) return 'SUCCESS';
        const refused = await next(c, call);
        if (!refused) accepted.add(tokenReferenceId);
        return refused;
      })(b);
    },
  ),
  shouldFault(
    'notification-twice-refused',
    'Answers PROCESS_FAIL to a notification that comes a second time.',
    rowKeys('tokenActivationNotification', 'TAN-11'),
    (b) => {
      const seen = new Set<string>();
      return onDecision('tokenActivationNotification', (next) => (c, request, call) => {
        const { tokenReferenceId, serviceRequestTime, tokenActivatedTime } = request;
        const key = JSON.stringify([tokenReferenceId, serviceRequestTime, tokenActivatedTime, request]);
        if (seen.has(key)) return { result: c.result('PROCESS_FAIL') };
        seen.add(key);
        return next(c, request, call);
      })(b);
    },
  ),
  shouldFault(
    'notification-token-twice-refused',
    'Answers PROCESS_FAIL to a second notification about a token.',
    rowKeys('tokenActivationNotification', 'TAN-11'),
    (b) => {
      const seen = new Set<unknown>();
      return onDecision('tokenActivationNotification', (next) => async (c, request, call) => {
        const { tokenReferenceId } = request;
        if (seen.has(tokenReferenceId)) return { result: c.result('PROCESS_FAIL') };
        const answer = await next(c, request, call);
        if (answer.result.resultStatus === 'S') seen.add(tokenReferenceId);
        return answer;
      })(b);
    },
  ),
];
