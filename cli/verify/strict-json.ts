/** Reads JSON that a suite wrote: of limited depth, and byte for byte as it is written, so that no key can stand twice. */
import { isUtf8 } from 'node:buffer';

/** Deeper than any report: bodies of 1,000 levels are recorded as text. */
const deepest = 1500;

/** A value, or what is wrong with the text as a part of a sentence. */
export type StrictJson = { readonly value: unknown } | { readonly says: string };

/** The value of a text that `write` gives back unchanged. */
export function strictJson(text: string, write: (value: unknown) => string): StrictJson {
  if (isTooDeep(text)) return { says: `is nested more than ${deepest} levels deep` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { says: 'is not JSON' };
  }
  const twice = write(value) !== text;
  return twice ? { says: 'has a key twice, or is not written as certify writes it' } : { value };
}

/** Text of a file; null where its bytes are no UTF-8. */
export function utf8(content: Buffer): string | null {
  return isUtf8(content) ? content.toString('utf8') : null;
}

/** JSON with an indent of two, as the small files of a package are written. */
export function indented(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const quote = 0x22;
const backslash = 0x5c;

/** Whether brackets outside of strings are nested too deep: found before a parser or a comparison runs out of stack. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === backslash) at += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
