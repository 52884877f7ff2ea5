/** Every format tells the same counts, of any report. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomes, type Report, type RequirementRow } from '../../engine/report.ts';
import { findings, isSum, outcomeOrder, testResult } from '../../reporters/findings.ts';
import { reporters } from '../../reporters/index.ts';
import { anyReport } from '../support/arbitrary-report.ts';
import { check, reportOf, row } from '../support/report-parts.ts';
import { readXml } from '../support/xml-tree.ts';

const runs = { numRuns: 60 };

function countsText(report: Report, separator: string): string {
  const shown = outcomeOrder.filter((outcome) => report.totals[outcome] > 0);
  return shown.map((outcome) => `${report.totals[outcome]} ${outcome}`).join(separator);
}

describe('the counts of any report', { timeout: 60_000 }, () => {
  test('stand in the console text', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        fc.pre(report.requirements.length > 0);
        const text = reporters.console.render(report).replaceAll(' ·\n', ' · ');
        expect(text).toContain(`${countsText(report, ' · ')}\n`);
      }),
      runs,
    );
  });

  test('stand in report.json, which is the report itself', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(JSON.parse(reporters.json.render(report))).toEqual(JSON.parse(JSON.stringify(report)));
      }),
      runs,
    );
  });

  test('stand in report.html, and each row stands there once', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = reporters.html.render(report);
        for (const outcome of outcomes) {
          expect(text).toContain(`data-count="${outcome}">${report.totals[outcome]}<`);
          expect(text.split(`data-outcome="${outcome}"`).length - 1).toBe(report.totals[outcome]);
        }
      }),
      runs,
    );
  });
});

test('a row stands once in report.html where the run has its API twice', () => {
  const report = reportOf([row('sendOTP/G-07', 'a rule')]);
  const twice = { ...report, run: { ...report.run, apis: ['sendOTP', 'sendOTP'] } };
  expect(reporters.html.render(twice).split('data-outcome="passed"')).toHaveLength(2);
});

describe('the rows of any report', { timeout: 60_000 }, () => {
  test('are counted in junit.xml in the four words of JUnit', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const root = readXml(reporters.junit.render(report));
        const of = (result: string) => report.requirements.filter((row) => testResult(row) === result).length;
        const sum = (name: string) => root.children.reduce((total, suite) => total + Number(suite.attributes[name]), 0);
        const elements = (name: string) =>
          root.children
            .flatMap((suite) => suite.children)
            .filter((testcase) => testcase.children.some((child) => child.name === name)).length;
        // One testcase more than rows: the verdict.
        const tests = report.requirements.length + 1;
        const failures = report.totals.failed + (report.run.exitCode !== 0 || report.run.interrupted ? 1 : 0);
        expect(root.attributes).toMatchObject({
          tests: String(tests),
          failures: String(failures),
          errors: String(of('error')),
        });
        expect([sum('tests'), sum('failures'), sum('errors'), sum('skipped')]).toEqual([
          tests,
          failures,
          of('error'),
          of('skipped'),
        ]);
        expect([elements('failure'), elements('error'), elements('skipped')]).toEqual([
          failures,
          of('error'),
          of('skipped'),
        ]);
        const staleWaiver = (row: RequirementRow) => row.waiver !== null && row.outcome === 'passed';
        const green = failures === report.totals.failed ? 1 : 0;
        const told = report.totals.warned + report.requirements.filter(staleWaiver).length;
        expect(elements('system-out')).toBe(told + green);
      }),
      runs,
    );
  });
  test('are counted in summary.md and in the notice on GitHub', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const shown = outcomeOrder.filter((outcome) => report.totals[outcome] > 0);
        const cells = ['**all**', ...shown.map((outcome) => `**${report.totals[outcome]}**`)];
        expect(reporters.summary.render(report)).toContain(`| ${cells.join(' | ')} |`);
        expect(reporters.github.render(report).split('\n')[0]).toContain(countsText(report, ', '));
      }),
      runs,
    );
  });
});

describe('any report', { timeout: 60_000 }, () => {
  test('shows every failed row: each is a root finding, a consequence of one, or a sum', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const roots = findings(report, 'failed');
        const told = new Set(roots.flatMap(({ row, consequences }) => [row, ...consequences]));
        const sums = report.requirements.filter((row) => isSum(row, report));
        for (const row of report.requirements.filter((one) => one.outcome === 'failed')) {
          expect(told.has(row) || sums.includes(row)).toBe(true);
        }
        if (report.totals.failed > 0) expect(roots.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  test('shows failed groups that are members of each other', () => {
    const group = (id: string, of: readonly string[]) =>
      row(`sendOTP/${id}`, 'a rule', { group: [...of], outcome: 'failed', checks: [] });
    const shown = (...rows: RequirementRow[]) => findings(reportOf(rows), 'failed').map((finding) => finding.row.id);
    const circle = [group('G-07', ['G-17']), group('G-17', ['OTP-08']), group('OTP-08', ['G-07'])];
    expect(shown(...circle)).toEqual(['G-07', 'G-17', 'OTP-08']);
    // A member that shows something stands for all of them.
    const own = { ...group('OTP-03', ['G-07']), checks: [check({ outcome: 'failed' })] };
    expect(shown(...circle, own)).toEqual(['OTP-03']);
  });

  test('is rendered by pure functions: the same report gives the same text and stays as it was', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const before = JSON.stringify(report);
        for (const { render } of Object.values(reporters)) expect(render(report)).toBe(render(report));
        expect(JSON.stringify(report)).toBe(before);
      }),
      { numRuns: 15 },
    );
  });
});
