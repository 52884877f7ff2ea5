/** The shape of a conforming variant. */
import type { Patch } from '../mpp/behaviour.ts';

/** One conforming variant. */
export interface Variant {
  /** Kebab-case. */
  readonly name: string;
  /** What it does differently, in one sentence. */
  readonly says: string;
  readonly alter: Patch;
}
