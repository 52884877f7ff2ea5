/** Which headers are secret, and what in their values is: credentials, cookies, and the queries of addresses. */

/** Headers whose values say how a message is written, and nothing about who wrote it. */
const plainHeaders =
  /^(signature|client-id|re(quest|sponse)-time|content-(type|length|encoding)|transfer-encoding|accept(-encoding)?|connection|keep-alive|date|host|server|user-agent|vary|cache-control|expect|x-conformance-request)$/i;

/** A name that says that its value is a credential. */
const secretName =
  /auth|cookie|token|secret|session|passw|credential|apikey|(^|[-_])(key|sid|jwt|csrf|xsrf|otp|pin)([-_]|$)/i;

export function isPlainHeader(name: string): boolean {
  return plainHeaders.test(name);
}

export function isSecretHeader(name: string): boolean {
  return !plainHeaders.test(name) && secretName.test(name);
}

/** Shorter parts of a header are words. */
const shortestPart = 8;

/** What in a header may be said again without the rest of it: what follows the scheme, user and password, the values of cookies. */
export function headerSecrets(name: string, value: string): string[] {
  if (plainHeaders.test(name)) return [];
  if (!isSecretHeader(name)) return queryValues(value);
  const [, scheme = '', rest = ''] = /^([A-Za-z][\w-]*) +(\S.*)$/.exec(value) ?? [];
  const login = /^basic$/i.test(scheme) ? Buffer.from(rest, 'base64').toString('utf8') : '';
  const parts = [value, rest, login, login.slice(login.indexOf(':') + 1)];
  const pieces = value.split(/[;,\s]+/).flatMap((part) => [part, part.slice(part.indexOf('=') + 1)]);
  return [
    ...parts.filter((part) => part !== ''),
    ...pieces.filter((part) => part.length >= shortestPart && /\d/.test(part)),
  ];
}

/** Parameters of an address that are credentials by their name. */
const secretParameter =
  /[?&;]([\w.-]{0,40}(?:token|key|secret|session|passw|auth|code|sig|ticket)[\w.-]{0,40})=([^&;#\s"'<>]+)/gi;

function queryValues(value: string): string[] {
  return [...value.matchAll(secretParameter)].map(([, , secret]) => secret!);
}
