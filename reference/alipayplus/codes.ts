/** Payment codes: new for each call, each valid for a minute and starting half a minute after the one before. */
import { randomBytes } from 'node:crypto';
import { timeText } from '../signing.ts';
import type { PaymentCode } from './behaviour.ts';

/** How long a code lives, and how long it and its successor live side by side. */
export const lifetimeMs = 60_000;
export const overlapMs = 30_000;

/** A new payment code: 28 and sixteen random digits. */
export function newCode(): string {
  const digits = randomBytes(8).readBigUInt64BE() % 10n ** 16n;
  return `28${String(digits).padStart(16, '0')}`;
}

/** As many codes as asked for, the first one good from `startMs` on. */
export function codesFrom(startMs: number, count: number): PaymentCode[] {
  return Array.from({ length: count }, (_, index) => {
    const from = startMs + index * (lifetimeMs - overlapMs);
    return {
      paymentCode: newCode(),
      codeValidityStartTime: timeText(from),
      codeExpiryTime: timeText(from + lifetimeMs),
    };
  });
}
