/** What fails only with several requests at once: the same calls one by one, with nothing else under way, and what that shows. */
import type { Invariant, Probe, RunInvariant } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import { type Fact, note } from '../../engine/check/facts.ts';
import { type Finding, notApplicable, type Settled, shown } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { alone, askedOneByOne, attempt, isUnanswered, type Steps, seenSoFar } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { type Answer, header, isThrottle, isTransient, sameAnswer } from '../../engine/wire/answer.ts';

type Mixed = Extract<Fact, { is: 'only-at-once' }>['mixed'];

/** Calls that are made one by one. */
const calls = 6;
/** More of them, until what comes rarely would have shown: one time in a thousand it does not, by chance. */
const [mostCalls, chance] = [64, 0.001];
/** So many different ones take turns. */
const askedInTurn = 3;
/** Some of what looks doubtful is answered so by itself. */
const doubtfulCalls = 16;
/** Doubts up to this one are about requests whose answer depends on nothing that was sent before. */
const sure = 1;
/** So many of them are asked so often in a row: a target that is wrong every second or fifth time shows it there. */
const steadyRequests = 3;
const steadyCalls = 10;
/** Calls that reach people are fewer. */
const costlyCalls = 3;

const title = 'asked one by one';

/** An invariant of answers, where it was broken: kept by answers to requests that are sent one by one? */
export function keptOneByOne(check: Invariant, mixed: Mixed): Probe {
  const isWrong = (one: ObservedExchange) => check.judge(one)?.verdict === 'violated';
  return oneByOne(`${check.title}, ${title} too`, check.signing, function* (context) {
    const seen = yield* seenSoFar(context.op.id);
    const wrong = seen.filter(isWrong);
    if (wrong.length === 0) return null;
    // The very requests: what is wrong with each of a kind shows one by one too.
    const asked = wrong.filter((one) => mayBeSentAgain(context, one)).slice(0, askedInTurn);
    if (asked.length === 0) return null;
    const again: ObservedExchange[] = [];
    const wanted = callsFor(wrong.length / seen.length);
    const isClear = () => again.length > 1 && again.some(isWrong);
    // Where nothing is answered, more calls are of no use.
    for (let turn = 0; turn < wanted && !isClear() && turn < calls + again.length; turn += 1) {
      const one = asked[turn % asked.length]!;
      const [settled] = yield* alone(sentAgain(context, [one.spec], check.title, `-${check.title}-${turn + 1}`));
      if (settled) again.push({ ...one, answer: settled.answer });
    }
    const wrongAlone = again.filter(isWrong).length;
    // Wrong each time: that is how such a request is always answered.
    if (again.length < 2 || wrongAlone === again.length) return null;
    return { mixed, wrong, of: seen.length, alone: again.length, wrongAlone };
  });
}

function mayBeSentAgain({ costs }: CheckContext, { spec, answer }: ObservedExchange): boolean {
  return !spec.namesToken && (!costs || (!spec.mayReachPerson && answer.kind !== 'S'));
}

/** So many calls show what so large a part of answers shows. */
function callsFor(part: number): number {
  return part >= 1 ? calls : Math.min(mostCalls, Math.max(calls, Math.ceil(Math.log(chance) / Math.log(1 - part))));
}

/** A judgement over all answers, where it was broken: kept by accepted calls that are made one by one? */
export function holdsOneByOne(check: RunInvariant, mixed: Mixed): Probe {
  return oneByOne(`${check.title}, ${title} too`, false, function* (context) {
    const seen = yield* seenSoFar(context.op.id);
    const finding = check.judge(seen);
    if (finding?.verdict !== 'violated') return null;
    const specs = Array.from({ length: costlyCalls }, (): RequestSpec => ({ base: 'full', mayReachPerson: true }));
    const answered = yield* alone(sentAgain(context, specs, check.title));
    const again = answered.flatMap((one) => (one?.answer.kind === 'S' ? observedLike(seen[0]!, one, specs[0]!) : []));
    if (again.length < 2 || check.judge(again)?.verdict !== 'satisfied') return null;
    const ids = new Set(finding.exchanges.map(({ id }) => id));
    const wrong = seen.filter(({ answer }) => ids.has(answer.exchange.id));
    return { mixed, wrong, of: seen.length, alone: again.length };
  });
}

/** Requests whose answers cannot be their own are asked one by one: where they get other ones then, answers are mixed up. */
export function answersOneByOne(): Probe {
  return oneByOne('requests get the same answers beside others as one by one', false, function* (context) {
    const seen = yield* seenSoFar(context.op.id);
    const unequal = unequallyAnswered(seen);
    const remembered = sharingSignature(seen);
    const doubts = seen
      .filter((one) => !remembered.has(one))
      .map((one) => ({ one, doubt: doubtOf(context, one, unequal) }))
      .filter(({ doubt }) => doubt !== null)
      .sort((a, b) => a.doubt! - b.doubt!);
    // Refusals of good requests alone are what a good run is full of.
    if (doubts.length === 0 || doubts[0]!.doubt! > sure) return null;
    const doubtful = doubts.slice(0, doubtfulCalls).map(({ one }) => one);
    const specs = doubtful.map(({ spec }) => ({ ...spec, occurrence: spec.occurrence ?? 'once' }));
    const first = yield* alone(sentAgain(context, specs, 'a doubtful answer'));
    const second = yield* alone(sentAgain(context, specs, 'a doubtful answer', '-again'));
    const isWrong = ({ answer }: ObservedExchange, at: number) => {
      const [one, other] = [first[at], second[at]];
      return one && other && !sameAnswer(answer, one.answer) && sameAnswer(one.answer, other.answer);
    };
    const wrong = doubtful.filter(isWrong);
    const isAccepted = ({ answer }: ObservedExchange) => answer.kind === 'S';
    const isSure = doubtful.some((one, at) => isWrong(one, at) && doubts[at]!.doubt! <= sure);
    // One that is accepted only beside others is enough; one that was refused otherwise may be an accident.
    if (!isSure || (wrong.length < 2 && !wrong.some(isAccepted))) return null;
    for (const one of wrong.slice(0, steadyRequests)) {
      const at = doubtful.indexOf(one);
      if (!(yield* isSteady(context, specs[at]!, first[at]!))) return null;
    }
    const steady = Math.min(wrong.length, steadyRequests) * steadyCalls;
    return { mixed: 'answers', wrong, of: seen.length, alone: 2 * wrong.length + steady };
  });
}

interface OnlyAtOnce {
  readonly mixed: Mixed;
  readonly wrong: readonly ObservedExchange[];
  readonly of: number;
  readonly alone: number;
  /** Of those that were asked one by one; none unless given. */
  readonly wrongAlone?: number;
}

function oneByOne(says: string, signing: boolean, look: (context: CheckContext) => Steps<OnlyAtOnce | null>): Probe {
  function* steps(context: CheckContext): Steps<Finding> {
    const atOnce = context.settings.concurrency;
    const found = atOnce > 1 ? yield* look(context) : null;
    if (!found) return notApplicable('precondition', note('one-at-a-time'));
    const { mixed, wrong, of, alone: asked, wrongAlone = 0 } = found;
    const counts = { wrong: wrong.length, of, alone: asked };
    const received: Fact =
      wrongAlone > 0 ? { is: 'at-times', ...counts, wrongAlone } : { is: 'only-at-once', ...counts, atOnce, mixed };
    const exchanges = wrong.map(({ answer }) => answer.exchange);
    return shown('violated', { is: 'as-one-by-one' }, received, exchanges.slice(0, calls), {
      allEvidence: exchanges,
    });
  }
  return sequence(says, steps, { did: '', phase: 'last', signing, profiles: ['gate', 'certify'], neverPasses: true });
}

/** Whether a request gets the same answer each time: a target that changes its mind is wrong by itself, whoever else is served. */
function* isSteady(context: CheckContext, spec: RequestSpec, { answer }: Settled): Steps<boolean> {
  for (let turn = 1; turn <= steadyCalls; turn += 1) {
    const [again] = yield* alone(sentAgain(context, [spec], 'a doubtful answer', `-turn-${turn}`));
    if (again && !sameAnswer(answer, again.answer)) return false;
  }
  return true;
}

/** Requests one after the other; null for one without an answer to judge. */
function* sentAgain(
  { op }: CheckContext,
  specs: readonly RequestSpec[],
  what: string,
  again = '',
): Steps<(Settled | null)[]> {
  const settled: (Settled | null)[] = [];
  for (const [at, spec] of specs.entries()) {
    // Named by what it repeats, so that a record finds it whatever else was doubtful.
    const name = spec.occurrence ?? at + 1;
    const outcome = yield* attempt(op.id, askedOneByOne(spec, `${name}${again}`), `${what}, ${title}`);
    settled.push(isUnanswered(outcome) || mayPass(outcome.answer) ? null : outcome);
  }
  return settled;
}

/** An answer of the same run as another one. */
function observedLike(one: ObservedExchange, { answer }: Settled, spec: RequestSpec): ObservedExchange {
  return { ...one, answer, spec, authenticated: true, ordinary: true };
}

/** How surely an answer is one that a target which keeps the rules gives to another request, surest first; null where it may be right. */
function doubtOf(context: CheckContext, one: ObservedExchange, unequal: ReadonlySet<ObservedExchange>): number | null {
  const { spec, answer } = one;
  const isForged = spec.tamper !== undefined && spec.tamper !== 'reordered' && spec.tamper !== 'replayed';
  if (context.costs && spec.user !== 'unknown' && !isForged) return null;
  const mayNotBeServed = isForged || spec.violates !== undefined;
  // What a good request is answered may depend on those before it: a second notification, a message too many.
  const isGood = !mayNotBeServed && spec.user !== 'unknown';
  if (!isGood && (answer.kind === 'S' || unequal.has(one))) return 0;
  if (answer.kind !== 'F') return null;
  if (isForged) return isAboutForm(answer) ? null : sure;
  if (spec.violates) return !spec.wire && beforeTheBody.has(answer.code) ? sure : null;
  if (isOtherScenario(context, one)) return sure;
  if (spec.overlay || spec.wire || spec.encoding || spec.skipSelfCheck) return null;
  if (!isAboutForm(answer)) return null;
  // With other values than its own a good request may be refused for itself.
  return isGood ? sure + (spec.edits ? 2 : 1) : sure;
}

/** A scenario that ended in the code of another one. */
function isOtherScenario({ op, settings }: CheckContext, { spec, answer }: ObservedExchange): boolean {
  if (!spec.overlay) return false;
  const all = settings.scenarios[op.id] ?? [];
  const own = all.find(({ body }) => JSON.stringify(body) === JSON.stringify(spec.overlay));
  return own !== undefined && own.code !== answer.code && all.some(({ code }) => code === answer.code);
}

/** Codes that a signed request to the right place gets before its body is looked at. */
const beforeTheBody = new Set([
  'INVALID_SIGNATURE',
  'INVALID_CLIENT',
  'KEY_NOT_FOUND',
  'METHOD_NOT_SUPPORTED',
  'NO_INTERFACE_DEF',
  'MEDIA_TYPE_NOT_ACCEPTABLE',
]);

/** Equal requests that got another answer than most of their kind; an error that passes is nobody else's answer. */
function unequallyAnswered(seen: readonly ObservedExchange[]): Set<ObservedExchange> {
  const groups = new Map<string, ObservedExchange[]>();
  for (const one of seen) {
    const { occurrence: _, fixture: __, ...spec } = one.spec;
    const name = JSON.stringify(spec);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const odd = [...groups.values()].flatMap((group) => {
    const alikeTo = (one: ObservedExchange) => group.filter(({ answer }) => sameAnswer(answer, one.answer)).length;
    return group.filter((one) => alikeTo(one) * 2 < group.length && !mayPass(one.answer));
  });
  return new Set(odd);
}

/** Requests with the signature of another one: what one of them is answered may come of the other, whenever it was sent. */
function sharingSignature(seen: readonly ObservedExchange[]): Set<ObservedExchange> {
  const bySignature = new Map<string, ObservedExchange[]>();
  for (const one of seen) {
    const signature = header(one.answer.exchange.request.headers, 'Signature');
    if (signature !== null) bySignature.set(signature, [...(bySignature.get(signature) ?? []), one]);
  }
  return new Set([...bySignature.values()].filter(({ length }) => length > 1).flat());
}

/** Errors and limits that come and go say nothing about whose answer it is. */
function mayPass(answer: Answer): boolean {
  return isTransient(answer) || isThrottle(answer);
}

function isAboutForm({ code }: Answer): boolean {
  return code === 'PARAM_ILLEGAL' || code === 'INVALID_SIGNATURE';
}
