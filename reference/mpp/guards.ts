/** The checks of the reference MPP before the content of a call: path, method, media type, signature, body. */
import type { Behaviour, Call, MppApi } from './behaviour.ts';

/** The address of each API; the three token APIs have none in public, so theirs is a choice. */
export const paths: Readonly<Record<MppApi, string>> = {
  sendOTP: '/aps/api/v1/users/sendOTP',
  sendActivationCode: '/aps/api/v1/tokens/sendActivationCode',
  tokenActivationNotification: '/aps/api/v1/tokens/tokenActivationNotification',
  tokenDigitizeDecision: '/aps/api/v1/tokens/tokenDigitizeDecision',
};

/** Finds the offered API with exactly this path. */
export function findApi(b: Behaviour, path: string): MppApi | null {
  return b.apis.find((api) => paths[api] === path) ?? null;
}

/** Guard: the path is that of an API. */
export function hasInterface(b: Behaviour, call: Call): string | null {
  call.api = b.findApi(b, call.path);
  return call.api ? null : 'NO_INTERFACE_DEF';
}

/** Guard: the method is the documented one. */
export function hasMethod(b: Behaviour, call: Call): string | null {
  return b.allowsMethod(call.method) ? null : 'METHOD_NOT_SUPPORTED';
}

/** Guard: body and answer may be JSON. */
export function hasMedia(b: Behaviour, call: Call): string | null {
  return b.acceptsMedia(call) ? null : 'MEDIA_TYPE_NOT_ACCEPTABLE';
}

/** True unless the call says that its body, or the only answer it takes, is something else than JSON in UTF-8. */
export function acceptsMedia(call: Call): boolean {
  const { 'content-type': contentType, accept } = call.headers;
  return (!contentType || isJson(contentType)) && (!accept || accept.split(',').some(takesJson));
}

/** True for `application/json`, with UTF-8 or without a word about the character set. */
export function isJson(contentType: string): boolean {
  const [type, ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return type?.trim() === 'application/json' && (!charset || /^charset="?utf-?8"?$/.test(charset));
}

function takesJson(range: string): boolean {
  const [type, ...parameters] = range.toLowerCase().split(';');
  const refused = parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  return !refused && ['*/*', 'application/*', 'application/json'].includes(type?.trim() ?? '');
}

/** Guard: the call comes from the client we know, untouched. */
export async function isAuthentic(b: Behaviour, call: Call): Promise<string | null> {
  if (b.callerKey) {
    const clientId = b.header(call, 'Client-Id');
    const time = b.header(call, 'Request-Time');
    const header = b.header(call, 'Signature');
    if (!clientId || !time || !header) return 'INVALID_SIGNATURE';
    if (clientId !== b.clientId) return 'INVALID_CLIENT';
    const { algorithm, keyversion, signature } = b.parseSignature(header);
    // Samples on the documentation site show both 0 and 1, and the sister platform lets it default.
    if (keyversion && !['0', '1', b.keyVersion].includes(keyversion)) return 'KEY_NOT_FOUND';
    if (!signature || (algorithm && algorithm.toUpperCase() !== 'RSA256')) return 'INVALID_SIGNATURE';
    if (!(await b.verify(b, b.requestContent(call, clientId, time), signature, call))) return 'INVALID_SIGNATURE';
  }
  call.authenticated = true;
  return null;
}

/** Guard: the body is a JSON object. */
export function isReadable(b: Behaviour, call: Call): string | null {
  const request = b.readBody(call);
  if (!request) return 'PARAM_ILLEGAL';
  call.request = request;
  return null;
}
