/** Judges references that are wrong in one way, or different in a lawful way, of the two roles that serve; one for callers is in judged-caller.ts. */

import type { Report } from '../../engine/report.ts';
import { type Fault, mayBreak, startReferenceAlipayPlus } from '../../reference/index.ts';
import { type Judging, judgeReference, judgeStarted, sharedKeys } from './judged.ts';

/** Faults that show with several APIs only: one alone sends too few requests, or none about what another made known. */
const needsAllApis = new Set(['verification-stops-after-200-requests', 'token-column-of-32']);

/** Judges an MPP or an Alipay+ with one fault, at the API of the row that it breaks. */
export function judgeFault(fault: Pick<Fault, 'name' | 'role' | 'breaks' | 'apis'>): Promise<Report> {
  if (fault.role === 'alipayplus') return judgeAlipayPlus({ fault: fault.name });
  return judgeReference({ fault: fault.name, config: { apis: apisFor(fault) } });
}

/** The APIs at which a fault of an MPP is looked for. */
export function apisFor({ name, breaks, apis }: Pick<Fault, 'name' | 'breaks' | 'apis'>): readonly string[] {
  return needsAllApis.has(name) ? apis : [breaks[0]!.split('/')[0]!];
}

/** Starts the reference Alipay+ with a fault or variant, judges it, stops it. */
export async function judgeAlipayPlus({ fault, variant, ...judging }: Judging): Promise<Report> {
  return judgeStarted(await startReferenceAlipayPlus({ fault, variant, keys: await sharedKeys() }), judging);
}

/** What a report says of a fault, in the shape that `caught` wants. */
export function verdictOn(fault: Fault, report: Report) {
  const row = report.requirements.find(({ key }) => key === fault.breaks[0]);
  const trouble = new Set(['failed', 'warned', 'inconclusive', 'harness-error']);
  const strangers = report.requirements
    .filter(({ key, kind, outcome }) => kind !== 'group' && trouble.has(outcome) && !mayBreak(fault, key))
    .map(({ key, outcome, checks }) => {
      const check = checks.find((candidate) => candidate.outcome === outcome);
      return `${key} ${outcome}: ${check?.title}: expected ${check?.expected}, received ${check?.received}`;
    });
  return { row: `${fault.breaks[0]} ${row?.outcome}`, gate: report.run.exitCode === 1 ? 'red' : 'not red', strangers };
}

/** A fault is caught when its own row has the outcome that it names, the gate is red for a MUST, and no row falls that it does not own up to. */
export function caught(fault: Fault) {
  const gate = fault.outcome === 'failed' ? 'red' : 'not red';
  return { row: `${fault.breaks[0]} ${fault.outcome}`, gate, strangers: [] };
}
