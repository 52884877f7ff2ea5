/**
 * Full evidence: the unredacted Record of a run as lines of JSON, bytes as base64. The first line says which run it was; an exchange is a
 * line when it is answered, a request when it has ended, and the last line says why the run ended early, if it did.
 */

import type { Reason } from '../check/finding.ts';
import type { Report } from '../report.ts';
import type { RunIdentity } from '../request/request-spec.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange, WireHeaders } from '../wire/exchange.ts';
import { endings, type RecordedRequest, type RunRecord } from './record.ts';

/** Name of the file in a report directory. */
export const evidenceFile = 'full-evidence.ndjson';

/** Name of the file that holds recorded traffic redacted, in the same form. */
export const trafficFile = 'traffic.ndjson';

const formatName = 'alipayplus-conformance.full-evidence/';
const format = `${formatName}2` as const;

/** The first line: which run the exchanges belong to. */
export interface EvidenceHead {
  readonly format: typeof format;
  readonly suite: Report['suite'];
  readonly spec: Report['spec'];
  readonly target: Report['target'];
  /** The settings of the run without secrets of the suite; left out by earlier versions, and where the suite sent nothing. */
  readonly config?: unknown;
  /** Secrets were replaced: the bytes are not those of the wire. */
  readonly redacted?: true;
  readonly run: {
    readonly id: string;
    readonly seed: number;
    readonly profile: string;
    /** Milliseconds since the Unix epoch. */
    readonly startedAt: number;
    readonly nonce: string | null;
    readonly attempt: number | null;
  };
}

/** What a file of full evidence holds. */
export interface Evidence {
  readonly head: EvidenceHead;
  readonly exchanges: readonly Exchange[];
  readonly requests: readonly RecordedRequest[];
  /** Why the run ended early; null where it did not, or where the last line is missing. */
  readonly stopped: Reason | null;
  readonly slowedTo: number | null;
}

/** The Record that a file of evidence holds. */
export function recordOf({ head, exchanges, requests, stopped, slowedTo }: Evidence): RunRecord {
  const { id, startedAt } = head.run;
  return { identity: { id, startedAt }, stopped, slowedTo, requests, exchanges };
}

/** A file that is not full evidence, or has a line that cannot be read; `message` says which. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
}

/** The first line of the evidence of a run that is about to start. */
export function headLine(
  settings: RunSettings,
  identity: RunIdentity,
  versions: Pick<EvidenceHead, 'suite' | 'spec' | 'config'>,
): string {
  const { seed, profile, nonce, target: url, role, embedded } = settings;
  const head: EvidenceHead = {
    format,
    ...versions,
    target: { url, role, embedded },
    run: { ...identity, seed, profile, nonce, attempt: settings.attempt ?? null },
  };
  return `${JSON.stringify(head)}\n`;
}

/** The first line of traffic that somebody else sent. */
export function trafficHead(
  head: Pick<EvidenceHead, 'suite' | 'spec' | 'target' | 'redacted'>,
  startedAt: number,
): string {
  const run = { id: 'traffic', seed: 0, profile: 'gate', startedAt, nonce: null, attempt: null };
  return `${JSON.stringify({ format, ...head, run } satisfies EvidenceHead)}\n`;
}

/** One exchange as a line. */
export function exchangeLine(exchange: Exchange): string {
  const { id, request, response, ...about } = exchange;
  const line = { id, ...about, request: written(request), response: response && written(response) };
  return `${JSON.stringify(line)}\n`;
}

function written<Message extends { readonly body: Uint8Array }>({ body, ...rest }: Message) {
  const base64 = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64');
  return { ...rest, body: base64 };
}

/** One ended request as a line. */
export function requestLine(request: RecordedRequest): string {
  return `${JSON.stringify({ request })}\n`;
}

/** The line behind the last exchange. */
export function endLine({ stopped, slowedTo }: Pick<RunRecord, 'stopped' | 'slowedTo'>): string {
  return `${JSON.stringify({ end: { stopped, slowedTo } })}\n`;
}

/** Reads the text of a file; the last line may be cut off where a run was killed, and is then left out. */
export function readEvidence(text: string): Evidence {
  const whole = text.split('\n').slice(0, -1);
  const head = headIn(whole[0] ?? text);
  if (head?.format !== format || !head.target || !head.run) throw new EvidenceError(wrongFormat(head));
  const exchanges: Exchange[] = [];
  const requests: RecordedRequest[] = [];
  let end: { stopped?: Reason | null; slowedTo?: number | null } = {};
  for (const [index, line] of whole.slice(1).entries()) {
    const value = parsed(line, index + 2) as {
      request?: unknown;
      end?: typeof end;
      id?: unknown;
    } | null;
    if (value?.end) end = value.end;
    else if (value?.request && value.id === undefined) requests.push(readRequest(value.request, index + 2));
    else exchanges.push(readExchange(value, index + 2));
  }
  return { head, exchanges, requests, stopped: end.stopped ?? null, slowedTo: end.slowedTo ?? null };
}

function headIn(line: string): EvidenceHead | null {
  try {
    return JSON.parse(line) as EvidenceHead | null;
  } catch {
    return null;
  }
}

/** Says which version wrote a file of an older format. */
function wrongFormat(head: EvidenceHead | null): string {
  const written: unknown = head?.format;
  const older = typeof written === 'string' && written.startsWith(formatName) && written !== format;
  return older
    ? `it was written by suite ${String(head?.suite?.version ?? 'of an older version')}, whose evidence does not say which user each call was for; only that version can read it`
    : 'it does not begin like a file of full evidence';
}

function readRequest(value: unknown, number: number): RecordedRequest {
  const { operation, name, spec, attempts, ended } = value as Partial<RecordedRequest>;
  const named = typeof operation === 'string' && typeof name === 'string' && typeof spec === 'object' && spec !== null;
  const attempted = Array.isArray(attempts) && attempts.every((one) => typeof one?.exchange === 'string');
  if (!named || !attempted || !endings.includes(ended as never))
    throw new EvidenceError(`its line ${number} is not a request`);
  return value as RecordedRequest;
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new EvidenceError(`its line ${number} is not JSON`);
  }
}

interface WrittenMessage {
  headers?: unknown;
  body?: unknown;
}

function readExchange(value: unknown, number: number): Exchange {
  const line = value as Omit<Exchange, 'request' | 'response'> & {
    request?: WrittenMessage;
    response?: WrittenMessage;
  };
  const named = typeof line?.id === 'string' && typeof line.operation === 'string' && typeof line.probe === 'string';
  const timed = typeof line?.startedAt === 'number' && typeof line.durationMs === 'number';
  if (!named || !timed || !isMessage(line.request) || (line.response !== null && !isMessage(line.response))) {
    throw new EvidenceError(`its line ${number} is not an exchange`);
  }
  const { request, response, ...about } = line;
  return {
    ...about,
    request: { ...request, body: Buffer.from(request.body, 'base64') },
    response: response && { ...response, body: Buffer.from((response as { body: string }).body, 'base64') },
  } as unknown as Exchange;
}

function isMessage(message: WrittenMessage | undefined | null): message is { headers: WireHeaders; body: string } {
  const pair = (header: unknown) =>
    Array.isArray(header) && header.length === 2 && header.every((part) => typeof part === 'string');
  return typeof message?.body === 'string' && Array.isArray(message.headers) && message.headers.every(pair);
}
