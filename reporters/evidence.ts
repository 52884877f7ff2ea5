/** What was sent and answered, as lines of text: the exchange that decides a check, for the console, Markdown and JUnit. */
import type { CheckResult, Report, ReportExchange } from '../engine/report.ts';
import { curlLine } from './curl.ts';
import { quote } from './escape.ts';

const longest = { body: 2000, header: 400, headers: 30 };

/** Headers of the connection, which say nothing about the API. */
const ofConnection = new Set(['connection', 'keep-alive', 'content-length', 'transfer-encoding', 'host']);

/** The exchange that a check was decided on; null where there is none, or the report does not hold it. */
export function decisiveExchange(report: Report, check: CheckResult | null): ReportExchange | null {
  const id = check?.exchanges[0];
  return (id !== undefined && report.exchanges.find((exchange) => exchange.id === id)) || null;
}

/** Method, path, headers and body that were sent. */
export function sentLines({ request: { method, path, headers, body } }: ReportExchange): string[] {
  return [`${quote(method, 40)} ${quote(path, 2000)}`, ...messageLines(headers, body)];
}

/** Status, headers and body that were judged, or why there are none. */
export function answerLines({ response, noAnswer }: ReportExchange): string[] {
  if (!response) return [noAnswer ? quote(`none: ${noAnswer.kind}, ${noAnswer.says}`, 400) : 'none was recorded'];
  const cut = response.truncated ? ['(cut at the size limit)'] : [];
  return [`HTTP ${response.status}`, ...messageLines(response.headers, response.body), ...cut];
}

function messageLines(headers: readonly [string, string][], body: string): string[] {
  const told = headers.filter(([name]) => !ofConnection.has(name.toLowerCase()));
  const lines = told
    .slice(0, longest.headers)
    .map(([name, value]) => `${quote(name, 200)}: ${quote(value, longest.header)}`);
  if (told.length > lines.length) lines.push(`… and ${told.length - lines.length} more headers`);
  return body === '' ? lines : [...lines, quote(body, longest.body)];
}

/** The request as a curl command; empty where it cannot be written as one, or where the subject is the one to send it. */
export function curlOf(report: Report, exchange: ReportExchange): string {
  return report.target.role === 'mpp-client' ? '' : curlLine(report, exchange);
}
