/** The reference implementations that the command line can start. */

export {
  type ReferenceAlipayPlus,
  type ReferenceAlipayPlusOptions,
  startReferenceAlipayPlus,
} from './alipayplus/server.ts';
export { alipayplusVariants } from './alipayplus/variants.ts';
export { type ReferenceCaller, type ReferenceCallerOptions, startReferenceCaller } from './caller/server.ts';
export { alipayplusFaults } from './faults/alipayplus/faults.ts';
export { callerFaults } from './faults/caller/faults.ts';
export { type Fault, mayBreak } from './faults/fault.ts';
export { mppFaults, plantedFaults } from './faults/index.ts';
export type { Behaviour } from './mpp/behaviour.ts';
export { type ReferenceMpp, type ReferenceMppOptions, startReferenceMpp } from './mpp/server.ts';
export { mppPathological } from './pathological.ts';
export { type Keys, newKeys } from './signing.ts';
export { mppVariants } from './variants.ts';
