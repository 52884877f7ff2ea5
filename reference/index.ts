/** The reference parties that the command line may start. */
export { admits, type Fault } from './faults/fault.ts';
export { mppFaults, plantedFaults } from './faults.ts';
export { type ReferenceMpp, type ReferenceMppOptions, startReferenceMpp } from './mpp/server.ts';
export { type Keys, newKeys } from './signing.ts';
export { mppVariants } from './variants.ts';
