/** What a target says changes nothing but its own quoted text, in any format. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { consoleReport } from '../../reporters/console.ts';
import { type Reporter, type ReporterName, reporterNames, reporters } from '../../reporters/index.ts';
import { hostileTexts } from '../support/arbitrary-report.ts';
import { readCsv } from '../support/csv.ts';
import { shortReport } from '../support/sample-report.ts';
import { readXml, type XmlElement } from '../support/xml-tree.ts';

/** Members whose values are closed lists or times: the engine writes them, no target. */
const closed = new Set([
  ...['schemaVersion', 'outcome', 'level', 'basis', 'harm', 'role', 'profile', 'signing', 'of', 'verdict'],
]);
const times = new Set(['startedAt']);

/** The same function, but that it is computed once for each argument. */
function once<A, R>(of: (argument: A) => R): (argument: A) => R {
  const known = new Map<A, R>();
  return (argument) => {
    if (!known.has(argument)) known.set(argument, of(argument));
    return known.get(argument)!;
  };
}

/** The short report with a text added to every string in it; equal strings stay equal, so that links hold. */
const poisoned = once((payload: string): Report => {
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
});

/** Characters that act: controls but line breaks and tabs, bidirectional and zero-width characters, lone surrogates. */
const active = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;
const big = 'A'.repeat(1024 * 1024);
const payloads = Object.entries({ ...hostileTexts, long: 'B'.repeat(20_000), big });
/** Where a target can put a text of that size. */
const roomy = new Set(['body', 'received', 'says']);

/** What a format must keep besides showing no active character; `render` gives its text for a report. */
type FormatRule = (render: (report: Report) => string, report: Report, harmless: Report) => void;

/** Workflow commands of build servers: `::name::` at the start of a line, `##[name]` anywhere. */
function expectNoCommand(text: string): void {
  expect(seen(text, /^\s*::/m)).toBe('');
  expect(seen(text, /##[a-z]*\[/i)).toBe('');
}

/** No link, no mention, no HTML outside of code; the same headings, items and blocks. */
const isInertMarkdown: FormatRule = (render, report, harmless) => {
  const text = render(report);
  expect(blocks(text)).toEqual(blocks(render(harmless)));
  expect(seen(prose(text), /<(?!!-- -->)|(?<!\\)[[\]]|:\/\/|www\.\w|@\w|#\d|(?<!\\)`/)).toBe('');
  expect(text.length).toBeLessThan(400_000);
};

/** One rule for each reporter: a new reporter does not compile without one. */
const rules: Readonly<Record<ReporterName, FormatRule>> = {
  console: (render, report) => {
    const text = render(report);
    expectNoCommand(text);
    expect(text.length).toBeLessThan(60_000);
    const ascii = consoleReport(report, { color: false, width: 80, unicode: false });
    expectNoCommand(ascii);
    expect(ascii).toMatch(/^[\n -~]*$/);
    const painted = consoleReport(report, { color: true, width: 80, unicode: true });
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(text);
  },
  html: (render, report, harmless) => {
    expect(skeleton(render(report))).toEqual(skeleton(render(harmless)));
    expect(render(report).length).toBeLessThan(2_000_000);
  },
  junit: (render, report, harmless) => {
    expect(shape(readXml(render(report)))).toEqual(shape(readXml(render(harmless))));
    expect(render(report).length).toBeLessThan(2_000_000);
  },
  summary: isInertMarkdown,
  'github-summary': isInertMarkdown,
  github: (render, report, harmless) => {
    const lines = render(report).trimEnd().split('\n');
    expect(lines.length).toBe(render(harmless).trimEnd().split('\n').length);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) title=[^:,]*::/);
      expect(seen(line, /##[a-z]*\[/i)).toBe('');
      expect(line.length).toBeLessThan(12_000);
    }
  },
  json: (render, report) => expect(JSON.parse(render(report))).toEqual(report),
  csv: (render, report, harmless) => {
    const [lines, others] = [readCsv(render(report)), readCsv(render(harmless))];
    expect(lines.map((cells) => cells.length)).toEqual(others.map((cells) => cells.length));
    for (const text of lines.flat()) expect(text).not.toMatch(/^[=+\-@\t\r]/);
    expect(render(report).length).toBeLessThan(4_000_000);
  },
  ctrf: (render, report, harmless) => {
    const statuses = (text: string) => JSON.parse(text).results.tests.map(({ status }: { status: string }) => status);
    expect(statuses(render(report))).toEqual(statuses(render(harmless)));
    expect(render(report).length).toBeLessThan(2_000_000);
  },
  har: (render, report) => {
    const { entries } = JSON.parse(render(report)).log;
    expect(entries.map((entry: { response: { content: { text?: string } } }) => entry.response.content.text)).toEqual(
      report.exchanges.map((exchange) => exchange.response?.body),
    );
  },
};

/** What must hold for any reporter: foreign text shows and does not act, and changes nothing but itself. */
function expectInert(reporter: Reporter, rule: FormatRule, payload: string): void {
  const report = poisoned(payload);
  // What is too long is cut and not written as a curl line: long harmless text is the measure of long text.
  const harmless = poisoned('x'.repeat(payload.length > 10_000 ? payload.length : 1));
  const render = once((one: Report) => reporter(one));
  expect(seen(render(report), active)).toBe('');
  rule(render, report, harmless);
}

describe.each(Object.entries(reporters))('%s', { timeout: 60_000 }, (name, { render }) => {
  test.each(payloads)('is inert with %s in every text of a report', (_, payload) => {
    expectInert(render, rules[name as ReporterName], payload);
  });
});

describe('a careless reporter is caught', () => {
  const careless: Reporter = (report) => JSON.stringify(report, null, 2);

  test.each(['bidi', 'nul'])('that writes %s with JSON.stringify alone', (name) => {
    expect(() => expectInert(careless, rules.json, hostileTexts[name]!)).toThrow(/expected/);
  });

  test('that writes XML without escaping', () => {
    const unescaped: Reporter = (report) => `<a>${report.requirements[0]!.says}</a>`;
    expect(() => expectInert(unescaped, rules.junit, hostileTexts.cdata!)).toThrow();
  });
});

test('the names of the reporters are those of the list that --reporter shows', () => {
  expect([...reporterNames].sort()).toEqual(Object.keys(reporters).sort());
});

test('a text that was cut says so and how much is missing', () => {
  const report = poisoned('B'.repeat(20_000));
  for (const name of ['console', 'html', 'junit', 'summary', 'github'] as const) {
    expect(reporters[name].render(report)).toMatch(/\[cut(:|%3A) \d+ of 20(,|%2C)\d{3} characters\]/);
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
