/** Covering arrays: few rows in which every pair of fields takes every pair of values. Made greedily, the same for the same input. */

/** Rows of value numbers, one number for each factor. */
export type CoveringRows = readonly (readonly number[])[];

/** So many rows are tried in each place, filled in different orders; the one that covers most stands. */
const candidates = 40;

/** Rows already made, by their levels: a check is walked through once when it sends and once when it is judged. */
const known = new Map<string, CoveringRows>();

/** Rows that cover every pair of values of every two factors; `levels` says how many values each factor has. */
export function coveringRows(levels: readonly number[]): CoveringRows {
  const name = levels.join();
  const rows = known.get(name) ?? newRows(levels);
  known.set(name, rows);
  return rows;
}

function newRows(levels: readonly number[]): CoveringRows {
  const open = new OpenPairs(levels);
  const rows: number[][] = [];
  let state = 1;
  const next = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  while (open.count > 0) {
    let best: number[] = [];
    let gain = 0;
    for (let candidate = 0; candidate < candidates; candidate += 1) {
      const row = open.filledRow(shuffled(levels.length, next));
      const own = open.gainOf(row);
      if (own > gain) [best, gain] = [row, own];
    }
    open.close(best);
    rows.push(best);
  }
  return rows;
}

function shuffled(count: number, next: (below: number) => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** The pairs of values that no row has yet. */
class OpenPairs {
  count = 0;
  private readonly width: number;
  private readonly offsets: number[] = [];
  private readonly open: Uint8Array;

  constructor(private readonly levels: readonly number[]) {
    let width = 0;
    for (const count of levels) {
      this.offsets.push(width);
      width += count;
    }
    this.width = width;
    this.open = new Uint8Array(width * width);
    for (const [one, count] of levels.entries())
      for (let other = one + 1; other < levels.length; other += 1)
        for (let a = 0; a < count; a += 1)
          for (let b = 0; b < levels[other]!; b += 1) {
            this.open[this.place(one, a, other, b)] = 1;
            this.count += 1;
          }
  }

  /** A row that starts with an open pair and takes, factor by factor in this order, the value that covers most of what is open. */
  filledRow(order: readonly number[]): number[] {
    const row: number[] = this.levels.map(() => -1);
    for (let at = 0; at < order.length; at += 1) {
      const factor = order[at]!;
      let best = 0;
      let most = -1;
      for (let value = 0; value < this.levels[factor]!; value += 1) {
        const gain = at === 0 ? this.openWith(factor, value) : this.gainBeside(row, factor, value);
        if (gain > most) [best, most] = [value, gain];
      }
      row[factor] = best;
    }
    return row;
  }

  /** How many open pairs a row covers. */
  gainOf(row: readonly number[]): number {
    let gain = 0;
    this.eachPair(row, (place) => {
      gain += this.open[place]!;
    });
    return gain;
  }

  close(row: readonly number[]): void {
    this.eachPair(row, (place) => {
      this.count -= this.open[place]!;
      this.open[place] = 0;
    });
  }

  /** Where the pair of two values is noted, the one of the earlier factor first. */
  private place(one: number, a: number, other: number, b: number): number {
    const its = this.offsets[one]! + a;
    const theirs = this.offsets[other]! + b;
    return one < other ? its * this.width + theirs : theirs * this.width + its;
  }

  private eachPair(row: readonly number[], visit: (place: number) => void): void {
    for (let one = 0; one < row.length; one += 1)
      for (let other = one + 1; other < row.length; other += 1) visit(this.place(one, row[one]!, other, row[other]!));
  }

  private gainBeside(row: readonly number[], factor: number, value: number): number {
    let gain = 0;
    for (let other = 0; other < row.length; other += 1)
      if (row[other]! >= 0) gain += this.open[this.place(factor, value, other, row[other]!)]!;
    return gain;
  }

  private openWith(factor: number, value: number): number {
    let gain = 0;
    for (let other = 0; other < this.levels.length; other += 1)
      for (let its = 0; other !== factor && its < this.levels[other]!; its += 1)
        gain += this.open[this.place(factor, value, other, its)]!;
    return gain;
  }
}

/**
 * Rows in which every factor takes every one of `count` values at least once, each factor another value in a row: where several fields carry
 * an odd value each, one request tries as many as there are fields.
 */
export function shiftedRows(factors: number, count: number): CoveringRows {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: factors }, (_, factor) => (factor + row) % count),
  );
}
