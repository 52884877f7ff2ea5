/** Redaction: secrets become stable pseudonyms, so that equal values stay recognisable and none can be read. */
import { createHash } from 'node:crypto';
import { operationNamed } from '../../contract/apis.ts';
import type { ReportExchange } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf } from '../wire/answer.ts';
import type { Exchange, WireHeaders } from '../wire/exchange.ts';
import { isObject, jsonOf, valueAt } from '../wire/json.ts';
import { foreignValues } from './foreign-values.ts';

export interface Redactor {
  /** Learns the secrets of an answer; all are learnt before the first text is redacted. */
  learn(exchange: Exchange): void;
  /** Any text: known secrets in it are replaced. */
  text(value: string): string;
  /** Any JSON value: strings in it are replaced like text. */
  json(value: unknown): unknown;
  exchange(exchange: Exchange): ReportExchange;
}

/** Values shorter than this are words like `1` or `SG`: replacing them would blot out the report. */
const shortestSecret = 4;

/** Digits of a number that may be an id: shorter ones are counts. */
const shortestNumber = 6;

/** A moment is no secret, whole or cut off, and stands in many places; a day alone may be a birthday. */
const moment = /^\d{4}-\d\d-(\d?|\d\dT[\d:.Z+-]*)$/;

/** A redactor that knows the secrets of the settings and learns those of answers. */
export function createRedactor(settings: RunSettings, isPublic: (value: string) => boolean): Redactor {
  const secrets = new Map<string, string>();
  const add = (kind: string, value: string) => {
    if (value.length >= shortestSecret && !isPublic(value) && !moment.test(value) && !secrets.has(value))
      secrets.set(value, pseudonym(kind, value));
  };
  learnSettings(settings, add);
  const configured = [...secrets.keys()];
  let known: Known | null = null;
  let knownSize = 0;
  const text = (value: string): string => {
    if (secrets.size !== knownSize) {
      known = knownOf(secrets);
      knownSize = secrets.size;
    }
    const shorter = value.replace(longBase64, (found) => pseudonym('signature', found));
    const { pattern, names, long } = known ?? nothingKnown;
    const withoutLong = long.reduce((so, [spelling, name]) => so.replaceAll(spelling, name), shorter);
    const whole = withoutLong.replace(pattern, (found) => names.get(found)!);
    return whole.includes('…') ? withoutCutSecrets(whole, secrets) : whole;
  };
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    return isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [plainName.test(key) ? key : text(key), json(inner)]),
        )
      : value;
  };
  const learn = (exchange: Exchange) => {
    learnAnswer(exchange, add);
    // Without a marker it is the subject that sent the request.
    const isOurs = exchange.marker !== '';
    if (!isOurs) for (const [kind, value] of foreignValues(exchange)) learnStrings(value, kind, add);
    learnRequest(exchange, (kind, value) => {
      if (!isOurs || configured.some((secret) => isPartOf(value, secret))) add(kind, value);
    });
  };
  return { learn, text, json, exchange: (exchange) => redacted(exchange, text) };
}

/** As long as the text of a 2048-bit signature, wherever it stands. */
const longBase64 = /[A-Za-z0-9+/_%=-]{300,}/g;

type Add = (kind: string, value: string) => void;

function pseudonym(kind: string, value: string): string {
  return `‹${kind}:${createHash('sha256').update(value).digest('hex').slice(0, 8)}›`;
}

/** The spellings of all secrets, and the pseudonym of each. */
interface Known {
  readonly pattern: RegExp;
  readonly names: ReadonlyMap<string, string>;
  /** Those that are too long for a pattern. */
  readonly long: readonly (readonly [spelling: string, name: string])[];
}

const nothingKnown: Known = { pattern: /(?!)/g, names: new Map(), long: [] };
/** Longer ones make a pattern that is refused as too large. */
const longestInPattern = 1024;

/** Longest first, so that a secret inside another does not spoil it. */
function knownOf(secrets: ReadonlyMap<string, string>): Known {
  const names = new Map<string, string>();
  for (const [secret, name] of secrets)
    for (const spelling of spellingsOf(secret)) if (!names.has(spelling)) names.set(spelling, name);
  const sorted = [...names].sort(([a], [b]) => b.length - a.length);
  const long = sorted.filter(([spelling]) => spelling.length > longestInPattern);
  const short = sorted.slice(long.length).map(([spelling]) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: short.length > 0 ? new RegExp(short.join('|'), 'g') : nothingKnown.pattern, names, long };
}

/** As it is, in JSON, in a form and in XML: the ways in which the suite itself writes it. */
function spellingsOf(secret: string): Set<string> {
  const json = JSON.stringify(secret).slice(1, -1);
  const form = inForm(secret);
  return new Set([
    secret,
    json,
    form,
    form.replaceAll('%3A', ':'),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  ]);
}

function inForm(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // A lone surrogate has no percent encoding.
    return text;
  }
}

/** A text that was cut may end in the first part of a secret: the part before each `…` is replaced like the whole. */
function withoutCutSecrets(text: string, secrets: ReadonlyMap<string, string>): string {
  const parts = text.split('…');
  const last = parts.length - 1;
  return parts.map((part, i) => (i === last ? part : withoutCutSecret(part, secrets))).join('…');
}

function withoutCutSecret(text: string, secrets: ReadonlyMap<string, string>): string {
  for (const [secret, name] of secrets) {
    for (const spelling of spellingsOf(secret)) {
      const at = text.lastIndexOf(spelling.slice(0, shortestSecret));
      if (at >= 0 && spelling.startsWith(text.slice(at))) return text.slice(0, at) + name;
    }
  }
  return text;
}

function learnSettings(settings: RunSettings, add: Add): void {
  const bodies = [
    ...Object.values(settings.requests).flatMap((fixtures) => fixtures.map((fixture) => fixture.body)),
    ...Object.values(settings.scenarios).flatMap((scenarios) => scenarios.map((scenario) => scenario.body)),
  ];
  for (const body of bodies) learnStrings(body, 'value', add);
  for (const value of Object.values(settings.headers)) add('header', value);
  add('client', settings.clientId);
  if (settings.signing.privateKey) add('key', settings.signing.privateKey);
}

function learnStrings(value: unknown, name: string, add: Add): void {
  if (typeof value === 'string') add(name, value);
  else if (typeof value === 'number' && String(value).length >= shortestNumber) add(name, String(value));
  else if (Array.isArray(value)) for (const inner of value) learnStrings(inner, name, add);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const isName = plainName.test(key);
      if (!isName) add('name', key);
      learnStrings(inner, isName ? key : 'value', add);
    }
  }
}

/** Other names of members are values themselves, such as the numbers of accounts. */
const plainName = /^[A-Za-z_][\w.-]{0,39}$/;

/** As many characters at either end of a secret as would give it away. */
const telling = 8;

/** Whether a value that we made up shows an end of a secret, in any case of its letters. */
function isPartOf(value: string, secret: string): boolean {
  if (value.includes(secret) || secret.length < telling || value.length < telling) return false;
  const [one, other] = [value.toLowerCase(), secret.toLowerCase()];
  return one.slice(0, telling) === other.slice(0, telling) || one.slice(-telling) === other.slice(-telling);
}

/** Everything in an answer but its result: ids, codes to pay with, masked phone numbers. */
function learnAnswer(exchange: Exchange, add: Add): void {
  const { json } = answerOf(exchange);
  if (!isObject(json)) {
    if (json === undefined) learnBrokenText(exchange, add);
    return;
  }
  const fields = operationNamed(exchange.operation)?.response ?? [];
  // Where values are listed a plain word is a wrong value, not a secret: the finding has to show it.
  const isWord = (key: string, value: unknown) =>
    typeof value === 'string' &&
    /^[A-Za-z_]{1,40}$/.test(value) &&
    fields.some(({ path, enum: values }) => path.length === 1 && path[0] === key && values);
  const learnt: Add = isBareError(exchange) ? (kind, value) => isMessage(value, exchange) || add(kind, value) : add;
  for (const [key, value] of Object.entries(json))
    if (key !== 'result' && !isWord(key, value)) learnStrings(value, key, learnt);
  const { resultMessage } = isObject(json.result) ? json.result : {};
  if (typeof resultMessage === 'string') for (const [value] of resultMessage.matchAll(address)) add('address', value);
}

/** An e-mail address or a telephone number in a text for people; a date is neither. */
const address = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w-])(?!\d{4}-\d\d-)\+?\(?\d(?:[ ()/.-]{0,2}\d){7,}(?![\w-])/g;

/** The error answer of a framework or gateway. */
function isBareError(exchange: Exchange): boolean {
  const { http, result } = answerOf(exchange);
  return http >= 400 && !result;
}

/** What such an answer says in words, without a digit, and the path that it was asked for: what an engineer has to read. */
function isMessage(value: string, { request }: Exchange): boolean {
  return (
    value === request.path || (value.includes(' ') && /^[A-Za-z ,.:;'"()_-]+$/.test(value) && !/\S{25}/.test(value))
  );
}

/** A key and its text in JSON, which may be cut off; no id or code is longer. */
const member = /"([^"\\]{1,64})"\s*:\s*"((?:[^"\\]|\\.){0,256})(?:"|$)/g;

/** An answer that is no JSON, cut off for instance: every text in it that has a name, but those of the result. */
function learnBrokenText({ response }: Exchange, add: Add): void {
  for (const [, key, value] of Buffer.from(response?.body ?? [])
    .toString('utf8')
    .matchAll(member))
    if (!/^result/.test(key!)) add(key!, value!);
}

/** What a request names: the ids of users, and objects whose children are not public. */
function learnRequest({ operation, request }: Exchange, add: Add): void {
  const body = jsonOf(request.body);
  for (const { path, identity, assumed } of operationNamed(operation)?.request ?? []) {
    if (identity || assumed) learnStrings(valueAt(body, path), path.join('.'), add);
  }
}

/** Headers whose values say how a message is written, and nothing about who wrote it. */
const plainHeaders =
  /^(signature|client-id|re(quest|sponse)-time|content-(type|length|encoding)|transfer-encoding|accept(-encoding)?|connection|keep-alive|date|host|server|user-agent|vary|cache-control|expect|x-conformance-request)$/i;

const secretHeaders = /^(authorization|cookie|set-cookie|proxy-authorization|agent-token)$/i;

/** Header values: a Signature keeps its readable parts, credentials keep nothing. */
function redactedHeader(name: string, value: string, isForeign: boolean, text: (value: string) => string): string {
  if (secretHeaders.test(name) || (isForeign && !plainHeaders.test(name))) return pseudonym(name.toLowerCase(), value);
  if (!/^signature$/i.test(name)) return text(value);
  return value.replace(
    /(signature\s*=\s*)([^,\s]+)/i,
    (_, start: string, found: string) => start + pseudonym('signature', found),
  );
}

function redacted(exchange: Exchange, text: (value: string) => string): ReportExchange {
  const { request, response } = exchange;
  const headers = (list: WireHeaders) =>
    list.map(([name, value]): [string, string] => [name, redactedHeader(name, value, exchange.marker === '', text)]);
  const body = (bytes: Uint8Array) => {
    const rest = bytes.byteLength - shownBytes;
    const read = Math.min(bytes.byteLength, shownBytes + beyondBytes);
    const raw = Buffer.from(bytes.buffer, bytes.byteOffset, read).toString('utf8');
    if (rest <= 0) return text(raw);
    // What was read ends anywhere, in a secret too; replaced secrets are shorter, so that the end may come into view.
    const shown = text(`${raw}…`).slice(0, -1).slice(0, shownBytes);
    return `${shown}… (${rest} more bytes)`;
  };
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
      body: body(request.body),
    },
    response: response && {
      status: response.status,
      headers: headers(response.headers),
      body: body(response.body),
      truncated: response.truncated,
    },
    noAnswer: exchange.noAnswer && { kind: exchange.noAnswer.kind, says: text(exchange.noAnswer.says) },
  };
}

const shownBytes = 16 * 1024;
/** Read beyond the cut, so that a secret that lies across it is recognised before the cut is made. */
const beyondBytes = 4 * 1024;
