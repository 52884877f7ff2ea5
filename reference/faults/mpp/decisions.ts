/** Lies about decisions: missing, misspelt, or about the wrong customer. */
import type { Alter, Answer, Json } from '../../mpp/behaviour.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { customers } from '../../mpp/users.ts';
import { at, flaw, lie, type MppFault } from '../fault.ts';
import { guarded, onAnswer, onCode, onDecision, recoded, served } from './alterations.ts';

/** Changes what comes with one decision. */
const decided = (decision: string, change: (answer: Answer) => unknown): Alter =>
  onCode('tokenDigitizeDecision', 'SUCCESS', (answer) => (answer.decision === decision ? change(answer) : answer));

const careful = 'REQUIRE_ADDITIONAL_AUTHENTICATION';

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
  lie(
    'decision-declined-as-failure',
    'Reports a declined request as F with PROCESS_FAIL.',
    at('tokenDigitizeDecision', 'TDD-07', 'TDD-11', '*'),
    onDecision('tokenDigitizeDecision', (next) => async (b, request, call) => {
      const answer = await next(b, request, call);
      return answer.decision === 'DECLINED' ? { result: b.result('PROCESS_FAIL') } : answer;
    }),
  ),
  lie(
    'decision-missing-when-declined',
    'Leaves out the decision where it is DECLINED.',
    at('tokenDigitizeDecision', 'TDD-04', 'TDD-07', 'response.decision.required', '*.optional'),
    decided('DECLINED', ({ result }) => ({ result })),
  ),
  lie(
    'decision-in-lower-case',
    'Writes decisions in lower case.',
    at('tokenDigitizeDecision', 'TDD-04', 'TDD-05', 'TDD-07', 'response.decision.enum'),
    onCode('tokenDigitizeDecision', 'SUCCESS', (answer) => ({
      ...answer,
      decision: String(answer.decision).toLowerCase(),
    })),
  ),
  lie(
    'decision-inside-result',
    'Puts the decision into the result.',
    at('tokenDigitizeDecision', 'TDD-04', 'TDD-05', 'TDD-07', 'response.decision.required'),
    onCode('tokenDigitizeDecision', 'SUCCESS', ({ result, decision }) => ({ result: { ...result, decision } })),
  ),
  lie(
    'decision-short-word',
    'Writes ADDITIONAL_AUTHENTICATION where REQUIRE_ADDITIONAL_AUTHENTICATION is due.',
    at('tokenDigitizeDecision', 'TDD-04', 'TDD-05', 'response.decision.enum'),
    decided(careful, (answer) => ({ ...answer, decision: 'ADDITIONAL_AUTHENTICATION' })),
  ),
  lie(
    'decision-declined-approved',
    'Approves a request that it has to decline.',
    at('tokenDigitizeDecision', 'TDD-07', 'TDD-04'),
    decided('DECLINED', (answer) => ({ ...answer, decision: 'APPROVED' })),
  ),
  lie(
    'decision-valid-call-process-fail',
    'Answers PROCESS_FAIL to a valid digitization.',
    at('tokenDigitizeDecision', 'TDD-14', '*'),
    recoded('tokenDigitizeDecision', 'SUCCESS', 'PROCESS_FAIL'),
  ),
  lie(
    'decision-unknown-customer-declined',
    'Declines a customer that it does not know instead of saying so.',
    at('tokenDigitizeDecision', 'TDD-09'),
    served('tokenDigitizeDecision', 'USER_NOT_EXIST'),
  ),
  lie(
    'decision-frozen-customer-declined',
    'Declines a customer whose account is not in order instead of saying so.',
    at('tokenDigitizeDecision', 'TDD-09'),
    served('tokenDigitizeDecision', 'USER_STATUS_ABNORMAL'),
  ),
  lie(
    'decision-unknown-customer-process-fail',
    'Answers PROCESS_FAIL about an unknown customer.',
    at('tokenDigitizeDecision', 'TDD-09', 'customerId.maxLength'),
    recoded('tokenDigitizeDecision', 'USER_NOT_EXIST', 'PROCESS_FAIL'),
  ),
  lie(
    'decision-no-method-process-fail',
    'Answers PROCESS_FAIL about a user who has no way of activation.',
    at('tokenDigitizeDecision', 'TDD-08'),
    recoded('tokenDigitizeDecision', 'USER_NO_ACTIVATE_METHOD', 'PROCESS_FAIL'),
  ),
  lie(
    'decision-no-method-approved',
    'Approves a user who has no way of activation.',
    at('tokenDigitizeDecision', 'TDD-08'),
    onDecision('tokenDigitizeDecision', (next) => async (b, request, call) => {
      const answer = await next(b, request, call);
      return answer.result.resultCode === 'USER_NO_ACTIVATE_METHOD'
        ? { result: b.result('SUCCESS'), decision: 'APPROVED' }
        : answer;
    }),
  ),
  lie(
    'activation-methods-as-object',
    'Returns activationMethods as an object with numbers for keys.',
    at('tokenDigitizeDecision', 'TDD-06', 'TDD-05', 'response.activationMethods.type'),
    decided(careful, (answer) => ({ ...answer, activationMethods: { ...(answer.activationMethods as Json[]) } })),
  ),
  lie(
    'activation-methods-of-words',
    'Returns activationMethods as an array of words.',
    at('tokenDigitizeDecision', 'TDD-06', 'response.activationMethods.type'),
    decided(careful, (answer) => ({
      ...answer,
      activationMethods: (answer.activationMethods as Json[]).map((method) => method.type),
    })),
  ),
  lie(
    'activation-methods-with-numbers',
    'Numbers its activationMethods with JSON numbers.',
    at('tokenDigitizeDecision', 'response.activationMethods.type', 'TDD-06'),
    decided(careful, (answer) => ({
      ...answer,
      activationMethods: (answer.activationMethods as Json[]).map((method, index) => ({
        ...method,
        sequence: index + 1,
      })),
    })),
  ),
  flaw(
    'activation-methods-empty',
    'Requires additional authentication with an empty list of ways.',
    at('tokenDigitizeDecision', 'TDD-05', 'response.activationMethods.required'),
    decided(careful, (answer) => ({ ...answer, activationMethods: [] })),
  ),
  flaw(
    'decision-on-failures',
    'Returns DECLINED with failures too.',
    at('tokenDigitizeDecision', 'TDD-13'),
    onAnswer((answer, call) =>
      call.api === 'tokenDigitizeDecision' && answer.result.resultStatus !== 'S'
        ? { ...answer, decision: 'DECLINED' }
        : answer,
    ),
  ),
  flaw(
    'decision-new-reason-refused',
    'Refuses recommendation reasons that it does not know.',
    at('tokenDigitizeDecision', 'TDD-12', 'G-21'),
    guarded(hasLegalFields, (next) => (b, call) => {
      const info = call.request.walletProviderDecisioningInfo as { recommendationReasons?: unknown } | null | undefined;
      const reasons = Array.isArray(info?.recommendationReasons) ? info.recommendationReasons : [];
      return reasons.every((reason) => knownReasons.includes(String(reason))) ? next(b, call) : 'PARAM_ILLEGAL';
    }),
  ),
  lie(
    'decisions-mixed-up-side-by-side',
    'Keeps the customer of the current call in one place for all calls, so that two at a time are mixed up.',
    at('tokenDigitizeDecision', 'TDD-14', '*'),
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
  lie(
    'decision-of-the-customer-before',
    'Decides for the customer of the call before, from a field that is set too late.',
    at('tokenDigitizeDecision', 'TDD-14', '*'),
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
