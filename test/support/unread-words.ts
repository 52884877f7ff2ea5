/** Values whose words may not be read: shows that what decides looks at facts and keys alone. */

/** Members that hold a sentence, of rows, requirements, checks and exchanges. */
const sentences: ReadonlySet<string | symbol> = new Set(['title', 'says', 'words']);

/** The same value, but that reading a sentence of it throws, at any depth; what is written goes to the value itself. */
export function withUnreadWords<T>(value: T): T {
  const seen = new Map<object, object>();
  const guarded = <V>(inner: V): V => {
    if (!isPlain(inner)) return inner;
    const known = seen.get(inner) ?? new Proxy(inner, { get: read });
    seen.set(inner, known);
    return known as V;
  };
  const read = (target: object, name: string | symbol): unknown => {
    if (sentences.has(name)) throw new Error(`"${String(name)}" was read, and nothing may be decided by words.`);
    return guarded(Reflect.get(target, name));
  };
  return guarded(value);
}

/** Arrays and objects made of members; maps, buffers and keys have their own ways to be read. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
}
