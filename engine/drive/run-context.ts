/** What all operations of a live run share: settings, transport, keys, the record in the making, the numbering. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Operation } from '../../contract/types.ts';
import type { Reason } from '../check/finding.ts';
import type { RunHooks } from '../hooks.ts';
import { createExchangeStore } from '../record/exchange-store.ts';
import type { RecordedRequest, RunRecord } from '../record/record.ts';
import { type ComposeContext, composeBasics, signingWith } from '../request/compose.ts';
import { firstSpelling, type RunIdentity, type Spelling } from '../request/request-spec.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf, isLost } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Transport } from '../wire/transport.ts';
import { type Availability, createAvailability } from './availability.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import { createRests } from './rests.ts';

export interface RunContext {
  readonly settings: RunSettings;
  readonly hooks: RunHooks;
  readonly identity: RunIdentity;
  readonly transport: Transport;
  readonly limiter: Limiter;
  readonly availability: Availability;
  readonly publicKey: KeyObject | null;
  /** Tokens that later calls may use, by the name that a request spec gives them or by the introducing operation. */
  readonly tokens: Map<string, string>;
  /** The persons for whom tokens were introduced, by token. */
  readonly tokenOwners: Map<string, string>;
  /** The spelling of headers that the target's control accepts. */
  spelling: Spelling;
  /** Signature and time of an accepted request, per operation. */
  readonly acceptedSignatures: Map<string, { signature: string; time: string }>;
  /** Why the run ends early, or null while it goes on. */
  stopped(): Reason | null;
  stop(reason: Reason): void;
  /** Waits, unless the run is ended. */
  rest(ms: number): Promise<void>;
  /** A number for a request, the same for the same name. */
  numberOf(name: string): number;
  /** Numbers the controls of a run. */
  nextControl(): number;
  /** How many requests were answered, or not, so far. */
  requestCount(): number;
  /** Whether the target answered anything; a gateway that found no server is not the target. */
  isAnswered(): boolean;
  /** What a request is put together with; `said` is what no two requests may say in one second, null for anything. */
  composing(op: Operation, said: string | null): ComposeContext;
  keepExchange(exchange: Exchange): Exchange;
  keepRequest(request: RecordedRequest): void;
  record(): RunRecord;
  /** Gives up what the record keeps on disk; nothing may be judged afterwards. */
  forget(): void;
}

export function createRunContext(
  settings: RunSettings,
  hooks: RunHooks,
  transport: Transport,
  identity: RunIdentity,
): RunContext {
  const keeper = createKeeper(hooks);
  const ownMoment = createMoments();
  const { signing } = settings;
  const sign = signing.mode === 'off' || !signing.privateKey ? null : signingWith(createPrivateKey(signing.privateKey));
  const numbers = new Map<number, string>();
  let ended: Reason | null = null;
  let controls = 0;
  const stopped = () => (hooks.signal?.aborted ? 'interrupted' : ended);
  const run: RunContext = {
    settings,
    hooks,
    identity,
    transport,
    limiter: createLimiter(settings.concurrency, settings.rate, () => stopped() !== null),
    get availability() {
      return availability;
    },
    publicKey: signing.publicKey ? createPublicKey(signing.publicKey) : null,
    tokens: new Map(),
    tokenOwners: new Map(),
    spelling: firstSpelling,
    acceptedSignatures: new Map(),
    stopped,
    stop: (reason) => {
      ended ??= reason;
    },
    rest: createRests(hooks.signal),
    numberOf: (name) => freeNumber(numbers, name),
    nextControl: () => {
      controls += 1;
      return controls;
    },
    requestCount: () => keeper.kept.exchanges.length,
    isAnswered: keeper.isAnswered,
    composing: (op, said) => {
      const moment = ownMoment(said && `${op.id} ${said}`);
      return {
        ...composeBasics(settings, op),
        sign,
        spelling: run.spelling,
        now: () => moment,
        accepted: run.acceptedSignatures.get(op.id) ?? null,
      };
    },
    keepExchange: keeper.keepExchange,
    keepRequest: keeper.keepRequest,
    record: () => ({ identity, stopped: stopped(), slowedTo: run.limiter.lowestRate(), ...keeper.kept }),
    forget: keeper.forget,
  };
  const availability = createAvailability(run);
  return run;
}

/** The record in the making. */
interface Keeper extends Pick<RunContext, 'keepExchange' | 'keepRequest' | 'isAnswered' | 'forget'> {
  readonly kept: Pick<RunRecord, 'exchanges' | 'requests'>;
}

function createKeeper(hooks: RunHooks): Keeper {
  const exchanges: Exchange[] = [];
  const requests: RecordedRequest[] = [];
  const store = createExchangeStore();
  let answered = false;
  return {
    kept: { exchanges, requests },
    isAnswered: () => answered,
    keepExchange: (exchange) => {
      const kept = store.keep(exchange);
      exchanges.push(kept);
      answered ||= exchange.response !== null && !isLost(answerOf(exchange));
      // A listener may hold it longer than the run lasts, so it gets the exchange as it came.
      hooks.onExchange?.(exchange);
      return kept;
    },
    keepRequest: (request) => {
      requests.push(request);
      hooks.onRequest?.(request);
    },
    forget: () => store.close(),
  };
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

/** Numbers come from the name, not from the order of sending, so that the same seed gives the same ids at any concurrency. */
function freeNumber(taken: Map<number, string>, name: string): number {
  let number = Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) % 1_000_000_000;
  while (taken.has(number) && taken.get(number) !== name) number = (number + 1) % 1_000_000_000;
  taken.set(number, name);
  return number;
}
