/**
 * Requests whose answers fail the gate, asked again one by one at the end of a run: a target that answers one request now so and now
 * otherwise is wrong by itself, whatever the request says. Steps that the live and the recorded driver resume; nothing is judged here.
 */
import { type CheckContext, type Contexts, freeUser } from '../check/context.ts';
import type { Fact } from '../check/facts.ts';
import type { Finding, Settled } from '../check/finding.ts';
import { askedOneByOne, attempt, isUnanswered, type Steps } from '../check/steps.ts';
import { type RequestSpec, requestName } from '../request/request-spec.ts';
import { type Answer, answerOf, isThrottle, isTransient, sameAnswer } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { RunRecord } from './record.ts';

/** A request whose answer fails the gate. */
interface Suspect {
  readonly context: CheckContext;
  readonly spec: RequestSpec;
  readonly answer: Answer;
  /** Codes that are right with F; none where something else is. */
  readonly codes: readonly string[];
}

/** A request with the answers that it got one by one, after the one that fails the gate. */
export interface Repeated extends Suspect {
  readonly again: readonly Settled[];
}

/** So many of each API are asked again before it is known that answers change. */
const first = 4;
/** Then so many of all. */
const most = 200;
/** An answer is the usual one once it came so many times more often than others: the one that failed, or any other. */
const leads = { failed: 8, other: 2 };
/** Each is sent again so often at most. */
const mostTimes = 16;
const shiftEvery = 3;
/** A few of them in turn, to see how often: a target that errs once in sixty requests shows it. */
const [turnsOf, fewestTurns, mostTurns] = [3, 24, 64];
/** No round of turns is like the one before: a target that errs every third time must not meet the same request each time. */
const unevenStep = (Math.sqrt(5) - 1) / 2;

/** The requests of findings that fail the gate, each once; those that may reach a person are not sent again. */
export function suspectsIn(
  { requests }: Pick<RunRecord, 'requests'>,
  contexts: Contexts,
  findings: readonly Finding[],
): readonly Suspect[] {
  const sentAs = new Map(
    requests.flatMap(({ operation, name, spec, attempts }) =>
      attempts.map(({ exchange }) => [exchange, { operation, name, spec }] as const),
    ),
  );
  const suspects = new Map<string, Suspect>();
  for (const { expected, received, exchanges } of findings) {
    const decisive = exchanges[0] && isOneAnswer(received) ? exchanges[0] : null;
    const sent = decisive && sentAs.get(decisive.id);
    const context = sent && contexts.get(sent.operation);
    if (!context) continue;
    const codes = expected?.is === 'refused' ? expected.codes : [];
    const suspect = { context, spec: sent.spec, answer: answerOf(decisive), codes };
    if (mayBeRepeated(suspect)) suspects.set(`${sent.operation}/${sent.name}`, suspect);
  }
  return [...suspects.values()].slice(0, most);
}

/** What is told of several calls depends on them all. */
function isOneAnswer(received: Fact | null): boolean {
  return received?.is === 'answer' || received?.is === 'no-result';
}

function mayBeRepeated({ context: { costs }, spec, answer }: Suspect): boolean {
  if (isTransient(answer) || isThrottle(answer)) return false;
  if (spec.namesToken || spec.provokesThrottle || spec.provokesOverload || spec.provokesTransient) return false;
  return !costs || (!spec.mayReachPerson && answer.kind !== 'S');
}

/** Asks suspects again: a few, and all of them where one of those is answered otherwise. */
export function* askedAgain(suspects: readonly Suspect[]): Steps<readonly Repeated[]> {
  const ofApi = new Map<CheckContext, number>();
  const repeated = new Map<Suspect, Settled[]>();
  for (const suspect of suspects) {
    const before = ofApi.get(suspect.context) ?? 0;
    ofApi.set(suspect.context, before + 1);
    if (before < first) repeated.set(suspect, yield* untilClear(suspect));
  }
  const changed = () => suspects.filter((one) => othersOf(one, repeated.get(one) ?? []) > 0);
  if (changed().length > 0) {
    for (const suspect of suspects) if (!repeated.has(suspect)) repeated.set(suspect, yield* untilClear(suspect));
    yield* inTurns(changed().slice(0, turnsOf), repeated);
  }
  return [...repeated].map(([suspect, again]) => ({ ...suspect, again }));
}

/** Until it is clear which answer is the usual one. */
function* untilClear(suspect: Suspect): Steps<Settled[]> {
  const again: Settled[] = [];
  for (let turn = 1; turn <= mostTimes && !isClear(suspect, again); turn += 1) {
    if (turn % shiftEvery === 0) yield* shift(suspect, turn);
    const settled = yield* askedOnce(suspect, `again-${turn}`);
    if (!settled) break;
    again.push(settled);
  }
  return again;
}

function isClear(suspect: Suspect, again: readonly Settled[]): boolean {
  const lead = leadOf(suspect, again);
  return lead >= leads.failed || -lead >= leads.other;
}

/** A call that brings its own token is two requests each time, and would meet the same one of two workers: one more in between. */
function* shift({ context, spec }: Suspect, turn: number): Steps<void> {
  const { refersTo } = context.op.probing;
  const other = refersTo && context.other(refersTo.operation);
  if (!other) return;
  const name = `between-${requestName(context.op.id, spec, context.identity)}-${turn}`;
  const good: RequestSpec = { base: 'full', user: freeUser(other) };
  yield* attempt(other.op.id, askedOneByOne(good, name), 'a good request in between');
}

/** Several requests in turn, so that a target which gives the answer of the one before shows it too. */
function* inTurns(suspects: readonly Suspect[], repeated: Map<Suspect, Settled[]>): Steps<void> {
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    const suspect = suspects[Math.floor(((turn * unevenStep) % 1) * suspects.length)]!;
    const settled = yield* askedOnce(suspect, `turn-${turn}`);
    if (settled) repeated.get(suspect)!.push(settled);
    if (turn >= fewestTurns && suspects.some((one) => changesAlone({ ...one, again: repeated.get(one)! }))) return;
  }
}

/** Null where there is no answer to compare. */
function* askedOnce({ context, spec }: Suspect, turn: string): Steps<Settled | null> {
  const again = askedOneByOne(spec, `${spec.occurrence ?? 'once'}-${turn}`);
  const outcome = yield* attempt(context.op.id, again, 'a request that was answered wrongly, asked again');
  return isUnanswered(outcome) || isTransient(outcome.answer) || isThrottle(outcome.answer) ? null : outcome;
}

/** How many of the answers are others than the one that failed. */
function othersOf({ context, answer }: Suspect, again: readonly Settled[]): number {
  return again.filter((one) => !sameAnswer(answer, one.answer, context.conditionalFields)).length;
}

/** So many times more often than others the answer came that failed. */
function leadOf(suspect: Suspect, again: readonly Settled[]): number {
  return again.length - 2 * othersOf(suspect, again);
}

/** Answered otherwise at least once. */
export function hasOther(one: Repeated): boolean {
  return othersOf(one, one.again) > 0;
}

/** Answered otherwise more often than not, or so often rightly that the wrong answer is not all that it gets. */
export function isNotTheUsual(one: Repeated): boolean {
  const { again, codes } = one;
  const right = again.filter(({ answer }) => answer.kind === 'F' && codes.includes(answer.code)).length;
  return leadOf(one, again) < 0 || (right >= leads.other && 4 * right >= again.length);
}

/** Usually answered so, often enough that it is no chance. */
export function isSteady(one: Repeated): boolean {
  return !isNotTheUsual(one) && leadOf(one, one.again) >= leads.failed - leads.other;
}

/** The answers that it got one by one are not all the same. */
export function changesAlone({ context, again: [one, ...others] }: Repeated): boolean {
  return others.some(({ answer }) => !sameAnswer(one!.answer, answer, context.conditionalFields));
}

/** The exchange that failed the gate. */
export function decisiveOf({ answer }: Repeated): Exchange {
  return answer.exchange;
}
