/** The four verbs that make probes. */
export { accepts } from './accepts.ts';
export { alike } from './alike.ts';
export { type Change, set, specOf, unset } from './change.ts';
export { refuses } from './refuses.ts';
export { sequence } from './sequence.ts';
