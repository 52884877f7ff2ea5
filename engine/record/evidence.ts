/** Full evidence: the unredacted exchanges of a run as lines of JSON, bytes as base64; the first line says which run it was. */

import type { RunIdentity } from '../drive/run-context.ts';
import type { Report } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange, WireHeaders } from '../wire/exchange.ts';

/** Name of the file in a report directory. */
export const evidenceFile = 'full-evidence.ndjson';

const format = 'alipayplus-conformance.full-evidence/1';

/** The first line: which run the exchanges belong to. */
export interface EvidenceHead {
  readonly format: typeof format;
  readonly suite: Report['suite'];
  readonly spec: Report['spec'];
  readonly target: Report['target'];
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
}

/** A file that is no full evidence, or has a line that cannot be read; `message` says which. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
}

/** The first line of the evidence of a run that is about to start. */
export function headLine(
  settings: RunSettings,
  identity: RunIdentity,
  versions: { suite: Report['suite']; spec: Report['spec'] },
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

/** Reads the text of a file; the last line may be cut off where a run was killed, and is then left out. */
export function readEvidence(text: string): Evidence {
  const lines = text.split('\n');
  const whole = lines.slice(0, -1);
  const head = parsed(whole[0] ?? '', 1) as EvidenceHead;
  if (head?.format !== format) {
    throw new EvidenceError('its first line is not that of a file of full evidence');
  }
  return { head, exchanges: whole.slice(1).map((line, i) => readExchange(parsed(line, i + 2), i + 2)) };
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new EvidenceError(`its line ${number} is no JSON`);
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
    throw new EvidenceError(`its line ${number} is no exchange`);
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
