/** What single answers and many answers show beyond the table of codes: own codes, causes, the worst crash, time beside large bodies, promised fields. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { operations } from '../../generated/operations.ts';
import { answerInvariant, carriedOnSuccess } from '../../suites/shared/response-fields.ts';
import { answersInTime, codeInTable, isDocumented, noCrash } from '../../suites/shared/result-invariants.ts';
import { type Came, observedOf, resultOf, timeout, type Went } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const page: Came = { text: '<html>' };
const codeOf = (finding: Finding | null) => finding!.diagnose!()?.code ?? null;

describe('a code', () => {
  test('of the table of its operation is right, and any other one is not', () => {
    const own = observedOf(resultOf('F', 'PARAM_ILLEGAL'));
    expect(codeInTable(own)).toMatchObject({ verdict: 'satisfied', expected: { is: 'code-in-table' } });
    expect(codeInTable(own)).not.toHaveProperty('place');
    expect(codeInTable(observedOf(resultOf('F', 'NO_SUCH_CODE')))).toMatchObject({
      verdict: 'violated',
      expected: { is: 'code-in-table' },
      received: { is: 'answer', code: 'NO_SUCH_CODE' },
      place: 'response:/result/resultCode',
    });
  });

  test('is documented where any API has it', () => {
    expect(isDocumented('PARAM_ILLEGAL')).toBe(true);
    for (const { resultCodes } of Object.values(operations))
      for (const code of Object.keys(resultCodes)) expect(isDocumented(code)).toBe(true);
    expect(isDocumented('NO_SUCH_CODE')).toBe(false);
  });
});

describe('of several crashes', () => {
  const good = observedOf(success);
  const crash: Came = { text: '{"timestamp":1,"status":500,"error":"x"}', status: 500 };
  const twice = (name: string, size: number, went: Went = {}, spec: Partial<RequestSpec> = {}) =>
    [0, 1].map((nth) =>
      observedOf(
        crash,
        { id: `${name}${nth}`, probe: `${name}/${nth}`, body: 'x'.repeat(size), ...went },
        { spec: { base: 'full', ...spec } },
      ),
    );
  const shown = (...groups: ObservedExchange[][]) => noCrash.judge([good, ...groups.flat()])!;

  test('the smallest request is shown, a POST before any other method, the first of equal ones', () => {
    const idOf = (...groups: ObservedExchange[][]) => shown(...groups).exchanges[0]!.id;
    expect(idOf(twice('a', 9), twice('b', 3), twice('c', 5))).toBe('b0');
    expect(idOf(twice('a', 3), twice('b', 3))).toBe('a0');
    expect(idOf(twice('a', 3, { method: 'GET' }), twice('b', 9))).toBe('b0');
    expect(idOf(twice('a', 9, { method: 'GET' }), twice('b', 3, { method: 'GET' }))).toBe('b0');
  });

  test('it is told where the request departs from a good one, and what the answer shows', () => {
    const found = shown(twice('a', 3, {}, { wire: { method: 'PUT' } }));
    expect(found).toMatchObject({ verdict: 'violated', place: 'method', seen: { count: 2, of: 2 } });
    expect(codeOf(found)).toBe('framework-error');
  });
});

describe('an answer that waited beside a body of unusual size', () => {
  /** On its way from 10 s to 11 s, and so in the way of others from 6 s to 14 s. */
  const large = observedOf(
    { ...success, startedAt: 10_000, durationMs: 1000 },
    {},
    { spec: { base: 'full', beyondSpec: true } },
  );
  const far = observedOf(
    { ...success, startedAt: 900_000, durationMs: 10 },
    {},
    { spec: { base: 'full', beyondSpec: true } },
  );
  const slow = (startedAt: number, durationMs: number, ...beside: ObservedExchange[]) => {
    const { received } = answersInTime.judge([observedOf({ ...success, startedAt, durationMs }), ...beside])!;
    return received?.is === 'slow' && received.slow === 1;
  };

  test.each([
    [1000, 9000, false],
    [999, 9001, true],
    [13_000, 6000, false],
    [13_001, 6000, true],
    [14_000, 5001, true],
    [0, 5001, true],
    [6000, 8000, false],
    [6000, 5000, false],
    [0, 20_000, true],
  ])('from %d ms on, for %d ms, is slow of itself: %s', (startedAt, durationMs, isSlow) => {
    for (const beside of [[large], [large, far], [far, large]])
      expect(slow(startedAt, durationMs, ...beside)).toBe(isSlow);
  });

  test('may have waited for several', () => {
    expect([slow(0, 20_000, large), slow(0, 20_000, large, large)]).toEqual([true, false]);
  });

  test('is counted without such bodies', () => {
    expect(answersInTime.judge([observedOf(success), large])!.received).toMatchObject({ is: 'slow', slow: 0, of: 1 });
    expect(answersInTime.judge([large])).toBe(null);
  });

  test('is slow without one', () => {
    expect(slow(6000, 8000)).toBe(true);
    expect(slow(6000, 8000, far)).toBe(true);
  });
});

describe('a field that every S carries', () => {
  const carried = carriedOnSuccess('verifyRequestId');
  const judged = (value: unknown, status = 'S') =>
    carried.judge(observedOf(resultOf(status, 'SUCCESS', { verifyRequestId: value })));
  const rule = { is: 'field-rule', field: 'verifyRequestId' };

  test('is a text of 1 to as many characters as the spec allows', () => {
    expect(carried.title).toBe('every S carries a verifyRequestId as documented');
    for (const value of ['1', 'x'.repeat(64)])
      expect(judged(value)).toMatchObject({
        verdict: 'satisfied',
        expected: { ...rule, keyword: 'maxLength', limit: 64 },
      });
    expect(judged('1')!.exchanges).toHaveLength(1);
    expect(judged('', 'F')).toBe(null);
    expect(carriedOnSuccess('result.resultCode').judge(observedOf(success))!.verdict).toBe('satisfied');
  });

  test.each([
    [undefined, 'required', { is: 'missing' }],
    [null, 'required', { is: 'value', value: null }],
    ['', 'required', { is: 'value', value: '' }],
    [7, 'type', { is: 'json-kind', kind: 'number', value: 7 }],
    ['x'.repeat(65), 'maxLength', { is: 'length', characters: 65 }],
  ])('is not %j', (value, keyword, received) => {
    const found = judged(value)!;
    expect(found).toMatchObject({ verdict: 'violated', expected: { ...rule, keyword }, received });
    expect([found.place, found.exchanges.length]).toEqual(['response:/verifyRequestId', 1]);
  });
});

describe('the cause of an answer without a result', () => {
  const { sendOTP } = operations;
  const ruleOf = (name: string, keyword: string) => {
    const field = sendOTP.response.find(({ path }) => path.join('.') === name)!;
    return answerInvariant(sendOTP, field, field.rules.find((rule) => rule.keyword === keyword)!);
  };
  const result = ruleOf('result', 'required');
  const judged = (came: Came) => result.judge(observedOf(came));

  test('is looked for in its form, and in an encoding that nobody asked for', () => {
    const spring = { json: { timestamp: 1, status: 400, error: 'x' }, status: 400 };
    expect(codeOf(judged(spring))).toBe('framework-error');
    expect(codeOf(judged({ text: '<html>', status: 404 }))).toBe('error-page');
    const headers = [['Content-Encoding', 'br']] as const;
    expect(codeOf(judged({ text: '<html>', status: 404, headers }))).toBe('encoded-unasked');
    expect(codeOf(judged(page))).toBe(null);
  });

  test('is not looked for where a field beside the result is wrong', () => {
    const found = ruleOf('verifyRequestId', 'maxLength').judge(
      observedOf(resultOf('S', 'SUCCESS', { verifyRequestId: 'x'.repeat(65) })),
    )!;
    expect(found.verdict).toBe('violated');
    expect(found).not.toHaveProperty('diagnose');
  });

  test('is not that the target was asked too often, or that nobody answered', () => {
    expect(judged({ text: '<html>', status: 429 })).toBe(null);
    expect(judged(timeout)).toBe(null);
  });
});
