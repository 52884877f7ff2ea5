/** What a target says changes nothing but its own quoted text, in any format. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { consoleReport } from '../../reporters/console.ts';
import { reporters } from '../../reporters/index.ts';
import { hostileTexts } from '../support/arbitrary-report.ts';
import { shortReport } from '../support/sample-report.ts';
import { readXml, type XmlElement } from '../support/xml-tree.ts';

/** Members whose values are closed lists or times: the engine writes them, no target. */
const closed = new Set(['schemaVersion', 'outcome', 'level', 'basis', 'role', 'profile', 'signing', 'verdict']);
const times = new Set(['startedAt']);

/** The short report with a text added to every string in it; equal strings stay equal, so that links hold. */
function poisoned(payload: string): Report {
  const huge = payload.length >= big.length;
  const report = shortReport(huge ? 1 : 4);
  const walk = (value: unknown, name: string): unknown => {
    const spared = closed.has(name) || times.has(name) || (huge && !roomy.has(name));
    if (typeof value === 'string') return spared || value === '' ? value : value + payload;
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value !== 'object' || value === null) return value;
    const renamed = (name === 'latencyMs' || name === 'sent') && !huge ? payload : '';
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key + renamed, name === 'totals' ? item : walk(item, key)]),
    );
  };
  return walk(report, '') as Report;
}

/** Anything that acts: controls but line breaks and tabs, bidirectional and zero-width characters, lone surrogates. */
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;
const big = 'A'.repeat(1024 * 1024);
const payloads = Object.entries({ ...hostileTexts, long: 'B'.repeat(20_000), big });
/** Where a target can put a text of that size. */
const roomy = new Set(['body', 'received', 'says']);

describe.each(payloads)('%s in every text of a report', { timeout: 60_000 }, (_, payload) => {
  const report = poisoned(payload);
  // What is too long is cut and not written as a curl line: long harmless text is the measure of long text.
  const harmless = poisoned('x'.repeat(payload.length > 10_000 ? payload.length : 1));

  test('is inert in a terminal and in the log of a build server', () => {
    for (const unicode of [true, false]) {
      const text = consoleReport(report, { color: false, width: 80, unicode });
      expect(seen(text, acting)).toBe('');
      expect(seen(text, /^\s*::/m)).toBe('');
      expect(seen(text, /##[a-z]*\[/i)).toBe('');
      expect(text.length).toBeLessThan(60_000);
      if (!unicode) expect(text).toMatch(/^[\n -~]*$/);
    }
    const painted = consoleReport(report, { color: true, width: 80, unicode: true });
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(
      consoleReport(report, { color: false, width: 80, unicode: true }),
    );
  });

  test('is inert in HTML: the same elements, and nothing that acts', () => {
    const text = reporters.html.render(report, {});
    expect(seen(text, acting)).toBe('');
    expect(skeleton(text)).toEqual(skeleton(reporters.html.render(harmless, {})));
    expect(text.length).toBeLessThan(2_000_000);
  });

  test('is inert in JUnit: well-formed, the same elements', () => {
    const text = reporters.junit.render(report, {});
    expect(seen(text, acting)).toBe('');
    expect(shape(readXml(text))).toEqual(shape(readXml(reporters.junit.render(harmless, {}))));
    expect(text.length).toBeLessThan(2_000_000);
  });

  test('is inert in Markdown: the same headings, items and blocks, no link, no mention, no HTML', () => {
    for (const reporter of [reporters.summary, reporters['github-summary']]) {
      const text = reporter.render(report, {});
      expect(seen(text, acting)).toBe('');
      expect(blocks(text)).toEqual(blocks(reporter.render(harmless, {})));
      const bare = prose(text);
      expect(seen(bare, /<(?!!-- -->)|(?<!\\)[[\]]|:\/\/|www\.\w|@\w|#\d|(?<!\\)`/)).toBe('');
      expect(text.length).toBeLessThan(400_000);
    }
  });

  test('is inert in workflow commands: one line each, no command more', () => {
    const lines = reporters.github.render(report, {}).trimEnd().split('\n');
    expect(lines.length).toBe(reporters.github.render(harmless, {}).trimEnd().split('\n').length);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) title=[^:,]*::/);
      expect(seen(line, acting)).toBe('');
      expect(seen(line, /##[a-z]*\[/i)).toBe('');
      expect(line.length).toBeLessThan(12_000);
    }
  });

  test('is whole in report.json and in the HAR, and does not act when they are shown', () => {
    const text = reporters.json.render(report, {});
    expect(seen(text, acting)).toBe('');
    expect(JSON.parse(text)).toEqual(report);
    const har = reporters.har.render(report, {});
    expect(seen(har, acting)).toBe('');
    const { entries } = JSON.parse(har).log;
    expect(entries.map((entry: { response: { content: { text?: string } } }) => entry.response.content.text)).toEqual(
      report.exchanges.map((exchange) => exchange.response?.body),
    );
  });
});

test('a text that was cut says so and how much is missing', () => {
  const report = poisoned('B'.repeat(20_000));
  for (const name of ['console', 'html', 'junit', 'summary', 'github'] as const) {
    expect(reporters[name].render(report, {})).toMatch(/\[cut(:|%3A) \d+ of 20(,|%2C)\d{3} characters\]/);
  }
});

test('a line that becomes a command only by wrapping is broken, too', () => {
  const report = shortReport();
  for (let pad = 0; pad < 80; pad += 1) {
    report.requirements.find((row) => row.checks[0]?.outcome === 'failed')!.checks[0]!.received =
      `${'x'.repeat(pad)}::error::forged`;
    expect(seen(consoleReport(report, { color: false, width: 80, unicode: true }), /^\s*::/m)).toBe('');
  }
});

/** Where a text has what it must not have; empty where it does not. */
function seen(text: string, pattern: RegExp): string {
  const at = pattern.exec(text)?.index;
  return at === undefined ? '' : JSON.stringify(text.slice(Math.max(0, at - 100), at + 60));
}

/** Names of all tags in order, but those that depend on how long a word is. */
function skeleton(html: string): string[] {
  const whole = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>');
  return [...whole.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)]
    .map((match) => match[1]!)
    .filter((tag) => !/^\/?(wbr|a|mark)$/.test(tag));
}

function shape(element: XmlElement): unknown {
  return [element.name, Object.keys(element.attributes), element.children.map(shape)];
}

/** What each line of Markdown begins: a heading, an item, a row, a fence, text. */
function blocks(markdown: string): string[] {
  let fence = '';
  const kinds: string[] = [];
  for (const line of markdown.split('\n')) {
    const marks = /^`{3,}/.exec(line)?.[0] ?? '';
    if (fence !== '') {
      if (line === fence) fence = '';
      continue;
    }
    if (marks !== '') fence = marks;
    kinds.push(
      /^(#+ |- |\| ?|\*\*|`{3}|~~~|\s*>|\s{4}|\d+[.)] |[=-]+$)/.exec(line)?.[1] ?? (line === '' ? '' : 'text'),
    );
  }
  expect(fence).toBe('');
  return kinds;
}

/** Markdown without its code: what a renderer would interpret. */
function prose(markdown: string): string {
  return markdown.replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, '').replace(/(?<![`\\])(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
}
