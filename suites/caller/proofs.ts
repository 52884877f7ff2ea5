/** The words in which a caller is judged: checks over every request, and checks over every playing of an action. */

import type { Finding, FindingVerdict, Reason } from '../../engine/check/finding.ts';
import type { Diagnosis } from '../../engine/report.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { Play, Recorded, Turn } from './caller-record.ts';
import { wasRead } from './caller-record.ts';

/** One check of one requirement, judged on the record alone. */
export interface CallerCheck {
  readonly title: string;
  readonly judged: Finding;
  /** The wire cannot show it: what the caller takes for a success is its own affair unless the trigger tells. */
  readonly unseen?: boolean;
}

/** Judges a record for one requirement. */
export type CallerProof = (record: Recorded) => CallerCheck[];

/** What one request shows; null where it says nothing about the matter. */
export interface Sight {
  readonly shows: Extract<FindingVerdict, 'kept' | 'broken' | 'advised'>;
  readonly received: string;
  /** JSON pointer of the guilty field. */
  readonly field?: string;
  /** Looks for the cause; asked of the request that is shown only. */
  readonly diagnose?: () => Diagnosis | null;
}

export const fine: Sight = { shows: 'kept', received: '' };
export const wrong = (received: string, field?: string): Sight => ({ shows: 'broken', received, field });
export const odd = (received: string, field?: string): Sight => ({ shows: 'advised', received, field });

/** Looks at one request; the first request of a playing is asked for what the trigger asked for. */
export type Look = (turn: Turn, play: Play, record: Recorded) => Sight | null;

/** How many exchanges a finding shows. */
const shown = 3;

/** A rule for every request that was read. */
export function everyRequest(
  title: string,
  expected: string,
  look: Look,
  options: { signing?: boolean } = {},
): CallerProof {
  return (record) => {
    if (options.signing && record.settings.signing.mode === 'off') {
      return [{ title, judged: unjudged('not-run', 'signing-off', expected, 'signing is off') }];
    }
    const sights = record.plays.flatMap((play) =>
      play.turns.filter(wasRead).flatMap((turn) => {
        const sight = look(turn, play, record);
        return sight ? [{ sight, turn }] : [];
      }),
    );
    return [{ title, judged: overall(expected, sights, record) }];
  };
}

function overall(expected: string, sights: readonly { sight: Sight; turn: Turn }[], record: Recorded): Finding {
  const worst =
    sights.find(({ sight }) => sight.shows === 'broken') ?? sights.find(({ sight }) => sight.shows === 'advised');
  if (!worst) {
    const last = sights.at(-1);
    if (last) return judged('kept', '', expected, '', [last.turn.exchange]);
    return silent(record, expected, 'no request of this run shows it');
  }
  const { shows } = worst.sight;
  const cause = worst.sight.diagnose?.();
  const received = cause ? `${cause.says} ${cause.cure}` : worst.sight.received;
  const alike = sights.filter(({ sight }) => sight.shows === shows);
  return {
    ...judged(shows, shows === 'broken' ? 'broken' : 'advice', expected, received),
    exchanges: alike.slice(0, shown).map(({ turn }) => turn.exchange),
    seen: `${alike.length} of ${sights.length}`,
    field: worst.sight.field,
    counterexample: worst.turn.body,
  };
}

/** Nothing to judge: because nothing came at all, because the trigger failed, or because no request shows the matter. */
export function silent(record: Recorded, expected: string, says: string): Finding {
  if (record.plays.some(({ turns }) => turns.length > 0)) return unjudged('not-run', 'no-evidence', expected, says);
  const fault = record.plays.find(({ triggerFault }) => triggerFault !== null);
  if (fault)
    return unjudged('inconclusive', 'trigger', expected, `no request came: ${fault.triggerFault}`, [fault.trigger]);
  return unjudged('inconclusive', 'no-evidence', expected, 'the caller called nobody');
}

export function judged(
  shows: FindingVerdict,
  reason: Reason,
  expected: string,
  received: string,
  exchanges: readonly Exchange[] = [],
): Finding {
  return { verdict: shows, reason, expected, received, exchanges };
}

export const unjudged = judged;

/** The playings of one action, the first one first. */
export function playsOf({ plays }: Recorded, ids: readonly string[]): Play[] {
  return plays.filter(({ action }) => ids.includes(action.id));
}

/** Playings of an action after which a finding is believed where a slow machine could have made it. */
export const enoughPlays = 3;

/**
 * Judges an action that a stall of the machine could spoil: only what every one of three playings shows is broken; what two of them
 * show is unstable.
 */
export function steadily(plays: readonly Play[], judge: (play: Play) => Finding): Finding {
  const all = plays.map(judge);
  const bad = all.filter(isBad);
  const first = bad[0];
  if (!first) return all.findLast(({ verdict: shows }) => shows === 'kept') ?? all[0]!;
  if (bad.length === all.length) return all.length === 1 ? first : { ...first, seen: `${bad.length} of ${all.length}` };
  const good = all.findLast((one) => !isBad(one))!;
  if (bad.length === 1) return good;
  const exchanges = [...first.exchanges, ...good.exchanges];
  return { ...first, verdict: 'inconclusive', reason: 'unstable', seen: `${bad.length} of ${all.length}`, exchanges };
}

/** Whether a judgement speaks against the caller. */
export function isBad({ verdict: shows }: Finding): boolean {
  return shows === 'broken' || shows === 'advised';
}
