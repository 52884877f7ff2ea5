/** JSON bodies written as forms and as XML: what a server that reads other media types would take for the same request. */
import type { JsonObject } from '../../engine/settings.ts';
import { isObject } from '../../engine/wire/json.ts';

/** Names and values of all leaves; children of objects in the bracket notation of web frameworks. */
function leaves(value: unknown, name: string): (readonly [name: string, value: string])[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, `${name}[]`));
  if (!isObject(value)) return [[name, value === null ? '' : String(value)]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, name === '' ? key : `${name}[${key}]`));
}

/** Colons stay as they are, which a form allows: a time is then found in the text. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':');
}

/** The body as application/x-www-form-urlencoded. */
export function formText(body: JsonObject): string {
  return leaves(body, '')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join('&');
}

function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const inner = isObject(value) ? elements(value) : value === null ? '' : marked(String(value));
  return `<${name}>${inner}</${name}>`;
}

function elements(body: JsonObject): string {
  return Object.entries(body)
    .map(([name, value]) => element(name, value))
    .join('');
}

function marked(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The body as XML, one element for each field. */
export function xmlText(body: JsonObject): string {
  return `<?xml version="1.0" encoding="UTF-8"?><request>${elements(body)}</request>`;
}
