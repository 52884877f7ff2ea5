/** Covering arrays: every pair of values of every two factors stands in a row, and the rows are few. */
import { describe, expect, test } from 'vitest';
import { coveringRows, shiftedRows } from '../../suites/shared/covering.ts';

/** Pairs of values that no row has. */
function missing(levels: readonly number[], rows: readonly (readonly number[])[]): string[] {
  const open: string[] = [];
  for (const [one, count] of levels.entries())
    for (let other = one + 1; other < levels.length; other += 1)
      for (let a = 0; a < count; a += 1)
        for (let b = 0; b < levels[other]!; b += 1)
          if (!rows.some((row) => row[one] === a && row[other] === b)) open.push(`${one}=${a} ${other}=${b}`);
  return open;
}

describe('rows that cover pairs', () => {
  test.each([[2], [3], [4], [6], [9], [13], [20]])('of %i factors with three values each', (factors) => {
    const levels = Array.from({ length: factors }, () => 3);
    const rows = coveringRows(levels);
    expect(missing(levels, rows)).toEqual([]);
    expect(rows.every((row) => row.length === factors && row.every((value) => value >= 0 && value < 3))).toBe(true);
  });

  test('are about twenty for thirteen fields', () => {
    expect(coveringRows(Array.from({ length: 13 }, () => 3)).length).toBeLessThanOrEqual(24);
  });

  test('may have factors with different numbers of values', () => {
    const levels = [2, 5, 3, 1, 4];
    expect(missing(levels, coveringRows(levels))).toEqual([]);
  });

  test('are the same each time', () => {
    expect(coveringRows([3, 3, 3, 3])).toEqual(coveringRows([3, 3, 3, 3]));
  });

  test('are none for fewer than two factors', () => {
    expect(coveringRows([])).toEqual([]);
    expect(coveringRows([3])).toEqual([]);
  });
});

test('each field takes each odd value, and two neighbours never the same one', () => {
  const rows = shiftedRows(4, 9);
  expect(rows).toHaveLength(9);
  for (let field = 0; field < 4; field += 1) expect(new Set(rows.map((row) => row[field])).size).toBe(9);
  expect(rows.every((row) => row[0] !== row[1])).toBe(true);
});
