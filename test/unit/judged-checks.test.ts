/** The checks of a judged row: which failed, what they want of the config, what they rest on, and what was done. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../engine/check/finding.ts';
import type { JudgedCheck } from '../../engine/judge/judge.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import { failedChecks, judgedRows, misses } from '../../engine/report/judged-rows.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { exchangeOf, resultOf, settingsWith } from '../support/exchanges.ts';
import { findingOf, plannedRow } from '../support/rows.ts';

const settings = (change: Partial<RunSettings> = {}): RunSettings =>
  settingsWith({ strict: false, waivers: [], ...change });
const checksOf = (row: PlannedRow, ...findings: Finding[]): JudgedCheck[] =>
  findings.map((finding, ordinal) => ({ row, title: `check ${ordinal}`, ordinal, finding }));
const passed = findingOf('satisfied', { reason: '' });
const answers = [1, 2].map((n) => exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id: `x${n}` }));

describe('of the checks of a row', () => {
  const judged = (...findings: Finding[]) => {
    const planned = plannedRow('OTP-04');
    return judgedRows([planned], checksOf(planned, ...findings), settings())[0]!;
  };

  test('those that failed are listed', () => {
    const failed = findingOf('violated', { reason: 'broken' });
    const row = judged(passed, failed, findingOf('inconclusive'), failed);
    expect(failedChecks(row).map(({ ordinal }) => ordinal)).toEqual([1, 3]);
  });

  test('it is known what one of them wants of the config', () => {
    const row = judged(passed, findingOf('not-run', { missing: 'rate' }));
    expect([misses(row, 'user', 'rate'), misses(row, 'user'), misses(judged(passed), 'rate')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('each keeps its place, its reason and whose requests it rests on', () => {
    const planned = plannedRow('OTP-04');
    const finding = findingOf('violated', { reason: 'broken' });
    const check = { row: planned, title: 'it', did: 'this', ordinal: 4, finding };
    const settledAs = (sentBy?: JudgedCheck['sentBy']) =>
      judgedRows([planned], [{ ...check, ...(sentBy === undefined ? {} : { sentBy }) }], settings())[0]!.checks[0];
    const plain = { title: 'it', done: 'this', ordinal: 4, outcome: 'failed', reason: 'broken', finding };
    expect(settledAs()).toStrictEqual(plain);
    expect(settledAs(['sendOTP/OTP-09'])).toStrictEqual({ ...plain, sentBy: ['sendOTP/OTP-09'] });
    expect(settledAs(null)).toStrictEqual({ ...plain, sentBy: null });
  });

  test('one that shows in all of many messages is not due to the one that is shown', () => {
    const done = (seen: Finding['seen'], role = 'mpp') => {
      const planned = plannedRow('OTP-04');
      const finding = findingOf('violated', { exchanges: answers, ofMany: true, seen });
      return judgedRows([planned], checksOf(planned, finding), settings({ role } as Partial<RunSettings>))[0]!
        .checks[0]!.done;
    };
    expect([done({ count: 2, of: 2 }), done({ count: 2, of: 2 }, 'mpp-client')]).toEqual([
      'every answer',
      'every request',
    ]);
    for (const seen of [{ count: 1, of: 1 }, { run: 2, path: '1' }, undefined]) expect(done(seen)).toBe('a request');
  });
});
