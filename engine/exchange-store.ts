/** Keeps the exchanges of a run: the newest in memory, older ones in a file from which they are read again when a judgement looks at them. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Exchange, WireRequest, WireResponse } from './exchange.ts';

/** Holds what went over the wire for as long as the run lasts. */
export interface ExchangeStore {
  /** The same exchange; its messages may leave memory, and come back when they are looked at. */
  keep(exchange: Exchange): Exchange;
  /** Takes the file away: exchanges that are not in memory can no longer be looked at. */
  close(): void;
}

/** Bytes of messages that stay in memory: more than a gate run has, so that it never needs a file. */
const memoryBytes = 6 * 1024 * 1024;
/** What an exchange takes besides its bodies: a rough measure is enough. */
const overheadBytes = 3 * 1024;
/** So many that were read again stay for a moment, since one judgement looks several times. */
const readAgainCount = 32;

/** A store that holds about `budgetBytes` in memory. Where no file can be written everything stays there. */
export function createExchangeStore(budgetBytes = memoryBytes): ExchangeStore {
  const inMemory = new Set<KeptExchange>();
  const readAgain: KeptExchange[] = [];
  let usedBytes = 0;
  let file: SpillFile | null = null;
  const cameBack = (exchange: KeptExchange) => {
    readAgain.push(exchange);
    if (readAgain.length > readAgainCount) readAgain.shift()!.forget();
  };
  return {
    keep(exchange) {
      const kept = new KeptExchange(exchange, cameBack);
      inMemory.add(kept);
      usedBytes += kept.bytes;
      for (const oldest of inMemory) {
        if (usedBytes <= budgetBytes || oldest === kept) break;
        file ??= createSpillFile();
        if (!oldest.leave(file)) break;
        inMemory.delete(oldest);
        usedBytes -= oldest.bytes;
      }
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
  readonly #cameBack: (exchange: KeptExchange) => void;
  #messages: Messages | null;
  #readAgain: (() => Messages) | null = null;

  constructor(exchange: Exchange, cameBack: (exchange: KeptExchange) => void) {
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
    this.#bytes = overheadBytes + request.body.byteLength + 2 * (response?.body.byteLength ?? 0);
    this.#cameBack = cameBack;
    this.#messages = { request, response };
  }

  get request(): WireRequest {
    return this.#look().request;
  }

  get response(): WireResponse | null {
    return this.#look().response;
  }

  /** About what its messages take in memory. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Leaves memory for the file; false where that takes nothing. */
  leave(file: SpillFile): boolean {
    this.#readAgain = file.write(this.#messages!);
    if (this.#readAgain !== null) this.#messages = null;
    return this.#messages === null;
  }

  /** Leaves memory, the file having it already. */
  forget(): void {
    this.#messages = null;
  }

  #look(): Messages {
    if (this.#messages === null) {
      this.#messages = this.#readAgain!();
      this.#cameBack(this);
    }
    return this.#messages;
  }
}

interface SpillFile {
  /** Writes messages and gives what reads them again; null where the disk takes nothing. */
  write(messages: Messages): (() => Messages) | null;
  close(): void;
}

/** A file that nobody else can read, without a name where the system allows that: nothing stays behind, however the process ends. */
function createSpillFile(): SpillFile {
  const opened = openSpillFile();
  if (opened === null) return { write: () => null, close: () => {} };
  const { handle, remove } = opened;
  let end = 0;
  return {
    write(messages) {
      const at = end;
      const length = written(handle, serialize(messages), at);
      if (length === null) return null;
      end += length;
      return () => deserialize(read(handle, at, length)) as Messages;
    },
    close() {
      closeSync(handle);
      remove();
    },
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

/** How many bytes were written: all, or null where there is no room for them. */
function written(handle: number, bytes: Buffer, at: number): number | null {
  try {
    return writeSync(handle, bytes, 0, bytes.length, at) === bytes.length ? bytes.length : null;
  } catch {
    return null;
  }
}

function read(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(handle, bytes, 0, length, at) !== length)
    throw new Error('an exchange cannot be read again from the temporary file of the run');
  return bytes;
}
