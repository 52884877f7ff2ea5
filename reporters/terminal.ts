/** Lays out text for a terminal: paint, wrapping by display width, labelled lines, shell lines that survive wrapping. */
import { noCommand, oneLine } from './escape.ts';

export interface TerminalOptions {
  color: boolean;
  /** Columns of the terminal. */
  width: number;
  /** Off: ASCII only, everything else is written as its code. */
  unicode: boolean;
}

export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta';

const codes: Record<Paint, number> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35 };
const ascii: Record<string, string> = { '…': '...', '·': '-', '→': '->', '✗': 'x', '✓': 'ok', '–': '-', '—': '-' };

/** Columns that text takes: wide characters count twice, combining marks nothing. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    const wide =
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ||
      /[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(character);
    count += wide ? 2 : 1;
  }
  return count;
}

/** Lines of at most `width` columns, broken at spaces, and inside a word only where it is wider than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = columns(word) > width && !address.test(word) ? breakWord(word, width) : [word];
    line = pieces.pop()!;
    lines.push(...pieces);
  }
  lines.push(line);
  return lines;
}

/** An address stays whole even where it is too wide: broken, it could not be opened. */
const address = /^https?:\/\/\S{1,200}$/;

function breakWord(word: string, width: number): string[] {
  const pieces = [''];
  let used = 0;
  for (const character of word) {
    const wide = columns(character);
    if (used + wide > width) {
      const piece = pieces.pop()!;
      // Behind a comma of JSON, if the line would not become too short by it.
      const comma = piece.lastIndexOf(',') + 1;
      const end = comma > piece.length / 2 ? comma : piece.length;
      pieces.push(piece.slice(0, end), piece.slice(end));
      used = columns(piece.slice(end));
    }
    pieces[pieces.length - 1] += character;
    used += wide;
  }
  return pieces;
}

/** A shell command over several lines that can still be pasted: broken at spaces outside of quotes, with a backslash. */
export function wrapCommand(command: string, width: number): string[] {
  const words = withValues(command.match(/(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\]|['"\\])+/g) ?? [command]);
  const lines: string[] = [];
  let line = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (columns(line) + columns(word) + 3 <= width) line += ` ${word}`;
    else {
      lines.push(`${line} \\`);
      line = `  ${word}`;
    }
  }
  return [...lines, line];
}

/** An option and its value as one word, so that they stay on one line. */
function withValues(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && /^-{1,2}[a-zA-Z-]+$/.test(before) && !word.startsWith('-'))
      joined[joined.length - 1] = `${before} ${word}`;
    else joined.push(word);
  }
  return joined;
}

/** Collects the lines of a terminal text; its output has no effect on a terminal or a build server. */
export class Sheet {
  readonly #lines: string[] = [];
  readonly #options: TerminalOptions;
  readonly width: number;

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.width = Math.max(40, options.width);
  }

  /** Adds one line as it is, painted. */
  line(text = '', ...paints: Paint[]): this {
    const written = this.#options.unicode ? oneLine(text) : toAscii(oneLine(text));
    this.#lines.push(noCommand(this.#painted(written.trimEnd(), paints)));
    return this;
  }

  /** Adds wrapped text, indented. */
  text(text: string, indent = 0, ...paints: Paint[]): this {
    return this.marked(text, indent, '', ...paints);
  }

  /** Adds wrapped text with a mark before each line, such as that of comments. */
  marked(text: string, indent: number, mark: string, ...paints: Paint[]): this {
    const space = ' '.repeat(indent) + mark;
    for (const line of wrap(this.#written(text), this.width - space.length)) this.line(space + line, ...paints);
    return this;
  }

  /** Adds wrapped text with a hanging indent, so that the next item is not read as a continuation. */
  hung(text: string, indent: number, hang: number, ...paints: Paint[]): this {
    const [first = '', ...more] = wrap(this.#written(text), this.width - hang);
    this.line(' '.repeat(indent) + first, ...paints);
    for (const line of more) this.line(' '.repeat(hang) + line, ...paints);
    return this;
  }

  /** Adds short items, broken between items only. */
  items(items: readonly string[], ...paints: Paint[]): this {
    let line = '';
    for (const item of items) {
      const longer = line === '' ? item : `${line} · ${item}`;
      if (line !== '' && columns(longer) > this.width) {
        this.line(`${line} ·`, ...paints);
        line = item;
      } else line = longer;
    }
    return this.line(line, ...paints);
  }

  /** Adds wrapped text behind a label; nothing for empty text. */
  labelled(label: string, text: string, paint?: Paint): this {
    return text === '' ? this : this.#hanging(label, wrap(this.#written(text), this.width - labelWidth), paint);
  }

  /** Adds lines behind a label, each wrapped for itself. */
  listed(label: string, lines: readonly string[]): this {
    const width = this.width - labelWidth;
    return lines.length === 0
      ? this
      : this.#hanging(
          label,
          lines.flatMap((line) => wrap(this.#written(line), width)),
        );
  }

  /** Adds a shell command behind a label. */
  command(label: string, command: string): this {
    return command === '' ? this : this.#hanging(label, wrapCommand(this.#written(command), this.width - labelWidth));
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #hanging(label: string, lines: string[], paint?: Paint): this {
    lines.forEach((line, at) => {
      const head = at === 0 ? `  ${label.padEnd(labelWidth - 2)}` : ' '.repeat(labelWidth);
      const shown = this.#options.unicode ? line : toAscii(line);
      this.#lines.push(noCommand(`${this.#painted(head, ['dim'])}${this.#painted(shown, paint ? [paint] : [])}`));
    });
    return this;
  }

  #written(text: string): string {
    return this.#options.unicode ? oneLine(text) : toAscii(oneLine(text));
  }

  #painted(text: string, paints: Paint[]): string {
    if (!this.#options.color || paints.length === 0 || text.trim() === '') return text;
    return `${paints.map((paint) => `\u001b[${codes[paint]}m`).join('')}${text}\u001b[0m`;
  }
}

const labelWidth = 13;

function toAscii(text: string): string {
  return text.replace(/[^\n\t -~]/gu, (character) => ascii[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
