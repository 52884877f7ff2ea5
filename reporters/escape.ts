/** Makes foreign text inert: text from a target is shown and never interpreted, in any format. */

/**
 * Characters that have an effect instead of a glyph: controls (escape sequences), format characters (bidirectional, zero width),
 * line separators, private use, lone surrogates, noncharacters, and letters without a glyph.
 */
const activeCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0\ufdd0-\ufdef\ufffe\uffff]/gu;

/** The same without the line ends of indented JSON, which are many and stay. */
const activeInJson = new RegExp(`(?!\\n)${activeCharacters.source}`, 'gu');

/** Text with every active character written as `\u001b`; newline and tab stay. */
export function visible(text: string): string {
  return text.replace(activeCharacters, (character) => {
    if (character === '\n' || character === '\t') return character;
    const code = character.codePointAt(0)!.toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** Visible text on one line: line breaks and tabs are written as `\n`, `\r`, `\t`. */
export function oneLine(text: string): string {
  const marks: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return visible(text.replace(/[\n\r\t]/g, (character) => marks[character]!));
}

/** A whole number with commas between thousands, the same on every machine. */
export function thousands(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Text of at most `limit` UTF-16 units, never splitting a character, with a note where it was cut. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const splits = /[\ud800-\udbff]/.test(text[limit - 1] ?? '') && /[\udc00-\udfff]/.test(text[limit] ?? '');
  const kept = text.slice(0, splits ? limit - 1 : limit);
  return `${kept} … [cut: ${thousands(kept.length)} of ${thousands(text.length)} characters]`;
}

/** One visible line of limited length: the form of foreign text inside our sentences. */
export function quote(text: string, limit: number): string {
  return oneLine(cut(text, limit));
}

/** Text for an HTML text node or a quoted attribute, outside of JSX (which escapes by itself). */
export function html(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return visible(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Text for an XML text node; what XML 1.0 does not allow is already written visibly. `]]>` cannot appear. */
export function xml(text: string): string {
  return html(text);
}

/** Text for a quoted XML attribute: parsers would turn bare line breaks and tabs into spaces. */
export function xmlAttribute(text: string): string {
  return xml(text).replace(/[\n\t]/g, (character) => (character === '\n' ? '&#10;' : '&#9;'));
}

/**
 * One line of Markdown prose without effect: punctuation is escaped; an empty comment breaks what would
 * otherwise become a link, a mention or a reference.
 */
export function markdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()<>#+\-!|~$&]/g, (character) => entity(character))
    .replace(/:(?=\/)|[@#]|(?<=\b(?:www|xmpp|mailto))[.:]|(?<=\bgh\\)-/gi, (character) => `${character}<!-- -->`)
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/^(\s*)([=:])/, '$1\\$2');
}

function entity(character: string): string {
  // `#` and `&` by backslash are still references for some renderers; `<` must never reach one bare.
  return character === '<' ? '&lt;' : character === '>' ? '&gt;' : character === '&' ? '&amp;' : `\\${character}`;
}

/** Foreign text as a Markdown code span, where neither links nor mentions nor HTML work; not for table cells. */
export function markdownCode(text: string): string {
  const shown = oneLine(text) || ' ';
  const fence = '`'.repeat(longestRun(shown, '`') + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Foreign text of several lines as a fenced Markdown block. */
export function markdownBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${fence}${language}\n${visible(text)}\n${fence}`;
}

function longestRun(text: string, character: string): number {
  return Math.max(0, ...(text.match(new RegExp(`${character}+`, 'g')) ?? []).map((run) => run.length));
}

/**
 * A finished line of terminal output that no build server reads as a command: GitHub reads `::name::` at the start
 * of a line and `##[name]` anywhere, Azure `##vso[`, TeamCity `##teamcity[`.
 */
export function noCommand(line: string): string {
  // biome-ignore lint/complexity/useRegexLiterals: the escape character is clearer by its code
  const start = new RegExp('^((?:\\s|\\u001b\\[[0-9;]*m)*)::');
  return line.replace(start, '$1:\\u003a').replace(/##(?=[a-z]*\[)/gi, '#\\u0023');
}

/** JSON text in which active characters are written as escapes: the same data, safe to show anywhere. */
export function inertJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(activeInJson, (character) =>
    Array.from({ length: character.length }, (_, index) => index)
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
