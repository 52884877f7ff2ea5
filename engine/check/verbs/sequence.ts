/** The verb `sequence`: several calls whose answers are judged together, written as a generator that both drivers resume. */
import type { Probe, ProbeOptions } from '../check.ts';

/** Calls in turn; what is yielded is sent, what is returned is the finding. */
export function sequence(title: string, steps: Probe['steps'], options: ProbeOptions = {}): Probe {
  return {
    kind: 'probe',
    verb: 'sequence',
    title,
    phase: 'uniqueness',
    control: 'full',
    signing: false,
    steps,
    ...options,
  };
}
