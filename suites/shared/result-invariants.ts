/** Results: the table of codes, HTTP status, speed, crashes, and what an answer must not give away. */

import { type OperationId, operations } from '../../contract/apis.ts';
import { type Invariant, invariant, type RunInvariant, runInvariant } from '../../engine/check/check.ts';
import { answerFact, type Fact, note } from '../../engine/check/facts.ts';
import { type Extra, type Finding, notApplicable, notRun, shown } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { answerShape } from '../../engine/diagnosis/answer-shapes.ts';
import { guiltyPart } from '../../engine/request/guilty-part.ts';
import { header } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { requestNameOf } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf, valueAt } from '../../engine/wire/json.ts';

/** A finding on one answer; what was received is its result unless `extra` says otherwise. */
function onAnswer(
  { answer }: ObservedExchange,
  verdict: 'satisfied' | 'violated' | 'advisory',
  expected: Fact,
  extra: Extra = {},
): Finding {
  return shown(verdict, expected, answerFact(answer), [answer.exchange], extra);
}

/** Whether any API documents the code. */
export function isDocumented(code: string): boolean {
  return Object.values(operations).some(({ resultCodes }) => Object.hasOwn(resultCodes, code));
}

/** The codes of this operation, with those that the config adds. */
function tableOf({ op, settings }: ObservedExchange): Readonly<Record<string, 'S' | 'F' | 'U'>> {
  return { ...settings.extraResultCodes[op.id], ...op.resultCodes };
}

/** The code of an answer stands in the table of its operation. */
export function codeInTable(observed: ObservedExchange): Finding {
  const expected: Fact = { is: 'code-in-table' };
  return observed.answer.code in tableOf(observed)
    ? onAnswer(observed, 'satisfied', expected)
    : onAnswer(observed, 'violated', expected, { place: 'response:/result/resultCode' });
}

/** Code and status are a pair of this operation's table. */
export const pairInTable: Invariant = invariant(
  'every result has a code and status of the result table',
  (observed) => {
    const { answer } = observed;
    const { resultCode: code, resultStatus: status } = answer.result ?? {};
    if (typeof code !== 'string' || typeof status !== 'string') return null;
    const place = 'response:/result/resultCode';
    const documented = tableOf(observed)[code];
    if (documented) {
      const expected: Fact = { is: 'code-in-table', code, status: documented };
      return onAnswer(observed, documented === status ? 'satisfied' : 'violated', expected, { place });
    }
    if (status === 'S')
      return onAnswer(observed, 'violated', { is: 'code-in-table', code: 'SUCCESS', status: 'S' }, { place });
    const expected: Fact = { is: 'code-in-table' };
    if (!isDocumented(code)) return onAnswer(observed, 'violated', expected, { place });
    const isPair = Object.values(operations).some((other) => other.resultCodes[code] === status);
    const received: Fact = { is: 'other-table', answer: answerFact(answer) };
    return onAnswer(observed, isPair ? 'advisory' : 'violated', expected, { place, received });
  },
);

/** HTTP 200 for every result (ambiguity 6.23): never more than advice. */
export const httpOk: Invariant = invariant('every result comes with HTTP 200', (observed) => {
  const { result, http } = observed.answer;
  if (!result) return null;
  const received: Fact = { is: 'http-status', status: http };
  return onAnswer(observed, http === 200 ? 'satisfied' : 'advisory', { is: 'http-status', status: 200 }, { received });
});

/** The media type of answers: never more than advice. */
export const jsonLabel: Invariant = invariant('every result has the Content-Type application/json', (observed) => {
  const { answer } = observed;
  if (!answer.result) return null;
  const name = 'Content-Type';
  const value = header(answer.exchange.response!.headers, name);
  const isJson = value !== null && /^application\/json\b/i.test(value);
  const expected: Fact = { is: 'header', name, value: 'application/json' };
  return onAnswer(observed, isJson ? 'satisfied' : 'advisory', expected, { received: { is: 'header', name, value } });
});

/** A crash: no complete answer, or 5xx without a result. Only one that every attempt shows, since a single one may be transient. */
export const noCrash: RunInvariant = runInvariant(
  'every request is answered with a result, not with a crash',
  (observed) => {
    // While nothing is answered well, a crash says nothing about what was sent.
    if (!observed.some(({ answer }) => answer.kind === 'S')) return null;
    const expected: Fact = { is: 'any-result' };
    const crashes = [...attemptsByRequest(observed).values()].filter(
      (attempts) => attempts.length > 1 && attempts.every(({ answer }) => answer.kind === 'crash'),
    );
    const counted = crashes.filter(([first]) => !first!.spec.beyondSpec);
    // The smallest stands for all; of equal ones the first.
    const worst = [...(counted.length > 0 ? counted : crashes)].sort((a, b) => sizeOf(a) - sizeOf(b))[0];
    if (!worst) {
      const received: Fact = { is: 'count', n: observed.length, of: 'requests-answered' };
      return shown('satisfied', expected, received, []);
    }
    return onAnswer(worst[0]!, counted.length > 0 ? 'violated' : 'advisory', expected, {
      exchanges: exchangesOf(worst),
      seen: { count: worst.length, of: worst.length },
      place: guiltyPart(worst[0]!.spec),
      allEvidence: crashes.flatMap(exchangesOf),
      diagnose: () => answerShape(worst[0]!.answer.exchange),
    });
  },
);

/** Bytes of the request; one of another method stands for others last. */
function sizeOf([first]: readonly ObservedExchange[]): number {
  const { body, method } = first!.answer.exchange.request;
  return body.length + (method === 'POST' ? 0 : 1e9);
}

function exchangesOf(attempts: readonly ObservedExchange[]) {
  return attempts.map(({ answer }) => answer.exchange);
}

/** Attempts of the same request together. */
function attemptsByRequest(observed: readonly ObservedExchange[]): Map<string, ObservedExchange[]> {
  const groups = new Map<string, ObservedExchange[]>();
  for (const one of observed) {
    const name = requestNameOf(one.answer.exchange);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

/** A client error without a result, on a JSON object sent to the right path. */
export const noBareRefusal: Invariant = invariant('a refusal of a JSON object carries a result', (observed) => {
  const { answer, ordinary } = observed;
  if (!ordinary || answer.kind === 'crash') return null;
  const isBare = answer.http >= 400 && answer.http < 500 && answer.http !== 429 && !answer.result;
  return onAnswer(observed, isBare ? 'violated' : 'satisfied', { is: 'any-result' });
});

const trace =
  /\bat [\w$.<>]+ ?\([^)]*:\d+|Traceback \(most recent call last\)|\b[a-z]\w*(\.[a-z]\w*)+\.[A-Z]\w*(Exception|Error)\b|File "[^"]+", line \d+/;

/** No stack trace in an answer: advice. */
export const noStackTrace: Invariant = invariant('no answer shows a stack trace', (observed) => {
  const body = observed.answer.exchange.response?.body;
  if (!body) return null;
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 20_000)).toString('latin1');
  const expected = note('no-stack-trace');
  return trace.test(text)
    ? onAnswer(observed, 'advisory', expected, { received: note('stack-trace') })
    : onAnswer(observed, 'satisfied', expected);
});

/** No credential of the request echoed back: advice. Only fields marked as credentials in the spec count. */
export const noSecretEchoed: Invariant = invariant('no answer echoes a credential of its request', (observed) => {
  const { answer, op, ordinary } = observed;
  const { credential } = op.probing;
  const expected = note('no-credential');
  if (!credential) return notApplicable('precondition', answerFact(answer), { expected, exchanges: [answer.exchange] });
  const body = answer.exchange.response?.body;
  if (!body || !ordinary) return null;
  const secret = valueAt(jsonOf(answer.exchange.request.body), [credential]);
  if (typeof secret !== 'string' || secret.length < 8) return null;
  return Buffer.from(body).toString('utf8').includes(secret)
    ? onAnswer(observed, 'advisory', expected, { received: note('credential-echoed') })
    : onAnswer(observed, 'satisfied', expected);
});

/** Milliseconds within which Alipay+ waits for an answer of this class. */
const callerTimeoutMs = 5000;
/** So many slow answers are no accident. */
const slowAnswers = 3;

/** Speed: a single slow answer may be an accident, so one alone says nothing; waiting behind bodies of unusual size is our own doing. */
export const answersInTime: RunInvariant = runInvariant('answers come within 5 seconds', (all) => {
  const large = all.filter(({ spec }) => spec.beyondSpec).map(({ answer }) => answer.exchange);
  const answered = all
    .filter(({ spec }) => !spec.beyondSpec)
    .map(({ answer }) => answer.exchange)
    .filter(({ noAnswer }) => noAnswer === null);
  if (answered.length === 0) return null;
  const slow = answered.filter((one) => one.durationMs - msBeside(one, large) > callerTimeoutMs);
  const slowestMs = Math.round(answered.reduce((most, { durationMs }) => Math.max(most, durationMs), 0));
  const expected: Fact = { is: 'within-ms', ms: callerTimeoutMs };
  const received: Fact = { is: 'slow', slow: slow.length, of: answered.length, slowestMs };
  return slow.length >= slowAnswers
    ? shown('violated', expected, received, slow.slice(0, slowAnswers))
    : shown('satisfied', expected, received, []);
});

/** Other APIs are sent such bodies at about the same time: their time is reckoned as this one's, so many times. */
const apisAtOnce = 4;

/** Milliseconds that an answer was, or may have been, under way together with bodies beyond what any page speaks of. */
function msBeside({ startedAt, durationMs }: Exchange, large: readonly Exchange[]): number {
  const shared = large.map((body) => {
    const reach = apisAtOnce * body.durationMs;
    const end = Math.min(startedAt + durationMs, body.startedAt + reach);
    return Math.max(0, end - Math.max(startedAt, body.startedAt - reach));
  });
  return shared.reduce((sum, ms) => sum + ms, 0);
}

/** A conditional field that is there although its condition is not met: advice. */
export function absentOnRefusal(field: string): Invariant {
  return invariant(`${field} is absent from answers that are not S`, (observed) => {
    const { answer } = observed;
    if ((answer.kind !== 'F' && answer.kind !== 'U') || !isObject(answer.json)) return null;
    const place = `response:/${field}`;
    const expected: Fact = { is: 'absent', field };
    if (answer.json[field] == null) return onAnswer(observed, 'satisfied', expected, { place });
    const received: Fact = { is: 'present', field, answer: answerFact(answer) };
    return onAnswer(observed, 'advisory', expected, { place, received });
  });
}

/** Within this time the same user may get the same pending code again. */
const pendingMs = 60_000;

/** What an equal value in two answers is: the same call answered again, a value that may still be pending, or the same value twice. */
export type Repetition = 'one-call' | 'pending' | 'twice';

/** Equal values where each answer must have its own; `field` is a top-level field of accepted answers. */
export function ownValueEach(
  operation: OperationId,
  field: string,
  repetitionOf: (before: ObservedExchange, one: ObservedExchange) => Repetition = pendingForUser,
): RunInvariant {
  return runInvariant(`each accepted answer has its own ${field}`, (observed) => {
    const first = new Map<string, ObservedExchange>();
    const expected: Fact = { is: 'own-value', field };
    const twice = (before: ObservedExchange, one: ObservedExchange, verdict: 'violated' | 'advisory') =>
      shown(verdict, expected, { is: 'same-value-twice', field }, exchangesOf([before, one]), {
        place: `response:/${field}`,
      });
    let count = 0;
    let pending: Finding | null = null;
    for (const one of observed) {
      const value = one.op.id === operation && one.answer.kind === 'S' ? valueAt(one.answer.json, [field]) : null;
      if (typeof value !== 'string' || value === '') continue;
      count += 1;
      const before = first.get(value);
      if (!before) first.set(value, one);
      else {
        const repetition = repetitionOf(before, one);
        if (repetition === 'twice') return twice(before, one, 'violated');
        if (repetition === 'pending') pending ??= twice(before, one, 'advisory');
      }
    }
    if (pending) return pending;
    // Answers to one call that was repeated count once; with any other repetition it would not come here.
    if (first.size < 2) return notRun('no-fixture', { is: 'count', n: count, of: 'accepted-answers' }, { expected });
    return shown('satisfied', expected, { is: 'count', n: count, of: 'different-values' }, []);
  });
}

/** The same user within a minute may get the same pending code again (ambiguity 6.35); a second user never. */
function pendingForUser(before: ObservedExchange, one: ObservedExchange): Repetition {
  return isSameUser(before, one) && isNear(before, one) ? 'pending' : 'twice';
}

function isSameUser(one: ObservedExchange, other: ObservedExchange): boolean {
  const credential = ({ answer, op }: ObservedExchange) =>
    valueAt(jsonOf(answer.exchange.request.body), [op.probing.credential ?? '']);
  return credential(one) === credential(other);
}

function isNear({ answer: one }: ObservedExchange, { answer: other }: ObservedExchange): boolean {
  return Math.abs(other.exchange.startedAt - one.exchange.startedAt) < pendingMs;
}
