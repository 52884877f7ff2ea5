/** Causes of what an invariant saw: looked for at the answer that is shown, and told at the head of the report. */
import { describe, expect, test } from 'vitest';
import { invariant } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Finding, notRun } from '../../engine/check/finding.ts';
import type { Diagnosis } from '../../engine/report.ts';
import { type Entry, resultOf } from '../support/exchanges.ts';
import { observed, planned } from '../support/observations.ts';

const success = resultOf('S', 'SUCCESS');

describe('a cause', () => {
  const cause = (code: string): Diagnosis => ({ code, says: `It is ${code}.`, cure: 'Do so.' });
  const withCauses = (codes: readonly (string | null)[], verdict: Finding['verdict'] = 'violated') => {
    const check = invariant('as told', ({ answer }) => {
      const code = codes[Number(answer.exchange.id.slice(1)) - 1];
      const diagnose = () => (code ? cause(code) : null);
      return {
        ...notRun('broken', note('self-check', 'this')),
        verdict,
        exchanges: [answer.exchange],
        ...(code === null ? {} : { diagnose }),
      };
    });
    const entries = codes.map((_, i): Entry => [success, { body: { a: 'x'.repeat(i) } }]);
    const { checks, diagnosis } = observed({ entries }, planned({ invariants: [check] }));
    return { judged: checks[0]!.finding, diagnosis };
  };

  test('takes the place of what was received, and stands at the head of the report', () => {
    const { judged, diagnosis } = withCauses(['signed-without-time']);
    expect(judged.received).toBe('It is signed-without-time. Do so.');
    expect(diagnosis).toEqual([cause('signed-without-time')]);
  });

  test('that most of the smallest five have is shown', () => {
    expect(withCauses(['one', 'two', 'two', 'one', 'two', 'one', 'one']).judged.exchanges[0]!.id).toBe('x2');
    expect(withCauses(['one', 'two']).judged.exchanges[0]!.id).toBe('x1');
    expect(withCauses([null, 'two']).judged.exchanges[0]!.id).toBe('x2');
  });

  test('of what is no more than advice does not stand at the head', () => {
    const { judged, diagnosis } = withCauses(['one'], 'advisory');
    expect(judged.received).toBe('It is one. Do so.');
    expect(diagnosis).toEqual([]);
  });

  test('that is not found changes nothing', () => {
    const { judged, diagnosis } = withCauses(['']);
    expect([judged.received, diagnosis]).toEqual(['this', []]);
  });
});

describe('a signature that another answer has too', () => {
  const check = invariant('as told', ({ answer }) => ({
    ...notRun('broken', note('self-check', 'this')),
    verdict: 'violated',
    exchanges: [answer.exchange],
    diagnose: () => ({ code: 'signed-over-unknown-text', says: 'It is over an unknown text.', cure: 'Do so.' }),
  }));
  const signed = (signature: string, time: string): Entry => [
    {
      ...success,
      headers: [
        ['Signature', `signature=${signature}`],
        ['Response-Time', time],
      ],
    },
  ];
  const codes = (...entries: Entry[]) =>
    observed({ entries }, planned({ invariants: [check] })).diagnosis.map(({ code }) => code);

  test('was used twice', () => {
    expect(codes(signed('abc', '1'), signed('abc', '2'))).toEqual(['signature-used-twice']);
    expect(codes(signed('abc', '1'), signed('def', '2'))).toEqual(['signed-over-unknown-text']);
  });
});
