/** Derives seed and run id from the nonce of a certifier, so that the sender cannot choose them. */
import { createHash } from 'node:crypto';

/** The seed of a run with this nonce. */
export function seedOf(nonce: string): number {
  return digest(`seed\n${nonce}`).readUInt32BE(0) >>> 1;
}

/** The run id of an attempt with this nonce; each attempt has its own, so that ids are never sent to the target twice. */
export function idOf(nonce: string, attempt: number): string {
  return digest(`run ${attempt}\n${nonce}`).toString('hex').slice(0, 8);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
