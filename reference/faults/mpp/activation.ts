/** Lies about activation: codes that are sent or refused wrongly, and notifications. */
import { hasLegalFields } from '../../mpp/fields.ts';
import { customers } from '../../mpp/users.ts';
import { at, flaw, lie, type MppFault } from '../fault.ts';
import { guarded, onDecision, recoded, served } from './alterations.ts';

/** Faults of sendActivationCode's and tokenActivationNotification's business. */
export const activationFaults: readonly MppFault[] = [
  lie(
    'activation-code-unknown-customer-accepted',
    'Sends an activation code for a customer that it does not know.',
    at('sendActivationCode', 'SAC-11', '*'),
    served('sendActivationCode', 'USER_NOT_EXIST'),
  ),
  lie(
    'activation-code-frozen-customer-accepted',
    'Sends an activation code to a customer whose account is not in order.',
    at('sendActivationCode', 'SAC-11'),
    served('sendActivationCode', 'USER_STATUS_ABNORMAL'),
  ),
  lie(
    'activation-code-unknown-customer-process-fail',
    'Answers PROCESS_FAIL about an unknown customer.',
    at('sendActivationCode', 'SAC-11', 'customerId.maxLength'),
    recoded('sendActivationCode', 'USER_NOT_EXIST', 'PROCESS_FAIL'),
  ),
  lie(
    'activation-code-any-method-accepted',
    'Says S to a way of activation that it cannot serve.',
    at('sendActivationCode', 'SAC-09'),
    served('sendActivationCode', 'ACTIVATION_METHOD_NOT_SUPPORTED'),
  ),
  lie(
    'activation-code-method-process-fail',
    'Answers PROCESS_FAIL to a way of activation that it cannot serve.',
    at('sendActivationCode', 'SAC-09'),
    recoded('sendActivationCode', 'ACTIVATION_METHOD_NOT_SUPPORTED', 'PROCESS_FAIL'),
  ),
  lie(
    'activation-code-limit-process-fail',
    'Answers PROCESS_FAIL where no further activation code may be sent.',
    at('sendActivationCode', 'SAC-10'),
    recoded('sendActivationCode', 'OTP_SEND_TIMES_EXCEED_LIMIT', 'PROCESS_FAIL'),
  ),
  lie(
    'activation-code-valid-call-process-fail',
    'Answers PROCESS_FAIL to a valid sendActivationCode.',
    at('sendActivationCode', 'SAC-05', '*'),
    recoded('sendActivationCode', 'SUCCESS', 'PROCESS_FAIL'),
  ),
  lie(
    'notification-valid-call-process-fail',
    'Answers PROCESS_FAIL to a valid notification.',
    at('tokenActivationNotification', 'TAN-05', '*'),
    recoded('tokenActivationNotification', 'SUCCESS', 'PROCESS_FAIL'),
  ),
  lie(
    'notification-needs-optional-fields',
    'Answers PARAM_ILLEGAL to a notification that has the required fields only.',
    at('tokenActivationNotification', 'TAN-05', '*.optional'),
    onDecision(
      'tokenActivationNotification',
      (next) => (b, request, call) =>
        request.customerId == null && request.walletId == null
          ? { result: b.result('PARAM_ILLEGAL') }
          : next(b, request, call),
    ),
  ),
  flaw(
    'notification-unknown-user-code',
    'Answers USER_NOT_EXIST, which this table does not have, about an unknown customer.',
    at('tokenActivationNotification', 'TAN-10', 'G-16', 'customerId.maxLength'),
    onDecision('tokenActivationNotification', (next) => (b, request, call) => {
      const unknown = typeof request.customerId === 'string' && !customers.has(request.customerId);
      return unknown ? { result: b.result('USER_NOT_EXIST') } : next(b, request, call);
    }),
  ),
  lie(
    'notification-answered-from-cache',
    'Answers a notification about a token that it knows with the stored answer, whatever else it says now.',
    at('tokenActivationNotification', 'serviceRequestTime.required', '*'),
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
  flaw(
    'notification-twice-refused',
    'Answers PROCESS_FAIL to a notification that comes a second time.',
    at('tokenActivationNotification', 'TAN-11'),
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
  flaw(
    'notification-token-twice-refused',
    'Answers PROCESS_FAIL to a second notification about a token.',
    at('tokenActivationNotification', 'TAN-11'),
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
