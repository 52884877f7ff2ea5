/** ctrf-report.json: the report in the Common Test Report Format, which CI dashboards read. One test per requirement, and one for the verdict. */
import type { Report, RequirementRow } from '../engine/report.ts';
import { conditions, foundations, type Statement } from './certificate.ts';
import { cut, inertJson } from './escape.ts';
import { headline, type TestResult, testResult } from './findings.ts';
import type { Reporter } from './reporter.ts';
import { addressOf, embeddedNote, isUnsuccessful, runKind, verdictHeadline, verdictSentence } from './verdict.ts';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** A suite that failed itself says nothing about the target, so an error is neither passed nor failed. */
const statuses: Readonly<Record<TestResult, Status>> = {
  passed: 'passed',
  failure: 'failed',
  error: 'other',
  skipped: 'skipped',
};

interface Test {
  readonly name: string;
  readonly status: Status;
  readonly duration: number;
  readonly suite: readonly string[];
  readonly rawStatus: string;
  readonly message?: string;
  readonly tags?: readonly string[];
}

/** A report as CTRF. */
export const ctrf: Reporter = (report) => {
  const tests = [verdictTest(report), ...report.requirements.map(testOf)];
  const count = (status: Status) => tests.filter((one) => one.status === status).length;
  const start = Math.max(0, Date.parse(report.run.startedAt) || 0);
  return written(
    {
      reportFormat: 'CTRF',
      specVersion: '0.0.0',
      timestamp: new Date(start).toISOString(),
      generatedBy: cut(report.suite.name, 200),
    },
    {
      tool: { name: cut(report.suite.name, 200) || 'unknown', version: cut(report.suite.version, 100) },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        suites: new Set(tests.map(({ suite }) => suite[0])).size,
        start,
        stop: start + Math.round(report.run.durationMs),
      },
      environment: environmentOf(report),
    },
    tests,
  );
};

/** JSON with a line for each test. */
function written(head: object, results: object, tests: readonly Test[]): string {
  const list = tests.map((test) => `    ${inertJson(test)}`).join(',\n');
  return `${inertJson(head).slice(0, -1)},\n  "results": ${inertJson(results).slice(0, -1)},\n  "tests": [\n${list}\n  ]}}\n`;
}

/** The test that fails whenever the exit code is not 0: otherwise a run that judged nothing would be green. */
function verdictTest(report: Report): Test {
  return {
    name: 'verdict',
    status: isUnsuccessful(report) ? 'failed' : 'passed',
    duration: Math.round(report.run.durationMs),
    suite: ['verdict'],
    rawStatus: cut(verdictHeadline(report), 400),
    message: [embeddedNote(report), cut(verdictSentence(report), 1000)].filter(Boolean).join(' '),
  };
}

function testOf(row: RequirementRow): Test {
  const status = statuses[testResult(row)];
  const check = row.checks.find(({ outcome }) => outcome === row.outcome) ?? null;
  const why =
    row.waiver && row.outcome === 'waived' ? `waived by ${row.waiver.owner}: ${row.waiver.reason}` : row.reason;
  const message =
    row.outcome === 'passed' ? '' : check && !why.startsWith('waived by') ? headline({ row, check }) : why;
  return {
    name: cut(`${row.id} ${row.says}`, 800),
    status,
    duration: 0,
    suite: [cut(row.operation, 200) || 'none'],
    rawStatus: row.outcome,
    ...(message ? { message: cut(message, 1000) } : {}),
    tags: [row.level, row.basis, cut(row.kind, 60)],
  };
}

function environmentOf(report: Report) {
  const { subject, role } = report.target;
  const { profile, seed } = runKind(report);
  const said = (statements: readonly Statement[]) =>
    Object.fromEntries(statements.map(({ name, lines }) => [name, lines.map((line) => cut(line, 800))]));
  return {
    ...(subject?.product ? { appName: cut(subject.product, 200) } : {}),
    ...(subject?.version ? { appVersion: cut(subject.version, 200) } : {}),
    ...(subject?.environment ? { testEnvironment: cut(subject.environment, 200) } : {}),
    extra: {
      target: cut(addressOf(report), 400),
      role,
      profile,
      ...(seed === null ? {} : { seed }),
      ...(report.restsOn ? { verdict: said(conditions(report)), restsOn: said(foundations(report)) } : {}),
    },
  };
}
