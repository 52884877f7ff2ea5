/** How long a caller waits: for an answer, and before it calls again. */
import type { CallerRecord, CallerRunInvariant } from '../../engine/check/caller-check.ts';
import { type Fact, note } from '../../engine/check/facts.ts';
import { type Finding, shown } from '../../engine/check/finding.ts';
import { type ActionSettings, pausesCompared } from './actions.ts';
import { exchangesOf, runsOf, timeoutOf } from './caller-record.ts';
import { noEvidence } from './no-evidence.ts';

/** Actions that no answer in time ends. */
const unanswered = ['never', 'late'] as const;

/** GPC-13: the caller's own time-out, seen where no answer came in time. */
export function patience(
  settings: ActionSettings & Partial<Pick<CallerRecord['settings'], 'client'>>,
): CallerRunInvariant {
  const timeout = settings.client ? `${timeoutOf({ client: settings.client })} ms` : 'its time-out';
  return {
    kind: 'caller-run-invariant',
    title: `the caller times out after about ${timeout}`,
    rerun: unanswered,
    judge: gaveUpInTime,
  };
}

function gaveUpInTime(record: CallerRecord): Finding {
  const { client } = record.settings;
  const timeoutMs = timeoutOf(record.settings);
  const [min, max] = [timeoutMs / 2, timeoutMs * 2];
  const expected: Fact = { is: 'between-ms', min, max };
  // The time-out of the config is judged, where there is a caller whose config could name it.
  const extra = client.timeoutMs === null && client.trigger !== null ? { missing: 'caller-timeout' as const } : {};
  const waits = runsOf(record, unanswered).flatMap(({ turns: [first, second] }) => {
    if (!first || !(first.received === 'silence' || first.exchange.durationMs > timeoutMs)) return [];
    const untilClosed = first.exchange.durationMs;
    const waitedMs = second ? Math.min(untilClosed, second.exchange.startedAt - first.exchange.startedAt) : untilClosed;
    return [{ waitedMs, exchange: first.exchange }];
  });
  if (waits.length === 0) return noEvidence(record, expected, note('no-request-shows-it'), extra);
  const within = waits.find(({ waitedMs }) => waitedMs >= min && waitedMs <= max);
  const { waitedMs, exchange } = within ?? waits[0]!;
  const received: Fact = { is: 'wait-ms', ms: Math.round(waitedMs) };
  return shown(within ? 'satisfied' : 'violated', expected, received, [exchange], extra);
}

/** Pauses that differ by less than this are alike: clocks and machines are not exact. */
const nearlyEqual = 0.75;

/** GPC-14: pauses after too much traffic are not the short ones. */
export const slowing: CallerRunInvariant = {
  kind: 'caller-run-invariant',
  title: 'the caller calls less often after REQUEST_TRAFFIC_EXCEED_LIMIT than after UNKNOWN_EXCEPTION',
  rerun: [],
  judge: (record) => {
    const expected = note('longer-pause');
    const usual = gapsAfter(record, 'U-UNKNOWN_EXCEPTION');
    const slow = gapsAfter(record, 'U-REQUEST_TRAFFIC_EXCEED_LIMIT');
    if (slow.length < pausesCompared || usual.length < pausesCompared)
      return noEvidence(record, expected, note('too-few-pauses'));
    const usualMs = Math.min(...usual.map(({ gapMs }) => gapMs));
    // The middle one: a long pause may be a stall of the machine, a short one cannot.
    const slowMs = slow.map(({ gapMs }) => gapMs).sort((a, b) => a - b)[Math.floor(slow.length / 2)]!;
    const verdict = slowMs < usualMs / 2 ? 'violated' : slowMs < usualMs * nearlyEqual ? 'advisory' : 'satisfied';
    const received: Fact = { is: 'pauses', ms: Math.round(slowMs), usualMs: Math.round(usualMs) };
    const exchanges = slow.flatMap((gap) => gap.exchanges);
    return shown(verdict, expected, received, exchanges);
  },
};

function gapsAfter(record: CallerRecord, idStart: string) {
  return record.runs
    .filter(({ action }) => action.id.startsWith(idStart))
    .flatMap(({ turns: [first, second] }) =>
      first?.received === 'U' && second
        ? [{ gapMs: second.exchange.startedAt - first.endedAt, exchanges: exchangesOf([first, second]) }]
        : [],
    );
}
