/** Judgements of results, one by one: the table of codes, the manner of an answer, and what it must not give away. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { operations } from '../../generated/operations.ts';
import {
  absentOnRefusal,
  answersInTime,
  httpOk,
  jsonLabel,
  noBareRefusal,
  noCrash,
  noSecretEchoed,
  noStackTrace,
  ownValueEach,
  pairInTable,
} from '../../suites/shared/result-invariants.ts';
import { type Came, observedOf, resultOf, timeout, type Went } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');
const page: Came = { text: '<html>' };

/** What a finding says, in one line. */
const line = (judged: Finding | null) =>
  judged &&
  [judged.verdict, judged.reason, wordsOf(judged.expected), wordsOf(judged.received), judged.place ?? ''].join(' | ');

test('each judgement says what it looks at', () => {
  const list = [pairInTable, httpOk, jsonLabel, noCrash, noBareRefusal, noStackTrace, noSecretEchoed, answersInTime];
  const made = [absentOnRefusal('decision'), ownValueEach('sendOTP', 'verifyRequestId')];
  expect([...list, ...made].map(({ title }) => title)).toEqual([
    'every result has a code and status of the result table',
    'every result comes with HTTP 200',
    'every result has the Content-Type application/json',
    'every request is answered with a result, not with a crash',
    'a refusal of a JSON object carries a result',
    'no answer shows a stack trace',
    'no answer echoes a credential of its request',
    'answers come within 5 seconds',
    'decision is absent from answers that are not S',
    'each accepted answer has its own verifyRequestId',
  ]);
  const observed = observedOf(success);
  expect(pairInTable.judge(observed)!.exchanges).toEqual([observed.answer.exchange]);
});

describe('code and status', () => {
  const table = 'a code of the table of result codes';
  const at = 'response:/result/resultCode';
  const own = Object.keys(operations.sendActivationCode.resultCodes);
  const foreign = Object.entries(operations.sendOTP.resultCodes).find(([code]) => !own.includes(code))![0];

  test.each<[string, Came, string]>([
    ['a pair', illegal, `satisfied |  | PARAM_ILLEGAL with status F | F/PARAM_ILLEGAL | ${at}`],
    [
      'another status',
      resultOf('U', 'PARAM_ILLEGAL'),
      `violated | broken | PARAM_ILLEGAL with status F | U/PARAM_ILLEGAL | ${at}`,
    ],
    ['S with another code', resultOf('S', 'FINE'), `violated | broken | SUCCESS with status S | S/FINE | ${at}`],
    [
      'S with a failure',
      resultOf('S', 'PARAM_ILLEGAL'),
      `violated | broken | PARAM_ILLEGAL with status F | S/PARAM_ILLEGAL | ${at}`,
    ],
    ['an unknown code', resultOf('F', 'FINE'), `violated | broken | ${table} | F/FINE | ${at}`],
    [
      'a code of another API',
      resultOf('F', foreign),
      `advisory | advice | ${table} | F/${foreign}: a code of another operation's table | ${at}`,
    ],
    [
      'a code of another API with a status that it has nowhere',
      resultOf('U', foreign),
      `violated | broken | ${table} | U/${foreign}: a code of another operation's table | ${at}`,
    ],
  ])('%s', (_, came, told) => {
    expect(line(pairInTable.judge(observedOf(came, { operation: 'sendActivationCode' })))).toBe(told);
  });

  test('say nothing where they are no texts', () => {
    for (const came of [page, timeout, resultOf('F', 7), resultOf(null, 'SUCCESS'), { json: { result: {} } }])
      expect(pairInTable.judge(observedOf(came))).toBe(null);
  });

  test('may be a pair of the config', () => {
    const settings = { extraResultCodes: { sendOTP: { RISK_REJECT: 'F' }, getPaymentCode: { OTHER: 'F' } } } as never;
    const shows = (status: string, code: string) =>
      pairInTable.judge(observedOf(resultOf(status, code), {}, { settings }))?.verdict;
    expect(shows('F', 'RISK_REJECT')).toBe('satisfied');
    expect(shows('U', 'RISK_REJECT')).toBe('violated');
    expect(shows('F', 'OTHER')).toBe('violated');
  });
});

describe('of the manner of an answer', () => {
  test.each<[string, { judge: (observed: ObservedExchange) => Finding | null }, Came, string | null]>([
    ['HTTP 200', httpOk, success, 'satisfied |  | HTTP 200 | HTTP 200 | '],
    ['HTTP 400', httpOk, { ...illegal, status: 400 }, 'advisory | advice | HTTP 200 | HTTP 400 | '],
    ['HTTP 400 of a page', httpOk, { ...page, status: 400 }, null],
    [
      'application/json',
      jsonLabel,
      success,
      'satisfied |  | Content-Type: application/json | Content-Type: application/json | ',
    ],
    [
      'text/plain',
      jsonLabel,
      { ...success, headers: [['Content-Type', 'text/plain']] },
      'advisory | advice | Content-Type: application/json | Content-Type: text/plain | ',
    ],
    [
      'a longer name',
      jsonLabel,
      { ...success, headers: [['Content-Type', 'x-application/json']] },
      'advisory | advice | Content-Type: application/json | Content-Type: x-application/json | ',
    ],
    [
      'application/jsonp',
      jsonLabel,
      { ...success, headers: [['Content-Type', 'application/jsonp']] },
      'advisory | advice | Content-Type: application/json | Content-Type: application/jsonp | ',
    ],
    [
      'upper case and a charset',
      jsonLabel,
      { ...success, headers: [['content-type', 'Application/JSON; charset=UTF-8']] },
      'satisfied |  | Content-Type: application/json | Content-Type: Application/JSON; charset=UTF-8 | ',
    ],
    [
      'no label',
      jsonLabel,
      { ...success, headers: [] },
      'advisory | advice | Content-Type: application/json | no Content-Type | ',
    ],
    ['the label of a page', jsonLabel, page, null],
  ])('%s', (_, invariant, came, told) => {
    expect(line(invariant.judge(observedOf(came)))).toBe(told);
  });
});

describe('a refusal', () => {
  const shows = (came: Came, more: Partial<ObservedExchange> = {}) =>
    noBareRefusal.judge(observedOf(came, {}, more))?.verdict ?? null;

  test('without a result is broken on a client error alone', () => {
    expect([399, 400, 404, 429, 499].map((status) => shows({ ...page, status }))).toEqual([
      'satisfied',
      'violated',
      'violated',
      'satisfied',
      'violated',
    ]);
    expect(shows({ ...illegal, status: 400 })).toBe('satisfied');
    expect(line(noBareRefusal.judge(observedOf({ ...page, status: 400 })))).toBe(
      'violated | broken | an answer with a result | HTTP 400 without a JSON result | ',
    );
  });

  test('of an odd request, and a crash, are not its business', () => {
    expect(shows({ ...page, status: 400 }, { ordinary: false })).toBe(null);
    expect(shows({ ...page, status: 500 })).toBe(null);
    expect(shows(timeout)).toBe(null);
  });
});

describe('what an answer gives away', () => {
  test.each([
    'Error: x\n    at Object.handle (/srv/app.js:12:7)',
    'at com.example.Otp.send(Otp.java:42)',
    'Traceback (most recent call last)',
    'java.lang.NullPointerException',
    'org.example2.OtpError: too many',
    '  File "/srv/app.py", line 12',
  ])('is a stack trace in %j', (text) => {
    expect(line(noStackTrace.judge(observedOf({ text })))).toBe(
      'advisory | advice | no stack trace | a stack trace in the body | ',
    );
    expect(noStackTrace.judge(observedOf({ text: `${' '.repeat(20_000)}${text}` }))!.verdict).toBe('satisfied');
  });

  test.each(['{"result":{}}', 'look at me (now)', 'an Exception', 'File 12', 'at 10:30'])('is none in %j', (text) => {
    expect(noStackTrace.judge(observedOf({ text }))!.verdict).toBe('satisfied');
  });

  test('is nothing without an answer', () => {
    expect(noStackTrace.judge(observedOf(timeout))).toBe(null);
  });

  const echo = (came: Came, went: Went, more: Partial<ObservedExchange> = {}) =>
    noSecretEchoed.judge(observedOf(came, went, more));
  const token = 'token-12';

  test('is the credential of its own request', () => {
    const told = (text: string) => line(echo({ text }, { body: { accessToken: token } }));
    expect(told(`{"a":"${token}"}`)).toBe(
      'advisory | advice | no credential in an answer | the credential of the request | ',
    );
    expect(told('{"a":"token-1"}')?.startsWith('satisfied |  | no credential in an answer')).toBe(true);
    const wide = { text: `{"a":"${token}é"}` };
    expect(echo(wide, { body: { accessToken: `${token}é` } })!.verdict).toBe('advisory');
  });

  test('is not judged for words, for odd requests, without an answer or a credential', () => {
    const came = illegal;
    expect(echo({ text: 'token-1' }, { body: { accessToken: 'token-1' } })).toBe(null);
    expect(echo(came, { body: { accessToken: 7 } })).toBe(null);
    expect(echo(came, { body: 'no JSON' })).toBe(null);
    expect(echo(came, { body: { accessToken: token } }, { ordinary: false })).toBe(null);
    expect(echo(timeout, { body: { accessToken: token } })).toBe(null);
    const other = echo(came, { operation: 'tokenDigitizeDecision', body: {} });
    expect(line(other)).toBe('not-applicable | precondition | no credential in an answer | F/PARAM_ILLEGAL | ');
    expect(other!.exchanges).toHaveLength(1);
  });
});

describe('a conditional field', () => {
  const told = (came: Came) => line(absentOnRefusal('decision').judge(observedOf(came)));

  test('has no place in F and U', () => {
    for (const [status, code] of [
      ['F', 'PARAM_ILLEGAL'],
      ['U', 'UNKNOWN_EXCEPTION'],
    ]) {
      const where = 'response:/decision';
      expect(told(resultOf(status, code, { decision: 'APPROVED' }))).toBe(
        `advisory | advice | no decision | ${status}/${code} with decision | ${where}`,
      );
      for (const decision of [undefined, null])
        expect(told(resultOf(status, code, { decision }))).toBe(
          `satisfied |  | no decision | ${status}/${code} | ${where}`,
        );
    }
  });

  test('is not judged in S, and in what is no answer', () => {
    for (const came of [resultOf('S', 'SUCCESS', { decision: 'x' }), page, timeout]) expect(told(came)).toBe(null);
  });
});
