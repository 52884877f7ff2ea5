/** Generated from spec/ by npm run generate; do not edit. */
import type { Suite } from '../engine/check/check.ts';
import type { OperationId } from '../generated/operations.ts';
import getPaymentCode from './get-payment-code.ts';
import sendActivationCode from './send-activation-code.ts';
import sendOTP from './send-otp.ts';
import tokenActivationNotification from './token-activation-notification.ts';
import tokenDigitizeDecision from './token-digitize-decision.ts';

/** The suite of every API: one without a suite does not compile. */
export const suiteOf: { readonly [O in OperationId]: Suite<O> } = {
  sendOTP,
  sendActivationCode,
  tokenActivationNotification,
  tokenDigitizeDecision,
  getPaymentCode,
};
