/** The table of lies: MPPs that are wrong in exactly one way, each with the requirement that it breaks. */
import type { MppFault } from './faults/fault.ts';

/** Every fault that the reference MPP can be started with. */
export const mppFaults: readonly MppFault[] = [];
