/** evidence.csv: one line per case with its request, its answer and its verdict, for reviewers who work in a spreadsheet. Redacted like the report. */
import type { CheckResult, ReportExchange, RequirementRow } from '../engine/report.ts';
import { cut, oneLine } from './escape.ts';
import type { Reporter } from './reporter.ts';
import { addressOf, embeddedNote } from './verdict.ts';

/** The columns, in order. */
const columns = [
  'requirement',
  'API',
  'level',
  'basis',
  'sentence',
  'case',
  'time',
  'exchange',
  'request',
  'response',
  'expected',
  'received',
  'verdict',
  'reason',
  'target',
] as const;

/** The columns that differ from line to line. */
type Column = Exclude<(typeof columns)[number], 'target'>;

/** Characters of a message that one cell shows. */
const longest = 4000;

/** A line for each check, and for each requirement without one; a line feed ends each, since a carriage return would act on a terminal. */
export const csv: Reporter = (report) => {
  const exchanges = new Map(report.exchanges.map((exchange) => [exchange.id, exchange]));
  const lines = report.requirements.flatMap((row) =>
    row.checks.length === 0 ? [without(row)] : row.checks.map((check) => caseOf(row, check, exchanges)),
  );
  const target = embeddedNote(report) || addressOf(report);
  return [[...columns], ...lines.map((line) => columns.map((name) => (name === 'target' ? target : line[name])))]
    .map((cells) => `${cells.map(cell).join(',')}\n`)
    .join('');
};

function without(row: RequirementRow): Record<Column, string> {
  return {
    requirement: row.id,
    API: row.operation,
    level: row.level,
    basis: row.basis,
    sentence: row.says,
    case: '',
    time: '',
    exchange: '',
    request: '',
    response: '',
    expected: '',
    received: '',
    verdict: row.outcome,
    reason: row.waiver ? `${row.reason} (${row.waiver.owner}: ${row.waiver.reason})` : row.reason,
  };
}

function caseOf(
  row: RequirementRow,
  check: CheckResult,
  exchanges: ReadonlyMap<string, ReportExchange>,
): Record<Column, string> {
  const id = check.exchanges.find((one) => exchanges.has(one)) ?? check.exchanges[0] ?? '';
  const exchange = exchanges.get(id);
  return {
    ...without(row),
    case: check.title,
    time: exchange?.startedAt ?? '',
    exchange: id,
    request: exchange ? requestText(exchange) : '',
    response: exchange ? responseText(exchange) : '',
    expected: check.expected,
    received: check.seen ? `${check.received} (seen ${check.seen})` : check.received,
    verdict: row.outcome === 'waived' && check.outcome !== 'passed' ? 'waived' : check.outcome,
    reason: check.reason,
  };
}

function requestText({ request }: ReportExchange): string {
  return `${request.method} ${request.path} ${request.body}`;
}

function responseText({ response, noAnswer }: ReportExchange): string {
  return response ? `HTTP ${response.status} ${response.body}` : `no answer: ${noAnswer?.says ?? ''}`;
}

/** A quoted cell on one line; one that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const shown = oneLine(cut(text, longest));
  const inert = /^[\s"']*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
  return `"${inert.replaceAll('"', '""')}"`;
}
