/** Parses a config file (YAML or JSON) and keeps the line of every key for error messages. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { UsageError } from '../terminal/usage-error.ts';
import type { ConfigText } from './find.ts';
import { unlessSecret } from './secrets.ts';

/** A parsed config, not yet checked. */
export interface ParsedConfig {
  readonly value: unknown;
  /** Line of the key or list item at a path; null where there is none. */
  line(path: readonly string[]): number | null;
  /** `name, line 7` of the key or list item at a path; only the name where there is no line. */
  place(path: readonly string[]): string;
}

/** Parses a config; a syntax error is reported with its line. */
export function parseConfig({ name, text }: ConfigText): ParsedConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, {
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
        `${name}, line ${line}: a second document starts here, but a config is one document`,
        'Put all keys into one document and remove the line "---".',
      );
    }
    const says = error.code === 'DUPLICATE_KEY' ? setTwice(text, error.pos[0]) : sentence(error.message);
    throw new UsageError(`${name}, line ${line}, column ${col}: ${says}`, cure(error, name));
  }
  const value = aliasesResolved(() => document.toJS({ maxAliasCount: 100 }), name);
  const line = (path: readonly string[]): number | null => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? null : lines.linePos(offset).line;
  };
  const place = (path: readonly string[]): string => {
    const found = line(path);
    return found === null ? name : `${name}, line ${found}`;
  };
  return { value: value ?? {}, line, place };
}

function aliasesResolved(read: () => unknown, name: string): unknown {
  try {
    return read();
  } catch (error) {
    const { message } = error as Error;
    const says = /^excessive alias/i.test(message)
      ? 'the aliases (*name) expand to too many values'
      : sentence(message);
    throw new UsageError(`${name}: ${says}`, 'Write the value in place of the alias.');
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

function setTwice(text: string, offset: number): string {
  const key = /^["']?([^"'\s:]+)/.exec(text.slice(offset))?.[1];
  return key === undefined ? 'a key is set twice' : `the key "${unlessSecret(key)}" is set twice`;
}

/** The message of the parser without quoted text, which may be a secret. */
function sentence(message: string): string {
  if (/call stack/i.test(message)) return 'the value is nested too deeply';
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
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two, with the lines of both.';
  if (code === 'BAD_INDENT') return 'Align the keys.';
  return name.endsWith('.json')
    ? 'Correct the JSON at this place.'
    : 'Correct the YAML at this place; a value with ": " or "#" in it needs quotes.';
}
