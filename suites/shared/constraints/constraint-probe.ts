/** One constraint of one request field, and the refusals that every kind of constraint is checked with. */

import type { Field, Operation, Rule } from '../../../contract/types.ts';
import type { Probe } from '../../../engine/check/check.ts';
import type { RefusalRule } from '../../../engine/check/finding.ts';
import { type Change, refuses, set } from '../../../engine/check/verbs/index.ts';
import type { RequestSpec } from '../../../engine/request/request-spec.ts';
import type { Edit } from '../../../engine/wire/json.ts';

/** One constraint: its field, its rule, and how both are named. */
export interface Subject {
  readonly op: Operation;
  readonly field: Field;
  readonly rule: Rule;
  readonly name: string;
  /** JSON pointer of the field. */
  readonly at: string;
}

/** The field with another value. */
export function setTo(s: Subject, value: unknown): Edit {
  return set(s.field.path, value);
}

/** What a request with such an edit violates on purpose. */
export function violates(s: Subject): NonNullable<RequestSpec['violates']> {
  return { path: s.field.path, keyword: s.rule.keyword };
}

/** A request that breaks the rule is refused; a failure is shown again on the required fields alone. */
export function refusal(
  s: Subject,
  what: string,
  edit: Change['edit'],
  { base = 'full', ...rule }: Partial<RefusalRule> & { readonly base?: RequestSpec['base'] } = {},
): Probe {
  const where = base === 'minimal' ? ', with the required fields only' : '';
  return refuses(
    `${s.name} ${what}${where}`,
    { base, edit, violates: violates(s) },
    { codes: s.rule.accept, place: s.at, ...rule },
  );
}

/** Whether a request of the required fields alone has this one: a field of an optional object is not in it. */
function isInMinimal({ op, field }: Subject): boolean {
  const own = op.request.find(({ path }) => path.length === 1 && path[0] === field.path[0]);
  return field.required && own?.required === true;
}

/** The refusal on the full base and, for a required field, on the minimal one too. */
export function onBothBases(s: Subject, what: string, edit: Change['edit'], rule: Partial<RefusalRule> = {}): Probe[] {
  const full = refusal(s, what, edit, rule);
  return isInMinimal(s) ? [full, refusal(s, what, edit, { ...rule, base: 'minimal' })] : [full];
}
