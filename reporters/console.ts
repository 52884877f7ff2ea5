/** The final text on a terminal: failures first, then inconclusive and warned rows, then the to-do list, then the counts and the verdict. */
import type { Outcome, Report, RequirementRow } from '../engine/report.ts';
import { quote, thousands } from './escape.ts';
import { factLines } from './facts.ts';
import { compact, duration, type Finding, findings, outcomeOrder, plural, reasons, slowedDown } from './findings.ts';
import { type Paint, Sheet, type TerminalOptions } from './terminal.ts';
import { initAdds, todoIntro, todoLines } from './todo-lines.ts';
import { selectionOf, signingNote, verdictOutcome, verdictSentence } from './verdict.ts';

export type { TerminalOptions } from './terminal.ts';

/** How the text is laid out, and where the files of the report are. */
export interface ConsoleOptions extends TerminalOptions {
  /** Directory of the files; left out where none are written. */
  directory?: string;
}

/** How many of each are printed; the rest is in report.html. */
const limits = { detailed: 10, lines: 20, consequences: 5, todo: 16, exchanges: 6 };

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
  showInFull(sheet, report, 'failed');
  showInFull(sheet, report, 'harness-error');
  showInBrief(sheet, report, 'inconclusive', 'Inconclusive: could not be judged');
  showInBrief(sheet, report, 'warned', 'Warned: does not fail the run');
  showWaived(sheet, report);
  showFacts(sheet, report);
  showDiagnosis(sheet, report);
  showTodo(sheet, report, options.directory);
  showCounts(sheet, report);
  return sheet.toString();
}

function showInFull(sheet: Sheet, report: Report, outcome: 'failed' | 'harness-error'): void {
  const all = findings(report, outcome);
  for (const finding of all.slice(0, limits.detailed)) showFinding(sheet, finding);
  const rest = all.slice(limits.detailed);
  for (const { row } of rest.slice(0, limits.lines)) showLine(sheet, row);
  if (rest.length > 0) andMore(sheet, rest.length - limits.lines);
}

function showFinding(sheet: Sheet, finding: Finding): void {
  const { row, check, others, consequences } = finding;
  const paint = paints[row.outcome]!;
  const word = row.outcome === 'failed' ? '✗ FAILED' : 'SUITE ERROR';
  sheet.text(`${word}  ${quote(row.key, 120)}  ${row.level} · ${row.basis}`, 0, 'bold', paint);
  sheet.text(quote(row.says, 600), 2, 'bold');
  if (!check || row.outcome !== 'failed') sheet.labelled('reason', quote(row.reason, 200));
  if (check) {
    sheet.labelled('check', quote(check.title, 400));
    sheet.labelled('expected', quote(check.expected, 400));
    sheet.labelled(
      'received',
      quote(check.received, 400) + (check.seen ? ` (seen ${quote(check.seen, 40)})` : ''),
      paint,
    );
    sheet.labelled('field', quote(check.field, 200), 'bold');
    sheet.labelled('body', quote(compact(check.counterexample), 480));
    sheet.labelled('exchanges', joinLimited(check.exchanges, limits.exchanges));
  }
  sheet.labelled('source', quote([row.source.page, row.source.words].filter(Boolean).join(': '), 400));
  if (row.ambiguity !== null) sheet.labelled('ambiguity', quote(row.ambiguity, 40));
  if (check) sheet.command('replay', quote(check.replay, 2000));
  if (others.length > 0) {
    sheet.labelled(
      'also',
      joinLimited(
        others.map((other) => other.title),
        3,
        '; ',
      ),
    );
  }
  if (consequences.length > 0) {
    const keys = joinLimited(
      consequences.map((consequence) => consequence.key),
      limits.consequences,
    );
    sheet.text(`and ${plural(consequences.length, 'consequence')}: ${keys}`, 2, 'dim');
  }
  sheet.line();
}

/** One row in brief: its key, and what was received or why it was not judged. What was received stands last, so nothing is cut off. */
function showLine(sheet: Sheet, row: RequirementRow): void {
  sheet.hung(`${quote(row.key, 120)}  ${quote(decisiveText(row), 400)}`, 2, 4);
}

function decisiveText(row: RequirementRow): string {
  const check = row.checks.find((one) => one.outcome === row.outcome);
  return [check?.title || row.says, check?.received, row.reason].filter(Boolean).join('; ');
}

function showInBrief(sheet: Sheet, report: Report, outcome: 'inconclusive' | 'warned', heading: string): void {
  const all = findings(report, outcome);
  if (all.length === 0) return;
  sheet.text(`${heading} (${all.length})`, 0, 'bold', paints[outcome]!);
  for (const { row } of all.slice(0, limits.lines)) showLine(sheet, row);
  andMore(sheet, all.length - limits.lines);
  sheet.line();
}

function showWaived(sheet: Sheet, report: Report): void {
  const waived = findings(report, 'waived');
  if (waived.length === 0) return;
  sheet.text(`Waived (${waived.length})`, 0, 'bold');
  for (const { row } of waived.slice(0, limits.lines)) {
    const { reason = '', owner = '', until = '' } = row.waiver ?? {};
    sheet.text(quote(row.key, 120), 2);
    sheet.text(`until ${quote(until, 40)}, ${quote(owner, 120)}: ${quote(reason, 300)}`, 4);
  }
  andMore(sheet, waived.length - limits.lines);
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
    sheet.text(`${quote(says, 600)} (${quote(code, 60)})`, 2);
    sheet.labelled('fix', quote(cure, 600), 'bold');
  }
  andMore(sheet, report.diagnosis.length - limits.lines);
  sheet.line();
}

function showTodo(sheet: Sheet, report: Report, directory: string | undefined): void {
  if (report.todo.length === 0) return;
  sheet.text(`To do: ${quote(todoIntro(report), 400)}`, 0, 'bold', 'blue');
  for (const { indent, text, says } of todoLines(report.todo.slice(0, limits.todo))) {
    if (says) sheet.marked(quote(text, 300), 2 + indent, '# ', 'dim');
    else sheet.line(`${' '.repeat(2 + indent)}${quote(text, 400)}`);
  }
  andMore(sheet, report.todo.length - limits.todo);
  const [says, command] = initAdds(directory);
  sheet
    .line()
    .text(says, 2)
    .line(`    ${quote(command, 400)}`)
    .line();
}

function showCounts(sheet: Sheet, report: Report): void {
  const { run, suite, spec, target, totals } = report;
  const counts = outcomeOrder
    .filter((outcome) => totals[outcome] > 0)
    .map((outcome) => `${totals[outcome]} ${outcome}`);
  sheet.items(counts.length > 0 ? counts : ['No requirement was judged.'], 'bold');
  const why = reasons(report, 'not-run').slice(0, 4);
  if (why.length > 0)
    sheet.text(`not run: ${why.map(([reason, rows]) => `${quote(reason, 60)} ${rows}`).join(', ')}`, 2, 'dim');
  const sent = Object.entries(run.sent).filter(([, count]) => count > 0);
  if (sent.length > 0) {
    sheet.text(
      `messages sent to people: ${sent.map(([operation, count]) => `${quote(operation, 60)} ${count}`).join(', ')}`,
      2,
    );
  }
  const where = target.embedded ? 'the built-in reference (a demonstration)' : quote(target.url, 200);
  const selection = selectionOf(report);
  sheet.text(
    `${run.profile} · ${target.role} · ${where} · seed ${run.seed}${selection && ` · ${selection} requirements`}`,
    2,
  );
  if (run.nonce !== null) {
    sheet.text(`nonce ${quote(run.nonce, 120)}${run.attempt ? `, attempt ${run.attempt}` : ''}`, 2);
  }
  const suiteVersion = `suite ${quote(suite.version, 30)}, spec ${quote(spec.version, 30)}`;
  const cost = `${thousands(run.requests)} ${run.requests === 1 ? 'request' : 'requests'} in ${duration(run.durationMs)}, peak ${thousands(run.peakMemoryMb)} MB`;
  sheet.text(`${cost} · ${suiteVersion}`, 2);
  if (run.slowedTo !== undefined) sheet.text(slowedDown(run.slowedTo), 2);
  sheet.text(quote(verdictSentence(report), 1200), 0, 'bold', paints[verdictOutcome(report)] ?? 'yellow');
  const signing = signingNote(report);
  if (signing) sheet.text(`${signing} Set signing.privateKey and signing.publicKey to judge them.`, 0, 'yellow');
}

function joinLimited(items: readonly string[], limit: number, separator = ', '): string {
  const shown = items.slice(0, limit).map((item) => quote(item, 120));
  if (items.length > limit) shown.push(`… and ${items.length - limit} more`);
  return shown.join(separator);
}

function andMore(sheet: Sheet, count: number): void {
  if (count > 0) sheet.text(`… and ${count} more in report.html (written with --report-dir)`, 2, 'dim');
}
