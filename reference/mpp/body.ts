/** Reads a request body: one JSON object in UTF-8, no key twice, of a reasonable size and depth. */
import type { Call, Json } from './behaviour.ts';

const maxBytes = 256 * 1024;
const maxDepth = 64;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The object in the body, or null where the body is not readable. */
export function readBody(call: Call): Json | null {
  if (call.body.length > maxBytes) return null;
  try {
    const text = utf8.decode(call.body);
    const value: unknown = JSON.parse(text);
    return isObject(value) && isPlain(text) ? value : null;
  } catch {
    return null;
  }
}

/** True for a JSON object, not for an array or null. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Walks over valid JSON and finds keys that stand twice in one object (JSON.parse keeps the last one) and deep nesting. */
function isPlain(text: string): boolean {
  const open: (Set<unknown> | null)[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const word = token[0];
    if (word === '{' || word === '[') {
      if (open.push(word === '{' ? new Set() : null) > maxDepth) return false;
    } else if (word === '}' || word === ']') open.pop();
    else if (token[1] !== undefined) {
      const keys = open.at(-1);
      const key: unknown = JSON.parse(word.slice(0, -token[1].length));
      if (keys?.has(key)) return false;
      keys?.add(key);
    }
  }
  return true;
}
