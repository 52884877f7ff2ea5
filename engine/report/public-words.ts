/** Documented words: codes, field names, enum values and the values of examples are no secrets, wherever they stand. */
import { operations } from '../../generated/operations.ts';

const publicWords: ReadonlySet<string> = new Set(
  Object.values(operations).flatMap((op) => [
    ...Object.keys(op.resultCodes),
    ...[...op.request, ...op.response].flatMap((field) => [...(field.enum ?? []), ...field.path]),
    ...strings(op.requestExample),
  ]),
);

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Whether a value is a documented word. */
export function isPublic(value: string): boolean {
  return publicWords.has(value);
}
