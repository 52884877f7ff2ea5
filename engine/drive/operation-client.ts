/** A trial: one operation under test. It turns Asks into settled answers, within budget and patience. */

import type { Operation } from '../../generated/operations.ts';
import { type Settled, Unjudged } from '../check/finding.ts';
import { compose } from '../request/compose.ts';
import { guiltyPart } from '../request/guilty-part.ts';
import { type RequestSpec, requestName } from '../request/request-spec.ts';
import { checkProbe } from '../request/self-check.ts';
import { madeUp, timesFrom } from '../request/values.ts';
import type { JsonObject } from '../settings.ts';
import { type Answer, answerOf, header, isOverload, isThrottle, isTransient, received } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { edited, laidOver, valueAt } from '../wire/json.ts';
import { createPool, type Pool } from './budget.ts';
import { believed, createWeather, shortWhile, type Weather } from './retry.ts';
import type { Run } from './run-context.ts';
import { ownToken } from './token-per-call.ts';

export interface Trial {
  readonly op: Operation;
  readonly run: Run;
  readonly pool: Pool;
  /** Fields of an answer that come with a condition: their presence belongs to the answer. */
  readonly conditionalFields: readonly string[];
  /** The accepted opening controls; null where the base was not accepted. */
  readonly controls: { full: Settled | null; minimal: Settled | null; nobody: Settled | null };
  /** Whether the config names a fixture for this operation, and so vouches for it. */
  readonly vouched: boolean;
  /** Sends an Ask (equal ones once) and believes the answer, or throws Unjudged. */
  ask(ask: RequestSpec, title: string): Promise<Settled>;
  /** The body an Ask would have with a given fixture. */
  body(ask: RequestSpec, fixture?: number): JsonObject;
  /** Value of a field in the full base, as text. */
  baseText(path: readonly string[]): string;
  /** Each accepted call is about a token of its own, since the target refuses a second one about the same. */
  ownTokens: boolean;
  /** The trial of another operation of this run; null where there is none. */
  sibling(operation: string): Trial | null;
}

/** `siblings` are the trials of the run by operation, this one too once it is among them. */
export function createTrial(run: Run, op: Operation, siblings: ReadonlyMap<string, Trial> = new Map()): Trial {
  const { settings } = run;
  const fixtures = settings.requests[op.id] ?? [];
  const cache = new Map<string, Promise<Settled>>();
  const weather = createWeather();
  const conditional = op.response.filter((field) => field.conditional && field.path.length === 1);
  const trial: Trial = {
    op,
    run,
    pool: createPool(fixtures, op.effect ? (settings.limits[op.id] ?? null) : null),
    conditionalFields: conditional.map((field) => field.path[0]!),
    controls: { full: null, minimal: null, nobody: null },
    vouched: fixtures.length > 0,
    ownTokens: false,
    ask(ask, title) {
      const name = requestName(op.id, ask);
      let settled = cache.get(name);
      if (!settled) {
        settled = settle(trial, weather, ask, name, title);
        settled.catch(() => {});
        cache.set(name, settled);
      }
      return settled;
    },
    body: (ask, fixture = 0) => bodyOf(trial, ask, fixture, ''),
    baseText(path) {
      const value = valueAt(bodyOf(trial, { base: 'full' }, 0, ''), path);
      return typeof value === 'string' ? value : '';
    },
    sibling: (operation) => siblings.get(operation) ?? null,
  };
  return trial;
}

/** The body of an Ask: example, fixture, times, token reference, scenario, made-up user, edits: in that order. */
function bodyOf(trial: Trial, ask: RequestSpec, fixture: number, reference: string): JsonObject {
  const { op, run } = trial;
  const { probing } = op;
  const own = trial.pool.fixture(fixture).body;
  const example = laidOver(op.requestExample as JsonObject, runValues(trial, reference, ask.tokenOf));
  let body = laidOver(example, own);
  if (ask.base === 'minimal') {
    const required = op.request
      .filter((field) => field.required && field.path.length === 1)
      .map((field) => field.path[0]);
    body = Object.fromEntries(Object.entries(body).filter(([key]) => required.includes(key)));
  }
  if (ask.user === 'nobody' && probing.nobody) {
    const like = valueAt(body, [probing.nobody]) ?? valueAt(example, [probing.nobody]);
    body = { ...body, [probing.nobody]: madeUp(`nobody/${run.settings.seed}`, 20, String(like ?? '')) };
  }
  if (ask.overlay) body = laidOver(body, ask.overlay);
  return edited(body, ask.edits ?? []);
}

/** Values that belong to this run: times relative to its start, and the token reference. */
function runValues({ op, run }: Trial, reference: string, about: string | undefined): JsonObject {
  const values = timesFrom(op, run.startedAt);
  if (op.probing.introduces && reference) values[op.probing.introduces] = reference;
  const { refersTo } = op.probing;
  const known = refersTo && (reference || run.references.get(about ?? refersTo.operation));
  if (refersTo && known) values[refersTo.field] = known;
  return values;
}

async function settle(trial: Trial, weather: Weather, ask: RequestSpec, name: string, title: string): Promise<Settled> {
  const seen: Exchange[] = [];
  /** Attempts that were not throttled. */
  const counted: Exchange[] = [];
  const tried: number[] = [];
  let overloads = 0;
  for (;;) {
    if (trial.run.stopped()) throw new Unjudged('not-run', trial.run.stopped()!, 'the run was ended before this probe');
    if (weather.isDead()) throw new Unjudged('inconclusive', 'no-answer', 'the operation stopped answering', seen);
    const seat = seatFor(trial, ask, tried, seen);
    const attempt = `${name}/${seen.length}`;
    const token = await ownToken(trial, ask, attempt, seat.fixture);
    if (counted.length > 0) await shortWhile(trial.run, seen.at(-1)!);
    const { exchange, body } = await trial.run.limiter(() =>
      sendOnce(trial, ask, { fixture: seat.fixture, attempt, title, token }),
    );
    seen.push(exchange);
    const answer = answerOf(exchange);
    account(trial, seat, answer);
    weather.note(answer);
    const overloaded = isOverload(answer) && !ask.provokesOverload;
    if (overloaded && (await weather.letsUp(trial.run, exchange, overloads))) {
      overloads += 1;
      continue;
    }
    if (isThrottle(answer) && !ask.provokesThrottle) {
      if (seat.fixture !== null) {
        trial.pool.rest(seat.fixture);
        tried.push(seat.fixture);
      }
      if (seat.fixture === null || tried.length >= trial.pool.size)
        throw throttled(seen, overloaded ? 'a lower run.rate, or more fixtures' : 'more fixtures');
      continue;
    }
    counted.push(exchange);
    const meant = ask.encoding === undefined ? null : body;
    const settled: Settled = { answer, exchanges: seen, meant, fixture: seat.fixture, place: guiltyPart(ask) };
    if (!isTransient(answer) || (ask.provokesTransient && answer.kind === 'U')) {
      if (counted.length > 1) weather.changed();
      return believed(counted, settled);
    }
    if (ask.mayReachPerson && trial.pool.costs) {
      throw new Unjudged(
        'inconclusive',
        'unstable',
        `${received(answer)}; not repeated, since it may reach a person`,
        seen,
      );
    }
    if (counted.length >= weather.enough(exchange)) return believed(counted, settled);
  }
}

function throttled(seen: readonly Exchange[], needs: string): Unjudged {
  return new Unjudged('not-run', 'throttled', `throttled (${received(answerOf(seen.at(-1)!))}), needs ${needs}`, seen);
}

interface Seat {
  /** Fixture index, null for a made-up user. */
  readonly fixture: number | null;
  /** The call was counted before it was sent. */
  readonly paid: boolean;
}

function seatFor(trial: Trial, ask: RequestSpec, tried: readonly number[], seen: readonly Exchange[]): Seat {
  if (ask.user === 'nobody') return { fixture: null, paid: false };
  const { pool } = trial;
  if (!ask.mayReachPerson || !pool.costs) {
    // A refusal is free: any fixture serves, a rested one first.
    const free = [ask.fixture ?? 0, ...Array.from({ length: pool.size }, (_, i) => i)].find((i) => !tried.includes(i));
    return { fixture: free ?? 0, paid: false };
  }
  if (ask.pinned) {
    pool.spend(ask.fixture!);
    return { fixture: ask.fixture!, paid: true };
  }
  const index = pool.take({ except: tried, preferred: ask.fixture, reserve: ask.occurrence === 'closing' });
  if (index === 'spent')
    throw new Unjudged('not-run', 'budget', 'no fixture may send another message; add fixtures', seen);
  if (index === 'throttled')
    throw seen.length > 0
      ? throttled(seen, 'more fixtures')
      : new Unjudged('not-run', 'throttled', 'all fixtures rest');
  pool.spend(index);
  return { fixture: index, paid: true };
}

/** Books what a call cost: accepted and unanswered calls of an operation with an effect count. */
function account(trial: Trial, seat: Seat, answer: Answer): void {
  if (!trial.pool.costs) return;
  const { noAnswer } = answer.exchange;
  // Without a connection nothing was asked of anybody.
  const connected = noAnswer !== null && !['refused', 'dns', 'tls'].includes(noAnswer.kind);
  const cost = answer.kind === 'S' || connected;
  if (seat.paid && !cost) trial.pool.refund(seat.fixture!);
  if (!seat.paid && cost) trial.pool.spend(seat.fixture);
}

/** One sending of an Ask. */
interface Sending {
  readonly fixture: number | null;
  /** Name of the Ask and the ordinal of the attempt. */
  readonly attempt: string;
  readonly title: string;
  /** A token for this call alone. */
  readonly token: string | null;
}

/** Sends one request and records the exchange; the body is checked for being what the Ask says it is. */
async function sendOnce(trial: Trial, ask: RequestSpec, { fixture, attempt, title, token }: Sending) {
  const { run, op } = trial;
  const probe = `${op.id}/${attempt}`;
  const number = run.numberOf(probe);
  const reference = token ?? (op.probing.introduces ? `cf-${run.id}-${number}` : '');
  const body = bodyOf(trial, ask, fixture ?? 0, reference);
  checkProbe(op, ask, body);
  const marker = `${run.id}/${number}`;
  const context = run.composing(op, probe, isAuthentic(ask) ? JSON.stringify([ask.encoding, body]) : null);
  const composedAt = context.now();
  const request = await compose(context, ask, run.pathOf(op), body, marker);
  const delivery = await run.transport.send(request, probe);
  // What was cut off by Ctrl-C shows nothing of the target.
  if (delivery.noAnswer && run.stopped() === 'interrupted')
    throw new Unjudged('not-run', 'interrupted', 'the run was ended while this request was under way');
  const exchange = run.record({ operation: op.id, probe, title, marker, composedAt, request, ...delivery }, ask);
  if (op.probing.introduces && answerOf(exchange).kind === 'S') noteReference(run, body[op.probing.introduces]);
  return { exchange, body };
}

/** What is signed well and sent where it belongs is taken for a second sending, if it is the same. */
function isAuthentic({ tamper, wire = {} }: RequestSpec): boolean {
  const elsewhere = wire.method ?? wire.path ?? wire.pathSuffix;
  return !tamper && elsewhere === undefined && !wire.omit && !wire.clientId && !wire.keyVersion;
}

function noteReference(run: Run, reference: unknown): void {
  if (typeof reference === 'string') run.introduced.add(reference);
}

/** Signature and time of an accepted exchange, for the replayed-signature probe. */
export function signatureOf(exchange: Exchange): { signature: string; time: string } | null {
  const signature = header(exchange.request.headers, 'Signature');
  const time = header(exchange.request.headers, 'Request-Time');
  return signature && time ? { signature, time } : null;
}
