/** An exchange read as an answer of the house style: its JSON, its result, and what kind of answer it is. */

import type { Exchange, WireHeaders, WireResponse } from './exchange.ts';
import { isObject, isTooDeep, type JsonObject } from './json.ts';

/**
 * `S`, `F`, `U`: a readable result with that status. `crash`: no complete answer, or 5xx without a JSON result.
 * `bare`: any other answer without a readable result.
 */
export type AnswerKind = 'S' | 'F' | 'U' | 'crash' | 'bare';

export interface Answer {
  readonly exchange: Exchange;
  readonly kind: AnswerKind;
  /** HTTP status, 0 without an answer. */
  readonly http: number;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** The `result` object where there is one. */
  readonly result: JsonObject | null;
  /** resultCode where it is a string, else empty. */
  readonly code: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const read = new WeakMap<Exchange, Answer>();

/** Reads an exchange once. */
export function answerOf(exchange: Exchange): Answer {
  const known = read.get(exchange);
  if (known) return known;
  const answer = new ReadAnswer(exchange);
  read.set(exchange, answer);
  return answer;
}

/** Holds what is short; the JSON goes out of memory with the response that it is in. */
class ReadAnswer implements Answer {
  readonly kind: AnswerKind;
  readonly http: number;
  readonly code: string;

  constructor(readonly exchange: Exchange) {
    const { response } = exchange;
    const { result } = this;
    this.http = response?.status ?? 0;
    this.code = typeof result?.resultCode === 'string' ? result.resultCode : '';
    const status = statusMeant(result?.resultStatus);
    if (status === 'S' || status === 'F' || status === 'U') this.kind = status;
    else this.kind = !response || (response.status >= 500 && !result) ? 'crash' : 'bare';
  }

  get json(): unknown {
    const { response } = this.exchange;
    return response ? jsonIn(response) : undefined;
  }

  get result(): JsonObject | null {
    const { json } = this;
    return isObject(json) && isObject(json.result) ? json.result : null;
  }
}

/** A status in lower case says what it says; that it is misspelt is a matter of its own enumeration. */
function statusMeant(status: unknown): unknown {
  return typeof status === 'string' ? status.toUpperCase() : status;
}

const parsed = new WeakMap<WireResponse, { readonly json: unknown }>();

function jsonIn(response: WireResponse): unknown {
  let known = parsed.get(response);
  if (!known) {
    known = { json: parse(response.body) };
    parsed.set(response, known);
  }
  return known.json;
}

function parse(body: Uint8Array): unknown {
  try {
    return isTooDeep(body) ? undefined : JSON.parse(decoder.decode(body));
  } catch {
    return undefined;
  }
}

/** A header's value, its name in any case; null where it is absent. */
export function header(headers: WireHeaders, name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}

/** Codes that mean "too often", whoever is right about the request. */
const throttleCodes = new Set(['OTP_SEND_TIMES_EXCEED_LIMIT', 'REQUEST_TRAFFIC_EXCEED_LIMIT']);

/** Whether nobody answered: no connection, a broken one, or a gateway that found no server behind it. */
export function isLost({ exchange: { noAnswer }, http, result }: Answer): boolean {
  if (noAnswer) return noAnswer.kind === 'reset' || noAnswer.kind === 'refused' || noAnswer.kind === 'malformed';
  return !result && [502, 503, 504].includes(http);
}

/** Whether an answer is a throttle, so that it neither passes nor fails a probe that did not ask for one. */
export function isThrottle(answer: Answer): boolean {
  return answer.http === 429 || (answer.kind !== 'S' && throttleCodes.has(answer.code));
}

/** Whether the server has too much to do, whoever asks and whatever for: it will have less in a moment. */
export function isOverload(answer: Answer): boolean {
  return answer.http === 429 || (answer.kind !== 'S' && answer.code === 'REQUEST_TRAFFIC_EXCEED_LIMIT');
}

/** Whether an answer may pass by itself, so that the request is sent again before it is judged. */
export function isTransient(answer: Answer): boolean {
  return answer.kind === 'crash' || (answer.kind === 'U' && answer.code === 'UNKNOWN_EXCEPTION');
}

/** Equal answers for the purpose of a comparison: status and code, and which of the named fields are there. */
export function sameAnswer(a: Answer, b: Answer, fields: readonly string[] = []): boolean {
  if (a.kind !== b.kind || a.code !== b.code) return false;
  const has = (answer: Answer, field: string) => isObject(answer.json) && answer.json[field] != null;
  return fields.every((field) => has(a, field) === has(b, field));
}
