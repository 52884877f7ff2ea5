/** Merges the to-do list of a report into the text of a config: keys that exist are extended, comments stay, no value of the user is lost. */
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, type YAMLMap, YAMLSeq } from 'yaml';
import type { Report } from '../../engine/report.ts';
import { oneLine } from '../../reporters/escape.ts';
import { isPlaceholder } from '../config/placeholders.ts';
import { wrapText } from '../terminal/text-table.ts';

/** A config with the to-do list in it. */
export interface MergedConfig {
  readonly text: string;
  /** Paths that were added, extended or changed, in the order of the to-do list. */
  readonly added: readonly string[];
  /** Paths of values of the user where the to-do list has a placeholder. */
  readonly kept: readonly (readonly string[])[];
}

/** One entry of the to-do list on its way into the config. */
interface Entry {
  /** The comment that is still to be written, before the first thing that is added. */
  comment: string | null;
  /** The APIs of the run: those of another role stay in the list of APIs. */
  readonly ofRun: readonly string[];
  readonly added: Set<string>;
  readonly kept: (readonly string[])[];
}

/** The most characters of a line of a comment. */
const commentWidth = 76;

/** Merges the to-do list of a run into a YAML text; an empty text is a new file. A JSON text stays JSON. */
export function mergeTodo(text: string, { todo, run }: Pick<Report, 'todo' | 'run'>, isJson = false): MergedConfig {
  const document = parseDocument(text, { merge: true, logLevel: 'error' });
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never;
  const added = new Set<string>();
  const kept: (readonly string[])[] = [];
  for (const { config, says } of todo) {
    const lines = wrapText(oneLine(says), commentWidth).map((line) => ` ${line}`);
    const entry: Entry = { comment: lines.join('\n'), ofRun: run.apis, added, kept };
    const addition = parseDocument(config, { logLevel: 'error' }).contents;
    if (isMap(addition)) addMap(document.contents as unknown as YAMLMap, addition, [], entry);
  }
  const written = isJson ? `${JSON.stringify(document.toJS(), null, 2)}\n` : document.toString({ lineWidth: 0 });
  return { text: text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written, added: [...added], kept };
}

type Line = Pair<Scalar, Node>;

function addMap(into: YAMLMap, from: YAMLMap, above: readonly string[], entry: Entry): void {
  for (const line of from.items as Line[]) {
    const path = [...above, String(line.key.value)];
    const own = (into.items as Line[]).find(({ key }) => String(key.value) === line.key.value);
    if (isMap(own?.value) && isMap(line.value)) {
      addMap(own.value, line.value, path, entry);
      continue;
    }
    const written =
      own === undefined ? addLine(into, line, above.length === 0) : change(own, line.value as Node, entry);
    if (written === 'kept') entry.kept.push(path);
    if (written === null || written === 'kept') continue;
    comment(written, entry);
    entry.added.add(path.join('.'));
  }
}

/** The node that a comment goes before; `kept` where the value of the user stays; null where nothing is missing. */
type Written = Node | 'kept' | null;

function addLine(into: YAMLMap, line: Line, isTop: boolean): Written {
  line.key.spaceBefore = isTop && into.items.length > 0;
  into.items.push(line);
  return line.key;
}

function change(own: Line, value: Node, { ofRun }: Entry): Written {
  if (isSeq(value) && value.items.every(isMap)) return addItems(own, value);
  if (isSeq(value) && isSeq(own.value)) return narrow(own, own.value, value.toJSON(), ofRun);
  return setValue(own, value);
}

/** A list of users is appended, and one user alone becomes the first of a list. */
function addItems(own: Line, list: YAMLSeq): Written {
  const users = isSeq(own.value) ? own.value : new YAMLSeq();
  if (isMap(own.value)) users.items.push(own.value);
  else if (!isSeq(own.value) && !isEmpty(own.value)) return 'kept';
  const open = users.items.map((item) => JSON.stringify(item));
  const missing = list.items.filter((item) => {
    const at = open.indexOf(JSON.stringify(item));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  users.items.push(...missing);
  replace(own, users);
  return (missing[0] as Node | undefined) ?? null;
}

/** The list of APIs loses those of the run that the to-do list leaves out; those of another role stay. */
function narrow(own: Line, list: YAMLSeq, named: readonly unknown[], ofRun: readonly string[]): Written {
  const lost = ofRun.filter((api) => !named.includes(api));
  const left = list.items.filter((item) => !lost.includes(String(isScalar(item) ? item.value : item)));
  if (left.length === list.items.length) return null;
  list.items = left;
  return own.key;
}

/** A placeholder never replaces a value: what the user wrote may be right, or has to be changed by someone who knows. */
function setValue(own: Line, value: Node): Written {
  if (JSON.stringify(own.value) === JSON.stringify(value)) return null;
  const isOpen = isScalar(own.value) && isPlaceholder(own.value.value);
  if (isOpen) return null;
  if (!isEmpty(own.value) && (isMap(value) || (isScalar(value) && isPlaceholder(value.value)))) return 'kept';
  replace(own, value);
  return own.key;
}

/** Sets a value; a comment behind the old one stays, before the key. */
function replace(own: Line, value: Node): void {
  const behind = own.value === null || own.value === value ? null : own.value.comment;
  if (behind) own.key.commentBefore = own.key.commentBefore ? `${own.key.commentBefore}\n${behind}` : behind;
  own.value = value;
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

/** Writes what an entry says before the first thing that it adds, below the comments that stand there. */
function comment(node: Node, entry: Entry): void {
  if (entry.comment === null) return;
  node.commentBefore = node.commentBefore ? `${node.commentBefore}\n${entry.comment}` : entry.comment;
  entry.comment = null;
}
