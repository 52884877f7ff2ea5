/** Faults of decisions: missing, misspelt, or for the wrong customer. */
import type { Answer, Json, Patch } from '../../mpp/behaviour.ts';
import { isObject } from '../../mpp/body.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { customers } from '../../mpp/users.ts';
import { type MppFault, mustFault, rowKeys, shouldFault } from '../fault.ts';
import { guarded, onAnswer, onCode, onDecision, recoded, served } from './alterations.ts';

/** Changes what comes with one decision. */
const decided = (decision: string, change: (answer: Answer) => unknown): Patch =>
  onCode('tokenDigitizeDecision', 'SUCCESS', (answer) => (answer.decision === decision ? change(answer) : answer));

const careful = 'REQUIRE_ADDITIONAL_AUTHENTICATION';

const methodsOf = ({ activationMethods }: Answer): Json[] =>
  Array.isArray(activationMethods) ? activationMethods.filter(isObject) : [];

const knownReasons: readonly string[] = [
  'LONG_ACCOUNT_TENURE',
  'GOOD_ACTIVITY_HISTORY',
  'ADDITIONAL_DEVICE',
  'SOFTWARE_UPDATE',
  'RECENT_APPROVED_TOKEN',
  'RECENT_CARDHOLDER_AUTHENTICATION',
  'DEVICE_AUTHENTICATION_VERIFIED',
  'ACCOUNT_TOO_NEW_SINCE_LAUNCH',
  'ACCOUNT_TOO_NEW',
];

/** Faults of tokenDigitizeDecision's business. */
export const decisionFaults: readonly MppFault[] = [
  mustFault(
    'decision-declined-as-failure',
    'Reports a declined request as F with PROCESS_FAIL.',
    rowKeys('tokenDigitizeDecision', 'TDD-07', 'TDD-11', '*'),
    onDecision('tokenDigitizeDecision', (next) => async (b, request, call) => {
      const answer = await next(b, request, call);
      return answer.decision === 'DECLINED' ? { result: b.result('PROCESS_FAIL') } : answer;
    }),
  ),
  mustFault(
    'decision-missing-when-declined',
    'Leaves out the decision where it is DECLINED.',
    rowKeys('tokenDigitizeDecision', 'TDD-04', 'TDD-07', 'response.decision.required', '*.optional'),
    decided('DECLINED', ({ result }) => ({ result })),
  ),
  mustFault(
    'decision-in-lower-case',
    'Writes decisions in lower case.',
    rowKeys('tokenDigitizeDecision', 'TDD-04', 'TDD-05', 'TDD-07', 'response.decision.enum'),
    onCode('tokenDigitizeDecision', 'SUCCESS', (answer) => ({
      ...answer,
      decision: String(answer.decision).toLowerCase(),
    })),
  ),
  mustFault(
    'decision-inside-result',
    'Puts the decision into the result.',
    rowKeys('tokenDigitizeDecision', 'TDD-04', 'TDD-05', 'TDD-07', 'response.decision.required'),
    onCode('tokenDigitizeDecision', 'SUCCESS', ({ result, decision }) => ({ result: { ...result, decision } })),
  ),
  mustFault(
    'decision-short-word',
    'Writes ADDITIONAL_AUTHENTICATION where REQUIRE_ADDITIONAL_AUTHENTICATION is due.',
    rowKeys('tokenDigitizeDecision', 'TDD-04', 'TDD-05', 'response.decision.enum'),
    decided(careful, (answer) => ({ ...answer, decision: 'ADDITIONAL_AUTHENTICATION' })),
  ),
  mustFault(
    'decision-declined-approved',
    'Approves a request that it has to decline.',
    rowKeys('tokenDigitizeDecision', 'TDD-07', 'TDD-04'),
    decided('DECLINED', (answer) => ({ ...answer, decision: 'APPROVED' })),
  ),
  mustFault(
    'decision-valid-call-process-fail',
    'Answers PROCESS_FAIL to a valid digitization.',
    rowKeys('tokenDigitizeDecision', 'TDD-14', '*'),
    recoded('tokenDigitizeDecision', 'SUCCESS', 'PROCESS_FAIL'),
  ),
  mustFault(
    'decision-unknown-customer-declined',
    'Declines a customer that it does not know instead of saying so.',
    rowKeys('tokenDigitizeDecision', 'TDD-09'),
    served('tokenDigitizeDecision', 'USER_NOT_EXIST'),
  ),
  mustFault(
    'decision-frozen-customer-declined',
    'Declines a customer whose account is not in order instead of saying so.',
    rowKeys('tokenDigitizeDecision', 'TDD-09'),
    served('tokenDigitizeDecision', 'USER_STATUS_ABNORMAL'),
  ),
  mustFault(
    'decision-unknown-customer-process-fail',
    'Answers PROCESS_FAIL about an unknown customer.',
    rowKeys('tokenDigitizeDecision', 'TDD-09', 'customerId.maxLength'),
    recoded('tokenDigitizeDecision', 'USER_NOT_EXIST', 'PROCESS_FAIL'),
  ),
  mustFault(
    'decision-no-method-process-fail',
    'Answers PROCESS_FAIL about a user who has no way of activation.',
    rowKeys('tokenDigitizeDecision', 'TDD-08'),
    recoded('tokenDigitizeDecision', 'USER_NO_ACTIVATE_METHOD', 'PROCESS_FAIL'),
  ),
  mustFault(
    'decision-no-method-approved',
    'Approves a user who has no way of activation.',
    rowKeys('tokenDigitizeDecision', 'TDD-08'),
    onDecision('tokenDigitizeDecision', (next) => async (b, request, call) => {
      const answer = await next(b, request, call);
      return answer.result.resultCode === 'USER_NO_ACTIVATE_METHOD'
        ? { result: b.result('SUCCESS'), decision: 'APPROVED' }
        : answer;
    }),
  ),
  mustFault(
    'activation-methods-as-object',
    'Returns activationMethods as an object with numbers for keys.',
    rowKeys('tokenDigitizeDecision', 'TDD-06', 'TDD-05', 'response.activationMethods.type'),
    decided(careful, (answer) => ({ ...answer, activationMethods: { ...methodsOf(answer) } })),
  ),
  mustFault(
    'activation-methods-of-words',
    'Returns activationMethods as an array of words.',
    rowKeys('tokenDigitizeDecision', 'TDD-06', 'response.activationMethods.type'),
    decided(careful, (answer) => ({
      ...answer,
      activationMethods: methodsOf(answer).map((method) => method.type),
    })),
  ),
  mustFault(
    'activation-methods-with-numbers',
    'Numbers its activationMethods with JSON numbers.',
    rowKeys('tokenDigitizeDecision', 'response.activationMethods.type', 'TDD-06'),
    decided(careful, (answer) => ({
      ...answer,
      activationMethods: methodsOf(answer).map((method, index) => ({
        ...method,
        sequence: index + 1,
      })),
    })),
  ),
  shouldFault(
    'activation-methods-empty',
    'Requires additional authentication with an empty list of ways.',
    rowKeys('tokenDigitizeDecision', 'TDD-05', 'response.activationMethods.required'),
    decided(careful, (answer) => ({ ...answer, activationMethods: [] })),
  ),
  shouldFault(
    'decision-on-failures',
    'Returns DECLINED with failures too.',
    rowKeys('tokenDigitizeDecision', 'TDD-13'),
    onAnswer((answer, call) =>
      call.api === 'tokenDigitizeDecision' && answer.result.resultStatus !== 'S'
        ? { ...answer, decision: 'DECLINED' }
        : answer,
    ),
  ),
  shouldFault(
    'decision-new-reason-refused',
    'Refuses recommendation reasons that it does not know.',
    rowKeys('tokenDigitizeDecision', 'TDD-12', 'G-21'),
    guarded(hasLegalFields, (next) => (b, call) => {
      const info = call.request.walletProviderDecisioningInfo;
      const reasons = isObject(info) && Array.isArray(info.recommendationReasons) ? info.recommendationReasons : [];
      return reasons.every((reason) => knownReasons.includes(String(reason))) ? next(b, call) : 'PARAM_ILLEGAL';
    }),
  ),
  mustFault(
    'decisions-mixed-up-side-by-side',
    'Keeps the customer of the current call in one place for all calls, so that two at a time are mixed up.',
    rowKeys('tokenDigitizeDecision', 'TDD-14', '*'),
    (b) => {
      let current: unknown;
      return onDecision('tokenDigitizeDecision', (next) => async (c, request, call) => {
        const known = customers.get(String(request.customerId));
        if (!known || known.code) return next(c, request, call);
        current = request.customerId;
        await new Promise((resolve) => setTimeout(resolve, 40));
        return next(c, { ...request, customerId: current }, call);
      })(b);
    },
  ),
  mustFault(
    'decision-of-the-customer-before',
    'Decides for the customer of the call before, from a field that is set too late.',
    rowKeys('tokenDigitizeDecision', 'TDD-14', '*'),
    (b) => {
      let before: unknown;
      return onDecision('tokenDigitizeDecision', (next) => (c, request, call) => {
        const known = customers.get(String(request.customerId));
        if (!known || known.code) return next(c, request, call);
        const customerId = before ?? request.customerId;
        before = request.customerId;
        return next(c, { ...request, customerId }, call);
      })(b);
    },
  ),
];
