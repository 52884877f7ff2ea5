/** The to-do list as one YAML text: entries under the same key are merged, each after a comment with its purpose. */
import type { Todo } from '../engine/report.ts';

/** A line to show; `says` is a comment, still without its mark. */
export interface TodoLine {
  readonly indent: number;
  readonly text: string;
  readonly says: boolean;
}

interface Block {
  readonly text: string;
  readonly indent: number;
  readonly inner: (Block | TodoLine)[];
}

/** All lines, in the order of the entries. */
export function todoLines(todos: readonly Todo[]): TodoLine[] {
  const roots: (Block | TodoLine)[] = [];
  for (const todo of todos) merge(roots, todo);
  return roots.flatMap(flat);
}

/** Merges an entry into the keys that exist already; the rest follows its comment. */
function merge(roots: (Block | TodoLine)[], { config, says, unlocks }: Todo): void {
  const lines = config
    .trimEnd()
    .split('\n')
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trimStart(), says: false }));
  let place = roots;
  let at = 0;
  for (; at < lines.length - 1 && lines[at]!.text.endsWith(':'); at++) {
    const { text, indent } = lines[at]!;
    let block = place.find((one): one is Block => 'inner' in one && one.text === text && one.indent === indent);
    if (!block) {
      block = { text, indent, inner: [] };
      place.push(block);
    }
    place = block.inner;
  }
  const gain = unlocks.length > 0 ? ` (+${unlocks.length})` : '';
  place.push({ indent: lines[at]!.indent, text: `${says}${gain}`, says: true }, ...lines.slice(at));
}

function flat(one: Block | TodoLine): TodoLine[] {
  if (!('inner' in one)) return [one];
  return [{ indent: one.indent, text: one.text, says: false }, ...one.inner.flatMap(flat)];
}
