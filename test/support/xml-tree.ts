/** A strict reader of the XML that the JUnit reporter writes: anything that XML 1.0 does not allow is an error. */

/** An element with its attributes, child elements, and the text directly in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#10': '\n', '#9': '\t' };
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The document's element; throws where the text is not well-formed. */
export function readXml(text: string): XmlElement {
  const bad = illegal.exec(text);
  if (bad) throw new Error(`Character U+${bad[0].codePointAt(0)!.toString(16)} is illegal in XML 1.0.`);
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const token = /<\?xml [^<>?]*\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new Error(`Not well-formed: ${text.slice(at, at + 60)}`);
    const [, close, start, attributes = '', empty, characters] = match;
    const parent = open.at(-1)!;
    if (characters !== undefined) parent.text += unescaped(characters);
    else if (close !== undefined) {
      if (open.pop()!.name !== close) throw new Error(`</${close}> closes another element.`);
    } else if (start !== undefined) {
      const element: XmlElement = { name: start, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  if (open.length !== 1 || document.children.length !== 1) throw new Error('Not exactly one whole element.');
  return document.children[0]!;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
    if (name! in found) throw new Error(`Attribute ${name} stands twice.`);
    found[name!] = unescaped(value!);
  }
  return found;
}

function unescaped(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> stands in text.');
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`Unknown entity ${whole}.`);
    return character;
  });
}
