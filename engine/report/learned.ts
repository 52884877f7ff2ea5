/**
 * What traffic shows of the parts that public pages hide: names, kinds and lengths of undocumented children, and the habits of both
 * parties on the wire. No value is kept but upper-case words that return again and again.
 */
import type { Field, Operation } from '../../contract/types.ts';
import type { TrafficRecord } from '../record/traffic.ts';
import { header } from '../wire/answer.ts';
import { type Exchange, requestNameOf, type WireHeaders } from '../wire/exchange.ts';
import { isObject, jsonOf, valueAt } from '../wire/json.ts';
import { readSignatureHeader } from '../wire/signing.ts';

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

/** One undocumented field with its children. */
export interface LearnedField {
  readonly operation: string;
  readonly side: 'request' | 'response';
  readonly path: readonly string[];
  /** Messages that have the field. */
  readonly seen: number;
  readonly children: readonly LearnedChild[];
}

/** How often each form was seen, the most frequent first. */
export type Counts = readonly (readonly [form: string, count: number])[];

/** Habits of the messages of one direction of an operation. */
export interface LearnedHabits {
  readonly operation: string;
  readonly side: 'request' | 'response';
  readonly headerNames: Counts;
  readonly signatureForms: Counts;
  readonly keyVersions: Counts;
  readonly clientIds: Counts;
  readonly times: Counts;
  readonly mediaTypes: Counts;
  /** HTTP statuses; none for requests. */
  readonly statuses: Counts;
}

/** What was learnt. */
export interface Learned {
  readonly exchanges: number;
  readonly fields: readonly LearnedField[];
  readonly habits: readonly LearnedHabits[];
  /** Series of equal requests: how many repeats, and the pauses before them in milliseconds. */
  readonly repeats: readonly {
    readonly operation: string;
    readonly count: number;
    readonly pausesMs: readonly number[];
  }[];
}

/** Learns from the messages of a record. */
export function learn(record: TrafficRecord, operations: readonly Operation[]): Learned {
  const of = (id: string) => record.exchanges.filter(({ operation }) => operation === id);
  return {
    exchanges: record.exchanges.length,
    fields: operations.flatMap((op) => [
      ...op.request.filter(({ assumed }) => assumed).map((field) => learnField(op, 'request', field, of(op.id))),
      ...op.response.filter(({ assumed }) => assumed).map((field) => learnField(op, 'response', field, of(op.id))),
    ]),
    habits: operations.flatMap((op) => [habitsOf(op, 'request', of(op.id)), habitsOf(op, 'response', of(op.id))]),
    repeats: operations.map((op) => repeatsOf(op, of(op.id))),
  };
}

function bodyOf({ request, response }: Exchange, side: 'request' | 'response'): unknown {
  return jsonOf(side === 'request' ? request.body : (response?.body ?? new Uint8Array()));
}

function learnField(
  op: Operation,
  side: 'request' | 'response',
  { path }: Field,
  exchanges: readonly Exchange[],
): LearnedField {
  const children = new Map<string, ChildTally>();
  let seen = 0;
  for (const exchange of exchanges) {
    const value = valueAt(bodyOf(exchange, side), path);
    if (value === undefined || value === null) continue;
    seen += 1;
    for (const [name, found] of valuesWithin(value)) {
      const tally = children.get(name) ?? new ChildTally(name.split('\n'));
      children.set(name, tally);
      tally.add(found);
    }
  }
  return { operation: op.id, side, path, seen, children: [...children.values()].map((tally) => tally.learned()) };
}

/** More names than these in one object are values, such as the ids of a map. */
const mostNames = 60;
const plainName = /^[A-Za-z_][A-Za-z_-]*[0-9]?$/;
const deepest = 8;

/** Every value within an undocumented one, by its path; several at one path for the elements of an array. */
function valuesWithin(value: unknown, path: readonly string[] = []): Map<string, unknown[]> {
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
class ChildTally {
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

const ofHouseStyle = /^(signature|client-id|request-time|response-time|content-type)$/i;

function habitsOf(op: Operation, side: 'request' | 'response', exchanges: readonly Exchange[]): LearnedHabits {
  const headers = exchanges.flatMap(({ request, response }): WireHeaders[] => {
    if (side === 'request') return [request.headers];
    return response ? [response.headers] : [];
  });
  const values = (name: string) => headers.map((list) => header(list, name));
  const signatures = values('Signature').map((value) => (value === null ? null : readSignatureHeader(value)));
  return {
    operation: op.id,
    side,
    headerNames: counted(headers.flatMap((list) => list.flatMap(([name]) => (ofHouseStyle.test(name) ? [name] : [])))),
    signatureForms: counted(values('Signature').map(signatureForm)),
    keyVersions: counted(signatures.map((parts) => shapeOf(parts?.keyVersion ?? null))),
    clientIds: counted(values('Client-Id').map(shapeOf)),
    times: counted(values(side === 'request' ? 'Request-Time' : 'Response-Time').map(shapeOf)),
    mediaTypes: counted(values('Content-Type')),
    statuses:
      side === 'request' ? [] : counted(exchanges.map(({ response }) => (response ? String(response.status) : null))),
  };
}

/** A text with its digits as 9 and its lower-case letters as a, so that its form is seen and not its value. */
function shapeOf(text: string | null): string | null {
  return text === null
    ? null
    : text.slice(0, 60).replace(/[0-9]/g, '9').replace(/[a-z]/g, 'a').replace(/9{5,}/g, '9…9');
}

/** How the text of a signature is written. */
function signatureForm(value: string | null): string | null {
  const text = value === null ? undefined : readSignatureHeader(value)?.signature;
  if (text === undefined) return value === null ? null : 'no signature part';
  const comma = /,\s/.test(value!) ? 'a space after each comma' : 'no space after commas';
  const form = /%[0-9A-Fa-f]{2}/.test(text)
    ? 'URL-encoded base64'
    : /[+/=]/.test(text)
      ? 'plain base64'
      : /[-_]/.test(text)
        ? 'base64url'
        : 'letters and digits only';
  return `${form}, ${comma}`;
}

function counted(forms: readonly (string | null)[]): Counts {
  const counts = new Map<string, number>();
  for (const form of forms) if (form !== null) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12);
}

/** So many pauses are enough to see a pattern. */
const mostPauses = 50;

function repeatsOf({ id }: Operation, exchanges: readonly Exchange[]) {
  const last = new Map<string, Exchange>();
  const pausesMs: number[] = [];
  let count = 0;
  for (const exchange of exchanges) {
    const name = requestNameOf(exchange);
    const before = last.get(name);
    last.set(name, exchange);
    if (!before) continue;
    count += 1;
    if (pausesMs.length < mostPauses)
      pausesMs.push(Math.round(exchange.startedAt - before.startedAt - before.durationMs));
  }
  return { operation: id, count, pausesMs };
}
