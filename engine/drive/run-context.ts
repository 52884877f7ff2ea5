/** What all trials of a run share: settings, transport, keys, the record of exchanges, the numbering. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type Operation, type OperationId, operations } from '../../generated/operations.ts';
import type { Reason } from '../check/finding.ts';
import { createExchangeStore } from '../record/exchange-store.ts';
import { type ComposeContext, type Signer, signingWith } from '../request/compose.ts';
import type { RequestSpec, Spelling } from '../request/request-spec.ts';
import type { RunHooks, RunSettings } from '../settings.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Transport } from '../wire/transport.ts';
import { createLimiter, type Limiter } from './limiter.ts';

/** A recorded exchange and what was meant by it. */
export interface Sent {
  readonly exchange: Exchange;
  readonly ask: RequestSpec;
}

export interface Run {
  readonly settings: RunSettings;
  readonly hooks: RunHooks;
  readonly id: string;
  /** Milliseconds since the Unix epoch; times in bodies are relative to it. */
  readonly startedAt: number;
  readonly transport: Transport;
  readonly limiter: Limiter;
  readonly publicKey: KeyObject | null;
  readonly sent: Sent[];
  /** Sees each exchange as it is recorded. */
  witness: ((sent: Sent) => void) | null;
  /** Token references that were introduced at the target. */
  readonly introduced: Set<string>;
  /** References that later calls may use: by introducing operation, or by the name that an Ask gives as `about`. */
  readonly references: Map<string, string>;
  /** The spelling of headers that the target's control accepts. */
  spelling: Spelling;
  /** Signature and time of an accepted request, per operation. */
  readonly acceptedSignatures: Map<string, { signature: string; time: string }>;
  /** Why the run ends early, or null while it goes on. */
  stopped(): Reason | null;
  stop(reason: Reason): void;
  /** Waits, unless the run is ended. */
  rest(ms: number): Promise<void>;
  /** A number for a probe, the same for the same name. */
  numberOf(name: string): number;
  pathOf(op: Operation): string;
  /** What the request of a probe is put together with; `said` is what no two requests may say in one second, null for anything. */
  composing(op: Operation, probe: string, said: string | null): ComposeContext;
  /** An exchange that was recorded before keeps its id. */
  record(exchange: Omit<Exchange, 'id'> & { readonly id?: string }, ask: RequestSpec): Exchange;
  /** Gives up what the record keeps on disk; nothing may be judged afterwards. */
  forget(): void;
}

export interface RunIdentity {
  readonly id: string;
  readonly startedAt: number;
}

/** What a run that is told again takes from its record: in the place of the network, the clock, the key, and of waiting. */
export interface Retelling extends Transport {
  /** When the request of a probe was put together. */
  composedAt(probe: string): number;
  /** The recorded signature of a request; `content` is what it must be for. */
  signature(probe: string, content: Uint8Array, by: Signer): Uint8Array;
  rest(ms: number): Promise<void>;
}

export function createRun(
  settings: RunSettings,
  hooks: RunHooks,
  transport: Transport,
  identity: RunIdentity,
  retelling: Retelling | null = null,
): Run {
  const sent: Sent[] = [];
  const store = createExchangeStore();
  const ownMoment = createMoments();
  const sign = signerOf(settings, retelling);
  const numbers = new Map<number, string>();
  let ended: Reason | null = null;
  const prefix = new URL(settings.target).pathname.replace(/\/+$/, '');
  const run: Run = {
    settings,
    hooks,
    ...identity,
    transport,
    limiter: limiterOf(settings, retelling),
    publicKey: settings.signing.publicKey ? createPublicKey(settings.signing.publicKey) : null,
    sent,
    witness: null,
    introduced: new Set(),
    references: new Map(),
    spelling: { names: 'canonical', comma: ', ' },
    acceptedSignatures: new Map(),
    stopped: () => (hooks.signal?.aborted ? 'interrupted' : ended),
    stop: (reason) => {
      ended ??= reason;
    },
    rest: retelling?.rest ?? ((ms) => pause(ms, hooks.signal)),
    numberOf: (name) => freeNumber(numbers, name),
    pathOf: (op) => settings.paths[op.id] ?? op.path,
    composing: (op, probe, said) => ({
      clientId: settings.clientId,
      keyVersion: settings.signing.keyVersion,
      sign: sign && ((content, by) => sign(probe, content, by)),
      prefix,
      spelling: run.spelling,
      extraHeaders: settings.headers,
      now: atOnce(retelling ? retelling.composedAt(probe) : ownMoment(said && `${op.id} ${said}`)),
      otherPath: otherPath(settings, op),
      accepted: run.acceptedSignatures.get(op.id) ?? null,
    }),
    record: (exchange, ask) => {
      const recorded: Exchange = { ...exchange, id: exchange.id ?? `x${sent.length + 1}` };
      const kept = store.keep(recorded);
      const one: Sent = { exchange: kept, ask };
      sent.push(one);
      run.witness?.(one);
      // A listener may hold it longer than the run lasts, so it gets the exchange as it came.
      hooks.onExchange?.(recorded);
      return kept;
    },
    forget: () => store.close(),
  };
  return run;
}

/** Told again, everything waits for its place in the record, and for nothing else. */
function limiterOf({ concurrency, rate }: RunSettings, retelling: Retelling | null): Limiter {
  return retelling ? createLimiter(Number.POSITIVE_INFINITY, 0) : createLimiter(concurrency, rate);
}

type Sign = (probe: string, content: Buffer, by: Signer) => Promise<Uint8Array>;

/** Signatures are made with our key, or come from the record; with signing off there are none. */
function signerOf({ signing }: RunSettings, retelling: Retelling | null): Sign | null {
  if (signing.mode === 'off') return null;
  if (retelling) return async (probe, content, by) => retelling.signature(probe, content, by);
  if (signing.privateKey === null) return null;
  const live = signingWith(createPrivateKey(signing.privateKey));
  return (_, content, by) => live(content, by);
}

/** Well within what a server lets a clock be off. */
const mostSecondsBack = 60;

/**
 * Moments by what is said at them: the same is never said twice in one second, since two equal messages with equal signatures
 * look like one that was overheard and sent again. Where it was, the moment is the second before.
 */
function createMoments(): (said: string | null) => number {
  const seconds = new Map<string, Set<number>>();
  return (said) => {
    const now = Date.now();
    if (said === null) return now;
    const key = createHash('sha256').update(said).digest('base64');
    const taken = seconds.get(key) ?? new Set();
    let back = 0;
    while (taken.has(Math.floor(now / 1000) - back) && back < mostSecondsBack) back += 1;
    seconds.set(key, taken.add(Math.floor(now / 1000) - back));
    return now - back * 1000;
  };
}

/** A clock that stands still: all times of one request are made from one moment. */
function atOnce(moment: number): () => number {
  return () => moment;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}

/** Numbers come from the name, not from the order of sending, so that the same seed gives the same ids at any concurrency. */
function freeNumber(taken: Map<number, string>, name: string): number {
  let number = Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) % 1_000_000_000;
  while (taken.has(number) && taken.get(number) !== name) number = (number + 1) % 1_000_000_000;
  taken.set(number, name);
  return number;
}

function otherPath(settings: RunSettings, op: Operation): string {
  const other = (Object.keys(operations) as OperationId[]).find((id) => id !== op.id)!;
  return settings.paths[other] ?? operations[other].path;
}
