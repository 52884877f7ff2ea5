/** Documented words: codes, field names, enum values and the values of examples are no secrets, wherever they stand. */

import { bundledApis, operations } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';

/** The words of each table of operations, made once. */
const wordsOf = new WeakMap<object, ReadonlySet<string>>();

function publicWords(table: Readonly<Record<string, Operation>>): ReadonlySet<string> {
  const known = wordsOf.get(table);
  if (known) return known;
  const words = new Set([
    ...Object.values(table).flatMap((op) => [
      ...Object.keys(op.resultCodes),
      ...[...op.request, ...op.response].flatMap((field) => [...(field.enum ?? []), ...field.path]),
    ]),
    // Whoever wrote a spec or an overlay of their own may have put real values into its examples.
    ...bundledApis.operations.flatMap((op) => strings(op.requestExample)),
  ]);
  wordsOf.set(table, words);
  return words;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Whether a value is a documented word. */
export function isPublic(value: string): boolean {
  return publicWords(operations).has(value);
}
