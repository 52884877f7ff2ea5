/** The closed list of diagnoses: docs/diagnosis.md explains every code that the product can give, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signatureCodes } from '../../engine/diagnosis/deviations.ts';

const root = join(import.meta.dirname, '../..');
/** Codes of certify and verify are another list. */
const folders = ['engine', 'cli/config', 'cli/doctor', 'cli/run', 'cli/terminal', 'suites/caller'];
/** Written as arguments, or put together from words. */
const argument = /(?:fault\(|^\s*|, )'((?:key|tls|path|fixture|call)-[a-z0-9-]+)'/gm;
const noAnswers = ['refused', 'dns', 'tls', 'timeout', 'reset', 'malformed', 'aborted'];

function codesInSource(): Set<string> {
  const texts = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  const named = texts.flatMap((text) => [...text.matchAll(/\bcode: '([a-z0-9-]+)'/g)].map(([, code]) => code!));
  const keys = ['engine/wire/keys.ts', 'cli/config/key-text.ts', 'cli/doctor/calls.ts'].map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const passed = keys.flatMap((text) => [...text.matchAll(argument)].map(([, code]) => code!));
  const all = [
    ...named,
    ...passed,
    ...signatureCodes,
    ...noAnswers.map((kind) => `no-answer-${kind}`),
    'configuration',
  ];
  return new Set(all.filter((code) => code !== 'ok'));
}

test('docs/diagnosis.md has a row for each code, and none besides', () => {
  const docs = readFileSync(join(root, 'docs/diagnosis.md'), 'utf8');
  const rows = [...docs.matchAll(/^\| `([a-z0-9-]+)` \| (.+) \| (.+) \|$/gm)];
  const documented = rows.map(([, code]) => code!);
  expect([...codesInSource()].sort()).toEqual([...documented].sort());
});
