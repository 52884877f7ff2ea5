/** Results: the table of codes, HTTP status, speed, crashes, and what an answer must not give away. */

import {
  type Invariant,
  invariant,
  type ObservedExchange,
  type RunInvariant,
  runInvariant,
} from '../../engine/check/check.ts';
import type { Finding } from '../../engine/check/finding.ts';
import { guiltyPart } from '../../engine/request/guilty-part.ts';
import { header, isThrottle, received } from '../../engine/wire/answer.ts';
import { requestNameOf } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf, valueAt } from '../../engine/wire/json.ts';
import { type OperationId, operations } from '../../generated/operations.ts';

function show(
  witness: ObservedExchange,
  shows: 'kept' | 'broken' | 'advised',
  expected: string,
  says = '',
  field = '',
): Finding {
  const reason = shows === 'kept' ? '' : shows === 'broken' ? 'broken' : 'advice';
  const where = field ? { field: `response:${field}` } : {};
  return {
    verdict: shows,
    reason,
    expected,
    received: says || received(witness.answer),
    exchanges: [witness.answer.exchange],
    ...where,
  };
}

const allCodes: ReadonlySet<string> = new Set(Object.values(operations).flatMap((op) => Object.keys(op.resultCodes)));

/** Code and status are a pair of this operation's table. */
export const pairInTable: Invariant = invariant(
  'code and status of every result are a pair of the table',
  (witness) => {
    const { result } = witness.answer;
    if (typeof result?.resultCode !== 'string' || typeof result.resultStatus !== 'string') return null;
    const code = result.resultCode;
    const status = result.resultStatus;
    const extra = witness.settings.extraResultCodes[witness.op.id] ?? {};
    const documented = witness.op.resultCodes[code] ?? extra[code];
    const expected = documented ? `${code} with status ${documented}` : 'a code of the table of result codes';
    if (documented) return show(witness, documented === status ? 'kept' : 'broken', expected, '', '/result/resultCode');
    if (status === 'S') return show(witness, 'broken', 'SUCCESS with status S', '', '/result/resultCode');
    if (!allCodes.has(code)) return show(witness, 'broken', expected, '', '/result/resultCode');
    const pair = Object.values(operations).some((op) => op.resultCodes[code] === status);
    const says = `${received(witness.answer)}: a code of another operation's table`;
    return show(witness, pair ? 'advised' : 'broken', expected, says, '/result/resultCode');
  },
);

/** HTTP 200 for every result (ambiguity 6.23): never more than advice. */
export const httpOk: Invariant = invariant('every result comes with HTTP 200', (witness) =>
  witness.answer.result
    ? show(witness, witness.answer.http === 200 ? 'kept' : 'advised', 'HTTP 200', `HTTP ${witness.answer.http}`)
    : null,
);

/** The media type of answers: never more than advice. */
export const jsonLabel: Invariant = invariant('every result is labelled application/json', (witness) => {
  if (!witness.answer.result) return null;
  const type = header(witness.answer.exchange.response!.headers, 'Content-Type') ?? 'no Content-Type';
  return show(witness, /^application\/json\b/i.test(type) ? 'kept' : 'advised', 'Content-Type application/json', type);
});

/** A crash: no complete answer, or 5xx without a result. A stable one only: weather is told apart by repetition. */
export const noCrash: RunInvariant = runInvariant(
  'every request is answered with a result, not with a crash',
  (witnesses) => {
    // While nothing is answered well, a crash says nothing about what was sent.
    if (!witnesses.some((witness) => witness.answer.kind === 'S')) return null;
    const expected = 'a result for whatever is sent';
    const crashes = [...attemptsByProbe(witnesses).values()].filter(
      (attempts) => attempts.length > 1 && attempts.every((witness) => witness.answer.kind === 'crash'),
    );
    const broken = crashes.filter(([first]) => !first!.ask.beyondSpec);
    const shown = (broken.length > 0 ? broken : crashes)[0];
    if (!shown)
      return { ...show(witnesses[0]!, 'kept', expected, `${witnesses.length} requests answered`), exchanges: [] };
    const exchangesOf = (attempts: readonly ObservedExchange[]) => attempts.map((witness) => witness.answer.exchange);
    return {
      ...show(shown[0]!, broken.length > 0 ? 'broken' : 'advised', expected),
      exchanges: exchangesOf(shown),
      seen: `${shown.length} of ${shown.length}`,
      field: guiltyPart(shown[0]!.ask),
      allEvidence: crashes.flatMap(exchangesOf),
    };
  },
);

/** Attempts of the same request together. */
function attemptsByProbe(witnesses: readonly ObservedExchange[]): Map<string, ObservedExchange[]> {
  const groups = new Map<string, ObservedExchange[]>();
  for (const witness of witnesses) {
    const name = requestNameOf(witness.answer.exchange);
    const group = groups.get(name);
    if (group) group.push(witness);
    else groups.set(name, [witness]);
  }
  return groups;
}

/** A client error without a result, on a JSON object sent to the right path. */
export const noBareRefusal: Invariant = invariant('a refusal of a JSON object carries a result', (witness) => {
  const { answer } = witness;
  if (!witness.ordinary || answer.kind === 'crash') return null;
  const bare = answer.http >= 400 && answer.http < 500 && answer.http !== 429 && !answer.result;
  return show(witness, bare ? 'broken' : 'kept', 'a JSON result');
});

const trace =
  /\bat [\w$.<>]+ ?\([^)]*:\d+|Traceback \(most recent call last\)|\b[a-z]\w*(\.[a-z]\w*)+\.[A-Z]\w*(Exception|Error)\b|File "[^"]+", line \d+/;

/** No stack trace in an answer: advice. */
export const noStackTrace: Invariant = invariant('no answer shows a stack trace', (witness) => {
  const body = witness.answer.exchange.response?.body;
  if (!body) return null;
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 20_000)).toString('latin1');
  return show(witness, trace.test(text) ? 'advised' : 'kept', 'no stack trace', 'a stack trace in the body');
});

/** No credential of the request echoed back: advice. Only fields marked as credentials in the spec count. */
export const noSecretEchoed: Invariant = invariant('no answer echoes a credential of its request', (witness) => {
  const { answer, op } = witness;
  const body = answer.exchange.response?.body;
  if (!op.probing.credential)
    return {
      ...show(witness, 'kept', 'no credential in an answer'),
      verdict: 'not-applicable',
      reason: 'precondition',
    };
  if (!body || !witness.ordinary) return null;
  const secret = valueAt(jsonOf(answer.exchange.request.body), [op.probing.credential ?? '']);
  if (typeof secret !== 'string' || secret.length < 8) return null;
  const text = Buffer.from(body).toString('utf8');
  return show(
    witness,
    text.includes(secret) ? 'advised' : 'kept',
    'no credential in an answer',
    'the credential of the request',
  );
});

/** Milliseconds within which Alipay+ waits for an answer of this class. */
const callerTimeoutMs = 5000;

/** Speed: slow answers are weather, so one alone says nothing. */
export const answersInTime: RunInvariant = runInvariant('answers come within 5 seconds', (witnesses) => {
  const answered = witnesses.filter((witness) => witness.answer.exchange.noAnswer === null);
  if (answered.length === 0) return null;
  const slow = answered.filter((witness) => witness.answer.exchange.durationMs > callerTimeoutMs);
  const expected = `an answer within ${callerTimeoutMs} ms`;
  const slowest = Math.max(...answered.map((witness) => witness.answer.exchange.durationMs));
  const says = `${slow.length} of ${answered.length} answers took longer, the slowest ${Math.round(slowest)} ms`;
  if (slow.length >= 3)
    return { ...show(slow[0]!, 'broken', expected, says), exchanges: slow.slice(0, 3).map((w) => w.answer.exchange) };
  return { ...show(answered[0]!, 'kept', expected, says), exchanges: [] };
});

/** A conditional field that is there although its condition is not met: advice. */
export function absentOnRefusal(field: string): Invariant {
  return invariant(`${field} is absent from answers that are no success`, (witness) => {
    const { answer } = witness;
    if ((answer.kind !== 'F' && answer.kind !== 'U') || !isObject(answer.json)) return null;
    return show(
      witness,
      answer.json[field] == null ? 'kept' : 'advised',
      `no ${field}`,
      `${received(answer)} with ${field}`,
      `/${field}`,
    );
  });
}

/** Equal values where each answer must have its own; `field` is a top-level field of accepted answers. */
export function ownValueEach(operation: OperationId, field: string): RunInvariant {
  return runInvariant(`each accepted answer has its own ${field}`, (witnesses) => {
    const first = new Map<string, ObservedExchange>();
    const expected = `a ${field} that no other answer has`;
    let count = 0;
    let pending: Finding | null = null;
    for (const witness of witnesses) {
      if (witness.op.id !== operation || witness.answer.kind !== 'S' || !isObject(witness.answer.json)) continue;
      const value = witness.answer.json[field];
      if (typeof value !== 'string' || value === '') continue;
      count += 1;
      const before = first.get(value);
      if (!before) {
        first.set(value, witness);
        continue;
      }
      const exchanges = [before.answer.exchange, witness.answer.exchange];
      const credential = (w: ObservedExchange) =>
        valueAt(jsonOf(w.answer.exchange.request.body), [w.op.probing.credential ?? '']);
      const sameUser = credential(before) === credential(witness);
      const near = Math.abs(exchanges[1]!.startedAt - exchanges[0]!.startedAt) < 60_000;
      // The same user within a minute may get the same pending code again (ambiguity 6.35); a second user never.
      if (sameUser && near) {
        pending ??= { ...show(witness, 'advised', expected, `the same ${field} twice`, `/${field}`), exchanges };
        continue;
      }
      return { ...show(witness, 'broken', expected, `the same ${field} twice`, `/${field}`), exchanges };
    }
    if (pending) return pending;
    if (count < 2)
      return {
        ...show(witnesses[0]!, 'kept', expected),
        verdict: 'not-run',
        reason: 'no-fixture',
        received: `${count} accepted answers; two are needed`,
        exchanges: [],
      };
    return { ...show(witnesses[0]!, 'kept', expected, `${count} different values`), exchanges: [] };
  });
}

export { isThrottle };
