/** One sending of one request: token, body, signature, transport, record. Decides nothing. */
import { type CheckContext, introducedToken } from '../check/context.ts';
import { isUnanswered, type Outcome } from '../check/steps.ts';
import { mayHaveReached, personOf } from '../record/reach.ts';
import { attemptBody } from '../record/request-outcome.ts';
import { type TokenNeed, tokenNeed } from '../record/token-per-call.ts';
import { compose } from '../request/compose.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { JsonObject } from '../settings.ts';
import { answerOf, isLost } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Place } from './budget.ts';
import type { RunContext } from './run-context.ts';

/** Gives the client of another operation of the run, as far as sending needs it. */
export type ClientOf = (operation: string) => {
  readonly context: CheckContext;
  send(spec: RequestSpec, title: string): Promise<Outcome | null>;
  sendNow(spec: RequestSpec, title: string): Promise<Outcome | null>;
} | null;

interface Wanted {
  readonly spec: RequestSpec;
  readonly name: string;
  readonly title: string;
  /** The token of an earlier attempt that is used again: nothing else is sent while a lost request is looked into. */
  readonly token?: string;
}

/** What was sent, with the token that it introduced or was about. */
export interface SentOnce {
  readonly exchange: Exchange;
  readonly token: string;
}

/** Sends a request; `ordinal` counts its attempts. Ends the place in the limits; says why where nothing was sent, or nothing came of it. */
export async function sendOnce(
  run: RunContext,
  context: CheckContext,
  wanted: Wanted,
  ordinal: number,
  place: Place,
  clientOf: ClientOf,
): Promise<SentOnce | 'interrupted' | 'budget'> {
  const { spec, title } = wanted;
  const { op, path } = context;
  const attempt = `${wanted.name}/${ordinal}`;
  const probe = `${op.id}/${attempt}`;
  const number = run.numberOf(probe);
  let reached = false;
  let answered = true;
  try {
    const token =
      wanted.token ?? (await tokenFor(run, context, spec, { attempt, number, fixture: place.fixture }, clientOf));
    if (token === null) return 'budget';
    const body = attemptBody(context, spec, { user: place.fixture, token });
    if (!reachesOwner(run, context, wanted.spec, body, place)) return 'budget';
    const said = isAuthentic(spec) ? JSON.stringify([spec.encoding, body]) : null;
    const marker = `${run.identity.id}/${number}`;
    const exchange = await run.limiter(async () => {
      // The run may have ended while this request waited for its turn.
      if (run.stopped()) return null;
      const composing = run.composing(op, said);
      const request = await compose(composing, spec, path, body, marker);
      const delivery = await run.transport.send(request, probe);
      const about = { operation: op.id, probe, title, marker, composedAt: composing.now() };
      return { id: `x${number.toString(36)}`, ...about, request, ...delivery };
    });
    if (exchange === null) return 'interrupted';
    const answer = answerOf(exchange);
    reached = mayHaveReached(answer, spec);
    answered = !isLost(answer);
    // What was cut off by Ctrl-C shows nothing of the target.
    if (exchange.noAnswer && run.stopped() === 'interrupted') return 'interrupted';
    return { exchange: run.keepExchange(exchange), token };
  } finally {
    place.done(reached, answered);
  }
}

/** Takes the owner of the token that a call is about into account; false where that person may be sent no more. */
function reachesOwner(
  run: RunContext,
  context: CheckContext,
  spec: RequestSpec,
  body: JsonObject,
  { fixture, reaches }: Place,
): boolean {
  const { introduces, refersTo } = context.op.probing;
  const token = body[introduces ?? refersTo?.field ?? ''];
  if (typeof token !== 'string') return true;
  if (introduces && fixture !== null) run.tokenOwners.set(token, personOf(context, spec, fixture));
  const owner = introduces ? undefined : run.tokenOwners.get(token);
  return owner === undefined || reaches(owner);
}

/** The token that an attempt introduces or is about; null where it can get none. */
async function tokenFor(
  run: RunContext,
  context: CheckContext,
  spec: RequestSpec,
  { attempt, number, fixture }: { attempt: string; number: number; fixture: number | null },
  clientOf: ClientOf,
): Promise<string | null> {
  const { introduces, refersTo } = context.op.probing;
  if (introduces) return `cf-${run.identity.id}-${number}`;
  if (!refersTo) return '';
  const need = tokenNeed(context, spec, attempt, fixture);
  const introducing = need.introducedBy && clientOf(need.introducedBy.context.op.id);
  if (need.introducedBy && introducing) {
    const outcome = await introducing.send(need.introducedBy.spec, 'a token for other calls');
    const token =
      outcome && !isUnanswered(outcome) && outcome.answer.kind === 'S'
        ? introducedToken(introducing.context.op, outcome)
        : null;
    if (token) return token;
    // No value can be made up that the target gave in an answer: a good request is not sent without one.
    if (introducing.context.op.probing.gives && isAboutOwn(spec, need)) return null;
  }
  if (need.ownIfNone) return `cf-${run.identity.id}-${run.numberOf(attempt)}`;
  return run.tokens.get(spec.tokenOf ?? refersTo.operation) ?? '';
}

/** A request that is judged by how its user's own token is taken: not one that is refused for something else first. */
function isAboutOwn({ user, violates, overlay, tamper }: RequestSpec, { ownIfNone }: TokenNeed): boolean {
  return user !== 'unknown' && !violates && !tamper && (overlay === undefined || !ownIfNone);
}

/** A well-signed request to the right place counts as a second sending where an equal one was sent before. */
function isAuthentic({ tamper, wire = {} }: RequestSpec): boolean {
  const elsewhere = wire.method ?? wire.path ?? wire.pathSuffix;
  return !tamper && elsewhere === undefined && !wire.omit && !wire.clientId && !wire.keyVersion;
}
