/** Reads a config text (YAML, and so JSON) and keeps the line of every key for the sentences about it. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { UsageError } from '../terminal/usage-error.ts';
import type { ConfigText } from './find.ts';

/** A parsed config, not yet checked. */
export interface ParsedConfig {
  readonly value: unknown;
  /** `name, line 7` of the key or list item at a path; just the name where it has none. */
  place(path: readonly string[]): string;
}

/** The value in a config text; a syntax error is one sentence with its line. */
export function parseConfig({ name, text }: ConfigText): ParsedConfig {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    // Warnings of the parser repeat parts of the text.
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    if (error.code === 'MULTIPLE_DOCS') {
      throw new UsageError(
        `${name}, line ${line}: a second document begins here, and a config is one document`,
        'Put all keys into one, and take out the line "---" between the two.',
      );
    }
    throw new UsageError(`${name}, line ${line}, column ${col}: ${sentence(error.message)}`, cure(error, name));
  }
  const value = aliasesResolved(() => document.toJS({ maxAliasCount: 100 }), name);
  const place = (path: readonly string[]): string => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? name : `${name}, line ${lines.linePos(offset).line}`;
  };
  return { value: value ?? {}, place };
}

function aliasesResolved(read: () => unknown, name: string): unknown {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${name}: ${sentence((error as Error).message)}`, 'Write the value out instead of the alias.');
  }
}

function offsetOf(contents: unknown, path: readonly string[]): number | null {
  let node = contents;
  let offset: number | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === step);
      if (pair === undefined) return offset;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : null) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as { range?: [number] } | undefined)?.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

/** The parser's message without what it repeats of the text, which may be a secret. */
function sentence(message: string): string {
  const first = message
    .split('\n')[0]!
    .replace(/ at line \d+.*$/, '')
    .replace(/: .*$/, '')
    .replace(/[.:]$/, '');
  return first.charAt(0).toLowerCase() + first.slice(1);
}

function cure({ code, message }: YAMLError, name: string): string {
  if (/^flow /i.test(message)) return 'Close the bracket or brace.';
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces.';
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two.';
  if (code === 'BAD_INDENT') return 'Line the keys up.';
  return name.endsWith('.json')
    ? 'Correct the JSON there.'
    : 'Correct the YAML there; a value with ": " or "#" in it needs quotes.';
}
