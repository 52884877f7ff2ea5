/** Decides what a message may repeat of a value from the user: a possible key, token or password is never shown. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { oneLine } from '../../reporters/escape.ts';

/** A sequence of characters of keys, tokens and digests that is longer than any word. */
const longRun = /[A-Za-z0-9+/=_-]{40,}/;

/** Extensions of the files that a config or an option can refer to. */
const fileEnding = /\.(pem|key|der|p8|pk8|pkcs8|crt|cer|cert|pub|txt|b64|ya?ml|json|ndjson|har)$/i;

const longestPath = 260;

/** Whether a text may be or hold a secret. */
export function mayBeSecret(text: string): boolean {
  return text.includes('-----BEGIN') || longRun.test(text);
}

const hidden = '(not shown: it may be a secret)';

/** A text for a message, or a note where it may be a secret. */
export function unlessSecret(text: string): string {
  return mayBeSecret(text) ? hidden : text;
}

/** A PEM block with content; the words of a hint such as "from -----BEGIN to -----END" are none. */
const pemBlock = /-----BEGIN [A-Z0-9 ]+-----[\s\S]{20,}?(?:-----END [A-Z0-9 ]*-----|$)/g;

/** A sequence that may be a key in base64, in one line or many, percent-encoded or not. */
const keyRun = /(?:[\w+/=%-]|\\[nr]|[\r\n]){40,}/g;

/** A whole message without what looks like a key, wherever it came from: the last guard of every error that is printed. */
export function withoutKeys(message: string): string {
  return message
    .replace(pemBlock, hidden)
    .replace(keyRun, (run) => (run.split('/').some((part) => isKeyLike(part)) ? hidden : run));
}

/** Long names of paths, faults and requirements have no digits, or letters of one case only. */
function isKeyLike(part: string): boolean {
  return part.length >= 40 && /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part);
}

/** A sentence of an error as it is printed: on one line, without control characters and keys. */
export function printable(sentence: string): string {
  return oneLine(withoutKeys(sentence));
}

/** Whether a text is the path of an existing file or directory. */
export function isExistingPath(text: string, directory: string): boolean {
  return text !== '' && text.length <= 4096 && !hasControls(text) && existsSync(resolve(directory, text));
}

/** Whether a text can be shown as a path: it exists, or it is short, has a file extension and no part that may be a secret. */
export function isShowablePath(text: string, directory: string): boolean {
  if (isExistingPath(text, directory)) return true;
  if (text.length > longestPath || hasControls(text) || !fileEnding.test(text)) return false;
  return text.split(/[\\/]/).every((part) => !mayBeSecret(part));
}

/** A URL for a message, without user, password, query and fragment, even if it is malformed: a password may hold any of their signs. */
export function shownUrl(text: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/+/i.exec(text)?.[0] ?? '';
  const at = text.lastIndexOf('@');
  const rest = at === -1 ? text.slice(scheme.length) : text.slice(at + 1);
  const [authority = '', ...path] = rest.replace(/[?#;&][\s\S]*$/, '').split('/');
  return unlessSecretRun(`${scheme}${[shownAuthority(authority), ...path].join('/')}`);
}

/** Host and port; what stands in the place of a port and is none may be a password, and so may what has white space. */
function shownAuthority(text: string): string {
  if (/\s/.test(text)) return hidden;
  if (/^(\[[^\]]*\]|[^:]*)(:\d*)?$/.test(text) || /^[0-9a-f:.]+$/i.test(text)) return text;
  return `${/^[^:]*/.exec(text)![0]}:${hidden}`;
}

/** Checks the parts of a URL one by one: a long path with slashes is not a secret. */
function unlessSecretRun(url: string): string {
  return url.split('/').some(mayBeSecret) ? hidden : url;
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
