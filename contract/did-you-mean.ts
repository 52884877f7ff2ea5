/** Finds the known name that a misspelt one was meant to be. */

/** The known name nearest to what was written, or null when none is near. */
export function didYouMean(written: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const lower = written.toLowerCase();
  // The dashes of an option are not part of what was misspelt.
  const letters = written.replace(/^-+/, '').length;
  const tolerated = Math.max(1, Math.floor(letters * 0.4));
  for (const name of known) {
    // A text that is much longer or shorter, such as a key, is not compared letter by letter.
    if (Math.abs(name.length - written.length) > tolerated) continue;
    const d = distance(lower, name.toLowerCase());
    if (d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  return bestDistance <= tolerated ? best : null;
}

/** `Did you mean "…"?`, or the list of what there is when nothing is near. */
export function suggestion(written: string, known: readonly string[], plural: string): string {
  const near = didYouMean(written, known);
  if (near !== null) return `Did you mean "${near}"?`;
  return known.length <= 12 ? `${plural}: ${known.join(', ')}.` : '';
}

/** Edit distance in which two swapped neighbours count as one slip. */
function distance(a: string, b: string): number {
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
