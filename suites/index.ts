/** All suites as one set: what the engine plans a run from. */
import type { Suite } from '../engine/check/check.ts';
import type { SuiteSet } from '../engine/plan/plan.ts';
import type { OperationId } from '../generated/operations.ts';
import everyApi from './every-api.ts';
import getPaymentCode from './get-payment-code.ts';
import sendActivationCode from './send-activation-code.ts';
import sendOTP from './send-otp.ts';
import { constraintProbes } from './shared/constraints.ts';
import { loadFastCheck } from './shared/fast-check.ts';
import { bodyProbes } from './shared/http.ts';
import { answerInvariant } from './shared/response-fields.ts';
import { scenarioProbe } from './shared/scenarios.ts';
import tokenActivationNotification from './token-activation-notification.ts';
import tokenDigitizeDecision from './token-digitize-decision.ts';

/** The table of every API, and one per operation of the spec: an operation without a suite does not compile. */
export const suites: { readonly every: Suite<'every'> } & { readonly [O in OperationId]: Suite<O> } = {
  every: everyApi,
  sendOTP,
  sendActivationCode,
  tokenActivationNotification,
  tokenDigitizeDecision,
  getPaymentCode,
};

export const suiteSet: SuiteSet = {
  catalogue: (_, { operation, id }) => suites[operation ?? 'every'].checks.get(id) ?? [],
  request: constraintProbes,
  body: bodyProbes,
  response: (op, field, rule) => [answerInvariant(op, field, rule)],
  scenario: scenarioProbe,
  prepare: async (profile) => {
    if (profile !== 'smoke') await loadFastCheck();
  },
  otherScenarios: 'G-16',
};
