/**
 * An error of this suite as text. Its message may hold anything that the target or the config said, cut off or encoded, so only what the
 * runtime itself says is repeated; the places in the code stand behind it.
 */

/** Messages of the runtime without the values in them. */
const knownMessages: readonly (readonly [pattern: RegExp, says: string])[] = [
  [/^Cannot read properties of (undefined|null)/, 'a property of $1 is read'],
  [/^Cannot set properties of (undefined|null)/, 'a property of $1 is set'],
  [/is not a function/, 'what is called is not a function'],
  [/is not iterable/, 'what is gone through is not iterable'],
  [/^Maximum call stack size exceeded/, 'the call stack is exhausted'],
  [/^Invalid (array|string) length/, 'an $1 is too long'],
  [/^Cannot create a string longer/, 'a string is too long'],
  [/^Invalid regular expression/, 'a regular expression is invalid or too large'],
  [/JSON/, 'a text is not JSON'],
  [/^Invalid time value/, 'a time is invalid'],
];

const mostPlaces = 8;

/** Name, code and places of an error, on one line; never the values that it names. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return 'an error without a name';
  const { code } = error as NodeJS.ErrnoException;
  const name = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
  const known = knownMessages.find(([pattern]) => pattern.test(error.message));
  const [found = ''] = known ? (known[0].exec(error.message) ?? []) : [];
  const says = known && found !== '' ? `: ${found.replace(known[0], known[1])}` : '';
  const coded = typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? ` (${code})` : '';
  const places = placesOf(error);
  return `${name}${coded}${says}${places.length > 0 ? ` at ${places.join(', ')}` : ''}`;
}

/** Functions and files of the stack; lines that an error message wrote are none. */
function placesOf(error: Error): string[] {
  const stack = (error.stack ?? '').replace(String(error.message), '');
  return [
    ...stack.matchAll(
      /^ {4}at (?:(?:async )?(?:new )?([\w.<>$ [\]#]{1,80}) \()?(?:[^()\n]{0,400}[\\/])?([\w.-]{1,80}:\d+:\d+)\)?$/gm,
    ),
  ]
    .slice(0, mostPlaces)
    .map(([, name, place]) => (name ? `${name.trim()} (${place})` : place!));
}
