/** All suites as one set: what the engine plans a run from. */
import type { SuiteSet } from '../engine/plan.ts';
import { answerInvariant } from './answers.ts';
import { constraintProbes } from './constraints.ts';
import everyApi from './every-api.ts';
import { loadFastCheck } from './fast-check.ts';
import getPaymentCode from './get-payment-code.ts';
import { bodyProbes } from './protocol.ts';
import { scenarioProbe } from './scenarios.ts';
import sendActivationCode from './send-activation-code.ts';
import sendOTP from './send-otp.ts';
import tokenActivationNotification from './token-activation-notification.ts';
import tokenDigitizeDecision from './token-digitize-decision.ts';

export const suiteSet: SuiteSet = {
  suites: [everyApi, sendOTP, sendActivationCode, tokenActivationNotification, tokenDigitizeDecision, getPaymentCode],
  request: constraintProbes,
  body: bodyProbes,
  response: (op, field, rule) => [answerInvariant(op, field, rule)],
  scenario: scenarioProbe,
  prepare: async (profile) => {
    if (profile !== 'smoke') await loadFastCheck();
  },
  otherScenarios: 'G-16',
};
