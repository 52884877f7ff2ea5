/** Values of fields, made from the schema: boundary values, one step beyond, dates, made-up ids. */
import { createHash } from 'node:crypto';
import type { Field, Operation } from '../../contract/types.ts';
import type { JsonObject } from '../settings.ts';
import { isoTime } from '../wire/signing.ts';

/** The characters a value is made of: lower, upper case and digits, those that it uses; letters and digits for an empty one. */
export function alphabetOf(value: string): string {
  const classes = [
    [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz'],
    [/[A-Z]/, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    [/[0-9]/, '0123456789'],
  ] as const;
  const used = classes.filter(([pattern]) => pattern.test(value)).map(([, letters]) => letters);
  return used.length > 0 ? used.join('') : 'abcdefghijklmnopqrstuvwxyz0123456789';
}

/** `length` characters of the alphabet of `like`, the same for the same tag. */
export function madeUp(tag: string, length: number, like: string): string {
  const alphabet = alphabetOf(like);
  let text = '';
  for (let block = 0; text.length < length; block += 1) {
    for (const byte of createHash('sha256').update(`${tag}/${block}`).digest())
      text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}

/** The value, padded at the end with characters of its own alphabet, or cut, to a length in characters. */
export function paddedTo(value: string, length: number): string {
  if (value.length >= length) return value.slice(0, length);
  return value + madeUp('padding', length - value.length, value);
}

/** Text of so many characters of the basic plane, none of them ASCII: three bytes each in UTF-8. */
export function wideText(length: number): string {
  return '电子钱包支付测试'.repeat(Math.ceil(length / 8)).slice(0, length);
}

/** A date, written with a zone, at an offset in minutes; valid, in the style of the page's example. */
export function dateWithOffset(epochMs: number, offset: string): string {
  const minutes =
    offset === 'Z' ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
  return new Date(epochMs + minutes * 60_000).toISOString().slice(0, 19) + offset;
}

/** Dates that are none, each with what is wrong with it; `epochMs` is a time that would be right. */
export function illegalDates(epochMs: number): { what: string; value: string }[] {
  const year = new Date(epochMs).getUTCFullYear() + 1;
  return [
    { what: 'words', value: 'not a date' },
    { what: 'an epoch number', value: String(epochMs) },
    { what: 'month 13', value: `${year}-13-01T12:01:01+08:00` },
    { what: '30 February', value: `${year}-02-30T12:01:01+08:00` },
    { what: 'hour 25', value: `${year}-03-01T25:01:01+08:00` },
    { what: 'a date with words behind it', value: `${year}-03-01T12:01:01+08:00 or so` },
    { what: 'month, day and year', value: `03/01/${year} 12:01 PM` },
  ];
}

/** Values outside an enum: a plausible stranger, and near misses of the first value on either side. */
export function outsideEnum(field: Field, seedTag: string): { what: string; value: string }[] {
  const first = field.enum![0]!;
  const last = field.enum!.at(-1)!;
  return [
    { what: 'an unknown value', value: madeUp(seedTag, 6, 'A') },
    { what: `${first} with a letter behind`, value: `${first}X` },
    { what: `${last} with a letter before`, value: `X${last}` },
  ];
}

/** Times of a request by field, each so many minutes off a moment in milliseconds as the spec says. */
export function timesFrom({ probing }: Operation, epochMs: number): JsonObject {
  return Object.fromEntries(
    Object.entries(probing.times).map(([field, minutes]) => [field, isoTime(epochMs + minutes * 60_000)]),
  );
}
