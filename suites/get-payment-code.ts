/** getPaymentCode, judged at the Alipay+ side: how each requirement of the server is proved. */

import {
  invariant,
  notObservable,
  type ObservedExchange,
  probe,
  runInvariant,
  suite,
  suiteObligation,
} from '../engine/check/check.ts';
import { accepted, type Finding } from '../engine/check/finding.ts';
import { received } from '../engine/wire/answer.ts';
import { isObject, jsonOf } from '../engine/wire/json.ts';
import { validCall } from './shared/valid-calls.ts';

const list = 'paymentCodeInfoList';

/** The codes of an accepted answer; null where the answer is no S. */
function codesOf({ answer }: ObservedExchange): unknown[] | null {
  if (answer.kind !== 'S' || !isObject(answer.json)) return null;
  const codes = answer.json[list];
  return Array.isArray(codes) ? codes : [];
}

function requestOf({ answer }: ObservedExchange): Record<string, unknown> {
  const body = jsonOf(answer.exchange.request.body);
  return isObject(body) ? body : {};
}

function judged({ answer }: ObservedExchange, right: boolean, expected: string, says: string): Finding {
  const base = { expected, received: says, exchanges: [answer.exchange], field: `response:/${list}` };
  return right ? { ...base, verdict: 'kept', reason: '' } : { ...base, verdict: 'broken', reason: 'broken' };
}

const quantityProbe = probe(
  'a request without codeQuantity is accepted',
  async (trial) => {
    const edits = [{ path: ['codeQuantity'], unset: true }] as const;
    return accepted(
      await trial.ask({ base: 'full', edits, mayReachPerson: true }, 'a request without codeQuantity'),
      '/codeQuantity',
    );
  },
  { phase: 'acceptance' },
);

/** Milliseconds that a code may live longer or shorter than a minute, or overlap more or less than 30 seconds. */
const toleranceMs = 5000;

/** Lifetimes and overlap, where times are given; the names of the fields are not public (ambiguity 6.7), so nothing here fails. */
function lifetimes(witness: ObservedExchange): Finding | null {
  const codes = codesOf(witness)?.filter(isObject) ?? [];
  const times = codes.map((code) => ({
    start: Date.parse(String(code.codeValidityStartTime)),
    end: Date.parse(String(code.codeExpiryTime)),
  }));
  if (times.length === 0 || times.some(({ start, end }) => Number.isNaN(start) || Number.isNaN(end))) return null;
  const expected = 'one minute each, 30 seconds of it shared with the next';
  const odd = times.find(({ start, end }) => Math.abs(end - start - 60_000) > toleranceMs);
  if (odd) return judged(witness, false, expected, `a code that lives ${(odd.end - odd.start) / 1000} s`);
  const gap = times.findIndex(({ start }, i) => i > 0 && Math.abs(times[i - 1]!.end - start - 30_000) > toleranceMs);
  if (gap > 0)
    return judged(witness, false, expected, `codes that share ${(times[gap - 1]!.end - times[gap]!.start) / 1000} s`);
  return judged(witness, true, expected, `${times.length} codes`);
}

/** Every payment code of the run, each once. */
const distinctCodes = runInvariant('no payment code is given out twice', (witnesses) => {
  const seen = new Map<string, ObservedExchange>();
  let last: ObservedExchange | null = null;
  for (const witness of witnesses) {
    for (const info of codesOf(witness) ?? []) {
      const code = isObject(info) ? info.paymentCode : undefined;
      if (typeof code !== 'string' || code === '') continue;
      const before = seen.get(code);
      if (before)
        return {
          ...judged(witness, false, 'each code once', 'the same paymentCode twice'),
          exchanges: [before.answer.exchange, witness.answer.exchange],
        };
      seen.set(code, witness);
      last = witness;
    }
  }
  return last && seen.size > 1
    ? { ...judged(last, true, 'each code once', `${seen.size} different codes`), exchanges: [] }
    : null;
});

export default suite('getPaymentCode', {
  'GPC-01 The MPP MUST send getPaymentCode as a POST to /aps/api/v1/codes/getPaymentCode.': [suiteObligation()],
  'GPC-02 The MPP MUST send a customerId of at most 64 characters and env as an object.': [suiteObligation()],
  'GPC-03 The MPP MUST send region as a country code of two letters, which is CN in China, or leave it out elsewhere.':
    [suiteObligation()],
  'GPC-04 The MPP MUST send codeQuantity as a whole number from 1 to 10 in a string, as null or not at all.': [
    suiteObligation(),
  ],
  'GPC-05 Alipay+ MUST return as many payment codes as codeQuantity asked for when it answers S.': [
    invariant('every S has as many codes as were asked for', (witness) => {
      const codes = codesOf(witness);
      const asked = requestOf(witness).codeQuantity;
      if (!codes || typeof asked !== 'string' || !/^([1-9]|10)$/.test(asked)) return null;
      return judged(
        witness,
        codes.length === Number(asked),
        `${asked} codes`,
        `${codes.length} codes for codeQuantity "${asked}"`,
      );
    }),
  ],
  'GPC-06 Alipay+ MUST return one payment code to a request without codeQuantity.': [
    invariant('an S to a request without codeQuantity has one code', (witness) => {
      const codes = codesOf(witness);
      if (!codes || !witness.ordinary || requestOf(witness).codeQuantity != null) return null;
      return judged(witness, codes.length === 1, 'one code', `${codes.length} codes`);
    }),
    quantityProbe,
  ],
  'GPC-09 Alipay+ SHOULD give each payment code about one minute of validity, 30 seconds of it shared with the next code of the list.':
    [invariant('codes live one minute and overlap by half of it', lifetimes)],
  'GPC-10 Alipay+ MUST give each payment code out once, within a list and among customers.': [distinctCodes],
  'GPC-11 Alipay+ MUST answer getPaymentCode with one of the twelve codes that all five APIs share.': [
    invariant('every result code is one of the common set', ({ answer, op, settings }) => {
      if (!answer.code) return null;
      const known = answer.code in op.resultCodes || answer.code in (settings.extraResultCodes[op.id] ?? {});
      const base = { expected: 'a code of the common set', received: received(answer), exchanges: [answer.exchange] };
      return known
        ? { ...base, verdict: 'kept', reason: '' }
        : { ...base, verdict: 'broken', reason: 'broken', field: 'response:/result/resultCode' };
    }),
  ],
  'GPC-12 The MPP MUST repeat the same getPaymentCode after U or no answer, and after F do only what the code advises.':
    [notObservable()],
  'GPC-13 The MPP SHOULD wait about 5 seconds for the answer to getPaymentCode before it gives up.': [notObservable()],
  'GPC-14 The MPP MUST call less often after REQUEST_TRAFFIC_EXCEED_LIMIT.': [notObservable()],
  'GPC-15 The MPP MUST show the payment code to the user after S.': [notObservable()],
  'GPC-16 Alipay+ MUST answer S with SUCCESS to a valid getPaymentCode.': [validCall()],
});
