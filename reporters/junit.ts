/** junit.xml in the dialect that Jenkins and GitLab read: one testsuite per operation with one testcase per requirement, and one testcase for the verdict. */
import type { CheckResult, Report, ReportExchange, RequirementRow } from '../engine/report.ts';
import { counterparty, readingToCheck } from './counterparty.ts';
import { cut, xml, xmlAttribute } from './escape.ts';
import { answerLines, curlOf, decisiveExchange, sentLines } from './evidence.ts';
import { compact, harmWords, headline, isSum, members, type TestResult, testResult } from './findings.ts';
import type { Reporter } from './reporter.ts';
import { addressOf, embeddedNote, isUnsuccessful, runKind, verdictHeadline, verdictSentence } from './verdict.ts';

/** A report as JUnit XML. */
export const junit: Reporter = (report) => {
  const operations = [...new Set(report.requirements.map((row) => row.operation))];
  const counts = count(report.requirements);
  const failures = counts.failure + (isUnsuccessful(report) ? 1 : 0);
  const attributes = `name="${xmlAttribute(cut(report.suite.name, 200))}" tests="${report.requirements.length + 1}" failures="${failures}" errors="${counts.error}" time="${seconds(report.run.durationMs)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${verdictSuite(report)}${operations
    .map((operation) => testsuite(report, operation))
    .join('')}${otherParty(report)}</testsuites>\n`;
};

/** The rows of the other party of traffic: what it breaks is skipped with its reason, since it fails nobody's build. */
function otherParty(report: Report): string {
  const other = counterparty(report);
  if (!other) return '';
  const cases = other.findings.map((finding) => {
    const { row, check } = finding;
    const said = check ? `expected ${check.expected}, received ${check.received}. ` : '';
    const message = xmlAttribute(cut(`${row.outcome}: ${said}${readingToCheck(finding)}`, 800));
    const name = xmlAttribute(`${cut(row.id, 120)} ${cut(row.says, 600)}`);
    return `    <testcase classname="${xmlAttribute(cut(row.operation, 200))}" name="${name}" time="0">\n      <skipped message="${message}"/>\n    </testcase>\n`;
  });
  const head = `name="${xmlAttribute(other.heading)}" tests="${cases.length}" failures="0" errors="0" skipped="${cases.length}" time="0.000" timestamp="${startedAt(report)}"`;
  return `  <testsuite ${head}>\n    <system-out>${xml(`${other.counts}. ${other.note}`)}</system-out>\n${cases.join('')}  </testsuite>\n`;
}

/** The testcase that fails whenever the exit code is not 0: without it a run that judged nothing would be green in a list of tests. */
function verdictSuite(report: Report): string {
  const failed = isUnsuccessful(report);
  const sentence = [embeddedNote(report), cut(verdictSentence(report), 600)].filter(Boolean).join(' ');
  const diagnosis = report.diagnosis
    .slice(0, 10)
    .map(({ code, says, cure }) => cut(`${code}: ${says} ${cure}`, 800))
    .join('\n');
  const inside = failed
    ? `      <failure type="${xmlAttribute(report.verdict)}" message="${xmlAttribute(sentence)}">${xml([sentence, diagnosis].filter(Boolean).join('\n'))}</failure>\n`
    : `      <system-out>${xml(sentence)}</system-out>\n`;
  return `  <testsuite name="verdict" tests="1" failures="${failed ? 1 : 0}" errors="0" skipped="0" time="0.000" timestamp="${startedAt(report)}">\n    <testcase classname="conformance" name="verdict" time="0">\n${inside}    </testcase>\n  </testsuite>\n`;
}

/** JUnit's own form of a time has no zone; the report's times are UTC. */
function startedAt(report: Report): string {
  return xmlAttribute(cut(report.run.startedAt.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, ''), 40));
}

function count(rows: readonly RequirementRow[]): Record<TestResult, number> {
  const counts: Record<TestResult, number> = { passed: 0, failure: 0, error: 0, skipped: 0 };
  for (const row of rows) counts[testResult(row)] += 1;
  return counts;
}

/** The spec of the user that describes an API. */
function ownSpecOf({ spec }: Report, operation: string): { spec?: string; specDigest?: string } {
  const own = spec.own?.find(({ apis }) => apis.includes(operation));
  return own ? { spec: own.file, specDigest: own.digest } : {};
}

/** The overlays that state rows of an API, with their digests. */
function factsOf({ spec }: Report, rows: readonly RequirementRow[]): { facts?: string } {
  const used = (spec.facts ?? []).filter(({ file }) => rows.some(({ source }) => source.overlay === file));
  return used.length === 0 ? {} : { facts: used.map(({ file, digest }) => `${file} ${digest}`).join(', ') };
}

function testsuite(report: Report, operation: string): string {
  const rows = report.requirements.filter((row) => row.operation === operation);
  const counts = count(rows);
  const latency = (report.latencyMs[operation] ?? []).reduce((sum, milliseconds) => sum + milliseconds, 0);
  const head = `name="${xmlAttribute(cut(operation, 200))}" tests="${rows.length}" failures="${counts.failure}" errors="${counts.error}" skipped="${counts.skipped}" time="${seconds(latency)}" timestamp="${startedAt(report)}"`;
  const { profile, seed } = runKind(report);
  const properties = {
    target: addressOf(report),
    role: report.target.role,
    ...(report.target.embedded ? { embedded: 'true' } : {}),
    suiteVersion: report.suite.version,
    specVersion: report.spec.version,
    ...ownSpecOf(report, operation),
    ...factsOf(report, rows),
    ...(seed === null ? {} : { seed }),
    profile,
    signing: report.run.signing,
    verdict: verdictHeadline(report),
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
  const result = testResult(row);
  const check = row.checks.find((one) => one.outcome === row.outcome);
  if (result === 'skipped') return `      <skipped message="${xmlAttribute(cut(skipMessage(row), 600))}"/>\n`;
  if (result === 'failure' || result === 'error') {
    const message = check ? headline({ row, check }) : summedRows(report, row) || row.reason;
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
    `${row.key} ${row.level} ${row.basis}, ${harmWords[row.harm]}`,
    row.says,
    summedRows(report, row),
    `source: ${row.source.page}`,
  ];
  if (row.source.words) head.push(`words: ${row.source.words}`);
  if (row.reason) head.push(`reason: ${row.reason}`);
  if (row.ambiguity) head.push(`ambiguity: ${row.ambiguity}`);
  if (row.consequenceOf) head.push(`consequence of: ${row.consequenceOf}`);
  const checks = row.checks.filter((check) => check.outcome === row.outcome);
  const lines = checks.slice(0, 10).flatMap((check) => ['', ...checkLines(check)]);
  const exchange = decisiveExchange(report, checks[0] ?? null);
  if (exchange) lines.push(...evidence(report, exchange));
  if (checks.length > 10) lines.push('', `… and ${checks.length - 10} more in report.html`);
  return [...head.filter(Boolean).map((line) => cut(line, 800)), ...lines].join('\n');
}

/** For a row that only summarises others: which of them decide it. */
function summedRows(report: Report, row: RequirementRow): string {
  if (!isSum(row, report)) return '';
  const deciding = members(row, report).filter((member) => member.outcome === row.outcome);
  const keys = deciding.slice(0, 10).map((member) => member.key);
  return `summarises ${keys.join(', ')}${deciding.length > 10 ? ` and ${deciding.length - 10} more` : ''}`;
}

function checkLines(check: CheckResult): string[] {
  const lines: [string, string][] = [
    ['check', check.title],
    ['expected', check.expected],
    ['received', check.seen ? `${check.received} (seen ${check.seen})` : check.received],
    ['field', check.field],
    ['body', compact(check.counterexample, 400)],
    ['exchanges', check.exchanges.join(', ')],
    ['replay', check.replay],
  ];
  return lines.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${cut(text, 1000)}`);
}

/** What was sent for the first check, what came back, and how to send it again. */
function evidence(report: Report, exchange: ReportExchange): string[] {
  const curl = curlOf(report, exchange);
  return ['', 'sent:', ...sentLines(exchange), '', 'answer:', ...answerLines(exchange), ...(curl ? ['', curl] : [])];
}

function seconds(milliseconds: number): string {
  return (Math.max(0, milliseconds) / 1000).toFixed(3);
}
