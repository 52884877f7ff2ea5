/** What came of one recorded request: an answer that can be judged, or a finding that says why there is none. */
import type { CheckContext } from '../check/context.ts';
import { answerFact, type Fact, note } from '../check/facts.ts';
import type { Finding, Reason } from '../check/finding.ts';
import type { Outcome } from '../check/steps.ts';
import { bodyOf } from '../request/base-body.ts';
import { guiltyPart } from '../request/guilty-part.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import { selfCheck } from '../request/self-check.ts';
import type { JsonObject } from '../settings.ts';
import { type Answer, answerOf, isLost, isOverload, isThrottle } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Attempt, RecordedRequest } from './record.ts';

/** The outcome of a request; `stopped` is why the run ended early. */
export function requestOutcome(
  context: CheckContext,
  { spec, attempts, ended }: RecordedRequest,
  all: readonly Exchange[],
  stopped: Reason | null,
): Outcome {
  const exchanges = ended === 'settled' ? all.filter((_, index) => !attempts[index]!.lost) : all;
  const last = exchanges.at(-1);
  const agreed = agreeing(spec, exchanges);
  if (ended !== 'settled' || !last) return { unanswered: unanswered(spec, ended, exchanges, stopped) };
  if (agreed.length > 1) return { unanswered: unstable(exchanges, agreed) };
  const { user } = attempts.at(-1)!;
  return {
    answer: answerOf(last),
    exchanges,
    meant: spec.encoding === undefined ? null : attemptBody(context, spec, attempts.at(-1)!),
    fixture: user,
    place: guiltyPart(spec),
  };
}

/** The body of one attempt, as it was meant. */
export function attemptBody(
  context: CheckContext,
  spec: RequestSpec,
  { user, token }: Omit<Attempt, 'exchange'>,
): JsonObject {
  const { op, settings, identity, fixtures } = context;
  const fixture = fixtures[user ?? 0]?.body ?? {};
  return bodyOf(spec, { op, seed: settings.seed, startedAt: identity.startedAt, fixture, token });
}

/** A finding about our own request; null where it is what it claims to be. */
export function ownMistake(context: CheckContext, spec: RequestSpec): Finding | null {
  const says = selfCheck(context.op, spec, context.body(spec, spec.fixture ?? 0));
  if (says === null) return null;
  const received = note('self-check', says);
  return { verdict: 'harness-error', reason: 'probe-wrong', expected: null, received, exchanges: [] };
}

/** The different answers of the attempts that count: a throttle that was not asked for and waited out does not. */
function agreeing(spec: RequestSpec, exchanges: readonly Exchange[]): Fact[] {
  const answers = exchanges.map(answerOf);
  const counted = answers.filter((answer, index) => index === answers.length - 1 || !isUnprovoked(spec, answer));
  return [...new Map(counted.map((answer) => [kindOf(answer), answerFact(answer)])).values()];
}

/** A throttle or overload that the request did not ask for. */
function isUnprovoked({ provokesThrottle, provokesOverload }: RequestSpec, answer: Answer): boolean {
  return (isOverload(answer) && !provokesOverload) || (isThrottle(answer) && !provokesThrottle);
}

/** What must be the same in two answers for them to agree. */
function kindOf(answer: Answer): string {
  const { noAnswer } = answer.exchange;
  if (isLost(answer)) return 'lost';
  return noAnswer ? `no answer ${noAnswer.kind}` : JSON.stringify(answerFact(answer));
}

function unanswered(
  spec: RequestSpec,
  ended: RecordedRequest['ended'],
  exchanges: readonly Exchange[],
  stopped: Reason | null,
): Finding {
  const base = { expected: null, exchanges };
  const last = exchanges.at(-1);
  switch (ended) {
    case 'throttled':
      return { ...base, verdict: 'not-run', reason: 'throttled', ...throttle(last) };
    case 'budget':
      return { ...base, verdict: 'not-run', reason: 'budget', received: { is: 'budget' }, missing: 'more-users' };
    case 'interrupted':
      return { ...base, verdict: 'not-run', reason: stopped ?? 'interrupted', received: note('run-ended') };
    case 'absent':
      return {
        ...base,
        verdict: 'inconclusive',
        reason: 'absent',
        received: note(last ? 'target-absent' : 'calls-lost'),
      };
    default: {
      const answers = agreeing(spec, exchanges);
      if (answers.length > 1 || !last) return unstable(exchanges, answers);
      const received: Fact = { is: 'not-repeated', answer: answerFact(answerOf(last)) };
      return { ...base, verdict: 'inconclusive', reason: 'unstable', received };
    }
  }
}

function unstable(exchanges: readonly Exchange[], answers: readonly Fact[]): Finding {
  const received: Fact = { is: 'several-answers', answers };
  return { verdict: 'inconclusive', reason: 'unstable', expected: { is: 'stable-answer' }, received, exchanges };
}

function throttle(last: Exchange | undefined): Pick<Finding, 'received' | 'missing'> {
  const answer = last ? answerOf(last) : null;
  const needs = answer && isOverload(answer) ? 'rate' : 'users';
  return {
    received: { is: 'throttled', answer: answer && answerFact(answer), needs },
    missing: needs === 'rate' ? 'rate' : 'more-users',
  };
}
