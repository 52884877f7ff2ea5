/** What a row in the table of lawful peculiarities looks like. */
import type { Patch } from '../mpp/behaviour.ts';

/** One lawful peculiarity. */
export interface Variant {
  /** Kebab-case. */
  readonly name: string;
  /** What it does differently, in one sentence. */
  readonly says: string;
  readonly alter: Patch;
}
