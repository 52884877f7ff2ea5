/** Keeps the exchanges of a run: the newest in memory, older ones in a file from which they are read again when a judgement looks at them. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange, WireRequest, WireResponse } from '../wire/exchange.ts';

/** Holds what went over the wire for as long as the run lasts. */
export interface ExchangeStore {
  /** The same exchange; its messages may leave memory, and come back when they are looked at. */
  keep(exchange: Exchange): Exchange;
  /** Takes the file away: exchanges that are not in memory can no longer be looked at. */
  close(): void;
}

/** Bytes of messages that stay in memory: more than a gate run has, so that it never needs a file. */
const memoryBytes = 10 * 1024 * 1024;
/** The oldest leave memory together, so many bytes at once. */
const batchBytes = 512 * 1024;
/** So many that were read again stay for a moment: who looks at one looks at it several times. */
const readAgainCount = 64;
/** What an exchange takes besides its bodies and headers: a rough measure is enough. */
const overheadBytes = 1024;
/** What a header takes: two texts and the pair of them. */
const headerBytes = 128;

/** A store that holds about `budgetBytes` in memory. Where nothing can be written everything stays there. */
export function createExchangeStore(budgetBytes = memoryBytes): ExchangeStore {
  const leaving = Math.min(batchBytes, budgetBytes);
  let budget = budgetBytes;
  let inMemory: KeptExchange[] = [];
  let usedBytes = 0;
  let file: SpillFile | null = null;
  const spill = () => {
    file ??= createSpillFile();
    let count = 0;
    let bytes = 0;
    while (count < inMemory.length && bytes <= leaving) bytes += inMemory[count++]!.bytes;
    const oldest = inMemory.slice(0, count);
    const places = file.write(oldest.map((exchange) => exchange.messages));
    if (places === null) {
      budget = Number.POSITIVE_INFINITY;
      return;
    }
    for (const [index, exchange] of oldest.entries()) exchange.leave(places[index]!);
    inMemory = inMemory.slice(count);
    usedBytes -= bytes;
  };
  return {
    keep(exchange) {
      const kept = new KeptExchange(exchange);
      inMemory.push(kept);
      usedBytes += kept.bytes;
      if (usedBytes > budget) spill();
      return kept;
    },
    close: () => file?.close(),
  };
}

interface Messages {
  readonly request: WireRequest;
  readonly response: WireResponse | null;
}

/** An exchange whose messages are in memory or in the file. */
class KeptExchange implements Exchange {
  readonly id: string;
  readonly operation: string;
  readonly probe: string;
  readonly title: string;
  readonly marker: string;
  readonly composedAt?: number;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly noAnswer: Exchange['noAnswer'];
  readonly #bytes: number;
  #messages: Messages | null;
  #kept: Kept | null = null;

  constructor(exchange: Exchange) {
    const { request, response } = exchange;
    this.id = exchange.id;
    this.operation = exchange.operation;
    this.probe = exchange.probe;
    this.title = exchange.title;
    this.marker = exchange.marker;
    if (exchange.composedAt !== undefined) this.composedAt = exchange.composedAt;
    this.startedAt = exchange.startedAt;
    this.durationMs = exchange.durationMs;
    this.noAnswer = exchange.noAnswer;
    // The answer is held a second time as JSON.
    const headers = request.headers.length + (response?.headers.length ?? 0);
    this.#bytes =
      overheadBytes + headers * headerBytes + request.body.byteLength + 2 * (response?.body.byteLength ?? 0);
    this.#messages = { request, response };
  }

  get request(): WireRequest {
    return this.messages.request;
  }

  get response(): WireResponse | null {
    return this.messages.response;
  }

  get messages(): Messages {
    return this.#messages ?? this.#kept!.file.read(this.#kept!);
  }

  /** About what its messages take in memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Leaves memory: from now on it is read again each time. */
  leave(kept: Kept): void {
    this.#kept = kept;
    this.#messages = null;
  }
}

/** Where the messages of an exchange lie: no more than this stays in memory of each. */
interface Kept {
  readonly file: SpillFile;
  readonly at: number;
  readonly length: number;
}

interface SpillFile {
  /** Writes messages and says where each lies; null where the disk takes nothing. */
  write(messages: readonly Messages[]): Kept[] | null;
  read(kept: Kept): Messages;
  close(): void;
}

/** A file that nobody else can read, without a name where the system allows that: nothing stays behind, however the process ends. */
function createSpillFile(): SpillFile {
  const opened = openSpillFile();
  if (opened === null) return { write: () => null, read: unread, close: () => {} };
  const { handle, remove } = opened;
  const lately = new Map<number, Messages>();
  let end = 0;
  const read = ({ at, length }: Kept) => {
    let messages = lately.get(at);
    if (!messages) {
      messages = decoded(bytesAt(handle, at, length));
      lately.set(at, messages);
      if (lately.size > readAgainCount) lately.delete(lately.keys().next().value!);
    }
    return messages;
  };
  const self: SpillFile = {
    read,
    write(messages) {
      const parts = messages.map(encoded);
      if (!isWritten(handle, Buffer.concat(parts), end)) return null;
      return parts.map(({ length }) => {
        const at = end;
        end += length;
        return { file: self, at, length };
      });
    },
    close() {
      lately.clear();
      closeSync(handle);
      remove();
    },
  };
  return self;
}

function unread(): never {
  throw new Error('nothing was written to the temporary file of the run');
}

/** Everything but the bodies as a line of JSON, then the bodies as they are. */
function encoded({ request, response }: Messages): Buffer {
  const { body: sent, ...asked } = request;
  const { body: came = new Uint8Array(), ...answered } = response ?? {};
  const head = { asked, answered: response && answered, size: sent.byteLength };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), sent, came]);
}

function decoded(bytes: Buffer): Messages {
  const start = bytes.indexOf('\n') + 1;
  const { asked, answered, size } = JSON.parse(bytes.toString('utf8', 0, start));
  const body = bytes.subarray(start + size);
  return {
    request: { ...asked, body: bytes.subarray(start, start + size) },
    response: answered && { ...answered, body },
  };
}

function openSpillFile(): { handle: number; remove: () => void } | null {
  try {
    const directory = mkdtempSync(join(tmpdir(), 'conformance-'));
    const remove = () => rmSync(directory, { recursive: true, force: true });
    const handle = openSync(join(directory, 'exchanges'), 'wx+', 0o600);
    try {
      remove();
    } catch {
      // Windows keeps the name for as long as the file is open.
      return { handle, remove };
    }
    return { handle, remove: () => {} };
  } catch {
    return null;
  }
}

function isWritten(handle: number, bytes: Buffer, at: number): boolean {
  try {
    return writeSync(handle, bytes, 0, bytes.length, at) === bytes.length;
  } catch {
    return false;
  }
}

function bytesAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(handle, bytes, 0, length, at) !== length)
    throw new Error('an exchange cannot be read again from the temporary file of the run');
  return bytes;
}
