/** A finding of the doctor: one line with its fix, and its effect on the exit code. */
import type { Diagnosis } from '../../engine/report.ts';

/** What is checked, in this order. */
export type Step =
  | 'config'
  | 'keys'
  | 'proxy'
  | 'name'
  | 'tcp'
  | 'tls'
  | 'http'
  | 'clock'
  | 'signing'
  | 'paths'
  | 'calls';

/** One finding. An `ok` needs no fix; a `note` does not prevent a run; a `fault` does. */
export interface Finding extends Diagnosis {
  readonly step: Step;
  /** Seen in an HTTP answer, so that something was reached. */
  readonly answered?: true;
  readonly level: 'ok' | 'note' | 'fault';
}

/** A check that found no problem. */
export function okFinding(step: Step, says: string): Finding {
  return { step, level: 'ok', code: 'ok', says, cure: '' };
}

/** A diagnosis as a finding. */
export function problem(step: Step, level: 'note' | 'fault', { code, says, cure }: Diagnosis): Finding {
  return { step, level, code, says, cure };
}

/** Steps that are needed for any HTTP answer. */
const network: ReadonlySet<Step> = new Set(['proxy', 'name', 'tcp', 'tls', 'http']);

/** 0 no faults, 2 a fault in the configuration or at the target, 3 the target cannot be reached. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 2 | 3 {
  const faults = findings.filter(({ level }) => level === 'fault');
  if (faults.length === 0) return 0;
  return faults.every(({ step, answered }) => network.has(step) && !answered) ? 3 : 2;
}

/** Findings as a diagnosis of a report. */
export function faultsIn(findings: readonly Finding[]): Diagnosis[] {
  return findings.filter(({ level }) => level === 'fault').map(({ code, says, cure }) => ({ code, says, cure }));
}
