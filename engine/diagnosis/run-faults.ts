/** What the opening controls of a run show before anything is judged: whether it may go on, and what is at fault. */
import type { KeyObject } from 'node:crypto';
import type { CheckContext } from '../check/context.ts';
import type { ControlResult } from '../check/controls.ts';
import type { Reason } from '../check/finding.ts';
import type { Diagnosis } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange } from '../wire/exchange.ts';
import { faultsOfOpenings } from './control-faults.ts';
import { unreachable } from './reachability.ts';

/** An opened operation. */
export interface Opened {
  readonly context: CheckContext;
  readonly result: ControlResult;
}

export interface RunFaults {
  readonly diagnosis: readonly Diagnosis[];
  /** Why nothing more is sent; null where the run goes on. */
  readonly stops: Extract<Reason, 'no-answer' | 'misconfigured'> | null;
}

/** The faults of the opening controls. */
export function runFaults(opened: readonly Opened[], settings: RunSettings, publicKey: KeyObject | null): RunFaults {
  const dead = unreachable(
    settings.target,
    opened.flatMap(({ result }) => exchangesOf(result)),
  );
  const calls = opened.flatMap(({ context: { op, vouched }, result }) => {
    const exchange = exchangesOf(result).at(-1);
    return exchange ? [{ op, exchange, vouched }] : [];
  });
  const faults = faultsOfOpenings(calls, settings, publicKey);
  return {
    diagnosis: dead ? [dead, ...faults.diagnosis] : faults.diagnosis,
    stops: dead ? 'no-answer' : faults.stops ? 'misconfigured' : null,
  };
}

function exchangesOf({ settled, unanswered }: ControlResult): readonly Exchange[] {
  return settled?.exchanges ?? unanswered?.exchanges ?? [];
}
