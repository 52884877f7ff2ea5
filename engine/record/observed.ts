/** The exchanges of a record, each with what was meant by it. */
import type { KeyObject } from 'node:crypto';
import { type ObservedExchange, observedExchange } from '../check/observed-exchange.ts';
import { isOneByOne } from '../check/steps.ts';
import type { RunSettings } from '../settings.ts';
import type { RunRecord } from './record.ts';

/** Sent beside or after the checks that look at what was seen. */
const sentLast: ReadonlySet<string | undefined> = new Set(['last', 'closing']);

/** What a check at the end is told of the other requests of an operation: the same in the run and when its record is judged. */
export function seenBefore(
  record: Pick<RunRecord, 'requests' | 'exchanges'>,
  operation: string,
  settings: RunSettings,
  publicKey: KeyObject | null,
): readonly ObservedExchange[] {
  const own = { ...record, exchanges: record.exchanges.filter((exchange) => exchange.operation === operation) };
  return observedIn(own, settings, publicKey).filter(({ spec }) => !isOneByOne(spec) && !sentLast.has(spec.occurrence));
}

/** The exchanges with what was meant by them, in the order of their ids. */
export function observedIn(
  { requests, exchanges }: Pick<RunRecord, 'requests' | 'exchanges'>,
  settings: RunSettings,
  publicKey: KeyObject | null,
): ObservedExchange[] {
  // What was lost while the target was away says nothing about it.
  const counted = requests.flatMap(({ spec, attempts, ended }) =>
    ended === 'absent' ? [] : attempts.filter(({ lost }) => !lost).map(({ exchange }) => [exchange, spec] as const),
  );
  const specs = new Map(counted);
  const ordered = [...exchanges].sort((a, b) => (a.id < b.id ? -1 : 1));
  return ordered.flatMap((exchange) => {
    const spec = specs.get(exchange.id);
    return spec ? [observedExchange(exchange, spec, settings, publicKey)] : [];
  });
}
