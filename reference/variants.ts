/** Correct but different: MPPs that keep every rule in a way of their own, which must never cause a failure. */
import type { Alter } from './mpp/behaviour.ts';

/** One lawful peculiarity. */
export interface Variant {
  /** Kebab-case. */
  readonly name: string;
  /** What it does differently, in one sentence. */
  readonly says: string;
  readonly alter: Alter;
}

/** Every lawful peculiarity that the reference MPP can be started with. */
export const mppVariants: readonly Variant[] = [];
