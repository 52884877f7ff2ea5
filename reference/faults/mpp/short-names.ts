/** The short names of the APIs that the names of faults begin with. */
import type { MppApi } from '../../mpp/behaviour.ts';

/** Short name of each API. */
export const shortNames: Readonly<Record<MppApi, string>> = {
  sendOTP: 'otp',
  sendActivationCode: 'activation-code',
  tokenActivationNotification: 'notification',
  tokenDigitizeDecision: 'decision',
};
