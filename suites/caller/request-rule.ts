/** Rules for every request of a caller: what one request shows, as an invariant. */
import type { ActionRun, CallerInvariant, CallerRecord, CallerTurn } from '../../engine/check/caller-check.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { type Extra, shown } from '../../engine/check/finding.ts';

/** What one request shows. */
export interface RequestVerdict {
  readonly verdict: 'satisfied' | 'violated' | 'advisory';
  readonly received: Fact | null;
  readonly extra: Extra;
}

/** Judges one request; null where it says nothing about the matter. The first request of a run is the one that the trigger asked for. */
export type RequestRule = (turn: CallerTurn, run: ActionRun, record: CallerRecord) => RequestVerdict | null;

/** A request that keeps the rule. */
export const ok: RequestVerdict = { verdict: 'satisfied', received: null, extra: {} };

/** A request that breaks the rule; `place` is the JSON pointer of the guilty field. */
export function violation(received: Fact, place?: string): RequestVerdict {
  return { verdict: 'violated', received, extra: place ? { place } : {} };
}

/** A request that departs from what is usual. */
export function advisory(received: Fact, place?: string): RequestVerdict {
  return { verdict: 'advisory', received, extra: place ? { place } : {} };
}

/** A rule for every request that was read; what is expected may depend on the settings of the run. */
export function everyRequest(
  title: string,
  expected: Fact | ((record: CallerRecord) => Fact),
  rule: RequestRule,
  options: { readonly signing?: boolean } = {},
): CallerInvariant {
  const wanted = typeof expected === 'function' ? expected : () => expected;
  return {
    kind: 'caller-invariant',
    title,
    signing: options.signing ?? false,
    expected: wanted,
    judge: (turn, run, record) => {
      const result = rule(turn, run, record);
      if (!result) return null;
      return shown(result.verdict, wanted(record), result.received, [turn.exchange], result.extra);
    },
  };
}

/** A rule for the first request of each run. */
export function firstRequest(title: string, expected: Fact, rule: RequestRule): CallerInvariant {
  const check = everyRequest(title, expected, (turn, run, record) =>
    turn === run.turns[0] ? rule(turn, run, record) : null,
  );
  return { ...check, ofTrigger: true };
}
