/** How much of an answer is read, whoever reads it, and what may come before it: interim answers (RFC 9110, 15.2). */

/** Bytes of a body that are kept; the rest is not read. */
export const bodyLimitBytes = 1024 * 1024;
/** Bytes of a head, and of all trailers of one message. */
export const headLimitBytes = 64 * 1024;
/** Headers of an answer that are kept: many servers take no more than a hundred themselves. */
export const headerLimit = 256;
/** Bytes of one answer on the wire, chunk sizes and extensions included: a body at its limit in chunks of one byte has fewer. */
export const wireLimitBytes = 8 * 1024 * 1024;
/** Answers with status 1xx before the real one. */
export const interimLimit = 50;

/** An answer is beyond a limit. */
export class AnswerLimitError extends Error {
  /** As undici names the faults of an answer. */
  readonly code = 'RESPONSE_LIMIT';
}

/** Whether the bytes may begin an answer with status 1xx that is not 101. */
const interimStart = /^HTTP\/1\.[01] 1(?!01)\d\d[ \r\n]/;
const decidedAfter = 'HTTP/1.1 100 '.length;

/** Takes interim answers out of the bytes of one answer, and counts what comes; throws AnswerLimitError beyond a limit. */
export class AnswerBytes {
  private pending: Buffer = Buffer.alloc(0);
  private bytes = 0;
  private interims = 0;
  private isPastInterims = false;

  /** The bytes that belong to the real answer; none where they are still to come. */
  take(chunk: Buffer): Buffer {
    this.bytes += chunk.length;
    if (this.bytes > wireLimitBytes) throw new AnswerLimitError(`the answer takes more than ${wireLimitBytes} bytes`);
    if (this.isPastInterims) return chunk;
    let rest = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    for (let end = endOfInterim(rest); end !== 'none'; end = endOfInterim(rest)) {
      if (end === 'open') return this.wait(rest);
      rest = rest.subarray(end);
      this.interims += 1;
      if (this.interims > interimLimit) throw new AnswerLimitError(`more than ${interimLimit} interim answers`);
    }
    this.isPastInterims = true;
    this.pending = Buffer.alloc(0);
    return rest;
  }

  private wait(rest: Buffer): Buffer {
    if (rest.length > headLimitBytes) throw new AnswerLimitError(`a head of more than ${headLimitBytes} bytes`);
    this.pending = Buffer.from(rest);
    return Buffer.alloc(0);
  }
}

/** Where an interim answer ends; `open` where that is still to come, `none` where the bytes begin something else. */
function endOfInterim(bytes: Buffer): number | 'open' | 'none' {
  const start = bytes.toString('latin1', 0, decidedAfter);
  if (start.length < decidedAfter) return 'HTTP/1.1 100 '.startsWith(start) || isShortInterim(start) ? 'open' : 'none';
  if (!interimStart.test(start)) return 'none';
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  if (crlf < 0 && lf < 0) return 'open';
  return lf < 0 || (crlf >= 0 && crlf < lf) ? crlf + 4 : lf + 2;
}

/** Whether a text that is too short to tell may still become one. */
function isShortInterim(start: string): boolean {
  return /^(H|HT|HTT|HTTP|HTTP\/|HTTP\/1|HTTP\/1\.|HTTP\/1\.[01]|HTTP\/1\.[01] |HTTP\/1\.[01] 1(\d\d?)?[ \r]?)$/.test(
    start,
  );
}
