/** Signatures of answers, one by one: which must be there, which are right, and what is only advice. */
import { describe, expect, test } from 'vitest';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { WireHeaders } from '../../engine/wire/exchange.ts';
import { signedAnswers, zonedResponseTime } from '../../suites/shared/answer-signatures.ts';
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

/** The finding on one answer, its facts in words. */
const judged = (came: Came, more: Partial<ObservedExchange> = {}) => {
  const found = signedAnswers.judge(observedOf(came, {}, { publicKey, settings, ...more }));
  return found && { ...found, expected: wordsOf(found.expected), received: wordsOf(found.received) };
};

const told = (came: Came, more: Partial<ObservedExchange> = {}) => {
  const found = judged(came, more);
  return found && `${found.verdict} | ${found.reason} | ${found.received}`;
};

test('both judgements say what they look at; the one of signatures needs signing', () => {
  expect([signedAnswers.title, signedAnswers.signing]).toEqual([
    'every answer that must be signed carries a right signature',
    true,
  ]);
  expect([zonedResponseTime.title, zonedResponseTime.signing]).toEqual([
    'every Response-Time is an ISO 8601 time with a zone',
    false,
  ]);
});

describe('an answer', () => {
  test('signed as the page says keeps it', async () => {
    const found = judged({ ...success, headers: head(asDocumented(await signature())) })!;
    expect(found).toMatchObject({ verdict: 'satisfied', reason: '', received: 'signed' });
    expect(found.expected).toBe('headers Client-Id, Response-Time and a Signature over the exact bytes of the answer');
    expect(found.exchanges).toHaveLength(1);
  });

  test('signed for the client that its header names, or for ours without one', async () => {
    const other = asDocumented(await signature({ clientId: 'TEST_2' }));
    expect(told({ ...success, headers: head(other, 'TEST_2') })).toBe('satisfied |  | signed');
    expect(told({ ...success, headers: head(asDocumented(await signature()), null) })).toBe(
      'advisory | advice | signed, without a Client-Id header',
    );
    expect(told({ ...success, headers: head(other, null) })).toMatch(/^violated/);
  });

  test.each<[string, (bytes: Buffer) => string, string]>([
    [
      'bare base64',
      (bytes) => bytes.toString('base64'),
      'violated | broken | right, but the base64 text is not URL-encoded (ambiguity 6.26)',
    ],
    [
      'hex',
      (bytes) => bytes.toString('hex'),
      'violated | broken | right bytes, written as hex instead of URL-encoded base64',
    ],
    [
      'twice encoded',
      (bytes) => encodeURIComponent(asDocumented(bytes)),
      'violated | broken | right bytes, written as double-encoded instead of URL-encoded base64',
    ],
  ])('written as %s', async (_, written, line) => {
    expect(told({ ...success, headers: head(written(await signature())) })).toContain(line);
  });

  test('signed over something else, or with another key, has broken it and is looked into', async () => {
    const otherBody = judged({ ...success, headers: head(asDocumented(await signature({ body: `${text} ` }))) })!;
    expect([otherBody.verdict, otherBody.reason, otherBody.received]).toEqual([
      'violated',
      'broken',
      'a signature made with the right key over other content than was sent',
    ]);
    expect(otherBody.diagnose!()!.code).toBe('signed-over-unknown-text');
    const asHex = judged({ ...success, headers: head((await signature()).toString('hex')) })!;
    expect(asHex.diagnose!()!.code).toBe('signature-as-hex');
    const otherKey = asDocumented(await signature({ key: stranger.privateKey }));
    expect(told({ ...success, headers: head(otherKey) })).toBe(
      'violated | broken | a signature made with another key than the configured public key',
    );
  });
});

test('an answer with half a signature, or one that cannot be read, has broken it', async () => {
  const [client, when, whole] = head(asDocumented(await signature()));
  expect(told({ ...success, headers: [client!, when!] })).toBe('violated | broken | Response-Time without Signature');
  expect(told({ ...success, headers: [client!, whole!] })).toBe('violated | broken | Signature without Response-Time');
  expect(told({ ...success, headers: [client!, when!, ['Signature', 'algorithm=RSA256']] })).toBe(
    'violated | broken | a Signature header without a signature part',
  );
  expect(told({ ...success, headers: head('!!!') })).toBe(
    'violated | broken | a signature that is not base64 of the key size',
  );
});

test('the header at fault is named', async () => {
  const [client, when, whole] = head(asDocumented(await signature()));
  const field = (headers: WireHeaders) => judged({ ...success, headers })!.place;
  expect(field([])).toBe('response:header:Signature');
  expect(field([client!, when!])).toBe('response:header:Signature');
  expect(field([client!, whole!])).toBe('response:header:Response-Time');
  expect(field(head('!!!'))).toBe('response:header:Signature');
  expect(field([when!, whole!])).toBe('response:header:Client-Id');
  const late = observedOf({ ...success, headers: [['Response-Time', 'soon']] });
  expect(zonedResponseTime.judge(late)!.place).toBe('response:header:Response-Time');
});

describe('an answer without a signature', () => {
  const open = ['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND', 'ACCESS_DENIED', 'NO_INTERFACE_DEF'];
  const late = [
    'METHOD_NOT_SUPPORTED',
    'MEDIA_TYPE_NOT_ACCEPTABLE',
    'REQUEST_TRAFFIC_EXCEED_LIMIT',
    'UNKNOWN_EXCEPTION',
  ];

  test('has broken it where the caller is known', () => {
    for (const code of ['SUCCESS', 'PARAM_ILLEGAL', 'USER_NOT_EXIST', 'PROCESS_FAIL'])
      expect(told({ ...resultOf(code === 'SUCCESS' ? 'S' : 'F', code), headers: [] }), code).toBe(
        'violated | broken | no Signature header',
      );
  });

  test.each([...open, ...late])('%s is free not to be signed, but not to be wrongly', (code) => {
    const came = resultOf('F', code);
    expect(told({ ...came, headers: [] })).toBe(null);
    expect(told({ ...came, headers: [['Response-Time', time]] })).toMatch(/^violated/);
  });

  test('is free where the caller is not known, or the result is none', () => {
    expect(told({ ...success, headers: [] }, { authenticated: false })).toBe(null);
    // Without a Client-Id in the request there is none that an answer could be signed over.
    const anonymous = observedOf({ ...success, headers: [] }, { headers: [] }, { publicKey, settings });
    expect(signedAnswers.judge(anonymous)).toBe(null);
    expect(told({ json: { result: {} }, headers: [] })).toBe(null);
    expect(told({ text: '<html>', headers: [] })).toBe(null);
    expect(told(timeout)).toBe(null);
    expect(told({ ...success, headers: [] }, { publicKey: null })).toBe(null);
  });
});

describe('Response-Time', () => {
  test.each(['2026-02-28T10:00:00+08:00', '2026-02-28T10:00:00.123Z', '2026-02-28T10:00:00-05:00'])(
    '%s is one',
    (value) => {
      const headers: WireHeaders = [['response-time', value]];
      expect(zonedResponseTime.judge(observedOf({ ...success, headers }))).toMatchObject({
        verdict: 'satisfied',
        reason: '',
      });
    },
  );

  test.each([
    '2026-02-28 10:00:00+08:00',
    '2026-02-28T10:00:00',
    '2026-02-28T10:00:00+0800',
    '2026-02-28T10:00-05:00',
    '1772244000000',
    'x2026-02-28T10:00:00Z',
    '2026-02-28T10:00:00Zx',
    '2026-02-28T10:00:00.Z',
    '2026-2-28T10:00:00Z',
    '',
  ])('%j is none', (value) => {
    const found = zonedResponseTime.judge(observedOf({ ...success, headers: [['Response-Time', value]] }))!;
    expect(found).toMatchObject({
      verdict: 'violated',
      reason: 'broken',
      expected: { is: 'note', note: 'iso-time-with-zone' },
      received: { is: 'header', name: 'Response-Time', value },
    });
    expect(found.exchanges).toHaveLength(1);
  });

  test('says nothing where it is not there', () => {
    expect(zonedResponseTime.judge(observedOf({ ...success, headers: [] }))).toBe(null);
    expect(zonedResponseTime.judge(observedOf(timeout))).toBe(null);
  });
});
