/** What is secret in settings and exchanges: each value with the name that its pseudonym gets. */
import { operationNamed } from '../../contract/apis.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isObject, jsonOf, valueAt } from '../wire/json.ts';
import { headerSecrets } from './header-secrets.ts';

export type Add = (kind: string, value: string) => void;

/** Digits of a number that may be an id: shorter ones are counts. */
const shortestNumber = 6;

export function learnSettings(settings: RunSettings, add: Add): void {
  const bodies = [
    ...Object.values(settings.requests).flatMap((fixtures) => fixtures.map((fixture) => fixture.body)),
    ...Object.values(settings.scenarios).flatMap((scenarios) => scenarios.map((scenario) => scenario.body)),
  ];
  for (const body of bodies) learnStrings(body, 'value', add);
  for (const [name, value] of Object.entries(settings.headers))
    for (const one of [value, ...headerSecrets(name, value)]) add('header', one);
  add('client', settings.clientId);
  for (const key of [settings.signing.privateKey, settings.tls?.key]) if (key) learnKey(key, add);
  if (settings.tls?.passphrase) add('passphrase', settings.tls.passphrase);
  learnTrigger(settings.client?.trigger ?? null, add);
}

/** The whole text, each of its lines, and all of them in one. */
function learnKey(pem: string, add: Add): void {
  const lines = pem.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('-----'));
  for (const text of [pem, lines.join(''), ...lines]) add('key', text);
}

/** A command or URL that starts the caller of somebody else: what it is told there is nobody's business. */
function learnTrigger(trigger: RunSettings['client']['trigger'], add: Add): void {
  if (trigger === null) return;
  if ('command' in trigger) {
    add('trigger', trigger.command);
    for (const word of trigger.command.split(/[\s='"]+/)) if (isTelling(word)) add('trigger', word);
    return;
  }
  if (!URL.canParse(trigger.url)) return;
  const { pathname, search, searchParams, username, password } = new URL(trigger.url);
  if (pathname !== '/') add('trigger', pathname + search);
  for (const value of searchParams.values()) add('trigger', value);
  for (const part of [...pathname.split('/'), search.slice(1), username, password])
    if (isTelling(part)) add('trigger', part);
}

/** A word that is no name of a file, an option or a path: it has digits, or letters of both cases. */
function isTelling(word: string): boolean {
  return word.length >= 6 && (/\d/.test(word) || (/[a-z]/.test(word) && /[A-Z]/.test(word)));
}

export function learnStrings(value: unknown, name: string, add: Add): void {
  if (typeof value === 'string') add(name, value);
  else if (typeof value === 'number' && String(value).length >= shortestNumber) add(name, String(value));
  else if (Array.isArray(value)) for (const inner of value) learnStrings(inner, name, add);
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const isName = plainName.test(key) && !/\d{6}/.test(key);
      if (!isName) add('name', key);
      learnStrings(inner, isName ? key : 'value', add);
    }
  }
}

/** Other names of members are values themselves, such as the numbers of accounts. */
const plainName = /^[A-Za-z_][\w.-]{0,39}$/;

/** Everything in an answer but its result: ids, codes to pay with, masked phone numbers. */
export function learnAnswer(exchange: Exchange, add: Add): void {
  for (const [name, value] of exchange.response?.headers ?? [])
    for (const one of headerSecrets(name, value)) add(name.toLowerCase(), one);
  const { json } = answerOf(exchange);
  if (json === undefined) learnBrokenText(exchange, add);
  if (!isObject(json)) {
    if (json !== undefined) learnStrings(json, 'value', add);
    return;
  }
  const fields = operationNamed(exchange.operation)?.response ?? [];
  // Where values are listed a plain word is a wrong value, not a secret: the finding has to show it.
  const isWord = (key: string, value: unknown) =>
    typeof value === 'string' &&
    /^[A-Za-z_]{1,40}$/.test(value) &&
    fields.some(({ path, enum: values }) => path.length === 1 && path[0] === key && values);
  const learnt: Add = isBareError(exchange) ? (kind, value) => isMessage(value, exchange) || add(kind, value) : add;
  // What is documented first: it may be more than is learnt.
  const isDocumented = (key: string) => fields.some(({ path }) => path[0] === key);
  const members = Object.entries(json).filter(([key]) => key !== 'result');
  const ordered = members.sort(([a], [b]) => Number(isDocumented(b)) - Number(isDocumented(a)));
  for (const [key, value] of ordered) if (!isWord(key, value)) learnStrings({ [key]: value }, key, learnt);
  const { resultMessage } = isObject(json.result) ? json.result : {};
  if (typeof resultMessage === 'string') learnAddresses(resultMessage, add);
}

/** An e-mail address or a telephone number in a text for people; a date is neither. */
const address = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w-])(?!\d{4}-\d\d-)\+?\(?\d(?:[ ()/.-]{0,2}\d){7,}(?![\w-])/g;
/** Long ones are looked through only so far: no sentence is longer. */
const readForAddresses = 16 * 1024;

function learnAddresses(text: string, add: Add): void {
  for (const [value] of text.slice(0, readForAddresses).matchAll(address)) add('address', value);
}

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

/** An answer that is no JSON, cut off for instance: every text in quotes that follows a name, but those of the result. */
function learnBrokenText({ response }: Exchange, add: Add): void {
  const text = Buffer.from(response?.body ?? []).toString('utf8');
  let name: string | null = null;
  for (let at = text.indexOf('"'); at >= 0; ) {
    const end = endOfQuoted(text, at + 1);
    const value = text.slice(at + 1, end);
    const isName = value.length <= 64 && /^\s{0,9}:/.test(text.slice(end + 1, end + 11));
    if (!isName && name !== null && !/^result/.test(name)) add(name, value);
    name = isName ? value : null;
    at = text.indexOf('"', end + 1);
  }
  learnAddresses(text, add);
}

function endOfQuoted(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at += 1;
  }
  return text.length;
}

/** What a request names: the ids of users, and objects whose children are not public. */
export function learnRequest({ operation, request }: Exchange, add: Add): void {
  const body = jsonOf(request.body);
  for (const { path, identity, assumed } of operationNamed(operation)?.request ?? []) {
    if (identity || assumed) learnStrings(valueAt(body, path), path.join('.'), add);
  }
}
