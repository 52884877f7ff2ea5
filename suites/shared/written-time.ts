/** Times that a party writes into its headers: close to the moment of the message, or off for a reason that shows in how far they are off. */
import type { Fact, WrittenTimeCause } from '../../engine/check/facts.ts';

/** A time in the extended form of ISO 8601, to the second at least, with its zone. */
export const isoWithZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Minutes that two clocks may be apart. */
export const clockMinutes = 5;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const toleranceMs = clockMinutes * minuteMs;

/** When a message was sent by our clock, at the earliest and at the latest. */
export interface Moment {
  readonly from: number;
  readonly until: number;
}

/** What is wrong with a time in a header; null where it is close to the moment, or cannot be read at all. `date` is the Date header of the same message. */
export function writtenTimeFault(name: string, value: string, moment: Moment, date: string | null): Fact | null {
  const offMs = offBy(value, moment);
  if (!(Math.abs(offMs) > toleranceMs)) return null;
  const dateOff = Math.abs(offBy(date ?? '', moment));
  const cause = dateOff > toleranceMs ? 'clock' : causeOf(value, offMs);
  return { is: 'written-time', name, value, offMs, cause, dateAgrees: dateOff <= toleranceMs };
}

/** Milliseconds from the moment to a time; 0 within it, NaN where the time cannot be read. */
function offBy(text: string, { from, until }: Moment): number {
  const time = Date.parse(text);
  return Math.min(time - from, 0) + Math.max(time - until, 0);
}

/** Years before this one come from clocks and fields that nobody set. */
const earliestYear = 2002;
/** The farthest that two zones are apart. */
const widestZoneMs = 26 * hourMs;
const quarterMs = 15 * minuteMs;

function causeOf(value: string, offMs: number): WrittenTimeCause {
  const isAbout = (ms: number) => Math.abs(offMs - ms) <= toleranceMs;
  if (Number(value.slice(0, 4)) < earliestYear) return 'never-set';
  if (isAbout(12 * hourMs) || isAbout(-12 * hourMs)) return 'twelve-hour-clock';
  const zoneMs = offsetOf(value);
  if (isAbout(-zoneMs)) return 'utc-labelled-local';
  const isZoneApart = Math.abs(offMs) <= widestZoneMs && isAbout(Math.round(offMs / quarterMs) * quarterMs);
  if (isZoneApart && Math.abs(offMs) >= hourMs - toleranceMs) return zoneMs === 0 ? 'local-labelled-utc' : 'other-zone';
  const days = Math.round(offMs / dayMs);
  return Math.abs(days) >= 363 && isAbout(days * dayMs) ? 'calendar' : 'unknown';
}

/** The offset that stands behind a time, in milliseconds. */
function offsetOf(value: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(value) ?? [];
  if (!sign) return 0;
  return Number(`${sign}1`) * (Number(hours) * hourMs + Number(minutes) * minuteMs);
}
