/**
 * Reads HTTP/1.x messages from the bytes of one direction of a connection, as they were written: for recording what others say to each
 * other. It holds a bounded number of bytes, and gives up, with the reason, on what is not HTTP.
 */
import { bodyLimitBytes, headLimitBytes, interimLimit } from './answer-limits.ts';
import type { WireHeaders } from './exchange.ts';

/** A message without its body. */
export interface MessageHead {
  /** `POST /path HTTP/1.1` or `HTTP/1.1 200 OK`. */
  readonly startLine: string;
  /** Names and values in the order and spelling of the wire; white space around a value is no part of it. */
  readonly headers: WireHeaders;
}

/** A message; `truncated` where its body was longer than the limit, `complete` false where the connection ended within it. */
export interface ReadMessage extends MessageHead {
  /** The body without its transfer coding, up to the limit. */
  readonly body: Uint8Array;
  readonly truncated: boolean;
  readonly complete: boolean;
}

/** How the end of a body is found where the headers do not say it: there is none, or it ends with the connection. */
export type Framing = 'as-declared' | 'no-body' | 'other-protocol';

/** What a reader tells as it reads. */
export interface ReaderEvents {
  /** Before the body: how the body ends. A response to HEAD has none, whatever its headers say. */
  head(head: MessageHead): Framing;
  message(message: ReadMessage): void;
  /** The bytes are not HTTP, or are beyond a limit: nothing more is read. */
  gaveUp(reason: string): void;
}

const chunkLineLimitBytes = 4 * 1024;

type State = 'head' | 'sized' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailers' | 'until-close' | 'done';

/** Reads one direction of one connection. */
export class HttpReader {
  private state: State = 'head';
  /** Bytes of a head or line that is not complete yet. */
  private pending = Buffer.alloc(0);
  private current: MessageHead | null = null;
  private body: Uint8Array[] = [];
  private bodyBytes = 0;
  /** Bytes of the body, or of the chunk, that are still to come. */
  private left = 0;
  private trailerBytes = 0;
  /** Messages with status 1xx since the last other one. */
  private interims = 0;

  constructor(
    private readonly kind: 'request' | 'response',
    private readonly events: ReaderEvents,
  ) {}

  push(bytes: Buffer): void {
    let rest = bytes;
    while (rest.length > 0 && this.state !== 'done') rest = rest.subarray(this.step(rest));
  }

  /** The connection ended in this direction. */
  end(): void {
    const { state, current } = this;
    if (state === 'done') return;
    if (state === 'until-close') this.finish(true);
    else if (current) this.finish(false);
    this.state = 'done';
  }

  /** Takes some of the bytes and says how many. */
  private step(bytes: Buffer): number {
    switch (this.state) {
      case 'head':
        return this.takeHead(bytes);
      case 'chunk-size':
        return this.takeLine(bytes, chunkLineLimitBytes, (line) => this.startChunk(line));
      case 'chunk-end':
        return this.takeLine(bytes, chunkLineLimitBytes, () => {
          this.state = 'chunk-size';
        });
      case 'trailers':
        return this.takeLine(bytes, headLimitBytes, (line) => this.takeTrailer(line));
      case 'until-close':
        this.keep(bytes);
        return bytes.length;
      default:
        return this.takeCounted(bytes);
    }
  }

  private takeHead(bytes: Buffer): number {
    // Empty lines before a request are skipped (RFC 9112, 2.2).
    if (this.pending.length === 0 && (bytes[0] === 13 || bytes[0] === 10)) return 1;
    const all = this.pending.length === 0 ? bytes : Buffer.concat([this.pending, bytes]);
    const end = endOfHead(all, Math.max(0, this.pending.length - 3));
    if (end === null || end > headLimitBytes) {
      if (all.length > headLimitBytes) this.giveUp(`a head of more than ${headLimitBytes} bytes`);
      this.pending = Buffer.from(all);
      return bytes.length;
    }
    const taken = end - this.pending.length;
    this.pending = Buffer.alloc(0);
    this.startMessage(all.subarray(0, end).toString('latin1'));
    return taken;
  }

  private startMessage(text: string): void {
    const [startLine = '', ...lines] = text.split(/\r?\n/);
    const isRight = this.kind === 'request' ? /^\S+ \S.* HTTP\/1\.\d$/ : /^HTTP\/1\.\d \d{3}/;
    if (!isRight.test(startLine)) {
      this.giveUp(`"${startLine.slice(0, 40)}" is not the first line of a ${this.kind}`);
      return;
    }
    const head: MessageHead = { startLine, headers: headersIn(lines) };
    const framing = this.events.head(head);
    if (framing === 'other-protocol') {
      this.state = 'done';
      return;
    }
    this.current = head;
    this.startBody(head.headers, framing);
  }

  private startBody(headers: WireHeaders, framing: Framing): void {
    const values = (wanted: string) =>
      headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));
    const [length] = values('content-length');
    if (framing === 'no-body') this.finish(true);
    else if (values('transfer-encoding').some((value) => /\bchunked\s*$/i.test(value))) this.state = 'chunk-size';
    else if (length !== undefined) this.startSized(length);
    else if (this.kind === 'request') this.finish(true);
    else this.state = 'until-close';
  }

  private startSized(length: string): void {
    if (!/^\d{1,15}$/.test(length)) {
      this.giveUp(`a Content-Length of "${length.slice(0, 20)}"`);
      return;
    }
    this.left = Number(length);
    this.state = 'sized';
    if (this.left === 0) this.finish(true);
  }

  private startChunk(line: string): void {
    const size = /^([0-9a-f]{1,12})\s*(;|$)/i.exec(line)?.[1];
    if (size === undefined) {
      this.giveUp(`a chunk of size "${line.slice(0, 20)}"`);
      return;
    }
    this.left = Number.parseInt(size, 16);
    this.state = this.left === 0 ? 'trailers' : 'chunk';
  }

  private takeTrailer(line: string): void {
    this.trailerBytes += line.length;
    if (line === '') this.finish(true);
    else if (this.trailerBytes > headLimitBytes) this.giveUp(`trailers of more than ${headLimitBytes} bytes`);
  }

  private takeLine(bytes: Buffer, limit: number, then: (line: string) => void): number {
    const at = bytes.indexOf(10);
    const part = at < 0 ? bytes : bytes.subarray(0, at);
    if (this.pending.length + part.length > limit) this.giveUp(`a line of more than ${limit} bytes`);
    this.pending = Buffer.concat([this.pending, part]);
    if (at < 0) return bytes.length;
    const line = this.pending.toString('latin1').replace(/\r$/, '');
    this.pending = Buffer.alloc(0);
    if (this.state !== 'done') then(line);
    return at + 1;
  }

  private takeCounted(bytes: Buffer): number {
    const taken = Math.min(bytes.length, this.left);
    this.keep(bytes.subarray(0, taken));
    this.left -= taken;
    if (this.left > 0) return taken;
    if (this.state === 'chunk') this.state = 'chunk-end';
    else this.finish(true);
    return taken;
  }

  private keep(bytes: Buffer): void {
    const room = bodyLimitBytes - this.bodyBytes;
    // A copy: the chunk of a socket may be a view of a much larger pool.
    if (room > 0) this.body.push(Buffer.from(bytes.subarray(0, room)));
    this.bodyBytes += bytes.length;
  }

  private finish(complete: boolean): void {
    const head = this.current!;
    const body = Buffer.concat(this.body);
    const truncated = this.bodyBytes > bodyLimitBytes;
    this.current = null;
    this.body = [];
    this.bodyBytes = 0;
    this.trailerBytes = 0;
    this.state = 'head';
    this.interims = /^HTTP\/1\.\d 1/.test(head.startLine) ? this.interims + 1 : 0;
    if (this.interims > interimLimit) this.giveUp(`more than ${interimLimit} interim answers`);
    else this.events.message({ ...head, body, truncated, complete });
  }

  private giveUp(reason: string): void {
    this.state = 'done';
    this.pending = Buffer.alloc(0);
    this.body = [];
    this.events.gaveUp(reason);
  }
}

/** Where the empty line behind a head ends; null where it has not come yet. */
function endOfHead(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return null;
}

function headersIn(lines: readonly string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const last = headers.at(-1);
    // A folded line goes on with the value before it (RFC 9112, 5.2).
    if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`.trim();
    else if (colon > 0) headers.push([line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')]);
  }
  return headers;
}
