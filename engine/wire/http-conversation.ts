/** The two directions of one HTTP/1.x connection between other parties, read as requests with their answers. */
import type { NoAnswer, WireRequest, WireResponse } from './exchange.ts';
import { type Framing, HttpReader, type MessageHead, type ReadMessage } from './http-reader.ts';

/** A request and what came back, with times in milliseconds since the Unix epoch. */
export interface ObservedCall {
  readonly request: WireRequest;
  /** The request has more bytes than were kept, or did not end. */
  readonly requestCut: boolean;
  readonly response: WireResponse | null;
  readonly noAnswer: { readonly kind: NoAnswer; readonly says: string } | null;
  /** When the last byte of the request was read. */
  readonly startedAt: number;
  readonly durationMs: number;
}

/** What a conversation tells. */
export interface ConversationEvents {
  call(call: ObservedCall): void;
  /** Nothing more is read of this connection; its bytes still pass. */
  gaveUp(reason: string): void;
}

interface OpenRequest {
  readonly head: MessageHead;
  readonly method: string;
  readonly path: string;
  startedAt: number;
  message: ReadMessage | null;
}

/** Pairs the requests of a connection with its answers, in order. */
export class HttpConversation {
  private readonly open: OpenRequest[] = [];
  /** What follows is another protocol, or could not be read: what has no answer by then says nothing. */
  private isOver = false;
  private readonly requests: HttpReader;
  private readonly responses: HttpReader;

  constructor(
    private readonly events: ConversationEvents,
    private readonly now: () => number,
  ) {
    const gaveUp = (reason: string) => {
      this.isOver = true;
      events.gaveUp(reason);
    };
    this.requests = new HttpReader('request', {
      head: (head) => this.requestBegins(head),
      message: (message) => this.requestEnded(message),
      gaveUp,
    });
    this.responses = new HttpReader('response', {
      head: (head) => this.responseBegins(head),
      message: (message) => this.responseEnded(message),
      gaveUp,
    });
  }

  fromClient(bytes: Buffer): void {
    this.requests.push(bytes);
  }

  fromServer(bytes: Buffer): void {
    this.responses.push(bytes);
  }

  /** The client sends nothing more. */
  clientEnded(): void {
    this.requests.end();
  }

  /** The server sends nothing more: that ends an answer without a length. */
  serverEnded(): void {
    this.responses.end();
  }

  /** The connection is over: what has no answer now never gets one. */
  closed(kind: NoAnswer, says: string): void {
    this.responses.end();
    this.requests.end();
    for (const request of this.open.splice(0)) if (!this.isOver) this.tell(request, null, { kind, says });
  }

  private requestBegins(head: MessageHead): Framing {
    const [method = '', ...rest] = head.startLine.split(' ');
    const path = pathOf(rest.slice(0, -1).join(' '));
    this.open.push({ head, method, path, startedAt: this.now(), message: null });
    if (method !== 'CONNECT') return 'as-declared';
    this.isOver = true;
    return 'other-protocol';
  }

  private requestEnded(message: ReadMessage): void {
    const request = this.open.findLast((one) => one.message === null);
    if (!request) return;
    request.message = message;
    request.startedAt = this.now();
  }

  private responseBegins({ startLine }: MessageHead): Framing {
    const status = statusOf(startLine);
    if (status === 101) {
      this.isOver = true;
      return 'other-protocol';
    }
    const isBare = (status >= 100 && status <= 199) || status === 204 || status === 304;
    return isBare || this.open[0]?.method === 'HEAD' ? 'no-body' : 'as-declared';
  }

  private responseEnded(message: ReadMessage): void {
    const status = statusOf(message.startLine);
    // An interim answer: the real one follows.
    if (status < 200) return;
    const request = this.open.shift();
    if (!request) return;
    const { headers, body, truncated, complete } = message;
    if (complete) this.tell(request, { status, headers, body, truncated }, null);
    else this.tell(request, null, { kind: 'reset', says: 'the connection ended within the answer' });
  }

  private tell(
    { head, method, path, startedAt, message }: OpenRequest,
    response: WireResponse | null,
    noAnswer: ObservedCall['noAnswer'],
  ): void {
    const request: WireRequest = { method, path, headers: head.headers, body: message?.body ?? Buffer.alloc(0) };
    const requestCut = message === null || message.truncated || !message.complete;
    this.events.call({ request, requestCut, response, noAnswer, startedAt, durationMs: this.now() - startedAt });
  }
}

function statusOf(startLine: string): number {
  return Number(startLine.split(' ')[1]);
}

/** Path and query; a request to a proxy names the whole URL. */
function pathOf(target: string): string {
  return target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/';
}
