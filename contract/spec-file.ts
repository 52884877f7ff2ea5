/** One parsed spec file: its content, and the line on which each part of it stands. */
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { ContractError } from './contract-error.ts';
import type { SpecDocument } from './spec-document.ts';

/** The way to a part of a document: keys and indexes from the root. */
export type Path = readonly (string | number)[];

/** A parsed spec file. */
export interface SpecFile {
  /** File name without its folder; references between files use it. */
  readonly name: string;
  /** As messages show it. */
  readonly path: string;
  readonly text: string;
  readonly content: Partial<SpecDocument>;
  /** Line of the part, or of the nearest one above it that stands in the file. */
  lineOf(path: Path): number;
}

/** Parses the text of one file; what is not YAML is refused with its line. */
export function parseSpecFile(
  path: string,
  text: string,
  what = 'an OpenAPI document. Begin with `openapi: 3.1.0`',
): SpecFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [mistake] = document.errors;
  if (mistake) {
    const line = counter.linePos(mistake.pos[0]).line;
    throw new ContractError({ file: path, line }, `This is not valid YAML (${mistake.message}). Correct it.`);
  }
  const content: unknown = document.toJS();
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ContractError({ file: path, line: 1 }, `This is not ${what}.`);
  return {
    name: path.split(/[\\/]/).at(-1)!,
    path,
    text,
    content,
    lineOf: (to) => counter.linePos(offsetOf(document.contents, to)).line,
  };
}

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair || !isNode(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
