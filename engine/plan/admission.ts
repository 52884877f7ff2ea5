/** Admission: whether a probe may be put to the target at all. The one rule for the live run and for the judge. */
import type { Probe } from '../check/check.ts';
import type { CheckContext } from '../check/context.ts';
import type { ControlResult } from '../check/controls.ts';
import { note } from '../check/facts.ts';
import { type Finding, notRun } from '../check/finding.ts';

/** `go`; or the finding that says why it is not put; or `left-out` where it is no check of this run. */
export type Admission = 'go' | 'left-out' | Finding;

export function admission(probe: Probe, context: CheckContext, opening: ControlResult | null): Admission {
  const { settings, controls, op } = context;
  if (probe.profiles && !probe.profiles.includes(settings.profile)) return 'left-out';
  if (probe.signing && settings.signing.mode === 'off') return notRun('signing-off', note('signing-off'));
  // No control, no pass: why the good request itself was not accepted.
  if (probe.control === 'full' && !controls.full)
    return opening?.unanswered ?? notRun('no-control', note('no-control', op.id));
  if (probe.control === 'minimal' && !controls.minimal) return 'left-out';
  return 'go';
}
