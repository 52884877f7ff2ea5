/**
 * The verb `accepts`: a request that must be accepted. Where accepted calls reach people it is first tried on a user whom the target does
 * not know: the same refusal as without the change passes, but only if the target notices the same part when it is broken.
 */
import type { RequestSpec } from '../../request/request-spec.ts';
import { sameAnswer } from '../../wire/answer.ts';
import type { ClaimOptions, Probe } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { answerFact, type Fact, sameFact } from '../facts.ts';
import { accepted, asAdvice, type Finding, notApplicable, type Settled, satisfied, violated } from '../finding.ts';
import { attempt, isUnanswered, type Steps, send } from '../steps.ts';
import { unlessByChance } from './by-chance.ts';
import { type Change, specOf } from './change.ts';
import { smallest } from './shrink.ts';

/** What shows that a target looks at the changed part at all, and how an acceptance is judged. */
export interface AcceptanceRule {
  /** The same part broken; the target must notice it with `code`, else acceptance for an unknown user means nothing. */
  readonly noticedBy?: Change;
  /** The code with which the target notices; PARAM_ILLEGAL unless given. */
  readonly code?: string;
  /** Spend a message even where the proof without one holds, while the limits allow. */
  readonly live?: 'always' | 'if-needed';
  /** A refusal is no more than advice. */
  readonly advice?: boolean;
  /** Another change that shares something which a target may refuse: where it gets the same refusal, that is not what is judged here. */
  readonly unlessAlso?: Change;
  readonly place?: string;
}

/** A request that the target must accept. */
export function accepts(
  did: string,
  change: Change,
  rule: AcceptanceRule = {},
  { claim = 'it is accepted', ...options }: ClaimOptions = {},
): Probe {
  return {
    kind: 'probe',
    verb: 'accepts',
    title: `${did}: ${claim}`,
    did,
    phase: 'acceptance',
    control: 'full',
    signing: false,
    steps: function* (context) {
      const finding = yield* provenAccepted(context, did, change, rule);
      if (finding.verdict === 'violated' && rule.unlessAlso && (yield* isRefusedToo(context, did, rule, finding)))
        return notApplicable('precondition', finding.received!, { exchanges: finding.exchanges });
      return rule.advice ? asAdvice(finding) : finding;
    },
    ...options,
  };
}

/** Whether the other change is refused in the same way. */
function* isRefusedToo(
  context: CheckContext,
  title: string,
  { unlessAlso }: AcceptanceRule,
  { received }: Finding,
): Steps<boolean> {
  const spec = specOf(context, { ...unlessAlso!, user: 'free' });
  const outcome = yield* attempt(context.op.id, spec, `${title}: what it shares with other requests`);
  return !isUnanswered(outcome) && outcome.answer.kind === 'F' && sameFact(answerFact(outcome.answer), received);
}

function* provenAccepted(context: CheckContext, title: string, change: Change, rule: AcceptanceRule): Steps<Finding> {
  const spec = specOf(context, change);
  const judge = (settled: Settled) => accepted(settled, rule.place);
  if (context.controls.full && isGoodRequest(context, spec)) return judge(context.controls.full);
  if (!context.costs) {
    const settled = yield* send(context.op.id, spec, title);
    const finding = judge(settled);
    // No answer, and an unknown result, were asked for again before they came here.
    const believed =
      settled.answer.kind === 'F' && context.controls.full
        ? yield* unlessByChance(context, title, finding, spec, settled)
        : finding;
    return spec.edits || spec.wire ? yield* smallest(context, spec, title, believed, judge) : believed;
  }
  const free = yield* provenFreely(context, spec, title, rule);
  if (free && (free.verdict !== 'satisfied' || rule.live !== 'always')) return free;
  const live = yield* acceptedByAnyUser(context, spec, title, rule);
  // Out of budget, throttled, or away: the proof without a message stands where there is one.
  return free && (live.verdict === 'not-run' || live.reason === 'absent') ? free : live;
}

/** Whether the edits give the good request its own values again: its control shows that they are accepted. */
function isGoodRequest(context: CheckContext, { edits, ...rest }: RequestSpec): boolean {
  if (!edits || Object.keys(rest).length > 1) return false;
  const bodies = [context.body({ base: 'full' }), context.body({ base: rest.base, edits })];
  return JSON.stringify(bodies[0]) === JSON.stringify(bodies[1]);
}

/** So many users are tried before a refusal is the operation's own. */
const usersTried = 5;

/** One user may be refused what another gets: a code by e-mail where there is no mailbox (ambiguity 6.36). */
function* acceptedByAnyUser(
  context: CheckContext,
  spec: RequestSpec,
  title: string,
  { place }: AcceptanceRule,
): Steps<Finding> {
  const first = yield* attempt(context.op.id, { ...spec, mayReachPerson: true }, title);
  if (isUnanswered(first)) return first.unanswered;
  if (first.answer.kind !== 'F' || first.fixture === null) return accepted(first, place);
  for (let user = 0; user < Math.min(usersTried, context.fixtures.length); user += 1) {
    if (user === first.fixture) continue;
    const asked = { ...spec, fixture: user, mayReachPerson: true };
    const other = yield* attempt(context.op.id, asked, `${title}, for another user`);
    if (!isUnanswered(other) && other.answer.kind === 'S') return accepted(other, place);
  }
  return accepted(first, place);
}

/** The unknown user's answer with and without the change; null where that proves nothing. */
function* provenFreely(
  context: CheckContext,
  spec: RequestSpec,
  title: string,
  { noticedBy, code = 'PARAM_ILLEGAL', place }: AcceptanceRule,
): Steps<Finding | null> {
  const { op, controls } = context;
  const base = controls.unknownUser;
  if (base?.answer.kind !== 'F' || !noticedBy || base.answer.code === code) return null;
  const breaking = forUnknownUser(specOf(context, noticedBy));
  const noticed = yield* send(op.id, breaking, `${title}: the same part broken, for an unknown user`);
  if (noticed.answer.code !== code) return null;
  const changed = yield* send(op.id, forUnknownUser(spec), `${title}, for an unknown user`);
  const expected: Fact = { is: 'same', as: 'unknown-user', answer: answerFact(base.answer) };
  const extra = place ? { place } : {};
  if (sameAnswer(changed.answer, base.answer)) return withExchanges(satisfied(changed, expected, extra), base, noticed);
  return changed.answer.code === code ? withExchanges(violated(changed, expected, extra), base) : null;
}

/** A request for a user whom the target does not know. */
export function forUnknownUser(spec: RequestSpec): RequestSpec {
  return { ...spec, user: 'unknown', base: 'full' };
}

function withExchanges(finding: Finding, ...more: Settled[]): Finding {
  return { ...finding, exchanges: [...finding.exchanges, ...more.flatMap((settled) => settled.exchanges)] };
}
