/** Lays out a recorded JSON body for reading and marks one field, token by token, so that no text is lost. */

/** A piece of text, marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The deepest nesting that is laid out; hostile bodies nest a thousand levels. */
const deepest = 40;

/**
 * The body with one member per line, the member at a JSON pointer marked; null where it is not valid JSON.
 * `found` is false where the pointer matches nothing.
 */
export function layOutJson(text: string, pointer: string): { pieces: Piece[]; found: boolean } | null {
  const layout = new Layout(text, pointer);
  return layout.run() ? { pieces: layout.pieces, found: layout.found } : null;
}

/** The steps of a JSON pointer; the empty pointer (the whole body) marks nothing. */
function steps(pointer: string): string | null {
  return pointer.startsWith('/') ? pointer : null;
}

class Layout {
  readonly pieces: Piece[] = [];
  found = false;
  readonly #text: string;
  readonly #pointer: string | null;
  #at = 0;
  #marking = 0;

  constructor(text: string, pointer: string) {
    this.#text = text;
    this.#pointer = steps(pointer);
  }

  run(): boolean {
    try {
      this.#value('', 0);
      this.#space();
      return this.#at === this.#text.length;
    } catch (error) {
      if (error === noJson) return false;
      throw error;
    }
  }

  #value(path: string, depth: number): void {
    if (depth > deepest) throw noJson;
    this.#space();
    const character = this.#text[this.#at];
    if (character === '{') this.#container('}', path, depth);
    else if (character === '[') this.#container(']', path, depth);
    else this.#emit(this.#take(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null/y));
  }

  #container(close: '}' | ']', path: string, depth: number): void {
    this.#emit(this.#take(/[{[]/y));
    this.#space();
    for (let index = 0; this.#text[this.#at] !== close; index += 1) {
      if (index > 0) this.#emit(this.#take(/,/y));
      this.#emit(`\n${'  '.repeat(depth + 1)}`);
      this.#space();
      if (close === '}') this.#member(path, depth);
      else this.#marked(`${path}/${index}`, () => this.#value(`${path}/${index}`, depth + 1));
      this.#space();
      if (this.#text[this.#at] !== ',' && this.#text[this.#at] !== close) throw noJson;
      if (this.#text[this.#at] === close) this.#emit(`\n${'  '.repeat(depth)}`);
    }
    this.#emit(this.#take(/[}\]]/y));
  }

  #member(path: string, depth: number): void {
    const key = this.#take(/"[^"\\]*(?:\\.[^"\\]*)*"/y);
    const place = `${path}/${pointerStep(key)}`;
    this.#marked(place, () => {
      this.#emit(key);
      this.#space();
      this.#take(/:/y);
      this.#emit(': ');
      this.#value(place, depth + 1);
    });
  }

  #marked(place: string, write: () => void): void {
    const here = place === this.#pointer;
    if (here) {
      this.found = true;
      this.#marking += 1;
    }
    write();
    if (here) this.#marking -= 1;
  }

  #emit(text: string): void {
    const last = this.pieces.at(-1);
    const marked = this.#marking > 0;
    if (last && last.marked === marked) last.text += text;
    else this.pieces.push({ text, marked });
  }

  #space(): void {
    this.#take(/[ \t\r\n]*/y);
  }

  #take(token: RegExp): string {
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    if (!match) throw noJson;
    this.#at += match[0].length;
    return match[0];
  }
}

const noJson = new Error('This text is not valid JSON.');

function pointerStep(key: string): string {
  let name = key.slice(1, -1);
  try {
    name = JSON.parse(key) as string;
  } catch {
    // A key with a bare control character: its raw spelling will do.
  }
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
