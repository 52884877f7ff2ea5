/**
 * Which token a call is about, where another operation introduces tokens. A token belongs to one user, a notified one needs no code any
 * more, and one code may be all that a token gets: so it is of the call's own user and operation, and a call that costs a message has one
 * to itself. Pure: the live driver introduces what is asked for here, and verification expects the same.
 */
import type { Operation } from '../../contract/types.ts';
import type { CheckContext } from '../check/context.ts';
import { type RequestSpec, requestName } from '../request/request-spec.ts';
import { userOf } from './reach.ts';

/** The token that one attempt of a request needs. */
export interface TokenNeed {
  /** The accepted request that introduces it; null where the run's first token serves. */
  readonly introducedBy: { readonly context: CheckContext; readonly spec: RequestSpec } | null;
  /** Without an introduced one it gets a made-up one: a second call about the first token would be refused, or reach its owner. */
  readonly ownIfNone: boolean;
}

const firstOfRun: TokenNeed = { introducedBy: null, ownIfNone: false };
const madeUp: TokenNeed = { introducedBy: null, ownIfNone: true };

/** What token an attempt needs; `attempt` is its name, `fixture` the user it is for. */
export function tokenNeed(
  context: CheckContext,
  spec: RequestSpec,
  attempt: string,
  fixture: number | null,
): TokenNeed {
  const { op, costs, controls } = context;
  const { refersTo } = op.probing;
  if (!refersTo || spec.tokenOf !== undefined) return firstOfRun;
  // A token of the run has an owner, whom a message could reach: who is nobody has a token that is nobody's.
  if (costs && spec.user === 'unknown') return madeUp;
  const introducing = context.other(refersTo.operation);
  if (introducing?.op.probing.gives && isNamed(context, spec, fixture)) return firstOfRun;
  const user = fixture === null ? null : userOf(context, spec, fixture);
  // A scenario for another user is never about a token of somebody else: one that nobody has is better.
  const ownIfNone = (controls.rejectsRepeatedToken && !spec.violates) || isForAnotherUser(context, spec, user, fixture);
  const alone = (controls.rejectsRepeatedToken && !spec.violates) || (spec.mayReachPerson === true && costs);
  if (!introducing?.controls.full || (!alone && user === null)) return { introducedBy: null, ownIfNone };
  const occurrence = alone ? `token-for-${attempt}` : `token-of-${user}-for-${op.id}`;
  return {
    introducedBy: { context: introducing, spec: introduction(introducing.op, user, occurrence, isScenario(spec)) },
    ownIfNone,
  };
}

/** Whether the user or the scenario of a call names its token: then none is asked for, which could cost a message. */
function isNamed({ op, fixtures }: CheckContext, { overlay }: RequestSpec, fixture: number | null): boolean {
  const { field } = op.probing.refersTo!;
  const layers = [overlay, fixture === null ? undefined : fixtures[fixture]?.body];
  return layers.some((layer) => layer !== undefined && layer[field] !== undefined);
}

/** The request that introduced a token for the user of a scenario; null where none was needed. */
export function ownIntroduction(context: CheckContext, spec: RequestSpec, fixture: number | null): RequestSpec | null {
  const { introducedBy } = tokenNeed(context, spec, `${requestName(context.op.id, spec, context.identity)}/0`, fixture);
  return introducedBy?.spec ?? null;
}

/** A scenario's user may be refused whatever is asked, with an overload or an unknown exception too: that is not waited out. */
function isScenario({ overlay, skipSelfCheck }: RequestSpec): boolean {
  return overlay !== undefined && skipSelfCheck === true;
}

/** Whether a scenario names a user other than its fixture, and no token of that user. */
function isForAnotherUser(
  context: CheckContext,
  spec: RequestSpec,
  user: string | null,
  fixture: number | null,
): boolean {
  const { refersTo } = context.op.probing;
  if (!isScenario(spec) || user === null || fixture === null || !refersTo) return false;
  return spec.overlay![refersTo.field] === undefined && user !== userOf(context, { base: 'full' }, fixture);
}

/** A good request that introduces a token for a user. */
function introduction(
  { probing }: Operation,
  user: string | null,
  occurrence: string,
  isRefused: boolean,
): RequestSpec {
  return {
    base: 'full',
    mayReachPerson: true,
    skipSelfCheck: true,
    occurrence,
    ...(isRefused ? { provokesOverload: true, provokesThrottle: true, provokesTransient: true } : {}),
    ...(user === null || probing.user === null ? {} : { overlay: { [probing.user]: user } }),
  };
}
