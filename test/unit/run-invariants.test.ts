/** Judgements over many results: crashes, speed, and values that each answer must have for itself. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { answersInTime, noCrash, ownValueEach } from '../../suites/shared/result-invariants.ts';
import { type Came, observedOf, resultOf, timeout } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const illegal = resultOf('F', 'PARAM_ILLEGAL');
const page: Came = { text: '<html>' };

/** What a finding says, in one line. */
const line = (judged: Finding | null) =>
  judged &&
  [judged.verdict, judged.reason, wordsOf(judged.expected), wordsOf(judged.received), judged.place ?? ''].join(' | ');

describe('a crash', () => {
  const crash: Came = { ...page, status: 500 };
  const asked = (came: Came, probe: string, more: Partial<ObservedExchange> = {}) =>
    observedOf(came, { probe, id: probe }, more);
  const good = asked(success, 'good/0');

  test('is one where it came each time, and more than once', () => {
    const found = noCrash.judge([good, asked(crash, 'p/0'), asked(crash, 'p/1'), asked(illegal, 'q/0')])!;
    expect(line(found)).toBe('violated | broken | an answer with a result | HTTP 500 without a JSON result | ');
    expect(found.seen).toEqual({ count: 2, of: 2 });
    expect(noCrash.judge([good, asked(crash, 'p/9'), asked(crash, 'p/10')])!.verdict).toBe('violated');
    expect(found.exchanges.map(({ id }) => id)).toEqual(['p/0', 'p/1']);
    expect(found.allEvidence!.map(({ id }) => id)).toEqual(['p/0', 'p/1']);
  });

  test('is transient where it came once, or not each time', () => {
    for (const others of [
      [asked(crash, 'p/0')],
      [asked(crash, 'p/0'), asked(illegal, 'p/1')],
      [asked(crash, 'p/0'), asked(crash, 'q/0')],
      [asked(crash, 'p/1/0'), asked(crash, 'p/2/0')],
      [asked(crash, 'p/9'), asked(illegal, 'p/10')],
    ]) {
      const found = noCrash.judge([good, ...others])!;
      expect(line(found)).toBe(`satisfied |  | an answer with a result | ${others.length + 1} requests answered | `);
      expect(found.exchanges).toEqual([]);
    }
  });

  test('on what no document speaks of is advice, and stands behind one that is more', () => {
    const extreme: Partial<ObservedExchange> = { spec: { base: 'full', beyondSpec: true } };
    const far = [asked(timeout, 'far/0', extreme), asked(timeout, 'far/1', extreme)];
    expect(noCrash.judge([good, ...far])!.verdict).toBe('advisory');
    const both = noCrash.judge([good, ...far, asked(crash, 'p/0'), asked(crash, 'p/1')])!;
    expect([both.verdict, both.exchanges[0]!.id, both.allEvidence!.length]).toEqual(['violated', 'p/0', 4]);
  });

  test('says nothing while nothing is answered well', () => {
    expect(noCrash.judge([asked(crash, 'p/0'), asked(crash, 'p/1'), asked(illegal, 'q/0')])).toBe(null);
  });
});

describe('speed', () => {
  const answered = (...durations: number[]) =>
    answersInTime.judge(durations.map((durationMs) => observedOf({ ...success, durationMs })));

  test('is broken by three answers of more than five seconds', () => {
    expect(answered(5001, 5001, 5000)!.verdict).toBe('satisfied');
    const slow = answered(1, 5001, 5001.6, 6000, 7000)!;
    expect(line(slow)).toBe(
      'violated | broken | an answer within 5000 ms | 4 of 5 answers took longer, the slowest 7000 ms | ',
    );
    expect(slow.exchanges.map(({ durationMs }) => durationMs)).toEqual([5001, 5001.6, 6000]);
    expect(answered(5001, 5001, 5001)!.verdict).toBe('violated');
    expect(line(answered(10, 20)!)).toBe(
      'satisfied |  | an answer within 5000 ms | 0 of 2 answers took longer, the slowest 20 ms | ',
    );
    expect(answered(10)!.exchanges).toEqual([]);
  });

  test('is that of answers', () => {
    expect(answersInTime.judge([])).toBe(null);
    const none = observedOf({ ...timeout, durationMs: 9000 });
    expect(answersInTime.judge([none, none, none])).toBe(null);
    expect(answersInTime.judge([none, none, none, observedOf(success)])!.verdict).toBe('satisfied');
  });
});

describe('a value of its own', () => {
  const judge = (observed: readonly ObservedExchange[]) => ownValueEach('sendOTP', 'verifyRequestId').judge(observed);
  const sent = (verifyRequestId: unknown, accessToken = 'a', startedAt = 0, status = 'S') =>
    observedOf(
      { ...resultOf(status, 'SUCCESS', { verifyRequestId }), startedAt },
      { body: { accessToken }, id: `${accessToken}${startedAt}` },
    );
  const expected = 'a verifyRequestId that no other answer has';

  test('is there for each', () => {
    const found = judge([sent('1'), sent('2'), sent('3')])!;
    expect(line(found)).toBe(`satisfied |  | ${expected} | 3 different values | `);
    expect(found.exchanges).toEqual([]);
    expect(judge([sent('1'), sent('2')])!.verdict).toBe('satisfied');
  });

  test('is missing where two users get one, or one user the same after a minute', () => {
    const told = `violated | broken | ${expected} | the same verifyRequestId twice | response:/verifyRequestId`;
    expect(line(judge([sent('1', 'a'), sent('1', 'b')]))).toBe(told);
    expect(line(judge([sent('1', 'a', 0), sent('1', 'a', 60_000)]))).toBe(told);
    expect(line(judge([sent('1', 'a', 60_000), sent('1', 'a', 0)]))).toBe(told);
    const found = judge([sent('2', 'c'), sent('1', 'a'), sent('1', 'a'), sent('1', 'b')])!;
    expect([found.verdict, found.exchanges.map(({ id }) => id)]).toEqual(['violated', ['a0', 'b0']]);
  });

  test('is open where one user gets it again within a minute', () => {
    const found = judge([sent('1', 'a', 0), sent('1', 'a', 59_999), sent('2', 'a', 7), sent('2', 'a', 9)])!;
    expect(line(found)).toBe(
      `advisory | advice | ${expected} | the same verifyRequestId twice | response:/verifyRequestId`,
    );
    expect(found.exchanges.map(({ id }) => id)).toEqual(['a0', 'a59999']);
    expect(judge([sent('1', 'a', 100_007), sent('1', 'a', 100_000)])!.verdict).toBe('advisory');
  });

  test('needs two accepted answers of this API with a text', () => {
    const other = observedOf(resultOf('S', 'SUCCESS', { verifyRequestId: '1' }), { operation: 'getPaymentCode' });
    for (const more of [[], [other], [sent('')], [sent(7)], [sent('2', 'a', 0, 'F')]]) {
      const found = judge([sent('1'), ...more])!;
      expect(line(found)).toBe(`not-run | no-fixture | ${expected} | 1 accepted answer; two are needed | `);
      expect(found.exchanges).toEqual([]);
    }
  });
});
