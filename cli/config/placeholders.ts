/** Placeholders of the to-do list that are still in a config: each is found with its path, so that none is sent or overlooked. */
import { UsageError } from '../terminal/usage-error.ts';
import { dotted } from './complaints.ts';

/** What the to-do list of a run prints for a value to fill in, in Unicode and in ASCII. */
const marks: readonly unknown[] = ['…', '...'];

/** Whether a value is still to be filled in. */
export function isPlaceholder(value: unknown): boolean {
  return marks.includes(value);
}

/** The paths of all placeholders in a value, in its order. */
export function placeholdersIn(value: unknown, path: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return isPlaceholder(value) ? [[...path]] : [];
  return Object.entries(value).flatMap(([step, inner]) => placeholdersIn(inner, [...path, step]));
}

/** One fault for each placeholder; what to do stands once, at the last. */
export function placeholderFaults(value: unknown, place: (path: readonly string[]) => string): UsageError[] {
  const cure = 'Replace it with a value of your test environment, or remove the line.';
  return placeholdersIn(value).map((path, i, all) => {
    const says = `${place(path)}: ${dotted(path)} still has the placeholder …`;
    return new UsageError(says, i === all.length - 1 ? cure : '');
  });
}
