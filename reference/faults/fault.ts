/** What a row in the table of lies looks like, and how it is written. */
import { type MppApi, mppApis, type Patch } from '../mpp/behaviour.ts';

/** One way of being wrong. */
export interface Fault {
  /** Kebab-case; what `serve --fault` takes. */
  readonly name: string;
  /** What the faulty party does, in one sentence. */
  readonly says: string;
  readonly role: 'mpp' | 'alipayplus' | 'mpp-client';
  /**
   * Row keys: the first is the requirement that it breaks, the others may fall with it; in those a `*` stands for any text.
   * Groups follow from their members and are not listed.
   */
  readonly breaks: readonly string[];
  /** The APIs at which it shows. */
  readonly apis: readonly string[];
  /** What becomes of the first row: `failed` for a MUST, `warned` for a SHOULD or a position. */
  readonly outcome: 'failed' | 'warned';
}

/** A fault of the reference MPP. */
export interface MppFault extends Fault {
  readonly role: 'mpp';
  readonly alter: Patch;
}

/** Whether a fault owns up to a row, as the one it breaks or as one that may fall with it. */
export function mayBreak(fault: Fault, key: string): boolean {
  return fault.breaks.some((pattern) => {
    const text = pattern.split('*').map((part) => part.replace(/[.\\^$+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${text.join('.*')}$`).test(key);
  });
}

/** Row keys of one API: catalogue ids as they are, constraints by their path and keyword. */
export function rowKeys(api: MppApi, ...ids: readonly string[]): string[] {
  return ids.map((id) => `${api}/${id.includes('.') ? `${api}.${id}` : id}`);
}

/** Row keys of all four APIs, the first id of each API before the second. */
export function rowKeysOfAllApis(...ids: readonly string[]): string[] {
  return ids.flatMap((id) => mppApis.flatMap((api) => rowKeys(api, id)));
}

/** A fault that a MUST forbids. */
export function mustFault(name: string, says: string, breaks: readonly string[], alter: Patch): MppFault {
  const apis = mppApis.filter((api) => breaks.some((key) => key.startsWith(`${api}/`)));
  return { name, says, role: 'mpp', breaks, apis, outcome: 'failed', alter };
}

/** A fault against a SHOULD, or against our reading of what the pages leave open: it warns. */
export function shouldFault(...row: Parameters<typeof mustFault>): MppFault {
  return { ...mustFault(...row), outcome: 'warned' };
}

/** An S that lacks what must come with it falls with these. */
export const emptySuccessRows: readonly string[] = [
  ...rowKeys('sendOTP', 'OTP-03', 'response.verifyRequestId.required'),
  ...rowKeys('tokenDigitizeDecision', 'TDD-04', 'response.decision.required'),
];
