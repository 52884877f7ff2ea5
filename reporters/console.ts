/** The final text on a terminal: failures first, then inconclusive and warned rows, then the to-do list, then the counts and the verdict. */
import type { CheckResult, Outcome, Report } from '../engine/report.ts';
import { foundations } from './certificate.ts';
import { counterparty, readingToCheck } from './counterparty.ts';
import { quote, thousands } from './escape.ts';
import { answerLines, curlOf, decisiveExchange, sentLines } from './evidence.ts';
import { factLines } from './facts.ts';
import {
  compact,
  duration,
  type Finding,
  findings,
  harmWords,
  headline,
  outcomeOrder,
  plural,
  reasons,
  shortKey,
  slowedDown,
} from './findings.ts';
import { partnerFacts } from './partner-facts.ts';
import { proofWords } from './proof-lines.ts';
import { strengthWords } from './strength-lines.ts';
import { type Paint, Sheet, type TerminalOptions } from './terminal.ts';
import { initAdds, todoIntro, todoLines } from './todo-lines.ts';
import {
  ownSpecs,
  rehearsal,
  runKind,
  selectionOf,
  signatureShare,
  signingNote,
  subjectOf,
  verdictOutcome,
  verdictSentence,
} from './verdict.ts';

export type { TerminalOptions } from './terminal.ts';

/** How the text is laid out, and where the files of the report are. */
export interface ConsoleOptions extends TerminalOptions {
  /** Directory of the files; left out where none are written. */
  directory?: string;
}

/** How many of each are printed; the rest is in report.html. */
const limits = { detailed: 10, lines: 20, consequences: 5, todo: 16, exchanges: 6, line: 2000 };

const paints: Partial<Record<Outcome, Paint>> = {
  failed: 'red',
  'harness-error': 'magenta',
  inconclusive: 'yellow',
  warned: 'yellow',
  passed: 'green',
};

/** The text that ends a run on a terminal. */
export function consoleReport(report: Report, options: ConsoleOptions): string {
  const sheet = new Sheet(options);
  showInFull(sheet, report, 'failed', options);
  showInFull(sheet, report, 'harness-error', options);
  showInBrief(sheet, report, 'inconclusive', options);
  showInBrief(sheet, report, 'warned', options);
  showWaived(sheet, report, options);
  showFacts(sheet, report);
  showDiagnosis(sheet, report);
  showTodo(sheet, report, options.directory);
  showCounterparty(sheet, report, options);
  showAtOnce(sheet, report);
  showCounts(sheet, report);
  return sheet.toString();
}

function showInFull(sheet: Sheet, report: Report, outcome: 'failed' | 'harness-error', context: ConsoleOptions): void {
  const all = findings(report, outcome);
  for (const finding of all.slice(0, limits.detailed)) showFinding(sheet, report, finding, context);
  const rest = all.slice(limits.detailed);
  for (const finding of rest.slice(0, limits.lines)) showLine(sheet, finding);
  if (rest.length > 0) andMore(sheet, rest.length - limits.lines, context);
}

function showFinding(sheet: Sheet, report: Report, finding: Finding, context: ConsoleOptions): void {
  const { row, check, others, consequences } = finding;
  const paint = paints[row.outcome]!;
  const isFailed = row.outcome === 'failed';
  const word = isFailed ? '✗ FAILED' : 'SUITE ERROR';
  const harm = isFailed ? ` · ${harmWords[row.harm]}` : '';
  sheet.hung(`${word}  ${quote(shortKey(row), 120)}  ${row.level} · ${row.basis}${harm}`, 0, 2, 'bold', paint);
  sheet.text(quote(row.says, 600), 2, 'bold');
  if (!check || !isFailed) sheet.labelled('reason', quote(row.reason, 200));
  if (check) {
    sheet.hung(quote(headline(finding), limits.line), 2, 4, paint);
    sheet.labelled('field', quote(check.field, 200), 'bold');
    showEvidence(sheet, report, check, context);
  }
  sheet.labelled('source', quote([row.source.page, row.source.words].filter(Boolean).join(': '), 400));
  if (row.ambiguity !== null) sheet.labelled('ambiguity', quote(row.ambiguity, 40));
  if (check) sheet.command('replay', quote(check.replay, 2000));
  if (others.length > 0) sheet.labelled('also', joinLimited(others.map(titleOf), 3, '; '));
  if (consequences.length > 0) {
    const keys = joinLimited(consequences.map(shortKey), limits.consequences);
    sheet.text(`and ${plural(consequences.length, 'consequence')}: ${keys}`, 2, 'dim');
  }
  sheet.line();
}

/** What was sent and answered; the smallest body alone where the report has no exchange to show. */
function showEvidence(sheet: Sheet, report: Report, check: CheckResult, { directory }: ConsoleOptions): void {
  const exchange = decisiveExchange(report, check);
  if (exchange) {
    sheet.listed('sent', sentLines(exchange));
    sheet.listed('answer', answerLines(exchange));
    sheet.command('curl', curlOf(report, exchange));
  } else sheet.labelled('body', quote(compact(check.counterexample), 480));
  if (directory !== undefined) sheet.labelled('exchanges', joinLimited(check.exchanges, limits.exchanges));
}

function titleOf({ done, title }: CheckResult): string {
  return done || title;
}

/** One finding in one sentence: its key, what was done, and what came of it. Never cut: the end may be the advice. */
function showLine(sheet: Sheet, finding: Finding): void {
  sheet.hung(`${quote(shortKey(finding.row), 120)}  ${quote(headline(finding), limits.line)}`, 2, 4);
}

const headings = { inconclusive: 'Inconclusive: could not be judged', warned: 'Warned: does not fail the run' };

function showInBrief(sheet: Sheet, report: Report, outcome: 'inconclusive' | 'warned', context: ConsoleOptions): void {
  const all = findings(report, outcome);
  if (all.length === 0) return;
  sheet.text(`${headings[outcome]} (${all.length})`, 0, 'bold', paints[outcome]!);
  for (const finding of all.slice(0, limits.lines)) showLine(sheet, finding);
  andMore(sheet, all.length - limits.lines, context);
  sheet.line();
}

function showWaived(sheet: Sheet, report: Report, context: ConsoleOptions): void {
  const waived = findings(report, 'waived');
  if (waived.length === 0) return;
  sheet.text(`Waived (${waived.length})`, 0, 'bold');
  for (const { row } of waived.slice(0, limits.lines)) {
    const { reason = '', owner = '', until = '' } = row.waiver ?? {};
    sheet.text(quote(shortKey(row), 120), 2);
    sheet.text(`until ${quote(until, 40)}, ${quote(owner, 120)}: ${quote(reason, 300)}`, 4);
  }
  andMore(sheet, waived.length - limits.lines, context);
  sheet.line();
}

function showFacts(sheet: Sheet, report: Report): void {
  const lines = factLines(report);
  if (lines.length === 0) return;
  sheet.text('Facts: what this target does where the documents are silent', 0, 'bold');
  for (const text of lines) sheet.text(quote(text, 400), 2);
  sheet.line();
}

function showDiagnosis(sheet: Sheet, report: Report): void {
  if (report.diagnosis.length === 0) return;
  sheet.text('Diagnosis', 0, 'bold');
  for (const { code, says, cure } of report.diagnosis.slice(0, limits.lines)) {
    sheet.text(`${quote(says, limits.line)} (${quote(code, 60)})`, 2);
    sheet.labelled('fix', quote(cure, limits.line), 'bold');
  }
  if (report.diagnosis.length > limits.lines)
    sheet.text(`… and ${report.diagnosis.length - limits.lines} more`, 2, 'dim');
  sheet.line();
}

function showTodo(sheet: Sheet, report: Report, directory: string | undefined): void {
  if (report.todo.length === 0) return;
  sheet.text(`To do: ${quote(todoIntro(report), 400)}`, 0, 'bold', 'blue');
  for (const { indent, text, says } of todoLines(report.todo.slice(0, limits.todo))) {
    if (says) sheet.marked(quote(text, 300), 2 + indent, '# ', 'dim');
    else sheet.line(`${' '.repeat(2 + indent)}${quote(text, 400)}`);
  }
  if (report.todo.length > limits.todo) sheet.text(`… and ${report.todo.length - limits.todo} more`, 2, 'dim');
  const [says, command] = initAdds(directory);
  sheet
    .line()
    .text(says, 2)
    .line(`    ${quote(command, 400)}`)
    .line();
}

/** The failures once more, a line each and worst first: what was told in full has left the screen. */
function showAtOnce(sheet: Sheet, report: Report): void {
  const failed = findings(report, 'failed');
  if (failed.length < 2) return;
  sheet.text('Root findings, worst first', 0, 'bold', paints.failed!);
  for (const finding of failed.slice(0, limits.detailed + limits.lines))
    sheet.hung(
      `✗ ${quote(shortKey(finding.row), 120)}  ${harmWords[finding.row.harm]}: ${quote(headline(finding), limits.line)}`,
      2,
      4,
    );
  sheet.line();
}

function showCounterparty(sheet: Sheet, report: Report, context: ConsoleOptions): void {
  const other = counterparty(report);
  if (!other) return;
  sheet.text(`${other.heading}: ${other.counts}`, 0, 'bold');
  sheet.text(other.note, 2, 'dim');
  for (const finding of other.findings.slice(0, limits.detailed)) {
    const { row, check } = finding;
    sheet.text(`${row.outcome}  ${quote(row.key, 120)}  ${row.level} · ${row.basis}`, 2, 'bold');
    sheet.text(quote(row.says, 600), 4);
    if (check) {
      sheet.labelled('expected', quote(check.expected, 400));
      sheet.labelled(
        'received',
        `${quote(check.received, 400)}${check.seen ? ` (seen ${quote(check.seen, 40)})` : ''}`,
      );
      sheet.labelled('exchanges', joinLimited(check.exchanges, limits.exchanges));
    }
    sheet.labelled('reading', quote(readingToCheck(finding), 400));
  }
  andMore(sheet, other.findings.length - limits.detailed, context);
  sheet.line();
}

/** What the partner's overlays state, each with its digest, its rows that are not passed and what it replaces. */
function showPartnerFacts(sheet: Sheet, report: Report): void {
  for (const { file, digest, counts, rows, replaces } of partnerFacts(report)) {
    sheet.text(`facts of ${quote(file, 400)}: ${counts} (SHA-256 ${quote(digest.slice(0, 16), 20)}…)`, 2);
    const open = rows.filter(({ outcome }) => outcome !== 'passed').map(({ key, outcome }) => `${key} ${outcome}`);
    if (open.length > 0) sheet.text(joinLimited(open, limits.lines), 4, 'dim');
    for (const one of replaces) sheet.text(`replaced: ${quote(one, 1000)}`, 4, 'yellow');
  }
}

function showCounts(sheet: Sheet, report: Report): void {
  const { run, suite, spec, target, totals } = report;
  const counts = outcomeOrder
    .filter((outcome) => totals[outcome] > 0)
    .map((outcome) => `${totals[outcome]} ${outcome}`);
  sheet.items(counts.length > 0 ? counts : ['No requirement was judged.'], 'bold');
  const why = reasons(report, 'not-run');
  if (why.length > 0)
    sheet.text(`not run: ${why.map(([reason, rows]) => `${quote(reason, 60)} ${rows}`).join(', ')}`, 2, 'dim');
  const sent = Object.entries(run.sent).filter(([, count]) => count > 0);
  if (sent.length > 0) {
    sheet.text(
      `messages sent to people: ${sent.map(([operation, count]) => `${quote(operation, 60)} ${count}`).join(', ')}`,
      2,
    );
  }
  const selection = selectionOf(report);
  const { profile, seed } = runKind(report);
  const about = [profile, target.role, quote(subjectOf(report), 400), seed && `seed ${seed}`];
  sheet.text([...about, selection && `${selection} requirements`].filter(Boolean).join(' · '), 2);
  if (run.nonce !== null) {
    sheet.text(`nonce ${quote(run.nonce, 120)}${run.attempt ? `, attempt ${run.attempt}` : ''}`, 2);
  }
  const suiteVersion = `suite ${quote(suite.version, 30)}, spec ${quote(spec.version, 30)}`;
  const cost = `${thousands(run.requests)} ${run.requests === 1 ? 'request' : 'requests'} in ${duration(run.durationMs)}, peak ${thousands(run.peakMemoryMb)} MB`;
  sheet.text(`${cost} · ${suiteVersion}`, 2);
  for (const own of ownSpecs(report)) sheet.text(`own spec ${quote(own, 400)}`, 2);
  showPartnerFacts(sheet, report);
  if (run.slowedTo !== undefined) sheet.text(slowedDown(run.slowedTo), 2);
  for (const { name, lines } of foundations(report)) showStatement(sheet, name, lines);
  const share = report.restsOn ? '' : signatureShare(report);
  if (share) sheet.text(share, 2);
  if (report.proof) sheet.text(quote(proofWords(report.proof), 600), 2);
  if (run.profile === 'certify' && report.strength) sheet.text(strengthWords(report.strength), 2);
  if (run.profile === 'certify') sheet.text(rehearsal, 2);
  sheet.text(quote(verdictSentence(report), 1200), 0, 'bold', paints[verdictOutcome(report)] ?? 'yellow');
  const signing = signingNote(report);
  if (signing) sheet.text(signing, 0, 'yellow');
}

/** What the verdict of a certification rests on, the first lines of each. */
function showStatement(sheet: Sheet, name: string, lines: readonly string[]): void {
  const [first = '', ...rest] = lines;
  sheet.hung(`${name}: ${quote(first, 400)}`, 2, 4);
  for (const line of rest.slice(0, limits.consequences)) sheet.hung(quote(line, 300), 4, 6);
  if (rest.length > limits.consequences) sheet.text(`… and ${rest.length - limits.consequences} more rows`, 4, 'dim');
}

function joinLimited(items: readonly string[], limit: number, separator = ', '): string {
  const shown = items.slice(0, limit).map((item) => quote(item, 120));
  if (items.length > limit) shown.push(`… and ${items.length - limit} more`);
  return shown.join(separator);
}

function andMore(sheet: Sheet, count: number, { directory }: ConsoleOptions): void {
  const where = directory !== undefined ? 'in report.html' : 'in report.html (written with --report-dir)';
  if (count > 0) sheet.text(`… and ${count} more ${where}`, 2, 'dim');
}
