/** Decides what a sentence may repeat of a value that a user wrote: what may be a key, token or password is never shown. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A run of the characters that keys, tokens and digests are written in, longer than any word. */
const longRun = /[A-Za-z0-9+/=_-]{40,}/;

/** Endings of the files that are named in a config or by an option. */
const fileEnding = /\.(pem|key|der|p8|pk8|pkcs8|crt|cer|cert|pub|txt|b64|ya?ml|json|ndjson|har)$/i;

const longestPath = 260;

/** Whether a text may be or hold a secret. */
export function mayBeSecret(text: string): boolean {
  return text.includes('-----BEGIN') || longRun.test(text);
}

/** A text for a sentence, or a note in its place where it may be a secret. */
export function unlessSecret(text: string): string {
  return mayBeSecret(text) ? '(not shown: it may be a secret)' : text;
}

/** Whether a text is the path of something that exists. */
export function isExistingPath(text: string, directory: string): boolean {
  return text !== '' && text.length <= 4096 && !hasControls(text) && existsSync(resolve(directory, text));
}

/** Whether a text can be repeated as a path: it exists, or it is short, ends like a file and has no long run in any of its parts. */
export function isShowablePath(text: string, directory: string): boolean {
  if (isExistingPath(text, directory)) return true;
  if (text.length > longestPath || hasControls(text) || !fileEnding.test(text)) return false;
  return text.split(/[\\/]/).every((part) => !mayBeSecret(part));
}

/** A URL for a sentence: without user, password, query and fragment, however badly it is written. */
export function shownUrl(text: string): string {
  const base = text.replace(/[?#][\s\S]*$/, '');
  const at = base.lastIndexOf('@');
  const plain = at === -1 ? base : `${/^[a-z][a-z0-9+.-]*:\/+/i.exec(base)?.[0] ?? ''}${base.slice(at + 1)}`;
  return unlessSecretRun(plain);
}

/** Paths of URLs are long words with slashes, and no secret by that alone. */
function unlessSecretRun(url: string): string {
  return url.split('/').some(mayBeSecret) ? '(not shown: it may be a secret)' : url;
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
