/** Frozen requirement sets: a released file never changes, the newest one is the catalogue, and newer rows do not count under it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requirementSetFor, setNames } from '../../cli/certify/requirement-set.ts';
import { requirementSets } from '../../generated/requirement-sets.ts';
import { setFolder, setText } from '../../scripts/requirement-set.ts';

/** SHA-256 of each released set: a file that differs was edited, and belongs into a new set. */
const released: Readonly<Record<string, string>> = {
  '2026-11': '32d60e89ce48748da17b94a6f4465e1b04e3ab74d3dfa9a0be92d4bd42d50b77',
};

const textOf = (name: string) => readFileSync(join(setFolder, `${name}.yaml`), 'utf8').replaceAll('\r\n', '\n');

describe('a released set', () => {
  test('is never edited', () => {
    const digest = (name: string) => createHash('sha256').update(textOf(name)).digest('hex');
    const files = readdirSync(setFolder).sort();
    expect(files).toEqual(Object.keys(released).map((name) => `${name}.yaml`));
    expect(Object.fromEntries(Object.keys(released).map((name) => [name, digest(name)]))).toEqual(released);
  });

  test('is compiled with its digest', () => {
    expect(Object.keys(requirementSets)).toEqual(Object.keys(released));
    for (const [name, { digest }] of Object.entries(requirementSets)) expect(digest).toBe(released[name]);
  });
});

test('the newest set is the catalogue: what differs comes in a new set', () => {
  const newest = setNames.at(-1)!;
  expect(setText(newest)).toBe(textOf(newest));
  for (const role of ['mpp', 'alipayplus', 'mpp-client'] as const) {
    const set = requirementSetFor(role);
    expect(set).toEqual({ name: newest, digest: released[newest], unscored: [], regraded: {} });
  }
});

test('an unknown set is refused with the known ones', () => {
  expect(() => requirementSetFor('mpp', '2026-12')).toThrow('--set "2026-12" is not a known requirement set');
  expect(() => requirementSetFor('mpp', '__proto__')).toThrow('is not a known requirement set');
});
