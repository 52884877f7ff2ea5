/** Signatures of answers as facts: what each state is told with, which causes are looked for, and the time that stands beside them. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import type { WireHeaders } from '../../engine/wire/exchange.ts';
import { currentResponseTime, signedAnswers, zonedResponseTime } from '../../suites/shared/answer-signatures.ts';
import { verifiersReading } from '../../suites/shared/published-verifiers.ts';
import { type Came, observedOf, resultOf, timeout } from '../support/exchanges.ts';
import {
  asDocumented,
  head,
  publicKey,
  settings,
  signature,
  stranger,
  success,
  text,
  time,
} from '../support/signed-answers.ts';

const judged = (came: Came, more: Partial<ObservedExchange> = {}) =>
  signedAnswers.judge(observedOf(came, {}, { publicKey, settings, ...more }));

const good = await signature();
const [client, when, whole] = head(asDocumented(good));
const base64 = good.toString('base64');
const other = asDocumented(await signature({ key: stranger.privateKey }));
const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const smaller = asDocumented(await signature({ key: small }));
const otherBody = asDocumented(await signature({ body: `${text} ` }));
const inSignature = 'response:header:Signature';
const hex = good.toString('hex');
const url = good.toString('base64url');

test.each<[WireHeaders, object, verdict: string, isLookedInto: boolean, place?: string]>([
  [head(asDocumented(good)), { state: 'signed' }, 'satisfied', false],
  [[when!, whole!], { state: 'no-client-id' }, 'advisory', false, 'response:header:Client-Id'],
  [[], { state: 'unsigned' }, 'violated', false],
  [[client!, when!], { state: 'no-signature' }, 'violated', false],
  [[client!, whole!], { state: 'no-response-time' }, 'violated', false, 'response:header:Response-Time'],
  [[client!, when!, ['Signature', 'keyVersion=1']], { state: 'no-signature-part' }, 'violated', true],
  [head('!!!'), { state: 'unreadable' }, 'violated', true],
  [head(base64), { state: 'plain-base64', readBy: verifiersReading('base64', base64) }, 'violated', false],
  [
    head(url),
    { state: 'other-form', form: 'base64url', readBy: verifiersReading('base64url', url) },
    'advisory',
    false,
  ],
  [head(hex), { state: 'other-form', form: 'hex', readBy: [] }, 'violated', true],
  [head(otherBody), { state: 'other-content' }, 'violated', true],
  [head(other), { state: 'other-key' }, 'violated', true],
  [head(smaller), { state: 'other-key', bits: 1024 }, 'violated', true],
])('a signature is told with its state: %#', (headers, fact, verdict, isLookedInto, place = inSignature) => {
  const found = judged({ ...success, headers })!;
  expect(found.received).toStrictEqual({ is: 'answer-signature', ...fact });
  expect(found).toMatchObject({ verdict, place, expected: { is: 'signed-answer' } });
  expect(found.diagnose !== undefined).toBe(isLookedInto);
  if (found.diagnose) expect(found.diagnose()).not.toBe(undefined);
});

test('a signature may be missing where a body need not be read whole, or nobody can tell who sent it', () => {
  const illegal = { ...resultOf('F', 'PARAM_ILLEGAL'), headers: [] };
  const accepted = { ...success, headers: [] };
  const spec = { base: 'full', beyondSpec: true } as const;
  for (const came of [illegal, accepted]) {
    expect(judged(came)!.verdict).toBe('violated');
    expect(judged({ ...came, status: 413 })).toBe(null);
    expect(judged(came, { spec })).toBe(null);
    expect(judged(came, { authenticated: false })).toBe(null);
  }
  // Frameworks read JSON before they look at who sent it, and refuse what is none.
  expect(judged(illegal, { ordinary: false })).toBe(null);
  expect(judged(accepted, { ordinary: false })!.verdict).toBe('violated');
});

test.each([
  ['2016-12-31T23:59:60Z', 'satisfied'],
  ['2016-12-31T23:59:60.5+00:00', 'satisfied'],
  ['2026-13-01T10:00:00Z', 'violated'],
  ['2026-02-28T25:00:00Z', 'violated'],
])('the moment of a Response-Time exists, leap seconds too: %s', (value, verdict) => {
  expect(zonedResponseTime.judge(observedOf({ ...success, headers: [['Response-Time', value]] }))!.verdict).toBe(
    verdict,
  );
});

describe('the time of an answer', () => {
  const sentAt = Date.parse(time);
  const minute = 60_000;
  const found = (headers: WireHeaders, startedAt = sentAt, durationMs = 5) =>
    currentResponseTime.judge(observedOf({ ...success, headers, startedAt, durationMs }));
  const written: WireHeaders = [['Response-Time', time]];

  test('is close to our clock, from the request to the end of the answer', () => {
    expect(currentResponseTime.title).toBe('every Response-Time is the time of its answer');
    expect(found(written)).toMatchObject({
      verdict: 'satisfied',
      expected: { is: 'close-to-our-clock', name: 'Response-Time', minutes: 5 },
      received: { is: 'header', name: 'Response-Time', value: time },
      place: 'response:header:Response-Time',
      exchanges: { length: 1 },
    });
    expect(found(written, sentAt - 20 * minute, 20 * minute)!.verdict).toBe('satisfied');
    expect(found(written, sentAt - 20 * minute)!.verdict).toBe('advisory');
  });

  test('is advice where it is off, with the Date header of the same answer as a witness', () => {
    const off = found(written, sentAt - 20 * minute)!;
    expect(off.received).toMatchObject({ is: 'written-time', name: 'Response-Time', value: time, dateAgrees: false });
    const dated = (at: number) => [...written, ['Date', new Date(at).toUTCString()]] as const;
    const both = found(dated(sentAt), sentAt - 20 * minute)!;
    expect(both.received).toMatchObject({ cause: 'clock' });
    expect(found(dated(sentAt - 20 * minute), sentAt - 20 * minute)!.received).toMatchObject({ dateAgrees: true });
  });

  test('is not judged where it is not there, or no moment', () => {
    expect(found([])).toBe(null);
    expect(found([['Response-Time', 'soon']])).toBe(null);
    expect(currentResponseTime.judge(observedOf(timeout))).toBe(null);
  });
});
