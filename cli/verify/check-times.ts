/** Checks the times that the subject signed: a signed answer belongs into its exchange, and into no second one. */
import type { SignedShare } from '../../engine/report/rests-on.ts';
import { header } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import type { Finding, Verified } from './findings.ts';

/** How far a signed time may lie outside of its exchange, by the subject's own clock: clocks of several machines differ. */
const toleranceMs = 60_000;
/** How far our own clock may be corrected during a run. */
const slackMs = 1000;
/** A difference of the clocks that is worth a note. */
const noteworthyMs = 24 * 3_600_000;

interface Stamped {
  readonly exchange: Exchange;
  /** The earliest moment that the written time stands for. */
  readonly time: number;
  /** Length of the unit that the time is written in. */
  readonly unit: number;
  readonly signature: string;
}

/** What the signed times show; nothing where the subject is a caller, whose requests we did not ask for. */
export function checkedTimes({ what, signed }: SignedShare, exchanges: readonly Exchange[]): Verified {
  const stamped = what === 'answers' ? exchanges.flatMap((one) => (signed.has(one.id) ? stampOf(one) : [])) : [];
  if (stamped.length === 0) return { findings: [], right: [], notes: [] };
  const clock = median(stamped.map(({ exchange, time, unit }) => time + unit / 2 - middleOf(exchange)));
  const findings = [...outside(stamped, clock), ...served(stamped)];
  const right = `the signed times of ${stamped.length} answers lie within their exchanges`;
  return { findings, right: findings.length === 0 ? [right] : [], notes: clockNotes(stamped, clock) };
}

function stampOf(exchange: Exchange): Stamped[] {
  const headers = exchange.response?.headers ?? [];
  const text = header(headers, 'Response-Time') ?? '';
  const time = Date.parse(text);
  const unit = /:\d\d\.\d+/.test(text) ? 1 : 1000;
  return Number.isNaN(time) ? [] : [{ exchange, time, unit, signature: header(headers, 'Signature') ?? '' }];
}

function middleOf({ startedAt, durationMs }: Exchange): number {
  return startedAt + durationMs / 2;
}

function endOf({ startedAt, durationMs }: Exchange): number {
  return startedAt + durationMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Answers that the subject dated before or after their exchange. */
function outside(stamped: readonly Stamped[], clock: number): Finding[] {
  return stamped.flatMap(({ exchange, time, unit }): Finding[] => {
    const early = exchange.startedAt + clock - (time + unit);
    const late = time - (endOf(exchange) + clock);
    const off = Math.max(early, late);
    if (off <= toleranceMs) return [];
    const says = `the answer of ${exchange.id} was signed ${Math.round(off / 1000)} s ${early > late ? 'before' : 'after'} its exchange`;
    return [{ code: 'answer-time', says }];
  });
}

/** Answers with one signature in exchanges that were not under way at one moment. */
function served(stamped: readonly Stamped[]): Finding[] {
  const bySignature = new Map<string, Stamped[]>();
  for (const one of stamped) {
    const group = bySignature.get(one.signature) ?? [];
    group.push(one);
    bySignature.set(one.signature, group);
  }
  return [...bySignature.values()].flatMap((group): Finding[] => {
    const [first] = group;
    const latestStart = Math.max(...group.map(({ exchange }) => exchange.startedAt));
    const earliestEnd = Math.min(...group.map(({ exchange }) => endOf(exchange)));
    if (latestStart - earliestEnd <= first!.unit + slackMs) return [];
    const ids = group.slice(0, 4).map(({ exchange }) => exchange.id);
    return [{ code: 'answer-repeated', says: `one signed answer serves several requests: ${ids.join(', ')}` }];
  });
}

/** When the subject says that the run was: its clock, not that of the sender. */
function clockNotes(stamped: readonly Stamped[], clock: number): string[] {
  const times = stamped.map(({ time }) => time);
  const [from, to] = [Math.min(...times), Math.max(...times)].map((time) => new Date(time).toISOString());
  const dated = `the subject dated its signed answers from ${from} to ${to}`;
  if (Math.abs(clock) < noteworthyMs) return [dated];
  const days = Math.round(Math.abs(clock) / noteworthyMs);
  return [`${dated}, ${days} days from the clock of the sender: one of the two clocks is wrong`];
}
