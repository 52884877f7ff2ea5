/** Edits on JSON bodies: read, set and remove by path, lay one object over another. */

/** A JSON object, as it goes into a request body. */
export type JsonObject = { [key: string]: unknown };

/** One change to a body: set a value at a path, or remove what is there. */
export type Edit =
  | { readonly path: readonly string[]; readonly set: unknown }
  | { readonly path: readonly string[]; readonly unset: true };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Bytes of a body as JSON; null where they are none. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return isTooDeep(body) ? null : JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}

/** Lists and objects in one another, more than any message has: what goes through a body step by step would not end well. */
const mostLevels = 2000;

/** Whether the JSON in a body has too many levels to be looked at. */
export function isTooDeep(body: Uint8Array): boolean {
  if (body.length <= mostLevels) return false;
  let levels = 0;
  let isText = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openList || byte === openObject) {
      levels += 1;
      if (levels > mostLevels) return true;
    } else if (byte === closeList || byte === closeObject) levels -= 1;
  }
  return false;
}

const [quote, backslash, openList, closeList, openObject, closeObject] = Buffer.from('"\\[]{}');

/** The value at a path, or undefined. */
export function valueAt(body: unknown, path: readonly string[]): unknown {
  let here = body;
  for (const step of path) {
    if (!isObject(here)) return undefined;
    here = here[step];
  }
  return here;
}

/** A copy of the body with the edits made; parents that are missing are created. */
export function edited(body: JsonObject, edits: readonly Edit[]): JsonObject {
  return edits.reduce<JsonObject>((current, edit) => editOne(current, edit.path, edit), body);
}

function editOne(body: JsonObject, path: readonly string[], edit: Edit): JsonObject {
  const [head, ...rest] = path;
  if (head === undefined) return body;
  const copy = { ...body };
  if (rest.length > 0) {
    const child = copy[head];
    copy[head] = editOne(isObject(child) ? child : {}, rest, edit);
  } else if ('unset' in edit) delete copy[head];
  else copy[head] = edit.set;
  return copy;
}

/** `over` laid on `base`: objects merge, everything else (null too) replaces. */
export function laidOver(base: JsonObject, over: JsonObject): JsonObject {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isObject(value) && isObject(below) ? laidOver(below, value) : value;
  }
  return merged;
}

/** JSON pointer of a path, `/result/resultCode`. */
export function pointer(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const briefLength = 80;

/** A value as JSON in few characters; a cut is marked, so that a secret that was cut in two is recognised. */
export function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > briefLength ? `${text.slice(0, briefLength)}…` : text;
}
