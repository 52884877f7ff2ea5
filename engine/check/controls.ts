/** Controls: the good requests that every refusal is a twin of, as steps; what they show is set in the context. */
import type { RequestSpec, Spelling } from '../request/request-spec.ts';
import { timesFrom } from '../request/values.ts';
import type { CheckContext } from './context.ts';
import type { Finding, Settled } from './finding.ts';
import { attempt, isUnanswered, type Outcome, type Steps } from './steps.ts';

/** How the opening of one operation went. */
export interface ControlResult {
  /** The last answer to the full base. */
  readonly settled: Settled | null;
  /** Why there is none. */
  readonly unanswered: Finding | null;
  /** The spelling of headers in which the target knew who calls, where it is not the first one. */
  readonly spelling: Spelling | null;
}

const openings = ['opening', 'opening-2', 'opening-3'];

/** The good request that opens an operation; it may meet a transient error, so it is tried three times, each time as a request of its own. */
export function* openingControl(context: CheckContext): Steps<ControlResult> {
  const { id } = context.op;
  const seen: Finding[] = [];
  for (const occurrence of openings) {
    const spec: RequestSpec = { base: 'full', mayReachPerson: true, occurrence };
    const outcome = yield* attempt(id, spec, 'a good request');
    if (!isUnanswered(outcome)) {
      const result = yield* understood(context, outcome);
      return context.vouched && isRefused(result.settled!) ? yield* acceptedNow(context, result) : result;
    }
    seen.push(outcome.unanswered);
    if (outcome.unanswered.reason !== 'unstable') break;
  }
  const last = seen.at(-1)!;
  const exchanges = seen.flatMap((finding) => finding.exchanges);
  return {
    settled: null,
    unanswered: last.verdict === 'inconclusive' ? { ...last, exchanges } : last,
    spelling: null,
  };
}

/** Refused for another reason than who calls. */
export function isRefused({ answer: { kind, code } }: Settled): boolean {
  return (kind === 'F' || kind === 'bare') && !unknownCaller.has(code);
}

/** A user who is vouched for is asked for again: a target that errs now and then would seem to know nobody. */
function* acceptedNow(context: CheckContext, result: ControlResult): Steps<ControlResult> {
  for (const occurrence of openings.slice(1)) {
    const spec: RequestSpec = { base: 'full', mayReachPerson: true, occurrence };
    const outcome = yield* attempt(context.op.id, spec, 'a good request');
    if (isUnanswered(outcome) || outcome.answer.kind !== 'S') continue;
    context.controls.full = outcome;
    return { settled: outcome, unanswered: null, spelling: null };
  }
  return result;
}

/** Codes of a target that could not tell who calls: it may have missed a header by its spelling. */
const unknownCaller = new Set(['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND']);

const otherSpellings: readonly Spelling[] = [
  { names: 'canonical', comma: ',' },
  { names: 'lower', comma: ', ' },
  { names: 'lower', comma: ',' },
];

/** Where the target could not tell who calls: the other documented spellings of a signed request. */
function* understood(context: CheckContext, first: Settled): Steps<ControlResult> {
  let settled = first;
  let known: Spelling | null = null;
  if (unknownCaller.has(first.answer.code)) {
    for (const spelling of otherSpellings) {
      const spec: RequestSpec = { base: 'full', mayReachPerson: true, wire: { spelling }, occurrence: 'spelling' };
      const title = 'a good request in another spelling of its headers';
      const outcome = yield* attempt(context.op.id, spec, title);
      if (isUnanswered(outcome) || unknownCaller.has(outcome.answer.code)) continue;
      settled = outcome;
      known = spelling;
      break;
    }
  }
  if (settled.answer.kind === 'S') context.controls.full = settled;
  return { settled, unanswered: null, spelling: known };
}

/** The other controls of an opened operation: a repeated token, the required fields only, a user unknown to the target. */
export function* secondaryControls(context: CheckContext): Steps<null> {
  const { op, controls, costs } = context;
  if (!controls.full) return null;
  controls.rejectsRepeatedToken = yield* rejectsRepeatedToken(context);
  const spec: RequestSpec = { base: 'minimal', mayReachPerson: true, occurrence: 'opening' };
  const minimal = yield* attempt(op.id, spec, 'a request with the required fields only');
  controls.minimal = !isUnanswered(minimal) && minimal.answer.kind === 'S' ? minimal : null;
  if (!costs) return null;
  const unknown = yield* attempt(op.id, { base: 'full', user: 'unknown' }, 'a request for an unknown user');
  controls.unknownUser = !isUnanswered(unknown) && unknown.answer.kind === 'F' ? unknown : null;
  return null;
}

/** The good request of the opening, sent a second time. */
export const repeatedOpening: RequestSpec = { base: 'full', mayReachPerson: true, occurrence: 'opening-twice' };

/** Whether a call that was accepted is not accepted when it comes again: then the calls that follow need tokens of their own. */
function* rejectsRepeatedToken({ op, costs, identity }: CheckContext): Steps<boolean> {
  // Where each call costs a message the second one is left to the suite.
  if (!op.probing.refersTo || costs) return false;
  const again = yield* attempt(op.id, repeatedOpening, 'the same good request twice');
  if (isNotTaken(again)) return true;
  // With other times: a target may take the very same message again, and another one about the same token for a contradiction.
  const overlay = timesFrom(op, identity.startedAt - 60_000);
  const other = yield* attempt(op.id, { ...repeatedOpening, overlay }, 'a second good request about the same token');
  return isNotTaken(other);
}

/** Answered in any other way than S: a target that ends in an unknown result each time takes the call no more than one that refuses it. */
function isNotTaken(outcome: Outcome): boolean {
  return !isUnanswered(outcome) && outcome.answer.kind !== 'S';
}

/**
 * Whether the operation still accepts at the end. A control that could not be sent, or that met a target that was away, proves neither
 * way, so the opening one stands.
 */
export function* closingControl({ op, controls }: CheckContext): Steps<'covered' | 'lost'> {
  if (!controls.full) return 'covered';
  const spec: RequestSpec = { base: 'full', mayReachPerson: true, occurrence: 'closing' };
  const outcome = yield* attempt(op.id, spec, 'a good request at the end');
  if (isUnanswered(outcome)) {
    const { verdict, reason } = outcome.unanswered;
    return verdict === 'not-run' || reason === 'absent' ? 'covered' : 'lost';
  }
  return outcome.answer.kind === 'S' ? 'covered' : 'lost';
}
