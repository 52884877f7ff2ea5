/** Bodies as other programs would have written them before they were signed: the same JSON in other bytes. */
import { isObject } from '../wire/json.ts';
import type { Deviation } from './deviations.ts';

type Layout = (value: unknown) => string;

const compact: Layout = (value) => JSON.stringify(value);
const indentedBy =
  (step: number | string): Layout =>
  (value) =>
    JSON.stringify(value, null, step);

const layouts: readonly { readonly code: Deviation['code']; readonly says: string; readonly write: Layout }[] = [
  { code: 'signed-over-rewritten-body', says: 'serialised again without white space', write: compact },
  { code: 'signed-over-spaced-body', says: 'serialised again with a space after each comma and colon', write: spaced },
  { code: 'signed-over-indented-body', says: 'indented by 2 spaces', write: indentedBy(2) },
  { code: 'signed-over-indented-body', says: 'indented by 4 spaces', write: indentedBy(4) },
  { code: 'signed-over-indented-body', says: 'indented by tabs', write: indentedBy('\t') },
];

/** JSON as Python and Ruby print it by default. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, child]) => `${JSON.stringify(key)}: ${spaced(child)}`)
    .join(', ')}}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== null);
  return Object.fromEntries(entries.map(([key, child]) => [key, withoutNulls(child)]));
}

const unicode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What JSON libraries escape besides what they must. */
const escapes: readonly { readonly says: string; readonly write: (json: string) => string }[] = [
  { says: 'non-ASCII characters as \\u escapes', write: (json) => json.replace(/[\u007f-\uffff]/g, unicode) },
  { says: 'slashes as \\/', write: (json) => json.replaceAll('/', '\\/') },
  { says: '< > & = and the apostrophe as \\u escapes', write: (json) => json.replace(/[<>&='\u2028\u2029]/g, unicode) },
  {
    says: 'slashes and non-ASCII characters escaped',
    write: (json) => json.replaceAll('/', '\\/').replace(/[\u007f-\uffff]/g, unicode),
  },
];

const exactBytes = 'Sign the exact bytes that are sent: serialise once, then sign and send the result.';

/** Past this size a body is tried in few ways only. */
const largeBody = 64 * 1024;

/** Other bytes that may have been signed in the place of a body, the likeliest first. */
export function bodyDeviations(body: Buffer): Deviation[] {
  const found = [...sizeForms(body), ...(body.length <= largeBody ? jsonForms(body) : []), ...plainForms(body)];
  // The same bytes twice would only cost time; the body as it is explains nothing.
  const seen = new Set([body.toString('latin1')]);
  return found.filter(({ set }) => {
    const bytes = set.body!.toString('latin1');
    return !seen.has(bytes) && seen.add(bytes);
  });
}

function form(
  code: Deviation['code'],
  says: string,
  body: Buffer | string,
  rare = false,
  cure = exactBytes,
): Deviation {
  return { part: 'body', code, says: `made over ${says}`, cure, set: { body: Buffer.from(body) }, rare };
}

function sizeForms(body: Buffer): Deviation[] {
  const text = body.toString('utf8');
  const ends = (['\n', '\r\n'] as const).map((end) =>
    form(
      'signed-over-body-with-line-end',
      'the body with a line end behind it',
      Buffer.concat([body, Buffer.from(end)]),
    ),
  );
  return [
    form('signed-over-empty-body', 'an empty body', '', false, 'Put the body after the last dot of the signed text.'),
    form('signed-over-trimmed-body', 'the body without the white space around it', text.trim()),
    ...ends,
    form('signed-over-other-line-ends', 'the body with CR LF line ends', text.replace(/\r?\n/g, '\r\n')),
    form('signed-over-other-line-ends', 'the body with LF line ends', text.replaceAll('\r\n', '\n')),
  ];
}

function jsonForms(body: Buffer): Deviation[] {
  try {
    return formsOf(JSON.parse(body.toString('utf8')));
  } catch {
    // No JSON, or nested too deep to be printed again.
    return [];
  }
}

function formsOf(value: unknown): Deviation[] {
  const forms: Deviation[] = [];
  for (const { code, says, write } of layouts) forms.push(form(code, `the body ${says}`, write(value)));
  for (const [at, { says, write }] of layouts.entries()) {
    const order = at === 0 ? 'with its keys sorted' : `with its keys sorted, ${says}`;
    forms.push(form('signed-over-sorted-body', `the body ${order}`, write(sorted(value)), write !== compact));
  }
  forms.push(form('signed-over-body-without-nulls', 'the body without its null fields', compact(withoutNulls(value))));
  const orders = [value, sorted(value)];
  for (const order of orders) {
    for (const { says, write } of layouts) {
      const printed = write(order);
      const name = `the body ${says}${order === value ? '' : ', its keys sorted'}`;
      for (const escaping of escapes) {
        const plain = write === compact && order === value;
        forms.push(form('signed-over-escaped-body', `${name}, ${escaping.says}`, escaping.write(printed), !plain));
      }
      forms.push(
        form('signed-over-indented-body', `${name}, with CR LF line ends`, printed.replaceAll('\n', '\r\n'), true),
      );
      forms.push(form('signed-over-body-with-line-end', `${name}, with a line end behind it`, `${printed}\n`, true));
    }
  }
  return forms;
}

function plainForms(body: Buffer): Deviation[] {
  const text = body.toString('utf8');
  const encoded = 'Sign the body itself, not an encoding or digest of it.';
  return [
    form('signed-over-unescaped-body', 'the body with its \\u escapes resolved', unescaped(text), true),
    form('signed-over-quoted-body', 'the body as a JSON string, in quotes', JSON.stringify(text), true),
    form(
      'signed-over-latin1-body',
      'the body in Latin-1',
      Buffer.from(text, 'latin1'),
      true,
      'Encode the body as UTF-8.',
    ),
    form(
      'signed-over-latin1-body',
      'the body read as Latin-1',
      Buffer.from(body.toString('latin1'), 'utf8'),
      true,
      'Encode the body as UTF-8.',
    ),
    form('signed-over-encoded-body', 'the base64 of the body', body.toString('base64'), true, encoded),
    form('signed-over-encoded-body', 'the URL-encoded body', encodeURIComponent(text), true, encoded),
  ];
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (all, digits: string) => {
      const code = Number.parseInt(digits, 16);
      return code < 0x20 || code === 0x22 || code === 0x5c ? all : String.fromCharCode(code);
    })
    .replaceAll('\\/', '/');
}
