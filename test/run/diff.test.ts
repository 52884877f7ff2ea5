/** `conformance diff`: which rows are told, in which words, and what counts as a regression. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome, Report, RequirementRow } from '../../engine/report.ts';
import { commandLine } from '../support/command-line.ts';
import { freshDirectory } from '../support/packages.ts';
import { check, reportOf, row } from '../support/sample-report.ts';

const run = commandLine();
const says = 'The MPP MUST do it.';

function ended(key: string, outcome: Outcome, received = '', reason = ''): RequirementRow {
  return row(key, says, { outcome, reason, checks: [check({ outcome, received })] });
}

function put(rows: RequirementRow[], part: Partial<Report> = {}): string {
  const path = join(freshDirectory(), 'report.json');
  writeFileSync(path, JSON.stringify(reportOf(rows, part)));
  return path;
}

describe('diff', () => {
  test('tells what got worse and better, what is new and what is missing', async () => {
    const before = put(
      [
        ended('sendOTP/OTP-03', 'passed'),
        ended('sendOTP/OTP-04', 'failed', 'the same verifyRequestId twice'),
        ended('sendOTP/OTP-05', 'passed'),
        ended('sendOTP/OTP-06', 'passed'),
        ended('sendOTP/OTP-09', 'passed'),
      ],
      { verdict: 'not-conformant' },
    );
    const after = put([
      ended('sendOTP/OTP-03', 'failed', 'no verifyRequestId'),
      ended('sendOTP/OTP-04', 'passed'),
      ended('sendOTP/OTP-05', 'warned', 'F/PROCESS_FAIL'),
      ended('sendOTP/OTP-06', 'passed'),
      ended('sendOTP/OTP-10', 'not-run', 'no scenario INVALID_TOKEN:scope is configured', 'no-scenario'),
    ]);
    expect(await run('diff', before, after)).toEqual({
      printed: [
        'Before  2026-08-02T03:04:05.000Z: not-conformant; gate, seed 1; https://mpp.example.com',
        'After   2026-08-02T03:04:05.000Z: not-conformant; gate, seed 1; https://mpp.example.com',
        '',
        'Worse (2)',
        '  sendOTP/OTP-03  passed → failed: no verifyRequestId',
        '  sendOTP/OTP-05  passed → warned: F/PROCESS_FAIL',
        '',
        'Better (1)',
        '  sendOTP/OTP-04  failed → passed',
        '',
        'New (1)',
        '  sendOTP/OTP-10  not-run',
        '',
        'Missing (1)',
        '  sendOTP/OTP-09  passed',
        '',
        '1 requirement unchanged. Verdict: not-conformant, unchanged.',
        '1 regression.',
        '',
      ].join('\n'),
      told: '',
      code: 1,
    });
  });

  test('of a report with itself shows nothing', async () => {
    const same = put([ended('sendOTP/OTP-03', 'passed'), ended('sendOTP/OTP-04', 'failed')]);
    const { printed, code } = await run('diff', same, same);
    expect(printed).toMatch(/\n\n2 requirements unchanged\. Verdict: not-conformant, unchanged\.\nNo regression\.\n$/);
    expect(code).toBe(0);
  });
});

describe('the exit code of diff', () => {
  test.each([
    ['passed', 'warned', 0],
    ['passed', 'waived', 0],
    ['passed', 'not-run', 1],
    ['passed', 'inconclusive', 1],
    ['warned', 'failed', 1],
    ['not-run', 'harness-error', 1],
    ['failed', 'inconclusive', 0],
    ['passed', 'not-applicable', 0],
  ] as const)('%s, then %s: exit code %d', async (before, after, code) => {
    const ran = await run('diff', put([ended('sendOTP/OTP-03', before)]), put([ended('sendOTP/OTP-03', after)]));
    expect(ran.code).toBe(code);
  });

  test('a row that was not selected this time is missing, not worse', async () => {
    const narrowed = put([ended('sendOTP/OTP-03', 'not-run', '', 'not-selected')]);
    const { printed, code } = await run('diff', put([ended('sendOTP/OTP-03', 'passed')]), narrowed);
    expect(printed).toContain('Missing (1)\n  sendOTP/OTP-03  passed\n');
    expect(code).toBe(0);
  });
});

describe('what diff reads', () => {
  test('takes a directory for its report.json', async () => {
    const path = put([ended('sendOTP/OTP-03', 'passed')]);
    expect((await run('diff', join(path, '..'), path)).code).toBe(0);
  });

  test('what a target said acts on no terminal', async () => {
    const after = put([ended('sendOTP/OTP-03', 'failed', '\u001b[31m\n::error::x')]);
    const { printed } = await run('diff', put([ended('sendOTP/OTP-03', 'passed')]), after);
    expect(printed).toContain('passed → failed: \\u001b[31m\\n::error::x\n');
  });

  test('refuses what cannot be compared', async () => {
    const one = put([]);
    const other = put([], { target: { url: 'http://x.example', role: 'alipayplus', embedded: false } });
    expect((await run('diff', one, other)).told).toBe(
      'conformance: The reports have different roles, mpp and alipayplus. Compare reports of the same role.\n',
    );
    expect((await run('diff', one, '/nowhere/report.json')).told).toBe(
      'conformance: The report /nowhere/report.json cannot be read: there is no such file. Give the path of a report.json written with --report-dir.\n',
    );
    expect((await run('diff', one)).code).toBe(2);
  });
});
