/** junit.xml: one testsuite per operation, one testcase per requirement, in the dialect that Jenkins and GitLab read. */
import type { CheckResult, Outcome, Report, RequirementRow } from '../engine/report.ts';
import { cut, xml, xmlAttribute } from './escape.ts';
import { compact, gates, isSum, members } from './findings.ts';
import type { Reporter } from './reporter.ts';

/** What a testcase of JUnit can be. */
export type JunitResult = 'passed' | 'failure' | 'error' | 'skipped';

/** A report as JUnit XML. */
export const junit: Reporter = (report) => {
  const operations = [...new Set(report.requirements.map((row) => row.operation))];
  const counts = count(report.requirements);
  const attributes = `name="${xmlAttribute(cut(report.suite.name, 200))}" tests="${report.requirements.length}" failures="${counts.failure}" errors="${counts.error}" time="${seconds(report.run.durationMs)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${operations
    .map((operation) => testsuite(report, operation))
    .join('')}</testsuites>\n`;
};

/**
 * What a row is in JUnit's four words. Inconclusive is no skip where it keeps a run from being conformant: a build
 * must not be green by accident; elsewhere it must not be red by accident.
 */
export function junitResult(row: Pick<RequirementRow, 'outcome' | 'level' | 'basis'>): JunitResult {
  const results: Record<Outcome, JunitResult> = {
    passed: 'passed',
    warned: 'passed',
    failed: 'failure',
    'harness-error': 'error',
    inconclusive: gates(row) ? 'error' : 'skipped',
    waived: 'skipped',
    'not-run': 'skipped',
    'not-applicable': 'skipped',
    'not-observable': 'skipped',
  };
  return results[row.outcome];
}

function count(rows: readonly RequirementRow[]): Record<JunitResult, number> {
  const counts: Record<JunitResult, number> = { passed: 0, failure: 0, error: 0, skipped: 0 };
  for (const row of rows) counts[junitResult(row)] += 1;
  return counts;
}

function testsuite(report: Report, operation: string): string {
  const rows = report.requirements.filter((row) => row.operation === operation);
  const counts = count(rows);
  const latency = (report.latencyMs[operation] ?? []).reduce((sum, milliseconds) => sum + milliseconds, 0);
  // JUnit's own form of a time has no zone; the report's times are UTC.
  const startedAt = report.run.startedAt.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, '');
  const head = `name="${xmlAttribute(cut(operation, 200))}" tests="${rows.length}" failures="${counts.failure}" errors="${counts.error}" skipped="${counts.skipped}" time="${seconds(latency)}" timestamp="${xmlAttribute(cut(startedAt, 40))}"`;
  const properties = {
    target: report.target.url,
    role: report.target.role,
    suiteVersion: report.suite.version,
    specVersion: report.spec.version,
    seed: String(report.run.seed),
    profile: report.run.profile,
    signing: report.run.signing,
    verdict: report.verdict,
  };
  const lines = Object.entries(properties).map(
    ([name, value]) => `      <property name="${name}" value="${xmlAttribute(cut(value, 400))}"/>\n`,
  );
  return `  <testsuite ${head}>\n    <properties>\n${lines.join('')}    </properties>\n${rows.map((row) => testcase(report, row)).join('')}  </testsuite>\n`;
}

function testcase(report: Report, row: RequirementRow): string {
  const name = xmlAttribute(`${cut(row.id, 120)} ${cut(row.says, 600)}`);
  const head = `    <testcase classname="${xmlAttribute(cut(row.operation, 200))}" name="${name}" time="0"`;
  const inside = content(report, row);
  return inside === '' ? `${head}/>\n` : `${head}>\n${inside}    </testcase>\n`;
}

function content(report: Report, row: RequirementRow): string {
  const result = junitResult(row);
  const check = row.checks.find((one) => one.outcome === row.outcome);
  if (result === 'skipped') return `      <skipped message="${xmlAttribute(cut(skipMessage(row), 600))}"/>\n`;
  if (result === 'failure' || result === 'error') {
    const message = check
      ? `${check.title}: expected ${check.expected}, received ${check.received}`
      : summedRows(report, row) || row.reason;
    const attributes = `type="${row.outcome}" message="${xmlAttribute(cut(message || row.outcome, 600))}"`;
    return `      <${result} ${attributes}>${xml(details(report, row))}</${result}>\n`;
  }
  if (row.outcome === 'warned') return `      <system-out>${xml(`warned\n${details(report, row)}`)}</system-out>\n`;
  return row.waiver ? `      <system-out>${xml(`stale, ${waiverText(row.waiver)}`)}</system-out>\n` : '';
}

function skipMessage(row: RequirementRow): string {
  if (!row.waiver || row.outcome !== 'waived') return row.reason ? `${row.outcome}: ${row.reason}` : row.outcome;
  return waiverText(row.waiver);
}

function waiverText({ until, owner, reason }: NonNullable<RequirementRow['waiver']>): string {
  return `waived until ${cut(until, 40)} by ${cut(owner, 200)}: ${cut(reason, 600)}`;
}

/** Everything a person needs to look into a row, as lines. */
function details(report: Report, row: RequirementRow): string {
  const head = [
    `${row.key} ${row.level} ${row.basis}`,
    row.says,
    summedRows(report, row),
    `source: ${row.source.page}`,
  ];
  if (row.source.words) head.push(`words: ${row.source.words}`);
  if (row.reason) head.push(`reason: ${row.reason}`);
  if (row.ambiguity) head.push(`ambiguity: ${row.ambiguity}`);
  if (row.consequenceOf) head.push(`consequence of: ${row.consequenceOf}`);
  const checks = row.checks.filter((check) => check.outcome === row.outcome);
  const told = checks.slice(0, 10).flatMap((check) => ['', ...checkLines(check)]);
  if (checks.length > 10) told.push('', `… and ${checks.length - 10} more; see report.html`);
  return [...head.filter(Boolean).map((line) => cut(line, 800)), ...told].join('\n');
}

/** For a row that only sums up others: which of them decide it. */
function summedRows(report: Report, row: RequirementRow): string {
  if (!isSum(row, report)) return '';
  const deciding = members(row, report).filter((member) => member.outcome === row.outcome);
  const keys = deciding.slice(0, 10).map((member) => member.key);
  return `sums up ${keys.join(', ')}${deciding.length > 10 ? ` and ${deciding.length - 10} more` : ''}`;
}

function checkLines(check: CheckResult): string[] {
  const lines: [string, string][] = [
    ['done', check.title],
    ['expected', check.expected],
    ['received', check.seen ? `${check.received} (seen ${check.seen})` : check.received],
    ['field', check.field],
    ['body', compact(check.counterexample, 400)],
    ['exchanges', check.exchanges.join(', ')],
    ['replay', check.replay],
  ];
  return lines.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${cut(text, 1000)}`);
}

function seconds(milliseconds: number): string {
  return (Math.max(0, milliseconds) / 1000).toFixed(3);
}
