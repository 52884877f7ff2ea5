/** The entry of the build without words: a judged run of each role. */
export { judgeReference } from './judged.ts';
export { judgeCaller } from './judged-caller.ts';
export { judgeAlipayPlus } from './judged-fault.ts';
