/** Formats of other tools: evidence.csv for a spreadsheet and ctrf-report.json against its schema. */
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { reporters } from '../../reporters/index.ts';
import { anyReport } from '../support/arbitrary-report.ts';
import { readCsv } from '../support/csv.ts';
import schema from '../support/ctrf-schema.json' with { type: 'json' };
import { sampleReport } from '../support/sample-report.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const isCtrf = ajv.compile(schema);

// biome-ignore lint/suspicious/noExplicitAny: what JSON holds.
const ctrfOf = (report: Report): any => JSON.parse(reporters.ctrf.render(report));

describe('evidence.csv', () => {
  test('has one line for each case, with its verdict', () => {
    const report = sampleReport();
    const [head, ...lines] = readCsv(reporters.csv.render(report));
    expect(head!.slice(0, 5)).toEqual(['requirement', 'API', 'level', 'basis', 'sentence']);
    expect(lines).toHaveLength(report.requirements.reduce((sum, row) => sum + Math.max(1, row.checks.length), 0));
    const verdicts = head!.indexOf('verdict');
    expect(new Set(lines.map((cells) => cells[verdicts]))).toContain('failed');
    for (const cells of lines) expect(cells).toHaveLength(head!.length);
  });

  test('shows request, answer and time of a case whose exchange the report has', () => {
    const report = sampleReport();
    const [head, ...lines] = readCsv(reporters.csv.render(report));
    const shown = lines.filter((cells) => cells[head!.indexOf('request')] !== '');
    expect(shown.length).toBeGreaterThan(0);
    for (const cells of shown) {
      expect(cells[head!.indexOf('request')]).toMatch(/^[A-Z]+ \//);
      expect(cells[head!.indexOf('time')]).toMatch(/^\d{4}-/);
    }
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =cmd()', '"=1', '＝1', '|calc', '%0A=1'])(
    'makes no formula of %s',
    (text) => {
      const report = sampleReport();
      report.requirements[0]!.says = text;
      const [, first] = readCsv(reporters.csv.render(report));
      expect(first![4]).toMatch(/^'/);
    },
  );
});

describe('ctrf-report.json', () => {
  test('is valid for the sample and counts each requirement once', () => {
    const report = sampleReport();
    const written = ctrfOf(report);
    expect(isCtrf(written), JSON.stringify(isCtrf.errors)).toBe(true);
    const { summary, tests } = written.results;
    expect(tests).toHaveLength(report.requirements.length + 1);
    const { passed, failed, skipped, other } = summary;
    expect(passed + failed + skipped + other).toBe(summary.tests);
    expect(tests[0]).toMatchObject({ name: 'verdict', status: 'failed' });
  });

  test('is valid for any report', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const written = ctrfOf(report);
        expect(isCtrf(written), JSON.stringify(isCtrf.errors)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
