/** Parses numbers of command-line options; other text and numbers out of range are usage errors. */
import { UsageError } from '../terminal/usage-error.ts';

/** A parser of whole numbers from `least` to `most`. */
export function whole(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    if (!/^[+-]?\d+$/.test(text)) throw new UsageError(`${option} "${text}" is not a whole number`, range(least, most));
    return within(option, Number(text), least, most);
  };
}

/** A parser of numbers, fractions allowed, from `least` to `most`. */
export function number(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    if (!/^[+-]?\d+(\.\d+)?$/.test(text))
      throw new UsageError(`${option} "${text}" is not a number`, range(least, most));
    return within(option, Number(text), least, most);
  };
}

function within(option: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new UsageError(`${option} ${value} is out of range`, range(least, most));
}

function range(least: number, most: number): string {
  return `Give a number from ${least} to ${most}.`;
}
