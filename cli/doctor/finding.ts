/** What the doctor finds: one line each, with the cure, and what it means for the exit code. */
import type { Diagnosis } from '../../engine/report.ts';

/** What is looked at, in this order. */
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

/** One finding. `ok` needs no cure; a `note` ends nothing; a `fault` ends a run. */
export interface Finding extends Diagnosis {
  readonly step: Step;
  /** Seen in an HTTP answer: whoever gave it, something was reached. */
  readonly answered?: true;
  readonly level: 'ok' | 'note' | 'fault';
}

/** Something that is as it should be. */
export function okFinding(step: Step, says: string): Finding {
  return { step, level: 'ok', code: 'ok', says, cure: '' };
}

/** A diagnosis as a finding. */
export function problem(step: Step, level: 'note' | 'fault', { code, says, cure }: Diagnosis): Finding {
  return { step, level, code, says, cure };
}

/** Steps without which no HTTP answer comes. */
const network: ReadonlySet<Step> = new Set(['proxy', 'name', 'tcp', 'tls', 'http']);

/** 0 all fine, 2 a fault of the configuration or at the target, 3 the target was not reached. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 2 | 3 {
  const faults = findings.filter(({ level }) => level === 'fault');
  if (faults.length === 0) return 0;
  return faults.every(({ step, answered }) => network.has(step) && !answered) ? 3 : 2;
}

/** Findings as a diagnosis of a report. */
export function faultsIn(findings: readonly Finding[]): Diagnosis[] {
  return findings.filter(({ level }) => level === 'fault').map(({ code, says, cure }) => ({ code, says, cure }));
}
