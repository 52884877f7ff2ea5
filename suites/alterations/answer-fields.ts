/** Alterations of a server whose answers have a wrong field: each constraint of an answer broken once. */
import type { Field, Keyword, Operation } from '../../contract/types.ts';
import type { ServerAlteration } from '../../engine/prove/alteration.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { edited, valueAt } from '../../engine/wire/json.ts';
import { alteration, withJson } from './faulty-answers.ts';

/** How an answer breaks a keyword: the words before the name of the field, and the value that stands there. */
const broken: Readonly<Partial<Record<Keyword, { says: string; value: (field: Field) => unknown }>>> = {
  required: { says: 'leaves out', value: () => undefined },
  type: { says: 'writes another JSON type as', value: ({ type }) => (type === 'string' ? 12345 : 'text') },
  empty: { says: 'writes "" as', value: () => '' },
  maxLength: { says: 'writes too long a value as', value: ({ maxLength }) => 'x'.repeat(maxLength! + 1) },
  minLength: { says: 'writes too short a value as', value: ({ minLength }) => 'x'.repeat(minLength! - 1) },
  enum: { says: 'writes an undocumented value as', value: () => 'OTHER' },
  format: { says: 'writes no date as', value: () => '2026/11/20 08:00' },
  range: { says: 'writes a number outside the range as', value: ({ range }) => String(range!.max + 1) },
};

/** The alterations of every constraint of the answers of an API. */
export function answerFieldAlterations(op: Operation): ServerAlteration[] {
  return op.response.flatMap((field) =>
    field.rules.flatMap(({ keyword, id }) => {
      const fault = broken[keyword];
      if (!fault) return [];
      const name = field.path.join('.');
      const change = (json: JsonObject) => {
        if (valueAt(json, field.path) === undefined) return null;
        const value = fault.value(field);
        return edited(json, [
          value === undefined ? { path: field.path, unset: true } : { path: field.path, set: value },
        ]);
      };
      return [
        alteration(
          op,
          'field',
          [`${name}.${keyword}`, `${op.id} ${fault.says} ${name}`],
          id,
          withJson(({ answer }) => field.path[0] === 'result' || answer.kind === 'S', change),
        ),
      ];
    }),
  );
}

/** The alteration of a server that names a field of success in its refusals too. */
export function fieldOnRefusal(op: Operation, field: string, row: string, value: unknown): ServerAlteration {
  return alteration(
    op,
    'field',
    [`${field}.on-refusal`, `${op.id} writes ${field} into refusals`],
    row,
    withJson(
      ({ answer }) => answer.kind === 'F',
      (json) => ({ ...json, [field]: value }),
    ),
  );
}
