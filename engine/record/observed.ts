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
  const observed = observedIn(record, settings, publicKey).get(operation) ?? [];
  return observed.filter(({ spec }) => !isOneByOne(spec) && !sentLast.has(spec.occurrence));
}

/** The exchanges of each operation with what was meant by them. */
export function observedIn(
  { requests, exchanges }: Pick<RunRecord, 'requests' | 'exchanges'>,
  settings: RunSettings,
  publicKey: KeyObject | null,
): Map<string, ObservedExchange[]> {
  // What was lost while the target was away says nothing about it.
  const counted = requests.flatMap(({ spec, attempts, ended }) =>
    ended === 'absent' ? [] : attempts.filter(({ lost }) => !lost).map(({ exchange }) => [exchange, spec] as const),
  );
  const specs = new Map(counted);
  const ordered = [...exchanges].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byOperation = new Map<string, ObservedExchange[]>();
  for (const exchange of ordered) {
    const spec = specs.get(exchange.id);
    if (!spec) continue;
    const own = byOperation.get(exchange.operation) ?? [];
    byOperation.set(exchange.operation, own);
    own.push(observedExchange(exchange, spec, settings, publicKey));
  }
  return byOperation;
}
