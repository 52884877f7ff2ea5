/** Shows two answers to one request side by side, and marks the differences. */

import { operationNamed } from '../../contract/apis.ts';
import { answerFact } from '../../engine/check/facts.ts';
import type { Redactor } from '../../engine/report/redact.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { type Answer, answerOf } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isObject, valueAt } from '../../engine/wire/json.ts';
import { quote } from '../../reporters/escape.ts';
import { columns, Sheet, type TerminalOptions, wrap } from '../../reporters/terminal.ts';

/** Whether two answers are equivalent: same result, HTTP status, members and enum values. Ids and times may differ. */
export function isSame(then: Exchange, now: Exchange): boolean {
  const [a, b] = [answerOf(then), answerOf(now)];
  if (then.noAnswer || now.noAnswer) return then.noAnswer?.kind === now.noAnswer?.kind;
  const same = a.kind === b.kind && a.code === b.code && a.http === b.http;
  return same && memberNames(a) === memberNames(b) && chosenValues(a) === chosenValues(b);
}

function memberNames({ json }: Answer): string {
  return isObject(json) ? Object.keys(json).sort().join() : typeof json;
}

function chosenValues({ json, exchange }: Answer): string {
  const fields = operationNamed(exchange.operation)?.response ?? [];
  const closed = fields.filter((field) => field.enum && field.path.length === 1);
  return JSON.stringify(closed.map(({ path }) => valueAt(json, path) ?? null));
}

interface Line {
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

/** Both answers as a table; lines that differ are marked. */
export function sidesText(then: Exchange, now: Exchange, redactor: Redactor, options: TerminalOptions): string {
  const sheet = new Sheet(options);
  const lines = [{ name: '', before: 'then', now: 'now' }, ...linesOf(then, now, redactor)];
  const label = Math.max(...lines.map(({ name }) => columns(name)));
  const width = Math.max(12, Math.floor((sheet.width - label - 8) / 2));
  for (const line of lines) addLine(sheet, line, label, width);
  return sheet.toString();
}

function addLine(sheet: Sheet, { name, before, now }: Line, label: number, width: number): void {
  const [left, right] = [wrap(before, width), wrap(now, width)];
  const mark = name === '' || name === 'took' || before === now ? ' ' : '≠';
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const head = i === 0 ? `${mark} ${padded(name, label)}` : ' '.repeat(label + 2);
    sheet.line(
      `${head}  ${padded(left[i] ?? '', width)}  ${right[i] ?? ''}`,
      ...(name === '' ? (['dim'] as const) : []),
    );
  }
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

function linesOf(then: Exchange, now: Exchange, redactor: Redactor): Line[] {
  const line = (name: string, of: (exchange: Exchange) => string): Line => ({
    name: quote(name, 30),
    before: quote(redactor.text(of(then)), 300),
    now: quote(redactor.text(of(now)), 300),
  });
  const headers = namesOf(
    [then, now].flatMap(({ response }) => response?.headers.map(([name]) => name.toLowerCase()) ?? []),
  );
  const members = namesOf([then, now].flatMap((exchange) => membersOf(exchange)));
  return [
    line('answer', (exchange) => wordsOf(answerFact(answerOf(exchange)))),
    line('took', ({ durationMs }) => `${durationMs} ms`),
    ...headers.filter((name) => !uninteresting.has(name)).map((name) => line(name, headerOf(name, redactor))),
    ...members.map((name) => line(name, memberOf(name))),
    ...(members.length === 0
      ? [line('body', ({ response }) => Buffer.from(response?.body ?? []).toString('utf8'))]
      : []),
  ];
}

/** Headers that are not compared. */
const uninteresting = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function headerOf(name: string, redactor: Redactor): (exchange: Exchange) => string {
  return (exchange) => {
    const shown = redactor.exchange(exchange).response?.headers ?? [];
    return shown.find(([key]) => key.toLowerCase() === name)?.[1] ?? '(none)';
  };
}

function membersOf(exchange: Exchange): string[] {
  const { json } = answerOf(exchange);
  return isObject(json) ? Object.keys(json) : [];
}

function memberOf(name: string): (exchange: Exchange) => string {
  return (exchange) => {
    const { json } = answerOf(exchange);
    const value = isObject(json) ? json[name] : undefined;
    return value === undefined ? '(none)' : JSON.stringify(value);
  };
}
