/** The ways in which a secret may be written again: in JSON, in a URL or form, in XML or HTML, in base64 and in hexadecimal. */

/** Characters that no way of writing changes. */
const sameEverywhere = /^[\w.~-]*$/;

/** As the suite itself writes it, and as a page or a JSON text repeats it. */
export function plainSpellings(secret: string): string[] {
  if (sameEverywhere.test(secret)) return [secret];
  const json = JSON.stringify(secret).slice(1, -1);
  const form = inForm(secret);
  return distinct([
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('/', '\\/'),
    form,
    form.replaceAll('%3A', ':'),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  ]);
}

/** Shorter ones have encodings that are parts of other texts. */
const shortestEncoded = 6;

/** What a target that encodes what it was told makes of it. */
export function encodedSpellings(secret: string): string[] {
  if (secret.length < shortestEncoded) return [];
  const form = inForm(secret);
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].flatMap((offset) => {
    const text = base64Within(bytes, offset);
    return [text, text.replaceAll('+', '-').replaceAll('/', '_'), text.replaceAll('+', '%2B').replaceAll('/', '%2F')];
  });
  const lower = form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const strict = [...bytes].map((byte) => percentOf(byte)).join('');
  const texts = [
    lower,
    strict,
    form.replaceAll('%20', '+'),
    inForm(form),
    asEntities(secret),
    asEntities(secret, '&#x27;'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    unicodeEscaped(secret),
    // Words alone are words in any case.
    ...(/\d/.test(secret) ? [secret.toUpperCase(), secret.toLowerCase()] : []),
  ];
  return distinct([...texts, ...inBase64]).filter((text) => text !== secret && text.length >= shortestEncoded);
}

/** The part of a base64 text that the bytes alone decide, where so many bytes stand before them. */
function base64Within(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return text.slice(first, last);
}

function percentOf(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9_.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function asEntities(text: string, apostrophe = '&#39;'): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);
}

function unicodeEscaped(text: string): string {
  return text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function inForm(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // A lone surrogate has no percent encoding.
    return text;
  }
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
