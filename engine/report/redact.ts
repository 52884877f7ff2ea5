/** Redaction: secrets become stable pseudonyms, so that equal values stay recognisable and none can be read. */
import { createHash } from 'node:crypto';
import type { ReportExchange } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange, WireHeaders } from '../wire/exchange.ts';
import { isObject } from '../wire/json.ts';
import { foreignValues } from './foreign-values.ts';
import { isPlainHeader, isSecretHeader } from './header-secrets.ts';
import { type Add, learnAnswer, learnRequest, learnSettings, learnStrings } from './learn-secrets.ts';
import { type Found, SecretIndex } from './secret-index.ts';
import { encodedSpellings, plainSpellings } from './secret-spellings.ts';

export interface Redactor {
  /** Learns the secrets of an answer; all are learnt before the first text is redacted. */
  learn(exchange: Exchange): void;
  /** Any text: known secrets in it are replaced. */
  text(value: string): string;
  /** Any JSON value: strings in it, names of members too, are replaced like text. */
  json(value: unknown): unknown;
  exchange(exchange: Exchange): ReportExchange;
}

/** Values shorter than this are words like `1` or `SG`: replacing them would blot out the report. */
const shortestSecret = 4;
/** Values that are learnt from one answer, and from all: an answer with more is not shown. */
const mostOfAnswer = 2000;
const mostInAll = 200_000;
const mostCharacters = 16 * 1024 * 1024;

/** A moment is no secret, whole or cut off, and stands in many places; a day alone may be a birthday. */
const moment = /^\d{4}-\d\d-(\d?|\d\dT[\d:.Z+-]*)$/;

/** A redactor that knows the secrets of the settings and learns those of answers. */
export function createRedactor(settings: RunSettings, isPublic: (value: string) => boolean): Redactor {
  const configured = configuredSecrets(settings, isPublic);
  const learnt = new Map<string, string>();
  /** Of these the target was told: it may repeat them in any encoding. */
  const told = new Set<string>();
  const unlearnt = new WeakSet<Exchange>();
  let characters = 0;
  let index = emptyIndex;
  let indexed = 0;
  const spellings = (secret: string) => allSpellings(secret, isPublic);
  const isSecret = (value: string) => mayBeSecret(value, isPublic) && !configured.names.has(value);
  /** Learns until it is too much for one answer or for all. */
  const learning = (exchange: Exchange): Add => {
    let count = 0;
    return (kind, value) => {
      if (!isSecret(value)) return;
      if (learnt.has(value)) return;
      count += 1;
      if (count > mostOfAnswer || learnt.size >= mostInAll || characters + value.length > mostCharacters) {
        unlearnt.add(exchange);
        throw new TooMuch();
      }
      learnt.set(value, pseudonym(kind, value));
      characters += value.length;
    };
  };
  const text = (value: string): string => {
    if (indexed !== learnt.size) {
      index = new SecretIndex(
        spelled(learnt, (secret) => (told.has(secret) ? spellings(secret) : plainSpellings(secret))),
      );
      indexed = learnt.size;
    }
    const shorter = value.replace(longBase64, (found) => pseudonym('signature', found));
    return withoutCuts(replaced(shorter, [configured.index, index]), [configured.index, index]);
  };
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [text(key), json(inner)]))
      : value;
  };
  const learn = (exchange: Exchange) => {
    const addTold: Add = (kind, value) => {
      told.add(value);
      add(kind, value);
    };
    const add = learning(exchange);
    try {
      learnFrom(exchange, configured.values, { add, addTold });
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
    }
  };
  const whole = (exchange: Exchange) => redacted(exchange, { text, isShown: !unlearnt.has(exchange) });
  return { learn, text, json, exchange: whole };
}

/** `addTold`: of what the target was told. */
interface Learning {
  readonly add: Add;
  readonly addTold: Add;
}

function learnFrom(exchange: Exchange, configured: readonly string[], { add, addTold }: Learning): void {
  // Without a marker it is the subject that sent the request.
  const isOurs = exchange.marker !== '';
  if (!isOurs) for (const [kind, value] of foreignValues(exchange)) learnStrings(value, kind, addTold);
  learnRequest(exchange, (kind, value) => {
    if (!isOurs || configured.some((secret) => isPartOf(value, secret))) addTold(kind, value);
  });
  learnAnswer(exchange, add);
}

/** An answer has more values than are learnt: it is not shown. */
class TooMuch extends Error {}

function mayBeSecret(value: string, isPublic: (value: string) => boolean): boolean {
  return value.length >= shortestSecret && !isPublic(value) && !moment.test(value);
}

/** As long as the text of a 2048-bit signature, wherever it stands. */
const longBase64 = /[A-Za-z0-9+/_%=-]{300,}/g;

function pseudonym(kind: string, value: string): string {
  return `‹${kind}:${createHash('sha256').update(value).digest('hex').slice(0, 8)}›`;
}

/** The secrets of settings: they are looked for in every encoding, since a target may repeat them. */
interface Configured {
  readonly names: ReadonlyMap<string, string>;
  readonly values: readonly string[];
  readonly index: SecretIndex;
  /** What it was made with. */
  readonly isPublic: (value: string) => boolean;
}

const emptyIndex = new SecretIndex([]);
const configuredOf = new WeakMap<RunSettings, Configured>();

function configuredSecrets(settings: RunSettings, isPublic: (value: string) => boolean): Configured {
  const known = configuredOf.get(settings);
  if (known?.isPublic === isPublic) return known;
  const names = new Map<string, string>();
  learnSettings(settings, (kind, value) => {
    if (mayBeSecret(value, isPublic) && !names.has(value)) names.set(value, pseudonym(kind, value));
  });
  const spellings = spelled(names, (secret) => allSpellings(secret, isPublic));
  const made = { names, values: [...names.keys()], index: new SecretIndex(spellings), isPublic };
  configuredOf.set(settings, made);
  return made;
}

function allSpellings(secret: string, isPublic: (value: string) => boolean): string[] {
  const encoded = encodedSpellings(secret).filter((spelling) => mayBeSecret(spelling, isPublic));
  return [...plainSpellings(secret), ...encoded];
}

function* spelled(
  names: ReadonlyMap<string, string>,
  spellingsOf: (secret: string) => readonly string[],
): Generator<readonly [string, string]> {
  for (const [secret, name] of names) for (const spelling of spellingsOf(secret)) yield [spelling, name];
}

/** The text with the longest secret at each place replaced; pieces of one secret are replaced by one name. */
function replaced(text: string, indexes: readonly SecretIndex[]): string {
  let shown = '';
  let from = 0;
  let last = '';
  for (let at = 0; at < text.length; ) {
    const found = longestAt(text, at, indexes);
    if (found === null) {
      at += 1;
      continue;
    }
    if (found.name !== last || from !== at) shown += text.slice(from, at) + found.name;
    last = found.name;
    at += found.length;
    from = at;
  }
  return shown + text.slice(from);
}

function longestAt(text: string, at: number, indexes: readonly SecretIndex[]): Found | null {
  let longest: Found | null = null;
  for (const index of indexes) {
    const found = index.at(text, at);
    if (found && found.length > (longest?.length ?? 0)) longest = found;
  }
  return longest;
}

/** A text that was cut may end in the first part of a secret: the part before each `…` is replaced like the whole. */
function withoutCuts(text: string, indexes: readonly SecretIndex[]): string {
  if (!text.includes('…')) return text;
  const parts = text.split('…');
  const last = parts.length - 1;
  return parts.map((part, i) => (i === last ? part : withoutCut(part, indexes))).join('…');
}

function withoutCut(text: string, indexes: readonly SecretIndex[]): string {
  const cuts = indexes.flatMap((index) => index.cutAtEnd(text) ?? []).sort((a, b) => a.place - b.place);
  return cuts[0] ? text.slice(0, cuts[0].place) + cuts[0].name : text;
}

/** As many characters at either end of a secret as would give it away. */
const telling = 8;

/** Whether a value that we made up shows an end of a secret, in any case of its letters. */
function isPartOf(value: string, secret: string): boolean {
  if (value.includes(secret) || secret.length < telling || value.length < telling) return false;
  const [one, other] = [value.toLowerCase(), secret.toLowerCase()];
  return one.slice(0, telling) === other.slice(0, telling) || one.slice(-telling) === other.slice(-telling);
}

/** Header values: a Signature keeps its readable parts, credentials keep nothing. */
function redactedHeader(name: string, value: string, isForeign: boolean, text: (value: string) => string): string {
  if (isSecretHeader(name) || (isForeign && !isPlainHeader(name))) return pseudonym(name.toLowerCase(), value);
  if (!/^signature$/i.test(name)) return text(value);
  return value.replace(
    /(signature\s*=\s*)([^,\s]+)/i,
    (_, start: string, found: string) => start + pseudonym('signature', found),
  );
}

interface Showing {
  readonly text: (value: string) => string;
  /** Whether all that the answer says was learnt. */
  readonly isShown: boolean;
}

function redacted(exchange: Exchange, { text, isShown }: Showing): ReportExchange {
  const { request, response } = exchange;
  const headers = (list: WireHeaders) =>
    list.map(([name, value]): [string, string] => [
      text(name),
      redactedHeader(name, value, exchange.marker === '', text),
    ]);
  return {
    id: exchange.id,
    operation: exchange.operation,
    probe: exchange.probe,
    title: exchange.title,
    marker: exchange.marker,
    startedAt: new Date(exchange.startedAt).toISOString(),
    durationMs: exchange.durationMs,
    request: {
      method: request.method,
      path: text(request.path),
      headers: headers(request.headers),
      body: isShown || exchange.marker !== '' ? shownBody(request.body, text) : notShown(request.body),
    },
    response: response && {
      status: response.status,
      headers: headers(response.headers),
      body: isShown ? shownBody(response.body, text) : notShown(response.body),
      truncated: response.truncated,
    },
    noAnswer: exchange.noAnswer && { kind: exchange.noAnswer.kind, says: text(exchange.noAnswer.says) },
  };
}

const shownBytes = 16 * 1024;
/** Read beyond the cut, so that a secret that lies across it is recognised before the cut is made. */
const beyondBytes = 4 * 1024;

function notShown({ length }: Uint8Array): string {
  return `(${length} bytes, too many values to be shown)`;
}

function shownBody(bytes: Uint8Array, text: (value: string) => string): string {
  const rest = bytes.byteLength - shownBytes;
  const read = Math.min(bytes.byteLength, shownBytes + beyondBytes);
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, read).toString('utf8');
  const written = unescaped(raw, text);
  if (rest <= 0) return text(written);
  // What was read ends anywhere, in a secret too; replaced secrets are shorter, so that the end may come into view.
  const shown = text(`${written}…`).slice(0, -1).slice(0, shownBytes);
  return `${shown}… (${rest} more bytes)`;
}

/** Letters that a text needlessly escapes, as JSON allows, written plainly where a secret shows then. */
function unescaped(raw: string, text: (value: string) => string): string {
  if (!raw.includes('\\u00')) return raw;
  const plain = raw.replace(/\\u00([2-7][0-9a-f])/gi, (whole, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return letter === '"' || letter === '\\' ? whole : letter;
  });
  return plain !== raw && text(plain) !== plain ? plain : raw;
}
