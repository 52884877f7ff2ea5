/** One constraint of one request field, and the refusals that every kind of constraint is proved with. */

import { type Probe, probe } from '../../../engine/check/check.ts';
import { broken, type Finding, kept, type RefusalRule, refused, type Settled } from '../../../engine/check/finding.ts';
import type { Trial } from '../../../engine/drive/operation-client.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import { received } from '../../../engine/wire/answer.ts';
import type { Edit } from '../../../engine/wire/json.ts';
import type { Field, Operation, Rule } from '../../../generated/operations.ts';

/** One constraint: its field, its rule, and how both are named. */
export interface Subject {
  readonly op: Operation;
  readonly field: Field;
  readonly rule: Rule;
  readonly name: string;
  readonly at: string;
}

/** Edits that may depend on the base that goes out. */
export type Edits = (trial: Trial) => readonly Edit[];

/** The field with another value. */
export function setTo(s: Subject, value: unknown): Edit {
  return { path: s.field.path, set: value };
}

/** What a probe with such an edit claims to break. */
export function breaks(s: Subject) {
  return { path: s.field.path, keyword: s.rule.keyword };
}

/** A request that breaks the rule is refused; a failure is shown again on the required fields alone. */
export function refusal(
  s: Subject,
  base: RequestSpec['base'],
  what: string,
  edits: Edits,
  rule?: Partial<RefusalRule>,
): Probe {
  const where = base === 'minimal' ? ', with the required fields only' : '';
  const title = `${s.name} ${what}${where}: it is refused`;
  const verdict = (settled: Settled) =>
    refused(settled, { codes: s.rule.accept, otherCode: 'broken', field: s.at, ...rule });
  return probe(title, (trial) => smallest(trial, { base, edits: edits(trial), violates: breaks(s) }, title, verdict), {
    control: base,
  });
}

/** Judges an Ask and, when it shows a fault on the full base, shows the same fault on the smallest body. */
export async function smallest(
  trial: Trial,
  ask: RequestSpec,
  title: string,
  verdict: (settled: Settled) => Finding,
): Promise<Finding> {
  const judged = verdict(await trial.ask(ask, title));
  if (judged.verdict !== 'broken' || ask.base !== 'full' || !trial.controls.minimal) return judged;
  try {
    const shrunk = verdict(await trial.ask({ ...ask, base: 'minimal' }, `${title} (shrunk)`));
    if (shrunk.verdict !== 'broken') return judged;
    return { ...judged, counterexample: shrunk.counterexample, exchanges: [...shrunk.exchanges, ...judged.exchanges] };
  } catch {
    return judged;
  }
}

/** The refusal on the full base and, for a required field, on the minimal one too. */
export function onBothBases(s: Subject, what: string, edits: Edits, rule?: Partial<RefusalRule>): Probe[] {
  const full = refusal(s, 'full', what, edits, rule);
  return s.field.required ? [full, refusal(s, 'minimal', what, edits, rule)] : [full];
}

/** Whatever the page leaves open: answered at all is enough. */
export function observed(settled: Settled, field?: string): Finding {
  const expected = 'an answer with a result';
  const extra = { ...(field ? { field } : {}), received: received(settled.answer) };
  return settled.answer.kind === 'crash' ? broken(settled, expected, extra) : kept(settled, expected, extra);
}
