/** The shape of a fault, and the functions that write rows of the table. */
import { type MppApi, mppApis, type Patch } from '../mpp/behaviour.ts';

/** One fault of a party. */
export interface Fault {
  /** Kebab-case; what `serve --fault` takes. */
  readonly name: string;
  /** What the faulty party does, in one sentence. */
  readonly says: string;
  readonly role: 'mpp' | 'alipayplus' | 'mpp-client';
  /**
   * Row keys: the first is the requirement that it breaks, the others may fail with it; in those a `*` matches any text.
   * Groups follow from their members and are not listed.
   */
  readonly breaks: readonly string[];
  /** The APIs that it affects. */
  readonly apis: readonly string[];
  /** The outcome of the first row: `failed` for a MUST, `warned` for a SHOULD or a position. */
  readonly outcome: 'failed' | 'warned';
}

/** A fault of the reference MPP. */
export interface MppFault extends Fault {
  readonly role: 'mpp';
  readonly alter: Patch;
}

/** Whether a fault may break a row: the first of its list, or one that may fail with it. */
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

/** A fault against a MUST: the requirement fails. */
export function mustFault(name: string, says: string, breaks: readonly string[], alter: Patch): MppFault {
  const apis = mppApis.filter((api) => breaks.some((key) => key.startsWith(`${api}/`)));
  return { name, says, role: 'mpp', breaks, apis, outcome: 'failed', alter };
}

/** A fault against a SHOULD or a position: the requirement is warned. */
export function shouldFault(...row: Parameters<typeof mustFault>): MppFault {
  return { ...mustFault(...row), outcome: 'warned' };
}

/** Rows that an S without its required fields breaks. */
export const emptySuccessRows: readonly string[] = [
  ...rowKeys('sendOTP', 'OTP-03', 'response.verifyRequestId.required'),
  ...rowKeys('tokenDigitizeDecision', 'TDD-04', 'response.decision.required'),
];
