/**
 * Reads HTTP Archives (HAR 1.2) of browsers, proxies and this suite as calls. Tools decode bodies to text, and some write them anew:
 * a body counts as exact only where its length is that of the wire.
 */
import type { WireHeaders, WireResponse } from '../wire/exchange.ts';
import { isObject, type JsonObject } from '../wire/json.ts';
import type { TrafficCall } from './traffic.ts';

/** A text that is not an HTTP Archive; `message` says why, as the end of a sentence. */
export class HarError extends Error {
  override readonly name = 'HarError';
}

/** The calls of an archive in the order of their starts; `name` is the file, for the report. */
export function readHar(json: unknown, name: string): TrafficCall[] {
  const log = isObject(json) && isObject(json.log) ? json.log : null;
  if (!log || !Array.isArray(log.entries)) throw new HarError('it has no log.entries');
  const calls = log.entries.map((entry, index) => callOf(entry, index, name));
  return calls.sort((a, b) => a.startedAt - b.startedAt);
}

function callOf(entry: unknown, index: number, name: string): TrafficCall {
  const from = `${name}, entry ${index + 1}`;
  const wrong = (what: string) => new HarError(`its entry ${index + 1} has no ${what}`);
  if (!isObject(entry) || !isObject(entry.request)) throw wrong('request');
  const { request, response } = entry;
  const { method, url } = request;
  if (typeof method !== 'string' || typeof url !== 'string') throw wrong('request.method and request.url');
  const startedAt = Date.parse(String(entry.startedDateTime));
  if (Number.isNaN(startedAt)) throw wrong('startedDateTime');
  const headers = headersOf(request.headers);
  const sent = bodyOf(isObject(request.postData) ? request.postData : {}, [request.bodySize], headers);
  const came = isObject(response) ? answerOf(response) : null;
  const why = [entry._error, isObject(response) ? response._error : null].find((one) => typeof one === 'string');
  return {
    request: { method: method.toUpperCase(), path: pathOf(url), headers, body: sent.bytes },
    requestCut: sent.isCut,
    response: came?.response ?? null,
    noAnswer: came ? null : { kind: 'reset', says: String(why ?? 'the archive has no answer to it').slice(0, 200) },
    startedAt,
    durationMs: typeof entry.time === 'number' && entry.time > 0 ? entry.time : 0,
    exact: { request: sent.isExact, response: came?.isExact ?? true },
    from,
  };
}

/** Null where no answer came: browsers write status 0 or -1 then. */
function answerOf(response: JsonObject): { response: WireResponse; isExact: boolean } | null {
  const status = Number(response.status);
  if (!Number.isInteger(status) || status < 100) return null;
  const headers = headersOf(response.headers);
  const content = isObject(response.content) ? response.content : {};
  const size = Number(content.size);
  // Some tools write the size on the wire, and beside it what compression saved.
  const { bytes, isExact, isCut } = bodyOf(content, [size, size + Number(content.compression)], headers);
  return { response: { status, headers, body: bytes, truncated: isCut }, isExact };
}

/** The end of a body that this suite cut off when it wrote its report. */
const cutOff = /… \(\d+ more bytes\)$/;

/** A body with whether it is exactly what was sent: binary, or as long as the archive or the headers say. */
function bodyOf(content: JsonObject, sizes: readonly unknown[], headers: WireHeaders) {
  const text = typeof content.text === 'string' ? content.text : '';
  if (content.encoding === 'base64') return { bytes: Buffer.from(text, 'base64'), isExact: true, isCut: false };
  const bytes = Buffer.from(text);
  const declared = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
  const known = [...sizes, declared === undefined ? undefined : Number(declared)];
  const isExact = !text.includes('\ufffd') && known.some((size) => size === bytes.length);
  return { bytes, isExact, isCut: cutOff.test(text) };
}

function headersOf(list: unknown): WireHeaders {
  if (!Array.isArray(list)) return [];
  return list.flatMap((header) =>
    isObject(header) && typeof header.name === 'string' && !header.name.startsWith(':')
      ? [[header.name, String(header.value ?? '')] as const]
      : [],
  );
}

/** Path and query as they stand in the URL, without normalisation: they are signed. */
function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '') || '/';
}
