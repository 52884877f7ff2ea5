/** The table of lies: MPPs that are wrong in exactly one way, each with the requirement that it breaks. */
import { activationFaults } from './faults/activation.ts';
import { addressFaults } from './faults/addresses.ts';
import { constraintFaults } from './faults/constraints.ts';
import { crashFaults } from './faults/crashes.ts';
import { decisionFaults } from './faults/decisions.ts';
import type { MppFault } from './faults/fault.ts';
import { otpFaults } from './faults/otp.ts';
import { requestFaults } from './faults/requests.ts';
import { resultFaults } from './faults/results.ts';
import { shapeFaults } from './faults/shapes.ts';
import { signingFaults } from './faults/signing.ts';
import { verifyingFaults } from './faults/verifying.ts';

/** Faults thought of one by one: what an engineer in a hurry gets wrong. */
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
];

/** Every fault that the reference MPP can be started with: those, and one for each constraint of a field. */
export const mppFaults: readonly MppFault[] = [...plantedFaults, ...constraintFaults, ...shapeFaults];
