/** Words for facts about times in headers: how far off they are, and why. */
import type { Fact, WrittenTimeCause } from '../../check/facts.ts';

type FactOf<K extends Fact['is']> = Extract<Fact, { readonly is: K }>;

/** How each cause looks, with what to change. */
const causes: Readonly<Record<WrittenTimeCause, string>> = {
  'twelve-hour-clock': 'it is written with a 12-hour clock (in date patterns HH is the hour of the day, hh is not)',
  'utc-labelled-local': 'it is the time in UTC with the offset of another zone',
  'local-labelled-utc': 'it is local time labelled as UTC',
  'other-zone': 'it is the time of one zone with the offset of another',
  calendar: 'its date is of another calendar or of a week-based year (in date patterns yyyy is the year, YYYY is not)',
  'never-set': 'it is a date that was never set',
  clock: 'the clock is wrong: synchronise it with NTP',
  unknown: 'it is not the time at which the message was sent',
};

const minuteMs = 60_000;

/** `2 h 5 min`, `15 min`, `30 days`. */
function span(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / minuteMs);
  if (minutes >= 3 * 24 * 60) return `${Math.round(minutes / (24 * 60))} days`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** One function for each kind of fact. */
export const timeWords = {
  'written-time': ({ name, value, offMs, cause, dateAgrees }: FactOf<'written-time'>) =>
    `${name}: ${value}, ${span(offMs)} ${offMs < 0 ? 'behind' : 'ahead of'} our clock${dateAgrees ? ', with which the Date header of the same message agrees' : ''}: ${causes[cause]}`,
  'close-to-our-clock': ({ name, minutes }: FactOf<'close-to-our-clock'>) =>
    `a ${name} within ${minutes} minutes of our clock`,
};
