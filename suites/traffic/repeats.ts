/**
 * What a caller does after each answer, as far as traffic shows it: never more than advice. A repeat may go another way than the one
 * that was recorded, and a new call of the same user looks like a repeat.
 */
import type { ActionRun, CallerRecord, CallerRunInvariant, CallerTurn } from '../../engine/check/caller-check.ts';
import { note } from '../../engine/check/facts.ts';
import { asAdvice, type Finding, shown } from '../../engine/check/finding.ts';
import { Tally } from '../../engine/check/tally.ts';
import { mostRepeats } from '../caller/actions.ts';
import { exchangesOf } from '../caller/caller-record.ts';

/** Equal requests that are further apart than this are calls of their own. */
export const repeatWindowMs = 60_000;
/** A person does not ask again within this time after an answer: a program does. */
const programMs = 1000;

/** Judges the series of equal requests; null where none shows anything. */
function overSeries(title: string, judge: (run: ActionRun, endedAt: number) => Finding | null): CallerRunInvariant {
  const overAll = (record: CallerRecord): Finding | null => {
    let endedAt = 0;
    for (const { turns } of record.runs) for (const turn of turns) endedAt = Math.max(endedAt, turn.endedAt);
    const tally = new Tally();
    let judged = 0;
    for (const run of record.runs) {
      const finding = judge(run, endedAt);
      if (!finding) continue;
      judged += 1;
      tally.add(finding);
    }
    return judged > 0 ? asAdvice(tally.finding()) : null;
  };
  return { kind: 'caller-run-invariant', title, rerun: [], judge: overAll };
}

const unknown: ReadonlySet<CallerTurn['received']> = new Set(['U', 'silence', 'reset', 'error']);

/** G-25 and GPC-12 on traffic. */
export const repeats: readonly CallerRunInvariant[] = [
  overSeries('the same request follows U and silence', ({ turns }, endedAt) => {
    const at = turns.findIndex(({ received }) => unknown.has(received));
    const open = turns[at];
    if (!open) return null;
    const next = turns[at + 1];
    const expected = note('same-request-again');
    if (next) return shown('satisfied', expected, null, exchangesOf([open, next]));
    // The recording may have ended before the repeat was due.
    if (endedAt - open.endedAt < repeatWindowMs) return null;
    return shown('advisory', expected, note('no-repeat'), [open.exchange]);
  }),
  overSeries('no equal request follows S or F at once', ({ turns }) => {
    const at = turns.findIndex(({ received }) => received === 'S' || received === 'F');
    const over = turns[at];
    if (!over) return null;
    const next = turns[at + 1];
    const isAtOnce = next && next.exchange.startedAt - over.endedAt < programMs;
    const { received: status, answer } = over;
    const expected = note('no-further-call');
    if (!isAtOnce) return shown('satisfied', expected, null, [over.exchange]);
    const exchanges = exchangesOf([over, next]);
    return shown('advisory', expected, { is: 'repeat-after', status, code: answer.code }, exchanges);
  }),
  overSeries(`no more than ${mostRepeats} repeats`, ({ turns }) => {
    const n = turns.length - 1;
    if (n === 0) return null;
    const expected = { is: 'count-at-most', n: mostRepeats, of: 'repeats' } as const;
    const received = { is: 'count', n, of: 'repeats' } as const;
    return shown(n > mostRepeats ? 'advisory' : 'satisfied', expected, received, exchangesOf(turns.slice(-2)));
  }),
];
