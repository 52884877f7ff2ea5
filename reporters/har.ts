/** evidence.har: the recorded exchanges as HAR 1.2, which the network panel of a browser opens. */
import type { Report, ReportExchange } from '../engine/report.ts';
import { requestUrl } from './curl.ts';
import { inertJson, oneLine } from './escape.ts';
import type { Reporter } from './reporter.ts';
import { embeddedNote } from './verdict.ts';

/** The exchanges of a report as HTTP Archive. Bodies are whole; what they show is redacted as in the report. */
export const har: Reporter = (report) => {
  const judgedFor = requirementsByExchange(report);
  const inTime = [...report.exchanges].sort((one, other) => compare(one.startedAt, other.startedAt));
  const log = {
    version: '1.2',
    creator: { name: report.suite.name, version: report.suite.version },
    comment: [embeddedNote(report), redactedNote].filter(Boolean).join(' '),
    entries: inTime.map((exchange) => entry(report, exchange, judgedFor.get(exchange.id) ?? [])),
  };
  return `${inertJson({ log }, 2)}\n`;
};

const redactedNote = 'Redacted. The time of a request is not split into phases: all of it is in "wait".';

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function requirementsByExchange(report: Report): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const row of report.requirements) {
    for (const id of row.checks.flatMap((check) => check.exchanges)) {
      found.set(id, (found.get(id) ?? new Set()).add(row.key));
    }
  }
  return new Map([...found].map(([id, keys]) => [id, [...keys]]));
}

function entry(report: Report, exchange: ReportExchange, requirements: string[]) {
  const { id, operation, probe, title, marker, startedAt, durationMs, noAnswer } = exchange;
  const time = Math.max(0, durationMs);
  return {
    startedDateTime: startedAt,
    time,
    request: request(report, exchange),
    response: response(exchange),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: time, receive: 0 },
    comment: `${id} ${operation}: ${title}`,
    _exchange: { id, operation, probe, title, marker, requirements },
    ...(noAnswer ? { _error: `${noAnswer.kind}: ${noAnswer.says}` } : {}),
  };
}

function request(report: Report, exchange: ReportExchange) {
  const { method, path, headers, body } = exchange.request;
  const query = path.includes('?') ? path.slice(path.indexOf('?') + 1) : '';
  return {
    method,
    url: webAddress(requestUrl(report, exchange)),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headers.map(pair),
    queryString: [...new URLSearchParams(query)].map(pair),
    headersSize: -1,
    bodySize: byteLength(body),
    ...(body === '' ? {} : { postData: { mimeType: header(headers, 'content-type'), text: body } }),
  };
}

function response({ response: answer }: ReportExchange) {
  const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 };
  if (!answer) {
    const content = { size: 0, mimeType: 'x-unknown' };
    return { ...common, status: 0, statusText: '', headers: [], content, redirectURL: '', bodySize: -1 };
  }
  const { status, headers, body, truncated } = answer;
  const size = byteLength(body);
  const mimeType = header(headers, 'content-type') || 'x-unknown';
  const comment = truncated ? { comment: 'The answer was truncated at the size limit.' } : {};
  return {
    ...common,
    status,
    statusText: '',
    headers: headers.map(pair),
    content: { size, mimeType, text: body, ...comment },
    redirectURL: header(headers, 'location'),
    bodySize: truncated ? -1 : size,
  };
}

function pair([name, value]: [string, string]) {
  return { name, value };
}

function header(headers: [string, string][], wanted: string): string {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

/** A valid URL for any request path: characters that a URI must not contain are percent-encoded. */
function webAddress(address: string): string {
  const [, host = '', rest = ''] = /^([a-z]+:\/\/[^/?#]*)?(.*)$/s.exec(oneLine(address)) ?? [];
  return encoded(host, /[^!$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu) + encoded(rest, /[^!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu);
}

function encoded(text: string, foreign: RegExp): string {
  return text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(foreign, encodeURIComponent);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
