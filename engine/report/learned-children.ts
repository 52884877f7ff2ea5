/** The children of an undocumented field: names, kinds, lengths and characters. No value is kept but upper-case words that return again and again. */
import { isObject } from '../wire/json.ts';

/** One child of an undocumented object, over all messages. */
export interface LearnedChild {
  /** Names from the undocumented field down; `[]` stands for the elements of an array, `*` for names that are values. */
  readonly path: readonly string[];
  /** Messages that have it. */
  readonly seen: number;
  readonly kinds: readonly string[];
  /** Characters of its strings; null where it has none. */
  readonly length: { readonly min: number; readonly max: number } | null;
  /** Characters that its strings consist of. */
  readonly characters: readonly string[];
  /** Its values, where they are few upper-case words; null otherwise. */
  readonly words: readonly string[] | null;
}

/** More names than these in one object are values, such as the ids of a map. */
const mostNames = 60;
const plainName = /^[A-Za-z_][A-Za-z_-]*[0-9]?$/;
const deepest = 8;

/** Every value within an undocumented one, by its path; several at one path for the elements of an array. */
export function valuesWithin(value: unknown, path: readonly string[] = []): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  const add = (at: readonly string[], inner: unknown) => {
    const name = at.join('\n');
    found.set(name, [...(found.get(name) ?? []), inner]);
    if (at.length < deepest)
      for (const [below, values] of valuesWithin(inner, at)) found.set(below, [...(found.get(below) ?? []), ...values]);
  };
  if (Array.isArray(value)) for (const element of value) add([...path, '[]'], element);
  else if (isObject(value)) {
    const names = Object.keys(value);
    for (const name of names) {
      const isPlain = plainName.test(name) && name.length <= 40 && names.length <= mostNames;
      add([...path, isPlain ? name : '*'], value[name]);
    }
  }
  return found;
}

/** Words are shown from so many messages on, and up to so many of them. */
const enoughForWords = 20;
const mostWords = 8;
const word = /^[A-Z]{2,30}(_[A-Z]{1,30}){0,5}$/;

const characterClasses: readonly (readonly [string, RegExp])[] = [
  ['digits', /[0-9]/],
  ['upper-case letters', /[A-Z]/],
  ['lower-case letters', /[a-z]/],
  ['spaces', /\s/],
  ['ASCII punctuation', /[!-/:-@[-`{-~]/],
  ['other characters', /[^\x00-\x7f]/],
];

/** Counts what one path holds; of its strings only lengths and kinds of characters stay. */
export class ChildTally {
  private seen = 0;
  private readonly kinds = new Set<string>();
  private readonly characters = new Set<string>();
  private length: { min: number; max: number } | null = null;
  private words: Set<string> | null = new Set();

  constructor(private readonly path: readonly string[]) {}

  add(values: readonly unknown[]): void {
    this.seen += 1;
    for (const value of values) {
      this.kinds.add(Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
      if (typeof value === 'string') this.addText(value);
    }
  }

  private addText(text: string): void {
    const { length } = [...text];
    this.length = { min: Math.min(this.length?.min ?? length, length), max: Math.max(this.length?.max ?? 0, length) };
    for (const [name, pattern] of characterClasses) if (pattern.test(text)) this.characters.add(name);
    if (!word.test(text)) this.words = null;
    this.words?.add(text);
    if (this.words && this.words.size > mostWords) this.words = null;
  }

  learned(): LearnedChild {
    const { path, seen, length } = this;
    const hasWords = this.words !== null && this.words.size > 0 && seen >= enoughForWords;
    return {
      path,
      seen,
      kinds: [...this.kinds].sort(),
      length,
      characters: [...this.characters],
      words: hasWords ? [...this.words!].sort() : null,
    };
  }
}
