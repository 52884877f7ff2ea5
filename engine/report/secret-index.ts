/**
 * Finds known texts in other texts. The time it takes grows with the length of the text, however many texts are known and however alike
 * they are: each place of a text is looked up in a sorted list.
 */

/** A known text in one of its spellings. */
interface Entry {
  readonly spelling: string;
  readonly name: string;
  /** It is found only where no letter or digit of its kind stands beside it: a short word is a part of many others. */
  readonly isWord: boolean;
  /** Place of the longest other spelling that this one begins with; -1 where there is none. */
  parent: number;
}

/** What was found at a place. */
export interface Found {
  readonly length: number;
  readonly name: string;
}

/** Longer texts are known as several pieces of this length. */
const pieceLength = 1024;
/** A last piece that is shorter is a part of the one before. */
const shortestPiece = 64;
/** The first characters that decide whether a place is looked up at all. */
const keyLength = 4;
const keys = 1 << 16;

export class SecretIndex {
  private readonly entries: Entry[];
  private readonly mayBegin = new Uint8Array(keys);
  readonly longest: number;

  /** `names`: each spelling with the name that it is replaced by. */
  constructor(names: Iterable<readonly [spelling: string, name: string]>) {
    const byText = new Map<string, string>();
    for (const [spelling, name] of names)
      for (const piece of piecesOf(spelling))
        if (piece.length >= keyLength && !byText.has(piece)) byText.set(piece, name);
    const sorted = [...byText].sort(([a], [b]) => (a < b ? -1 : 1));
    this.entries = sorted.map(([spelling, name]) => ({ spelling, name, isWord: isWord(spelling), parent: -1 }));
    this.longest = sorted.reduce((most, [spelling]) => Math.max(most, spelling.length), 0);
    this.linkParents();
    for (const { spelling } of this.entries) this.mayBegin[keyAt(spelling, 0)] = 1;
  }

  get size(): number {
    return this.entries.length;
  }

  private linkParents(): void {
    const open: number[] = [];
    for (const [at, entry] of this.entries.entries()) {
      while (open.length > 0 && !entry.spelling.startsWith(this.entries[open.at(-1)!]!.spelling)) open.pop();
      entry.parent = open.at(-1) ?? -1;
      open.push(at);
    }
  }

  /** The longest known text that stands at a place of a text. */
  at(text: string, place: number): Found | null {
    if (this.entries.length === 0 || this.mayBegin[keyAt(text, place)] === 0) return null;
    const rest = text.slice(place, place + this.longest);
    let entry = this.entries[this.lastUpTo(rest)];
    const alike = entry ? commonLength(entry.spelling, rest) : 0;
    for (; entry; entry = this.entries[entry.parent]) {
      if (entry.spelling.length > alike) continue;
      if (!entry.isWord || standsAlone(text, place, entry.spelling))
        return { length: entry.spelling.length, name: entry.name };
    }
    return null;
  }

  /** The name of a known text that begins with what a text ends with, and where that begins. */
  cutAtEnd(text: string): { readonly place: number; readonly name: string } | null {
    for (let place = Math.max(0, text.length - this.longest); place <= text.length - keyLength; place += 1) {
      if (this.mayBegin[keyAt(text, place)] === 0) continue;
      const rest = text.slice(place);
      const entry = this.entries[this.lastUpTo(rest, true) + 1];
      const same = this.at(text, place);
      if (same?.length === rest.length) return { place, name: same.name };
      if (entry?.spelling.startsWith(rest)) return { place, name: entry.name };
    }
    return null;
  }

  /** Place of the last spelling that is not behind a text; -1 where all are. With `before` those equal to it are behind it too. */
  private lastUpTo(text: string, before = false): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { spelling } = this.entries[middle]!;
      if (spelling < text || (!before && spelling === text)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function piecesOf(text: string): string[] {
  if (text.length <= pieceLength) return [text];
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) pieces.push(text.slice(at, at + pieceLength));
  if (pieces.at(-1)!.length < shortestPiece) pieces.push(pieces.splice(-2).join(''));
  return pieces;
}

function keyAt(text: string, place: number): number {
  let key = 0;
  for (let i = 0; i < keyLength; i += 1) key = (key * 31 + (text.charCodeAt(place + i) || 0)) & (keys - 1);
  return key;
}

function commonLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

function isWord(spelling: string): boolean {
  return spelling.length < 8 && /^([A-Za-z]+|\d+)$/.test(spelling);
}

function standsAlone(text: string, place: number, spelling: string): boolean {
  const inside = /^\d/.test(spelling) ? /\d/ : /[A-Za-z]/;
  return !inside.test(text[place - 1] ?? '') && !inside.test(text[place + spelling.length] ?? '');
}
