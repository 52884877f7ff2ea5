/** Writes a recorded request as a shell line that can be pasted: nothing in it is expanded or run by the shell. */
import type { Report, ReportExchange } from '../engine/report.ts';
import { cut, oneLine } from './escape.ts';

/** What curl sets by itself. */
const ownHeaders = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'accept-encoding', 'expect']);

/** The longest body, and the longest path, that are written into a line. */
const longest = { body: 4000, path: 2000 };

/** A report, or what a line needs of one. */
interface Targeted {
  readonly target: Pick<Report['target'], 'url'> & { readonly role?: Report['target']['role'] };
}

/** Scheme, host and path of a recorded request; what a caller sent went to the suite, and not to the target. */
export function requestUrl(report: Targeted, exchange: ReportExchange): string {
  if (report.target.role === 'mpp-client' && exchange.marker === '') {
    const host = exchange.request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
    if (host) return `http://${host}${exchange.request.path}`;
  }
  try {
    return new URL(report.target.url).origin + exchange.request.path;
  } catch {
    return report.target.url + exchange.request.path;
  }
}

/** A curl command for an exchange; an empty string where it would be too long for a line. */
export function curlLine(report: Targeted, exchange: ReportExchange): string {
  const { method, path, headers, body } = exchange.request;
  if (body.length > longest.body || path.length > longest.path) return '';
  const words = ['curl', '-sS', '-i', '-g', '-X', shellQuote(oneLine(cut(method, 40)))];
  for (const [name, value] of headers.slice(0, 60)) {
    if (!/^[\w!#$%&'*+.^`|~-]{1,200}$/.test(name) || ownHeaders.has(name.toLowerCase())) continue;
    words.push('-H', shellQuote(value === '' ? `${name};` : `${name}: ${oneLine(cut(value, 2000))}`));
  }
  const url = ['--url', shellQuote(oneLine(requestUrl(report, exchange)))];
  if (body === '') return [...words, ...url].join(' ');
  if (oneLine(body) === body) return [...words, '--data-raw', shellQuote(body), ...url].join(' ');
  // An argument cannot hold NUL, and a terminal would act on the others: such bytes go in by their codes.
  return [`printf '%b' ${shellQuote(byCode(body))} |`, ...words, '--data-binary', '@-', ...url].join(' ');
}

/** A word for a POSIX shell: bare where it is plain, else in single quotes. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function byCode(text: string): string {
  let written = '';
  for (const byte of new TextEncoder().encode(text)) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x5c;
    written += plain ? String.fromCharCode(byte) : `\\0${byte.toString(8).padStart(3, '0')}`;
  }
  return written;
}
