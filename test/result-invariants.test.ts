/** Judgements of results: the table of codes, crashes, speed, secrets, and values that each answer must have for itself. */
import { describe, expect, test } from 'vitest';
import type { Judged } from '../engine/judge.ts';
import type { Witness } from '../engine/vocabulary.ts';
import { operations } from '../generated/operations.ts';
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
} from '../suites/result.ts';
import { type Came, resultOf, timeout, type Went, witnessOf } from './support/witnesses.ts';

const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');
const page: Came = { text: '<html>' };

/** What a judgement shows, in one line. */
const line = (judged: Judged | null) =>
  judged && [judged.shows, judged.reason, judged.expected, judged.received, judged.field ?? ''].join(' | ');

describe('code and status', () => {
  const table = 'a code of the table of result codes';
  const at = 'response:/result/resultCode';
  const own = Object.keys(operations.sendActivationCode.resultCodes);
  const foreign = Object.entries(operations.sendOTP.resultCodes).find(([code]) => !own.includes(code))![0];

  test.each<[string, Came, string]>([
    ['a pair', illegal, `kept |  | PARAM_ILLEGAL with status F | F/PARAM_ILLEGAL | ${at}`],
    [
      'another status',
      resultOf('U', 'PARAM_ILLEGAL'),
      `broken | broken | PARAM_ILLEGAL with status F | U/PARAM_ILLEGAL | ${at}`,
    ],
    ['S with another code', resultOf('S', 'FINE'), `broken | broken | SUCCESS with status S | S/FINE | ${at}`],
    [
      'S with a failure',
      resultOf('S', 'PARAM_ILLEGAL'),
      `broken | broken | PARAM_ILLEGAL with status F | S/PARAM_ILLEGAL | ${at}`,
    ],
    ['an unknown code', resultOf('F', 'FINE'), `broken | broken | ${table} | F/FINE | ${at}`],
    [
      'a code of another API',
      resultOf('F', foreign),
      `advised | advice | ${table} | F/${foreign}: a code of another operation's table | ${at}`,
    ],
    [
      'a code of another API with a status that it has nowhere',
      resultOf('U', foreign),
      `broken | broken | ${table} | U/${foreign}: a code of another operation's table | ${at}`,
    ],
  ])('%s', (_, came, told) => {
    expect(line(pairInTable.judge(witnessOf(came, { operation: 'sendActivationCode' })))).toBe(told);
  });

  test('say nothing where they are no texts', () => {
    for (const came of [page, timeout, resultOf('F', 7), resultOf(null, 'SUCCESS'), { json: { result: {} } }])
      expect(pairInTable.judge(witnessOf(came))).toBe(null);
  });

  test('may be a pair of the config', () => {
    const settings = { extraResultCodes: { sendOTP: { RISK_REJECT: 'F' }, getPaymentCode: { OTHER: 'F' } } } as never;
    const shows = (status: string, code: string) =>
      pairInTable.judge(witnessOf(resultOf(status, code), {}, { settings }))?.shows;
    expect(shows('F', 'RISK_REJECT')).toBe('kept');
    expect(shows('U', 'RISK_REJECT')).toBe('broken');
    expect(shows('F', 'OTHER')).toBe('broken');
  });
});

describe('of the manner of an answer', () => {
  test.each<[string, { judge: (witness: Witness) => Judged | null }, Came, string | null]>([
    ['HTTP 200', httpOk, success, 'kept |  | HTTP 200 | HTTP 200 | '],
    ['HTTP 400', httpOk, { ...illegal, status: 400 }, 'advised | advice | HTTP 200 | HTTP 400 | '],
    ['HTTP 400 of a page', httpOk, { ...page, status: 400 }, null],
    ['application/json', jsonLabel, success, 'kept |  | Content-Type application/json | application/json | '],
    [
      'text/plain',
      jsonLabel,
      { ...success, headers: [['Content-Type', 'text/plain']] },
      'advised | advice | Content-Type application/json | text/plain | ',
    ],
    [
      'a longer name',
      jsonLabel,
      { ...success, headers: [['Content-Type', 'x-application/json']] },
      'advised | advice | Content-Type application/json | x-application/json | ',
    ],
    [
      'application/jsonp',
      jsonLabel,
      { ...success, headers: [['Content-Type', 'application/jsonp']] },
      'advised | advice | Content-Type application/json | application/jsonp | ',
    ],
    [
      'upper case and a charset',
      jsonLabel,
      { ...success, headers: [['content-type', 'Application/JSON; charset=UTF-8']] },
      'kept |  | Content-Type application/json | Application/JSON; charset=UTF-8 | ',
    ],
    [
      'no label',
      jsonLabel,
      { ...success, headers: [] },
      'advised | advice | Content-Type application/json | no Content-Type | ',
    ],
    ['the label of a page', jsonLabel, page, null],
  ])('%s', (_, invariant, came, told) => {
    expect(line(invariant.judge(witnessOf(came)))).toBe(told);
  });
});

describe('a refusal', () => {
  const shows = (came: Came, more: Partial<Witness> = {}) =>
    noBareRefusal.judge(witnessOf(came, {}, more))?.shows ?? null;

  test('without a result is broken on a client error alone', () => {
    expect([399, 400, 404, 429, 499].map((status) => shows({ ...page, status }))).toEqual([
      'kept',
      'broken',
      'broken',
      'kept',
      'broken',
    ]);
    expect(shows({ ...illegal, status: 400 })).toBe('kept');
    expect(line(noBareRefusal.judge(witnessOf({ ...page, status: 400 })))).toBe(
      'broken | broken | a JSON result | HTTP 400 without a JSON result | ',
    );
  });

  test('of an odd request, and a crash, are not its business', () => {
    expect(shows({ ...page, status: 400 }, { ordinary: false })).toBe(null);
    expect(shows({ ...page, status: 500 })).toBe(null);
    expect(shows(timeout)).toBe(null);
  });
});

describe('a crash', () => {
  const crash: Came = { ...page, status: 500 };
  const asked = (came: Came, probe: string, more: Partial<Witness> = {}) => witnessOf(came, { probe, id: probe }, more);
  const good = asked(success, 'good/0');

  test('is one where it came each time, and more than once', () => {
    const found = noCrash.judge([good, asked(crash, 'p/0'), asked(crash, 'p/1'), asked(illegal, 'q/0')])!;
    expect(line(found)).toBe('broken | broken | a result for whatever is sent | HTTP 500 without a JSON result | ');
    expect(found.seen).toBe('2 of 2');
    expect(found.exchanges.map(({ id }) => id)).toEqual(['p/0', 'p/1']);
    expect(found.reach!.map(({ id }) => id)).toEqual(['p/0', 'p/1']);
  });

  test('is weather where it came once, or not each time', () => {
    for (const others of [
      [asked(crash, 'p/0')],
      [asked(crash, 'p/0'), asked(illegal, 'p/1')],
      [asked(crash, 'p/0'), asked(crash, 'q/0')],
      [asked(crash, 'p/1/0'), asked(crash, 'p/2/0')],
    ]) {
      const found = noCrash.judge([good, ...others])!;
      expect(line(found)).toBe(`kept |  | a result for whatever is sent | ${others.length + 1} requests answered | `);
      expect(found.exchanges).toEqual([]);
    }
  });

  test('on what no document speaks of is advice, and stands behind one that is more', () => {
    const extreme: Partial<Witness> = { ask: { base: 'full', extreme: true } };
    const far = [asked(timeout, 'far/0', extreme), asked(timeout, 'far/1', extreme)];
    expect(noCrash.judge([good, ...far])!.shows).toBe('advised');
    const both = noCrash.judge([good, ...far, asked(crash, 'p/0'), asked(crash, 'p/1')])!;
    expect([both.shows, both.exchanges[0]!.id, both.reach!.length]).toEqual(['broken', 'p/0', 4]);
  });

  test('says nothing while nothing is answered well', () => {
    expect(noCrash.judge([asked(crash, 'p/0'), asked(crash, 'p/1'), asked(illegal, 'q/0')])).toBe(null);
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
    expect(line(noStackTrace.judge(witnessOf({ text })))).toBe(
      'advised | advice | no stack trace | a stack trace in the body | ',
    );
    expect(noStackTrace.judge(witnessOf({ text: `${' '.repeat(20_000)}${text}` }))!.shows).toBe('kept');
  });

  test.each(['{"result":{}}', 'look at me (now)', 'an Exception', 'File 12', 'at 10:30'])('is none in %j', (text) => {
    expect(noStackTrace.judge(witnessOf({ text }))!.shows).toBe('kept');
  });

  test('is nothing without an answer', () => {
    expect(noStackTrace.judge(witnessOf(timeout))).toBe(null);
  });

  const echo = (came: Came, went: Went, more: Partial<Witness> = {}) =>
    noSecretEchoed.judge(witnessOf(came, went, more));
  const token = 'token-12';

  test('is the credential of its own request', () => {
    const told = (text: string) => line(echo({ text }, { body: { accessToken: token } }));
    expect(told(`{"a":"${token}"}`)).toBe(
      'advised | advice | no credential in an answer | the credential of the request | ',
    );
    expect(told('{"a":"token-1"}')?.startsWith('kept |  | no credential in an answer')).toBe(true);
    const wide = { text: `{"a":"${token}é"}` };
    expect(echo(wide, { body: { accessToken: `${token}é` } })!.shows).toBe('advised');
  });

  test('is not judged for words, for odd requests, without an answer or a credential', () => {
    const came = { text: 'token-1 7' };
    expect(echo(came, { body: { accessToken: 'token-1' } })).toBe(null);
    expect(echo(came, { body: { accessToken: 7 } })).toBe(null);
    expect(echo(came, { body: 'no JSON' })).toBe(null);
    expect(echo(came, { body: { accessToken: token } }, { ordinary: false })).toBe(null);
    expect(echo(timeout, { body: { accessToken: token } })).toBe(null);
    const other = echo(came, { operation: 'tokenDigitizeDecision', body: {} });
    expect([other!.shows, other!.reason]).toEqual(['not-applicable', 'precondition']);
  });
});

describe('speed', () => {
  const answered = (...durations: number[]) =>
    answersInTime.judge(durations.map((durationMs) => witnessOf({ ...success, durationMs })));

  test('is broken by three answers of more than five seconds', () => {
    expect(answered(5001, 5001, 5000)!.shows).toBe('kept');
    const slow = answered(1, 5001, 5001.6, 6000, 7000)!;
    expect(line(slow)).toBe(
      'broken | broken | an answer within 5000 ms | 4 of 5 answers took longer, the slowest 7000 ms | ',
    );
    expect(slow.exchanges).toHaveLength(3);
    expect(line(answered(10, 20)!)).toBe(
      'kept |  | an answer within 5000 ms | 0 of 2 answers took longer, the slowest 20 ms | ',
    );
    expect(answered(10)!.exchanges).toEqual([]);
  });

  test('is that of answers', () => {
    expect(answersInTime.judge([])).toBe(null);
    const none = witnessOf({ ...timeout, durationMs: 9000 });
    expect(answersInTime.judge([none, none, none])).toBe(null);
    expect(answersInTime.judge([none, none, none, witnessOf(success)])!.shows).toBe('kept');
  });
});

describe('a conditional field', () => {
  const told = (came: Came) => line(absentOnRefusal('decision').judge(witnessOf(came)));

  test('has no place in F and U', () => {
    for (const [status, code] of [
      ['F', 'PARAM_ILLEGAL'],
      ['U', 'UNKNOWN_EXCEPTION'],
    ]) {
      const where = 'response:/decision';
      expect(told(resultOf(status, code, { decision: 'APPROVED' }))).toBe(
        `advised | advice | no decision | ${status}/${code} with decision | ${where}`,
      );
      for (const decision of [undefined, null])
        expect(told(resultOf(status, code, { decision }))?.startsWith('kept |  | no decision')).toBe(true);
    }
  });

  test('is not judged in S, and in what is no answer', () => {
    for (const came of [resultOf('S', 'SUCCESS', { decision: 'x' }), page, timeout]) expect(told(came)).toBe(null);
  });
});

describe('a value of its own', () => {
  const { judge } = ownValueEach('sendOTP', 'verifyRequestId');
  const sent = (verifyRequestId: unknown, accessToken = 'a', startedAt = 0, status = 'S') =>
    witnessOf(
      { ...resultOf(status, 'SUCCESS', { verifyRequestId }), startedAt },
      { body: { accessToken }, id: `${accessToken}${startedAt}` },
    );
  const expected = 'a verifyRequestId that no other answer has';

  test('is there for each', () => {
    const found = judge([sent('1'), sent('2'), sent('3')])!;
    expect(line(found)).toBe(`kept |  | ${expected} | 3 different values | `);
    expect(found.exchanges).toEqual([]);
  });

  test('is missing where two users get one, or one user the same after a minute', () => {
    const told = `broken | broken | ${expected} | the same verifyRequestId twice | response:/verifyRequestId`;
    expect(line(judge([sent('1', 'a'), sent('1', 'b')]))).toBe(told);
    expect(line(judge([sent('1', 'a', 0), sent('1', 'a', 60_000)]))).toBe(told);
    expect(line(judge([sent('1', 'a', 60_000), sent('1', 'a', 0)]))).toBe(told);
    const found = judge([sent('2', 'c'), sent('1', 'a'), sent('1', 'a'), sent('1', 'b')])!;
    expect([found.shows, found.exchanges.map(({ id }) => id)]).toEqual(['broken', ['a0', 'b0']]);
  });

  test('is open where one user gets it again within a minute', () => {
    const found = judge([sent('1', 'a', 0), sent('1', 'a', 59_999), sent('2', 'a', 7), sent('2', 'a', 9)])!;
    expect(line(found)).toBe(
      `advised | advice | ${expected} | the same verifyRequestId twice | response:/verifyRequestId`,
    );
    expect(found.exchanges.map(({ id }) => id)).toEqual(['a0', 'a59999']);
  });

  test('needs two accepted answers of this API with a text', () => {
    const other = witnessOf(resultOf('S', 'SUCCESS', { verifyRequestId: '1' }), { operation: 'getPaymentCode' });
    for (const more of [[], [other], [sent('')], [sent(7)], [sent('2', 'a', 0, 'F')]]) {
      const found = judge([sent('1'), ...more])!;
      expect(line(found)).toBe(`not-run | no-fixture | ${expected} | 1 accepted answers; two are needed | `);
      expect(found.exchanges).toEqual([]);
    }
  });
});
