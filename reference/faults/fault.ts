/** What a row in the table of lies looks like. */
import type { Alter } from '../mpp/behaviour.ts';

/** One way of being wrong. */
export interface Fault {
  /** Kebab-case; what `serve --fault` takes. */
  readonly name: string;
  /** What the faulty party does, in one sentence. */
  readonly says: string;
  readonly role: 'mpp' | 'alipayplus' | 'mpp-client';
  /** Row keys: the first is the requirement that it breaks, the others may fall with it. Groups follow from their members and are not listed. */
  readonly breaks: readonly string[];
  /** The APIs at which it shows. */
  readonly apis: readonly string[];
  /** What becomes of the first row: `failed` for a MUST, `warned` for a SHOULD or a position. */
  readonly outcome: 'failed' | 'warned';
}

/** A fault of the reference MPP. */
export interface MppFault extends Fault {
  readonly role: 'mpp';
  readonly alter: Alter;
}
