/** Suggests the known name for a misspelt one. */
import { UsageError } from './usage-error.ts';

/** The most similar known name, or null where none is similar. */
export function didYouMean(written: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const lower = written.toLowerCase();
  for (const name of known) {
    const d = distance(lower, name.toLowerCase());
    if (d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  // The leading dashes of an option do not count.
  const letters = written.replace(/^-+/, '').length;
  const tolerated = Math.max(1, Math.floor(letters * 0.4));
  return bestDistance <= tolerated ? best : null;
}

/** `Did you mean "…"?`, or the list of known names where none is similar. */
export function suggestion(written: string, known: readonly string[], plural: string): string {
  const near = didYouMean(written, known);
  if (near !== null) return `Did you mean "${near}"?`;
  return known.length <= 12 ? `${plural}: ${known.join(', ')}.` : '';
}

/** Checks a name against a list; `what` is a noun such as `role`, `otherwise` the hint where no name is similar. */
export function knownName<Name extends string>(
  what: string,
  plural: string,
  written: string,
  known: readonly Name[],
  otherwise = '',
): Name {
  const found = known.find((name) => name === written);
  if (found !== undefined) return found;
  throw new UsageError(`No ${what} is named "${written}"`, suggestion(written, known, plural) || otherwise);
}

/** Edit distance in which two swapped neighbours count as one edit. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
