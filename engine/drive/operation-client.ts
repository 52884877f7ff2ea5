/** An operation of a live run: turns request specs into settled answers, within the limits and the retry policy, and records how each ended. */
import { type CheckContext, introducedToken } from '../check/context.ts';
import { isUnanswered, type Outcome } from '../check/steps.ts';
import { controlSpec } from '../record/control.ts';
import { personOf } from '../record/reach.ts';
import type { Attempt, Ending } from '../record/record.ts';
import { ownMistake, requestOutcome } from '../record/request-outcome.ts';
import { type RequestSpec, requestName } from '../request/request-spec.ts';
import { answerOf, isLost, isOverload, isThrottle, isTransient } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { absenceMsOf, togetherMs } from './availability.ts';
import { type Budget, createBudget, type Place, type PlaceWanted } from './budget.ts';
import { placeFor } from './place-wanted.ts';
import { backoffMs, createRetryState, type RetryState } from './retry.ts';
import type { RunContext } from './run-context.ts';
import { type ClientOf, sendOnce } from './send-once.ts';

export interface OperationClient {
  readonly context: CheckContext;
  readonly budget: Budget;
  /** Sends a request; equal ones are sent once. */
  send(spec: RequestSpec, title: string): Promise<Outcome>;
  /** Sends a request at once and a single time, while everything else waits; null where it may not be sent. */
  sendNow(spec: RequestSpec, title: string): Promise<Outcome | null>;
}

/** `clientOf` gives the clients of other operations of the run; `mostMessages` is the most that may reach people. */
export function createOperationClient(
  run: RunContext,
  context: CheckContext,
  clientOf: ClientOf,
  mostMessages: number,
): OperationClient {
  const cache = new Map<string, Promise<Outcome>>();
  const { perFixture } = run.settings.limits[context.op.id] ?? {};
  const client: OperationClient = {
    context,
    budget: createBudget(
      context.fixtures,
      context.costs && perFixture !== undefined ? { perFixture, maxSends: mostMessages } : null,
    ),
    send(spec, title) {
      const name = requestName(context.op.id, spec, context.identity);
      let outcome = cache.get(name);
      if (!outcome) {
        outcome = new Sending(run, client, retry, { spec, name, title }, clientOf).settle();
        cache.set(name, outcome);
      }
      return outcome;
    },
    async sendNow(wanted, title) {
      // A request of its own: the same one may wait to be sent, or be sent later.
      const spec = { ...wanted, occurrence: `${wanted.occurrence ?? ''}at once ${run.nextControl()}` };
      const name = requestName(context.op.id, spec, context.identity);
      const sent = await new Sending(run, client, retry, { spec, name, title }, clientOf).once();
      return sent?.outcome ?? null;
    },
  };
  const retry = createRetryState();
  return client;
}

/** Overloads in a row at one request a second after which a target that never served anything is not asked again. */
const neverServed = 5;

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
    private readonly clientOf: ClientOf,
  ) {}

  async settle(): Promise<Outcome> {
    const { spec } = this.wanted;
    const { context } = this.client;
    const mistake = ownMistake(context, spec);
    if (mistake) return { unanswered: mistake };
    let ended: Ending | null = null;
    while (ended === null) ended = await this.attempt();
    const outcome = this.end(ended);
    if (!isUnanswered(outcome) && spec.namesToken && outcome.answer.kind === 'S') {
      const token = introducedToken(context.op, outcome);
      if (token) this.run.tokens.set(spec.namesToken, token);
    }
    return outcome;
  }

  /** One sending of a control, recorded like any request; null where none may be sent. */
  async once(): Promise<{ readonly exchange: Exchange; readonly outcome: Outcome } | null> {
    const place = this.client.budget.takeNow(this.placeWanted());
    const exchange = place && exchangeIn(await this.sendTo(place));
    return exchange && { exchange, outcome: this.end(isLost(answerOf(exchange)) ? 'absent' : 'settled') };
  }

  private end(ended: Ending): Outcome {
    const { spec, name } = this.wanted;
    const { context } = this.client;
    const request = { operation: context.op.id, name, spec, attempts: this.attempts, ended };
    this.run.keepRequest(request);
    return requestOutcome(context, request, this.seen, this.run.stopped());
  }

  /** One more sending; null where another one is due. */
  private async attempt(): Promise<Ending | null> {
    await this.run.availability.whenOpen();
    if (this.run.stopped()) return 'interrupted';
    if (this.retry.isDead()) return 'absent';
    if (this.overloads > 0 && this.isOverloadedForGood()) return this.afterOverload();
    const place = await this.client.budget.take(this.placeWanted());
    if (typeof place === 'string') return this.run.stopped() ? 'interrupted' : place;
    const last = this.seen.at(-1);
    if (last && this.counted > 0) await this.run.rest(backoffMs(last, this.counted - 1));
    const exchange = await this.sendTo(place);
    if (typeof exchange === 'string') return exchange;
    if (this.run.isAnswered()) {
      if (isLost(answerOf(exchange))) return this.afterLoss(exchange, place.fixture);
    } else if (await this.run.availability.mayAnswerSoon(exchange)) {
      this.markLost(this.seen.length - 1, () => true);
      return null;
    }
    return this.ending(exchange, place.fixture);
  }

  private placeWanted(): PlaceWanted {
    return {
      ...placeFor(this.wanted.spec),
      except: this.throttled,
      people: (fixture) => this.people(fixture),
    };
  }

  /** Whom the request may reach: the user of its body, and the owner of a token that it names. */
  private people(fixture: number): string[] {
    const { run, client, wanted } = this;
    const { tokenOf } = wanted.spec;
    const token = tokenOf === undefined ? undefined : run.tokens.get(tokenOf);
    const owner = token === undefined ? undefined : run.tokenOwners.get(token);
    return [personOf(client.context, wanted.spec, fixture), ...(owner === undefined ? [] : [owner])];
  }

  /** How an attempt ended; null where the request is to be sent again. */
  private async ending(exchange: Exchange, fixture: number | null): Promise<Ending | null> {
    const { spec } = this.wanted;
    const answer = answerOf(exchange);
    this.retry.note(answer);
    if (isOverload(answer) && !spec.provokesOverload) {
      const isWorthWaiting = await this.waitOutOverload(exchange, fixture);
      if (isWorthWaiting) return null;
      if (this.isOverloadedForGood()) return this.afterOverload();
    } else if (!isLost(answer) && !isOverload(answer)) this.run.limiter.noteServed();
    if (isThrottle(answer) && !spec.provokesThrottle) return this.afterThrottle(fixture);
    this.counted += 1;
    if (!isTransient(answer) || (spec.provokesTransient && answer.kind === 'U')) {
      if (this.counted > 1) this.retry.noteRecovery();
      if (isThrottle(answer) && spec.pinned && fixture !== null) this.client.budget.rest(fixture);
      return 'settled';
    }
    if (spec.mayReachPerson && this.client.context.costs) return 'unstable';
    return this.counted >= this.retry.attemptsNeeded(exchange) ? 'settled' : null;
  }

  /** The whole run goes slower; where one user of a costly operation is throttled, that request alone waits, and then another user is tried. */
  private async waitOutOverload(exchange: Exchange, fixture: number | null): Promise<boolean> {
    const { run, retry, client } = this;
    const ofUser = fixture !== null && client.context.costs;
    const waitMs = retry.overloadWaitMs(exchange, this.overloads, ofUser);
    if (waitMs === null) return false;
    // Time between two messages to one user is lawful: other requests need not wait for that.
    if (!ofUser || !this.wanted.spec.mayReachPerson) run.limiter.slowDown(exchange.durationMs);
    if (this.isOverloadedForGood()) return false;
    this.overloads += 1;
    await run.rest(waitMs);
    return true;
  }

  /** A target that serves nothing at the lowest rate either is waited for like one that is away; one that never served anything, not for long. */
  private isOverloadedForGood(): boolean {
    const { limiter, settings } = this.run;
    return limiter.refusedAtLowest() >= (limiter.hasServed() ? absenceMsOf(settings) / 1000 : neverServed);
  }

  private afterOverload(): Ending {
    if (!this.run.limiter.hasServed()) return 'throttled';
    this.run.stop('throttled');
    return 'interrupted';
  }

  private afterThrottle(fixture: number | null): Ending | null {
    if (fixture === null) return 'throttled';
    this.client.budget.rest(fixture);
    this.throttled.push(fixture);
    return this.throttled.length >= this.client.context.fixtures.length ? 'throttled' : null;
  }

  /** Nobody answered: the target may have been away, or this request may have ended it. */
  private async afterLoss(exchange: Exchange, fixture: number | null): Promise<Ending | null> {
    const { run, client, wanted } = this;
    const isRefused = exchange.noAnswer?.kind === 'refused';
    // Controls are few, and what stands between them is judged by them: they are sent again within the limits.
    const isControl = this.placeWanted().purpose !== 'accepted';
    if (wanted.spec.mayReachPerson && client.context.costs && !isRefused && !isControl) {
      await run.rest(2 * togetherMs);
      // An inquiry under way may be about to see that the target is away.
      await run.availability.whenOpen();
      return run.availability.wasAwayAt(exchange) ? 'absent' : 'unstable';
    }
    const before = this.seen.length - 1;
    const { found, wasAway } = await run.availability.inquire(exchange, {
      control: () => this.control(),
      suspect: () => this.again(fixture),
    });
    if (found === 'gone') run.stop('absent');
    if (found === 'gone' || found === 'open') {
      if (run.stopped()) return 'interrupted';
      return wasAway || isRefused || run.availability.wasAwayAt(exchange) ? 'absent' : 'unstable';
    }
    if (found === 'culprit') {
      this.markLost(before, ({ noAnswer }) => noAnswer?.kind === 'refused');
      return 'settled';
    }
    // What was lost while others were lost too says nothing about this request.
    if (isRefused || wasAway || run.availability.wasAwayAt(exchange))
      this.markLost(before, (one) => one !== this.seen.at(-1));
    else this.counted += 1;
    return this.ending(this.seen.at(-1)!, fixture);
  }

  private markLost(from: number, isMeant: (exchange: Exchange) => boolean): void {
    for (const [at, exchange] of this.seen.entries())
      if (at >= from && isMeant(exchange)) this.attempts[at] = { ...this.attempts[at]!, lost: true };
  }

  private async again(fixture: number | null): Promise<Exchange | null> {
    const wanted = this.placeWanted();
    const { budget } = this.client;
    const same = fixture === null ? null : budget.takeNow({ ...wanted, preferred: fixture, pinned: true });
    // A lost call may have reached its user: where that one may get no more, another one stands in.
    const place = same ?? budget.takeNow(wanted);
    return place ? exchangeIn(await this.sendTo(place, this.attempts.at(-1)!.token)) : null;
  }

  /** While a request is looked into, other requests wait: what a control needs is sent at once, or both would wait for each other. */
  private async control(): Promise<Exchange | null> {
    const { run, client, retry, clientOf } = this;
    const spec = controlSpec(client.context, run.nextControl());
    const name = requestName(client.context.op.id, spec, client.context.identity);
    const wanted = { spec, name, title: 'a control while a request is looked into' };
    const atOnce: ClientOf = (operation) => {
      const other = clientOf(operation);
      return other && { ...other, send: other.sendNow };
    };
    const sent = await new Sending(run, client, retry, wanted, atOnce).once();
    return sent?.exchange ?? null;
  }

  /** Sends once and records the attempt; says why where it does not come to one. */
  private async sendTo(place: Place, token?: string): Promise<Exchange | 'interrupted' | 'budget'> {
    const wanted = token === undefined ? this.wanted : { ...this.wanted, token };
    const sent = await sendOnce(this.run, this.client.context, wanted, this.seen.length, place, this.clientOf);
    if (typeof sent === 'string') return sent;
    this.seen.push(sent.exchange);
    this.attempts.push({ exchange: sent.exchange.id, user: place.fixture, token: sent.token });
    this.run.availability.note(sent.exchange);
    return sent.exchange;
  }
}

function exchangeIn(sent: Exchange | 'interrupted' | 'budget'): Exchange | null {
  return typeof sent === 'string' ? null : sent;
}
