/** Values in words: what came, short enough for a line. */
import { brief } from '../../wire/json.ts';

/** A status or code as it came: one with a space or a line end in it is shown for what it is. */
export function plainValue(value: unknown): string {
  if (typeof value === 'string' && /^[\w.-]+$/.test(value)) return value;
  return value === undefined ? '(none)' : JSON.stringify(value);
}

/** A JSON value in few characters. */
export function valueText(value: unknown): string {
  return value === undefined ? 'nothing' : brief(value);
}

/** "a string", "an object", "null". */
export function kindText(kind: string): string {
  if (kind === 'null') return kind;
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

/** "1 item", "2 items". */
export function quantity(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}

/** Milliseconds as seconds. */
export function seconds(ms: number): string {
  return `${ms / 1000} s`;
}
