/** getPaymentCode, judged at the Alipay+ side: how each requirement of the server is checked. */
import { invariant, notObservable, runInvariant, suite, suiteObligation } from '../engine/check/check.ts';
import { type Fact, note } from '../engine/check/facts.ts';
import { asAdvice, type Finding, shown } from '../engine/check/finding.ts';
import type { ObservedExchange } from '../engine/check/observed-exchange.ts';
import { accepts, refuses, set, unset } from '../engine/check/verbs/index.ts';
import { isObject, jsonOf } from '../engine/wire/json.ts';
import { absentOnRefusal, codeInTable } from './shared/result-invariants.ts';
import { validCall } from './shared/valid-calls.ts';
import { isoWithZone } from './shared/written-time.ts';

const list = 'paymentCodeInfoList';
const place = `response:/${list}`;

/** The codes of an accepted answer; null where the answer is not S. */
function codesOf({ answer }: ObservedExchange): unknown[] | null {
  if (answer.kind !== 'S' || !isObject(answer.json)) return null;
  const codes = answer.json[list];
  return Array.isArray(codes) ? codes : [];
}

function requestOf({ answer }: ObservedExchange): Record<string, unknown> {
  const body = jsonOf(answer.exchange.request.body);
  return isObject(body) ? body : {};
}

function onList({ answer }: ObservedExchange, isRight: boolean, expected: Fact, received: Fact): Finding {
  return shown(isRight ? 'satisfied' : 'violated', expected, received, [answer.exchange], { place });
}

function codes(n: number): Fact {
  return { is: 'count', n, of: 'items', field: list };
}

/** Milliseconds that a code is valid, and that it shares with the next one. */
const lifetimeMs = 60_000;
const overlapMs = 30_000;
/** Milliseconds that either may be longer or shorter. */
const toleranceMs = 5000;

/** Lifetimes and overlap, where times are given; the names of the fields are not public (ambiguity 6.7), so nothing here fails. */
function lifetimes(observed: ObservedExchange): Finding | null {
  const infos = codesOf(observed)?.filter(isObject) ?? [];
  const times = infos.map((info) => ({
    start: Date.parse(String(info.codeValidityStartTime)),
    end: Date.parse(String(info.codeExpiryTime)),
  }));
  if (times.length === 0 || times.some(({ start, end }) => Number.isNaN(start) || Number.isNaN(end))) return null;
  const expected: Fact = { is: 'validity', lifetimeMs, overlapMs };
  const odd = times.find(({ start, end }) => Math.abs(end - start - lifetimeMs) > toleranceMs);
  if (odd) return onList(observed, false, expected, { is: 'validity', lifetimeMs: odd.end - odd.start });
  const overlaps = times.slice(1).map(({ start }, i) => times[i]!.end - start);
  const wrong = overlaps.find((overlap) => Math.abs(overlap - overlapMs) > toleranceMs);
  if (wrong !== undefined) return onList(observed, false, expected, { is: 'validity', overlapMs: wrong });
  return onList(observed, true, expected, codes(times.length));
}

/** Every payment code of the run, each once. */
const distinctCodes = runInvariant('no payment code is returned twice', (all) => {
  const field = 'paymentCode';
  const expected: Fact = { is: 'own-value', field };
  const seen = new Map<string, ObservedExchange>();
  for (const observed of all) {
    for (const info of codesOf(observed) ?? []) {
      const code = isObject(info) ? info[field] : undefined;
      if (typeof code !== 'string' || code === '') continue;
      const before = seen.get(code);
      if (before) {
        const exchanges = [before.answer.exchange, observed.answer.exchange];
        return shown('violated', expected, { is: 'same-value-twice', field }, exchanges, { place });
      }
      seen.set(code, observed);
    }
  }
  const received: Fact = { is: 'count', n: seen.size, of: 'different-values' };
  return seen.size > 1 ? shown('satisfied', expected, received, [], { place }) : null;
});

/** The payment codes of an accepted answer that are given as text. */
function textsOf(observed: ObservedExchange): string[] {
  const codes = (codesOf(observed) ?? []).map((info) => (isObject(info) ? info.paymentCode : undefined));
  return codes.filter((code) => typeof code === 'string');
}

const digits = /^\d{16,32}$/;

/** Digits, as many as one of the two pages allows; an empty code is advice, since the names of children are not public. */
const codeFormat = invariant('every payment code is 16 to 32 digits', (observed) => {
  const texts = textsOf(observed);
  if (texts.length === 0) return null;
  const expected: Fact = { is: 'digits', min: 16, max: 32, field: 'paymentCode' };
  const odd = texts.find((text) => !digits.test(text));
  if (odd === undefined) return onList(observed, true, expected, codes(texts.length));
  const received: Fact = { is: 'length', characters: odd.length, field: 'paymentCode' };
  const finding = onList(observed, false, expected, received);
  return odd === '' ? asAdvice(finding) : finding;
});

/** The forms that the issuer page gives for each length. */
const documentedForms = [/^28\d{15}$/, /^28\d{16}$/, /^28\d{17}$/, /^\d{24}$/];

/** The page for issuers reserves other lengths and beginnings: advice. */
const documentedForm = invariant('every payment code has a format of the page for issuers', (observed) => {
  const texts = textsOf(observed).filter((text) => digits.test(text));
  if (texts.length === 0) return null;
  const expected: Fact = { is: 'digits', min: 17, max: 24, field: 'paymentCode' };
  const odd = texts.find((text) => !documentedForms.some((form) => form.test(text)));
  if (odd === undefined) return onList(observed, true, expected, codes(texts.length));
  const received: Fact = { is: 'length', characters: odd.length, field: 'paymentCode' };
  return asAdvice(onList(observed, false, expected, received));
});

/** A list of codes belongs to S alone. */
const noListOnRefusal = absentOnRefusal(list);

/** Two digits are the length of a region and not one of ISO 3166: advice where they are accepted. */
const regionOfDigits = refuses(
  'region 15',
  { edit: [set('region', '15')], skipSelfCheck: true },
  { codes: ['PARAM_ILLEGAL'], accepted: 'advisory', otherCode: 'advisory', bare: 'advisory', place: '/region' },
);

/** Times of a code are in the extended form: another form is advice, as their names are not public. */
const extendedTimes = invariant('the times of a code are ISO 8601 in the extended form with a zone', (observed) => {
  const infos = codesOf(observed)?.filter(isObject) ?? [];
  const times = infos
    .flatMap((info) => [info.codeValidityStartTime, info.codeExpiryTime])
    .filter((time) => typeof time === 'string' && time !== '');
  if (times.length === 0) return null;
  const odd = times.find((time) => !isoWithZone.test(String(time)));
  const expected = note('iso-time-with-zone');
  const received: Fact = odd === undefined ? codes(infos.length) : { is: 'value', value: odd };
  return onList(observed, odd === undefined, expected, received);
});

export default suite('getPaymentCode', {
  'GPC-01 The MPP MUST send getPaymentCode as a POST to /aps/api/v1/codes/getPaymentCode.': [suiteObligation()],
  'GPC-02 The MPP MUST send a customerId of at most 64 characters and env as an object.': [suiteObligation()],
  'GPC-03 The MPP MUST send region as a two-letter country code, which is CN in China; elsewhere it can be absent.': [
    suiteObligation(),
  ],
  'GPC-04 The MPP MUST send codeQuantity as a string with a whole number from 1 to 10 or as null, or omit it.': [
    suiteObligation(),
  ],
  'GPC-05 Alipay+ MUST return exactly as many payment codes as codeQuantity requests when it answers S.': [
    invariant('every S has as many codes as were requested', (observed) => {
      const given = codesOf(observed);
      const asked = requestOf(observed).codeQuantity;
      if (!given || typeof asked !== 'string' || !/^([1-9]|10)$/.test(asked)) return null;
      return onList(observed, given.length === Number(asked), codes(Number(asked)), codes(given.length));
    }),
    noListOnRefusal,
    regionOfDigits,
  ],
  'GPC-06 Alipay+ MUST return one payment code to a request without codeQuantity.': [
    invariant('an S to a request without codeQuantity has one code', (observed) => {
      const given = codesOf(observed);
      if (!given || !observed.ordinary || requestOf(observed).codeQuantity != null) return null;
      return onList(observed, given.length === 1, codes(1), codes(given.length));
    }),
    accepts('a request without codeQuantity', { edit: [unset('codeQuantity')] }, { place: '/codeQuantity' }),
  ],
  'GPC-09 Alipay+ SHOULD make each payment code valid for about one minute, 30 seconds of which overlap with the next code of the list.':
    [invariant('codes are valid for one minute and overlap by 30 seconds', lifetimes), extendedTimes],
  'GPC-10 Alipay+ MUST NOT return the same payment code twice, neither in one list nor to two customers.': [
    distinctCodes,
  ],
  'GPC-11 Alipay+ MUST answer getPaymentCode with one of the twelve result codes that all five APIs share.': [
    invariant('every result code is one of the common set', (observed) =>
      observed.answer.code ? codeInTable(observed) : null,
    ),
  ],
  'GPC-12 The MPP MUST retry the same getPaymentCode after U or no answer, and after F do only what the result code advises.':
    [notObservable()],
  'GPC-13 The MPP SHOULD wait about 5 seconds for the answer to getPaymentCode before it times out.': [notObservable()],
  'GPC-14 The MPP MUST reduce its call rate after REQUEST_TRAFFIC_EXCEED_LIMIT.': [notObservable()],
  'GPC-15 The MPP MUST show the payment code to the user after S.': [notObservable()],
  'GPC-16 Alipay+ MUST answer S with SUCCESS to a valid getPaymentCode.': [validCall()],
  'GPC-17 Alipay+ MUST return payment codes of 16 to 32 digits.': [codeFormat, documentedForm],
});
