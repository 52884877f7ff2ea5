/** What a violated requirement becomes: a MUST fails, a SHOULD warns and fails under --strict, a position only ever advises. */
import type { Finding } from '../check/finding.ts';
import type { Basis, Level } from '../report.ts';

/** The outcome of a violated requirement. */
export function violationOutcome(
  { level, basis }: { readonly level: Level; readonly basis: Basis },
  strict: boolean,
): 'failed' | 'warned' {
  if (basis === 'position') return 'warned';
  return level === 'MUST' || (strict && level === 'SHOULD') ? 'failed' : 'warned';
}

/** Whether a finding fails the gate. */
export function failsGate(
  row: { readonly level: Level; readonly basis: Basis },
  { verdict }: Finding,
  strict: boolean,
): boolean {
  return verdict === 'violated' && violationOutcome(row, strict) === 'failed';
}
