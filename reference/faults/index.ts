/** The table of faults: MPPs with exactly one fault each, and the requirement that it breaks. */

import type { MppFault } from './fault.ts';
import { activationFaults } from './mpp/activation.ts';
import { addressFaults } from './mpp/addresses.ts';
import { answerTimeFaults } from './mpp/answer-times.ts';
import { constraintFaults } from './mpp/constraints.ts';
import { crashFaults } from './mpp/crashes.ts';
import { decisionFaults } from './mpp/decisions.ts';
import { looseFaults } from './mpp/loose.ts';
import { otpFaults } from './mpp/otp.ts';
import { requestFaults } from './mpp/requests.ts';
import { resultFaults } from './mpp/results.ts';
import { shapeFaults } from './mpp/shapes.ts';
import { signingFaults } from './mpp/signing.ts';
import { verifyingFaults } from './mpp/verifying.ts';

/** Hand-written faults: typical mistakes of an implementation. */
export const plantedFaults: readonly MppFault[] = [
  ...verifyingFaults,
  ...signingFaults,
  ...addressFaults,
  ...resultFaults,
  ...crashFaults,
  ...requestFaults,
  ...otpFaults,
  ...activationFaults,
  ...decisionFaults,
  ...looseFaults,
  ...answerTimeFaults,
];

/** All faults of the reference MPP: the hand-written ones, and one for each constraint of a field. */
export const mppFaults: readonly MppFault[] = [...plantedFaults, ...constraintFaults, ...shapeFaults];
