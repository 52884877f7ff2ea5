/** No import goes in a circle, imports of types included: each part can be read without the ones above it. */
import { expect, test } from 'vitest';
import { circlesIn, importsOf, sourcesIn } from '../support/source-tree.ts';

const folders = [
  'contract',
  'generated',
  'engine',
  'suites',
  'simulator',
  'reporters',
  'cli',
  'reference',
  'scripts',
  'test',
];

test('no file imports itself through others', () => {
  const imports = sourcesIn(folders).flatMap(importsOf);
  expect(imports.length).toBeGreaterThan(1000);
  // Between commands and what they do the circles are being taken out; no other part may have one.
  expect(circlesIn(imports).filter(([first]) => !first!.startsWith('cli/'))).toEqual([]);
});

test('a circle would be found', () => {
  const link = (from: string, to: string) => ({ from, to, isLocal: true, isType: true });
  expect(circlesIn([link('a', 'b'), link('b', 'c'), link('c', 'a'), link('c', 'd')])).toEqual([['a', 'b', 'c']]);
  expect(circlesIn([link('a', 'b'), link('b', 'c')])).toEqual([]);
});
