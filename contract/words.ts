/** The `x-` words of the spec dialect, and the check that a file uses no others. */
import { ContractError } from './contract-error.ts';
import { suggestion } from './did-you-mean.ts';
import { keywords } from './names.ts';
import type { Path, SpecFile } from './spec-file.ts';

/** What a word stands on. */
export type WordPlace = 'shared file' | 'path' | 'operation' | 'requirement' | 'schema';

/** One word of the dialect. */
export interface Word {
  readonly on: readonly WordPlace[];
  /** The keys that its value may have; null where the value has no fixed keys. */
  readonly keys: readonly string[] | null;
  /** The keys of each part of its value. */
  readonly partKeys?: readonly string[];
}

/** The keys of a requirement. */
export const requirementKeys: readonly string[] = [
  ...['id', 'says', 'basis', 'ambiguity', 'binds', 'source', 'observable', 'reason', 'members', 'callerMembers'],
  ...['scenario', 'unique', 'same', 'for', 'other', 'refuses'],
  ...['x-kind', 'x-harm'],
];

/** The words by name; spec/README.md documents each with one line and one example. */
export const words: Readonly<Record<string, Word>> = {
  'x-ambiguities': { on: ['shared file'], keys: null, partKeys: ['id', 'issue', 'position'] },
  'x-harm-defaults': { on: ['shared file'], keys: ['request', 'answer', 'caller', 'kinds'] },
  'x-requirements': { on: ['shared file', 'operation'], keys: null, partKeys: requirementKeys },
  'x-kind': { on: ['requirement'], keys: null },
  'x-harm': { on: ['requirement'], keys: null },
  'x-order': { on: ['operation'], keys: null },
  'x-caller': { on: ['operation'], keys: null },
  'x-server': { on: ['operation'], keys: null },
  'x-effect': { on: ['operation'], keys: null },
  'x-probing': {
    on: ['operation'],
    keys: ['user', 'nobody', 'credential', 'introduces', 'gives', 'refersTo', 'times'],
  },
  'x-assumed': { on: ['path', 'schema'], keys: null },
  'x-free-text': { on: ['schema'], keys: null },
  'x-identity': { on: ['schema'], keys: ['of', 'unknown', 'shortLength'] },
  'x-judge': { on: ['schema'], keys: keywords, partKeys: ['level', 'basis', 'ambiguity', 'accept'] },
  'x-source': { on: ['schema'], keys: keywords, partKeys: ['page', 'words', 'version'] },
};

/** Refuses a word that the dialect does not know, one in the wrong place, and an unknown key in the value of one. */
export function checkWords(file: SpecFile): void {
  visit(file.content, [], (name, value, path) => {
    const fail = (to: Path, problem: string) => new ContractError({ file: file.path, line: file.lineOf(to) }, problem);
    const word = words[name];
    if (!word) {
      const cure = suggestion(name, Object.keys(words), 'Known words') || 'spec/README.md lists the known ones.';
      throw fail(path, `The word ${name} is not known. ${cure}`);
    }
    const place = placeOf(path.slice(0, -1));
    if (!place || !word.on.includes(place))
      throw fail(path, `The word ${name} does not belong here. It stands on: ${word.on.join(', ')}.`);
    const known = (keys: readonly string[], part: unknown, at: Path) => {
      for (const key of Object.keys(isRecord(part) ? part : {}))
        if (!keys.includes(key))
          throw fail([...at, key], `${name} has no key ${key}. ${suggestion(key, keys, 'Known keys')}`.trim());
    };
    if (word.keys) known(word.keys, value, path);
    if (word.partKeys)
      for (const [key, part] of Object.entries(value ?? {})) known(word.partKeys, part, [...path, key]);
  });
}

/** A map, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Maps whose keys are names that the author chose, and parts that hold example values. */
const namedMaps = new Set(['properties', 'schemas', 'headers', 'parameters', 'responses', 'paths', 'examples']);
const values = new Set(['value', 'example', 'default', 'const', 'enum']);

function visit(part: unknown, path: Path, see: (name: string, value: unknown, path: Path) => void): void {
  if (typeof part !== 'object' || part === null) return;
  const isNamed = !Array.isArray(part) && namedMaps.has(String(path.at(-1))) && !namedMaps.has(String(path.at(-2)));
  for (const [key, value] of Object.entries(part)) {
    const to = [...path, key];
    if (!isNamed && key.startsWith('x-')) see(key, value, to);
    if (isNamed || !values.has(key)) visit(value, to, see);
  }
}

/** What a path leads to, as far as words may stand on it. */
function placeOf(path: Path): WordPlace | null {
  if (path.length === 0) return 'shared file';
  if (path.at(-2) === 'x-requirements') return 'requirement';
  if (path[0] === 'paths' && path.length === 2) return 'path';
  if (path[0] === 'paths' && path.length === 3) return 'operation';
  return path.includes('schema') || path[1] === 'schemas' ? 'schema' : null;
}
