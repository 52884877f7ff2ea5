/** Decides what a message may repeat of a value from the user: a possible key, token or password is never shown. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A sequence of characters of keys, tokens and digests that is longer than any word. */
const longRun = /[A-Za-z0-9+/=_-]{40,}/;

/** Extensions of the files that a config or an option can refer to. */
const fileEnding = /\.(pem|key|der|p8|pk8|pkcs8|crt|cer|cert|pub|txt|b64|ya?ml|json|ndjson|har)$/i;

const longestPath = 260;

/** Whether a text may be or hold a secret. */
export function mayBeSecret(text: string): boolean {
  return text.includes('-----BEGIN') || longRun.test(text);
}

/** A text for a message, or a note where it may be a secret. */
export function unlessSecret(text: string): string {
  return mayBeSecret(text) ? '(not shown: it may be a secret)' : text;
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

/** A URL for a message, without user, password, query and fragment, even if it is malformed. */
export function shownUrl(text: string): string {
  const base = text.replace(/[?#][\s\S]*$/, '');
  const at = base.lastIndexOf('@');
  const plain = at === -1 ? base : `${/^[a-z][a-z0-9+.-]*:\/+/i.exec(base)?.[0] ?? ''}${base.slice(at + 1)}`;
  return unlessSecretRun(plain);
}

/** Checks the parts of a URL one by one: a long path with slashes is not a secret. */
function unlessSecretRun(url: string): string {
  return url.split('/').some(mayBeSecret) ? '(not shown: it may be a secret)' : url;
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
