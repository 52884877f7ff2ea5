/**
 * Tells a recorded run again. The engine asks as it did then; answers come from the record, in the order in which they came then,
 * on a clock that jumps from one recorded moment to the next. So every choice that hung on that order is made again in the same way,
 * however many requests were under way at once.
 */
import { isDeepStrictEqual } from 'node:util';
import { header } from '../wire/answer.ts';
import type { Exchange, WireHeaders, WireRequest } from '../wire/exchange.ts';
import { readSignatureHeader } from '../wire/signing.ts';
import type { Delivery } from '../wire/transport.ts';
import type { Retelling } from './run-context.ts';

/** What does not fit between the record and the run that is told again. */
export interface Misfit {
  readonly kind: 'dropped' | 'added' | 'altered' | 'unsigned';
  /** Id of the recorded exchange; empty for one that is missing. */
  readonly id: string;
  readonly probe: string;
  /** What differs, as a part of a sentence. */
  readonly says: string;
}

/** Whether a request's signature is ours for a content. */
export type OursCheck = (content: Uint8Array, signature: Uint8Array) => boolean;

/** A retelling, and what did not fit in it. */
export interface RecordedRun extends Retelling {
  /** Compares what was told with what was recorded. */
  told(exchange: Exchange): void;
  /** All that did not fit, recorded exchanges that nobody asked for too: after the run. */
  misfits(): readonly Misfit[];
}

interface Waiting {
  /** Moment at which it is over. */
  readonly at: number;
  /** Place in the record, or that of a timer. */
  readonly place: number;
  readonly resolve: () => void;
}

const timerPlace = -1;

/** A retelling of the exchanges of a run that began at that moment. */
export function recordedRun(exchanges: readonly Exchange[], startedAt: number, isOurs: OursCheck): RecordedRun {
  const record = new Map<string, { exchange: Exchange; place: number }>();
  const misfits: Misfit[] = [];
  for (const [place, exchange] of exchanges.entries()) {
    if (!record.has(exchange.probe)) record.set(exchange.probe, { exchange, place });
  }
  const asked = new Set<Exchange>();
  const clock = createClock(startedAt);
  const note = (kind: Misfit['kind'], { id, probe }: Pick<Exchange, 'id' | 'probe'>, says: string) =>
    misfits.push({ kind, id, probe, says });
  return {
    close: async () => {},
    composedAt: (probe) => record.get(probe)?.exchange.composedAt ?? startedAt,
    rest: (ms) => clock.wait(clock.now() + ms, timerPlace),
    signature(probe, content, by) {
      const exchange = record.get(probe)?.exchange;
      if (!exchange) return new Uint8Array(256);
      const bytes = signatureIn(exchange.request.headers);
      // A header that is there by mistake, or not there, is told as an altered header.
      if (by === 'us' && bytes.length > 0 && !isOurs(content, bytes))
        note('unsigned', exchange, 'is not signed with the key of the suite');
      return bytes;
    },
    async send(request, probe) {
      const known = record.get(probe);
      if (!known) {
        note('dropped', { id: '', probe }, `${request.method} ${request.path}`);
        await clock.wait(clock.now(), exchanges.length);
        return nothing(clock.now());
      }
      const { exchange, place } = known;
      asked.add(exchange);
      for (const says of differences(request, exchange.request)) note('altered', exchange, says);
      await clock.wait(exchange.startedAt + exchange.durationMs, place);
      const { id, request: sent, response, noAnswer, startedAt: at, durationMs } = exchange;
      return { id, request: sent, response, noAnswer, startedAt: at, durationMs };
    },
    told(exchange) {
      const known = record.get(exchange.probe)?.exchange;
      if (!known || known.id !== exchange.id) return;
      for (const name of ['operation', 'title', 'marker'] as const) {
        if (known[name] !== exchange[name]) note('altered', known, `has another ${name}`);
      }
    },
    misfits: () => [
      ...misfits,
      ...exchanges
        .filter((exchange) => !asked.has(exchange))
        .map(({ id, probe }): Misfit => ({ kind: 'added', id, probe, says: 'was asked for by no probe' })),
    ],
  };
}

function nothing(startedAt: number): Delivery {
  const noAnswer = { kind: 'aborted', says: 'this exchange is not in the record' } as const;
  return { startedAt, durationMs: 0, response: null, noAnswer };
}

/** A clock that stands still while anything can still be done, and then jumps to what is over next. */
function createClock(start: number) {
  const waiting: Waiting[] = [];
  const over = new Set<number>();
  let now = start;
  /** The exchange that came next in the record. */
  let expected = 0;
  let ticking = false;
  const tick = () => {
    ticking = false;
    const next = nextOf(waiting, expected);
    if (next === null) return;
    waiting.splice(waiting.indexOf(next), 1);
    now = Math.max(now, next.at);
    over.add(next.place);
    while (over.has(expected)) expected += 1;
    next.resolve();
    wind();
  };
  // An immediate runs when no promise is left to be settled: only then it is known what waits.
  const wind = () => {
    if (ticking || waiting.length === 0) return;
    ticking = true;
    setImmediate(tick);
  };
  return {
    now: () => now,
    wait: (at: number, place: number) =>
      new Promise<void>((resolve) => {
        waiting.push({ at, place, resolve });
        wind();
      }),
  };
}

/**
 * Exchanges come in the order of the record, whatever their clocks said. Where the next one is not asked for yet, a timer has to go off
 * before it is; where none is left, it is never asked for, and the one after it comes.
 */
function nextOf(waiting: readonly Waiting[], expected: number): Waiting | null {
  const first = (list: readonly Waiting[], key: 'at' | 'place') =>
    list.reduce<Waiting | null>((best, one) => (best === null || one[key] < best[key] ? one : best), null);
  const timers = waiting.filter(({ place }) => place === timerPlace);
  const exchanges = waiting.filter(({ place }) => place !== timerPlace);
  return exchanges.find(({ place }) => place === expected) ?? first(timers, 'at') ?? first(exchanges, 'place');
}

function signatureIn(headers: WireHeaders): Uint8Array {
  const text = readSignatureHeader(header(headers, 'Signature') ?? '')?.signature ?? '';
  try {
    return Buffer.from(decodeURIComponent(text), 'base64');
  } catch {
    return Buffer.alloc(0);
  }
}

/** What is not the same in the request that the probe makes and in the recorded one. */
function differences(made: WireRequest, recorded: WireRequest): string[] {
  const found: string[] = [];
  if (made.method !== recorded.method)
    found.push(`was recorded with the method ${recorded.method}, not ${made.method}`);
  if (made.path !== recorded.path) found.push('was recorded with another path');
  if (Buffer.compare(made.body, recorded.body) !== 0) found.push('was recorded with another body');
  if (!isDeepStrictEqual(made.headers, recorded.headers))
    found.push(`was recorded with ${otherHeader(made.headers, recorded.headers)}`);
  return found;
}

function otherHeader(made: WireHeaders, recorded: WireHeaders): string {
  const other = made.find((pair, i) => !isDeepStrictEqual(pair, recorded[i])) ?? recorded[made.length];
  return `another header ${other?.[0] ?? ''}`;
}
