/** An operation of a live run: turns request specs into settled answers, within the limits and the retry policy, and records how each ended. */
import { type CheckContext, introducedToken } from '../check/context.ts';
import { isUnanswered, type Outcome } from '../check/steps.ts';
import { mayHaveReached } from '../record/reach.ts';
import type { Attempt, Ending } from '../record/record.ts';
import { attemptBody, ownMistake, requestOutcome } from '../record/request-outcome.ts';
import { tokenNeed } from '../record/token-per-call.ts';
import { compose } from '../request/compose.ts';
import { type RequestSpec, requestName } from '../request/request-spec.ts';
import { answerOf, header, isOverload, isThrottle, isTransient } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Budget, Place, PlaceWanted } from './budget.ts';
import { createBudget } from './budget.ts';
import { backoffMs, createRetryState, type RetryState } from './retry.ts';
import type { RunContext } from './run-context.ts';

export interface OperationClient {
  readonly context: CheckContext;
  readonly budget: Budget;
  /** Sends a request; equal ones are sent once. */
  send(spec: RequestSpec, title: string): Promise<Outcome>;
}

/** `clientOf` gives the clients of other operations of the run. */
export function createOperationClient(
  run: RunContext,
  context: CheckContext,
  clientOf: (operation: string) => OperationClient | null,
): OperationClient {
  const cache = new Map<string, Promise<Outcome>>();
  const limit = context.costs ? (run.settings.limits[context.op.id] ?? null) : null;
  const client: OperationClient = {
    context,
    budget: createBudget(context.fixtures, limit),
    send(spec, title) {
      const name = requestName(context.op.id, spec, context.identity);
      let outcome = cache.get(name);
      if (!outcome) {
        outcome = new Sending(run, client, retry, { spec, name, title }, clientOf).settle();
        cache.set(name, outcome);
      }
      return outcome;
    },
  };
  const retry = createRetryState();
  return client;
}

interface Wanted {
  readonly spec: RequestSpec;
  readonly name: string;
  readonly title: string;
}

/** One request on its way to an outcome. */
class Sending {
  private readonly attempts: Attempt[] = [];
  private readonly seen: Exchange[] = [];
  /** Fixtures that were throttled. */
  private readonly throttled: number[] = [];
  /** Attempts that were not throttled. */
  private counted = 0;
  private overloads = 0;

  constructor(
    private readonly run: RunContext,
    private readonly client: OperationClient,
    private readonly retry: RetryState,
    private readonly wanted: Wanted,
    private readonly clientOf: (operation: string) => OperationClient | null,
  ) {}

  async settle(): Promise<Outcome> {
    const mistake = ownMistake(this.client.context, this.wanted.spec);
    if (mistake) return { unanswered: mistake };
    let ended: Ending | null = null;
    while (ended === null) ended = await this.attempt();
    const { spec, name } = this.wanted;
    const { context } = this.client;
    const request = { operation: context.op.id, name, spec, attempts: this.attempts, ended };
    this.run.keepRequest(request);
    const outcome = requestOutcome(context, request, this.seen, this.run.stopped());
    if (!isUnanswered(outcome)) this.remember(outcome);
    return outcome;
  }

  /** One more sending; null where another one is due. */
  private async attempt(): Promise<Ending | null> {
    if (this.run.stopped()) return 'interrupted';
    if (this.retry.isDead()) return 'absent';
    const place = await this.client.budget.take(this.placeWanted());
    if (place === 'budget' || place === 'throttled') return place;
    const last = this.seen.at(-1);
    if (last && this.counted > 0) await this.run.rest(backoffMs(last, this.counted - 1));
    const exchange = await this.send(place);
    if (exchange === null) return 'interrupted';
    return this.ending(exchange, place.fixture);
  }

  private placeWanted(): PlaceWanted {
    const { spec } = this.wanted;
    const isOpening =
      spec.occurrence === 'spelling' || (spec.base === 'full' && /^opening/.test(spec.occurrence ?? ''));
    const paid = spec.occurrence === 'closing' ? 'closing' : isOpening ? 'opening' : 'accepted';
    return {
      user: spec.user ?? 'fixture',
      purpose: spec.mayReachPerson ? paid : 'probe',
      ...(spec.fixture === undefined ? {} : { preferred: spec.fixture }),
      ...(spec.pinned ? { pinned: true } : {}),
      except: this.throttled,
    };
  }

  /** How an attempt ended; null where the request is to be sent again. */
  private async ending(exchange: Exchange, fixture: number | null): Promise<Ending | null> {
    const { spec } = this.wanted;
    const answer = answerOf(exchange);
    this.retry.note(answer);
    if (isOverload(answer) && !spec.provokesOverload) {
      const waitMs = this.retry.overloadWaitMs(exchange, this.overloads);
      if (waitMs !== null) {
        await this.run.rest(waitMs);
        this.overloads += 1;
        return null;
      }
    }
    if (isThrottle(answer) && !spec.provokesThrottle) return this.afterThrottle(fixture);
    this.counted += 1;
    if (!isTransient(answer) || (spec.provokesTransient && answer.kind === 'U')) {
      if (this.counted > 1) this.retry.noteRecovery();
      if (isThrottle(answer) && spec.pinned && fixture !== null) this.client.budget.rest(fixture);
      return 'settled';
    }
    if (spec.mayReachPerson && this.client.budget.costs) return 'unstable';
    return this.counted >= this.retry.attemptsNeeded(exchange) ? 'settled' : null;
  }

  private afterThrottle(fixture: number | null): Ending | null {
    if (fixture === null) return 'throttled';
    this.client.budget.rest(fixture);
    this.throttled.push(fixture);
    return this.throttled.length >= this.client.context.fixtures.length ? 'throttled' : null;
  }

  /** Sends once and records the exchange; null where the run was interrupted meanwhile. */
  private async send(place: Place): Promise<Exchange | null> {
    const { run, wanted, client } = this;
    const { context } = client;
    const attempt = `${wanted.name}/${this.seen.length}`;
    const probe = `${context.op.id}/${attempt}`;
    const number = run.numberOf(probe);
    let reached = false;
    try {
      const token = await this.token(attempt, place.fixture, number);
      const body = attemptBody(context, wanted.spec, { user: place.fixture, token });
      const said = isAuthentic(wanted.spec) ? JSON.stringify([wanted.spec.encoding, body]) : null;
      const marker = `${run.identity.id}/${number}`;
      const exchange = await run.limiter(async () => {
        const composing = run.composing(context.op, said);
        const request = await compose(composing, wanted.spec, context.path, body, marker);
        const delivery = await run.transport.send(request, probe);
        const { title } = wanted;
        const about = { operation: context.op.id, probe, title, marker, composedAt: composing.now() };
        return { id: `x${number.toString(36)}`, ...about, request, ...delivery };
      });
      reached = mayHaveReached(answerOf(exchange));
      // What was cut off by Ctrl-C shows nothing of the target.
      if (exchange.noAnswer && run.stopped() === 'interrupted') return null;
      const kept = run.keepExchange(exchange);
      this.seen.push(kept);
      this.attempts.push({ exchange: kept.id, user: place.fixture, token });
      const { introduces } = context.op.probing;
      if (introduces && answerOf(kept).kind === 'S') run.introduced.add(String(body[introduces]));
      return kept;
    } finally {
      place.done(reached);
    }
  }

  /** The token that an attempt introduces or is about. */
  private async token(attempt: string, fixture: number | null, number: number): Promise<string> {
    const { run, wanted, client } = this;
    const { op } = client.context;
    if (op.probing.introduces) return `cf-${run.identity.id}-${number}`;
    const { refersTo } = op.probing;
    if (!refersTo) return '';
    const need = tokenNeed(client.context, wanted.spec, attempt, fixture);
    const introducing = need.introducedBy && this.clientOf(need.introducedBy.context.op.id);
    if (need.introducedBy && introducing) {
      const outcome = await introducing.send(need.introducedBy.spec, 'a token for other calls');
      const accepted = !isUnanswered(outcome) && outcome.answer.kind === 'S';
      const token = accepted ? introducedToken(introducing.context.op, outcome) : null;
      if (token) return token;
    }
    if (need.ownIfNone) return `cf-${run.identity.id}-${run.numberOf(attempt)}`;
    return run.tokens.get(wanted.spec.tokenOf ?? refersTo.operation) ?? '';
  }

  /** What an accepted request leaves behind for later ones. */
  private remember(outcome: Exclude<Outcome, { unanswered: unknown }>): void {
    const { namesToken } = this.wanted.spec;
    if (!namesToken || outcome.answer.kind !== 'S') return;
    const token = introducedToken(this.client.context.op, outcome);
    if (token) this.run.tokens.set(namesToken, token);
  }
}

/** A well-signed request to the right place counts as a second sending where an equal one was sent before. */
function isAuthentic({ tamper, wire = {} }: RequestSpec): boolean {
  const elsewhere = wire.method ?? wire.path ?? wire.pathSuffix;
  return !tamper && elsewhere === undefined && !wire.omit && !wire.clientId && !wire.keyVersion;
}

/** Signature and time of an accepted exchange, for requests that carry a signature heard before. */
export function signatureOf({ request }: Exchange): { signature: string; time: string } | null {
  const signature = header(request.headers, 'Signature');
  const time = header(request.headers, 'Request-Time');
  return signature && time ? { signature, time } : null;
}
