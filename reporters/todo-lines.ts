/** The to-do list as one YAML text: entries under the same key are merged, each after a comment with its purpose. */
import type { Report, Todo } from '../engine/report.ts';
import { shellQuote } from './curl.ts';
import { thousands } from './escape.ts';
import { judgedCounts } from './findings.ts';

/** A line to show; `says` is a comment, still without its mark. */
export interface TodoLine {
  readonly indent: number;
  readonly text: string;
  readonly says: boolean;
}

/** What the to-do list says before its lines: how much was judged, in which file the lines go, and what they buy. */
export function todoIntro(report: Report): string {
  const { judged, judgeable, selected, withTodo } = judgedCounts(report);
  const which = selected < judgeable ? 'selected requirements' : 'requirements';
  const counts = `${thousands(judged)} of ${thousands(selected)} ${which} judged`;
  if (report.todo.length === 0) return `${counts}.`;
  const gain = withTodo > judged ? ` to judge ${thousands(withTodo)}` : '';
  return `${counts}; add these lines to ${report.run.configFile ?? 'conformance.config.yaml'}${gain}:`;
}

/** How `init` adds the lines, from the files of the report: a sentence, and a command to paste. */
export function initAdds(directory: string | undefined): [says: string, command: string] {
  return directory === undefined
    ? ['Or let init add them, from the files of a run with --report-dir DIR:', 'npx conformance init --from DIR']
    : ['Or let init add them:', `npx conformance init --from ${shellQuote(directory)}`];
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
  const left = withoutKnown(lines.slice(at), place);
  if (left.length === 0) return;
  const gain = unlocks.length > 0 ? ` (+${unlocks.length})` : '';
  place.push({ indent: lines[at]!.indent, text: `${says}${gain}`, says: true }, ...left);
}

/** Entries whose key an earlier one has are left out: a key may stand once. */
function withoutKnown(lines: readonly TodoLine[], place: readonly (Block | TodoLine)[]): readonly TodoLine[] {
  if (lines.some(({ indent }) => indent !== lines[0]!.indent)) return lines;
  const known = place.flatMap((one) => ('says' in one && one.says ? [] : [keyOf(one.text)]));
  return lines.filter(({ text }) => keyOf(text) === null || !known.includes(keyOf(text)));
}

/** The key of a line of YAML; null for an item of a list. */
function keyOf(text: string): string | null {
  return /^("[^"]*"|[\w.-]+):/.exec(text)?.[1] ?? null;
}

function flat(one: Block | TodoLine): TodoLine[] {
  if (!('inner' in one)) return [one];
  return [{ indent: one.indent, text: one.text, says: false }, ...one.inner.flatMap(flat)];
}
