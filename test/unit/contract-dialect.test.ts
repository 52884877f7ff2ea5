/** Checks that spec/README.md documents the words that the compiler knows, and no others. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { words } from '../../contract/words.ts';
import { specFolder } from '../../scripts/generate.ts';

/** Rows of the table under "Words": word, place, sentence, example. */
const rows = readFileSync(`${specFolder}README.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `x-'))
  .map((line) =>
    line
      .split('|')
      .slice(1, 5)
      .map((cell) => cell.trim()),
  );
const unquoted = (cell: string) => cell.replace(/^`|`$/g, '');

test('spec/README.md has one row for each word of the compiler', () => {
  expect(rows.map(([word]) => unquoted(word!)).toSorted()).toEqual(Object.keys(words).toSorted());
});

describe.each(rows)('%s', (word, place, sentence, example) => {
  const name = unquoted(word!);
  const known = words[name];

  test('stands where the compiler allows it', () => {
    expect(place!.split(', ')).toEqual(known?.on);
  });

  test('has a sentence', () => {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('has an example with the keys that the compiler knows', () => {
    const value: unknown = parse(unquoted(example!))[name];
    expect(value).toBeDefined();
    if (known?.keys) expect(known.keys).toEqual(expect.arrayContaining(Object.keys(value as object)));
    for (const part of known?.partKeys ? Object.values(value as object) : []) {
      expect(known?.partKeys).toEqual(expect.arrayContaining(Object.keys(part)));
    }
  });
});

test('spec/README.md documents each key of a requirement and of x-probing', () => {
  const text = readFileSync(`${specFolder}README.md`, 'utf8');
  const keys = [...words['x-requirements']!.partKeys!, ...words['x-probing']!.keys!];
  expect(keys.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});
