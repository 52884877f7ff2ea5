/** Reads from a request that somebody else sent what our own requests say as data: whether it is a plain, well-signed POST of a JSON object. */
import type { KeyObject } from 'node:crypto';
import type { RequestSpec } from '../request/request-spec.ts';
import { answerOf, header } from '../wire/answer.ts';
import type { Exchange, WireRequest } from '../wire/exchange.ts';
import { isObject } from '../wire/json.ts';
import { readSignatureHeader, signatureReadings, signedContent, verifies } from '../wire/signing.ts';

/** Larger or deeper bodies than these are beyond what any page speaks of. */
const usualBytes = 64 * 1024;
const usualDepth = 100;

/** The spec of a recorded request; `callerKey` is null where nobody gave the caller's public key. */
export function trafficSpec(exchange: Exchange, callerKey: KeyObject | null): RequestSpec {
  const { request } = exchange;
  const form = bodyForm(request.body);
  const wire = wireChange(request);
  const isSigned = callerKey ? isRightlySigned(request, callerKey) : answerOf(exchange).kind === 'S';
  return {
    base: 'full',
    skipSelfCheck: true,
    ...(wire ? { wire } : {}),
    ...(form === 'plain' ? {} : { encoding: { text: '' } }),
    ...(form === 'pathological' ? { beyondSpec: true } : {}),
    ...(isSigned ? {} : { tamper: 'value' as const }),
  };
}

function wireChange({ method, headers }: WireRequest): RequestSpec['wire'] {
  const contentType = header(headers, 'Content-Type');
  const accept = header(headers, 'Accept');
  const isJson = contentType === null || /^application\/json\b/i.test(contentType);
  const takesJson = accept === null || /\*\/\*|application\/(json|\*)/i.test(accept);
  if (method === 'POST' && isJson && takesJson) return undefined;
  return {
    ...(method === 'POST' ? {} : { method }),
    ...(isJson ? {} : { contentType }),
    ...(takesJson ? {} : { accept: accept! }),
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `plain`: a JSON object that every parser reads alike; `odd`: another body; `pathological`: one of unusual size or depth. */
function bodyForm(body: Uint8Array): 'plain' | 'odd' | 'pathological' {
  if (body.length > usualBytes) return 'pathological';
  try {
    const text = utf8.decode(body);
    if (depthOf(text) > usualDepth) return 'pathological';
    const json: unknown = JSON.parse(text);
    // Written again it has as many characters, unless a name stands twice in it or it is written with other escapes.
    return isObject(json) && JSON.stringify(json).length === compactLength(text) ? 'plain' : 'odd';
  } catch {
    return 'odd';
  }
}

const stringOrSpace = /"(?:[^"\\]|\\.)*"|\s+/g;

function compactLength(text: string): number {
  return text.replace(stringOrSpace, (found) => (found.startsWith('"') ? found : '')).length;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}

/** Whether a request carries a right signature of the key, in any text form. */
export function isRightlySigned({ method, path, headers, body }: WireRequest, key: KeyObject): boolean {
  const parts = readSignatureHeader(header(headers, 'Signature') ?? '');
  const clientId = header(headers, 'Client-Id');
  const time = header(headers, 'Request-Time');
  if (!parts || clientId === null || time === null) return false;
  const content = signedContent({ method, path, clientId, time, body });
  return signatureReadings(parts.signature, key).some(({ bytes }) => verifies(content, key, bytes));
}
