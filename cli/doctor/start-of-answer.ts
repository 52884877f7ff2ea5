/** The first bytes of an answer, up to a limit, without the interim answers before it: enough to see what speaks there. */
import { AnswerBytes, headLimitBytes } from '../../engine/wire/answer-limits.ts';

/** `open`: more is to come; `head`: its headers are complete; `over`: what follows says nothing more. */
export type Reading = 'open' | 'head' | 'over';

export class StartOfAnswer {
  private readonly answer = new AnswerBytes();
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private state: Reading = 'open';
  /** Up to four characters before the next bytes: the end of a head may lie across two chunks. */
  private tail = '';

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }

  add(chunk: Buffer): Reading {
    try {
      this.keep(this.answer.take(chunk));
    } catch {
      // No server that means well sends that much before its answer: what it began with is shown.
      if (this.size === 0) this.chunks.push(chunk.subarray(0, headLimitBytes));
      this.state = 'over';
    }
    return this.state;
  }

  private keep(passed: Buffer): void {
    const part = passed.subarray(0, headLimitBytes - this.size);
    this.chunks.push(Buffer.from(part));
    this.size += part.length;
    const text = this.tail + part.toString('latin1');
    this.tail = text.slice(-3);
    if (this.size >= headLimitBytes) this.state = 'over';
    else if (!this.mayBeHttp()) this.state = 'over';
    else if (text.includes('\r\n\r\n')) this.state = 'head';
  }

  private mayBeHttp(): boolean {
    if (this.chunks.length > 8) return true;
    const start = this.bytes.toString('latin1', 0, 5);
    return 'HTTP/'.startsWith(start);
  }
}
