/** summary.md: the report in a page of Markdown, for a pull request, a job summary or a chat. */
import type { Report, ReportExchange } from '../engine/report.ts';
import { conditions, foundations, type Statement } from './certificate.ts';
import { counterparty, readingToCheck } from './counterparty.ts';
import { cut, markdown, markdownBlock, markdownCode, oneLine, thousands } from './escape.ts';
import { answerLines, curlOf, decisiveExchange, sentLines } from './evidence.ts';
import { factLines } from './facts.ts';
import {
  compact,
  duration,
  type Finding,
  findings,
  harmWords,
  headline,
  judgedCounts,
  outcomeOrder,
  plural,
  reasons,
  slowedDown,
} from './findings.ts';
import { partnerFacts } from './partner-facts.ts';
import { proofWords } from './proof-lines.ts';
import type { Reporter } from './reporter.ts';
import { strengthWords } from './strength-lines.ts';
import { todoIntro, todoLines } from './todo-lines.ts';
import {
  addressOf,
  ownSpecs,
  rehearsal,
  runKind,
  selectionOf,
  signatureShare,
  signingNote,
  verdictHeadline,
  verdictReason,
} from './verdict.ts';

/** How many of each are shown; the rest is in report.html. */
const limits = { findings: 20, brief: 30, consequences: 8, todo: 10, stated: 60 };

/** A report as Markdown. */
export const summary: Reporter = (report) => {
  const blocks = [
    `# ${text(verdictHeadline(report), 800)}: ${subject(report)}`,
    `${text(verdictReason(report), 800)} Exit code ${report.run.exitCode}.`,
    signingNote(report) ?? '',
    [rehearsal, signatureShare(report)].filter(Boolean).join(' '),
    report.run.profile === 'certify' && report.strength ? text(strengthWords(report.strength), 800) : '',
    report.proof ? text(proofWords(report.proof), 800) : '',
    ...diagnosis(report),
    atOnce(report),
    notJudged(report),
    ...failures(report),
    ...brief(report),
    ...todo(report),
    ...silences(report),
    ...stated(report),
    '## Counts',
    counts(report),
    ...certificate(report),
    ...facts(report),
    ...otherParty(report),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
};

/** A line for each root finding, worst first. */
function atOnce(report: Report): string {
  const all = [...findings(report, 'failed'), ...findings(report, 'harness-error')];
  const lines = all
    .slice(0, limits.findings)
    .map(
      (finding) => `- ${code(finding.row.key, 120)} ${harmWords[finding.row.harm]}: ${code(headline(finding), 2000)}`,
    );
  return [lines.join('\n'), andMore(all.length - limits.findings)].filter(Boolean).join('\n\n');
}

/** What was not judged, in a line. */
function notJudged(report: Report): string {
  const { judged, judgeable } = judgedCounts(report);
  if (judgeable === judged) return '';
  const why = reasons(report, 'not-run').map(([reason, rows]) => `${code(reason, 60)} ${rows}`);
  return `${judgeable - judged} of ${judgeable} requirements not judged${why.length > 0 ? `: ${why.join(', ')}` : ''}.`;
}

/** What the verdict of a certification is, and what it rests on. */
function certificate(report: Report): string[] {
  if (!report.restsOn) return [];
  const list = (statements: readonly Statement[]) =>
    statements.map(({ name, lines }) => `- ${name}: ${lines.map((line) => text(line, 800)).join('; ')}`).join('\n');
  return ['## What the verdict is', list(conditions(report)), '## What it rests on', list(foundations(report))];
}

function subject(report: Report): string {
  const { embedded, subject } = report.target;
  const product = [subject?.product, subject?.version].filter(Boolean).join(' ');
  const address = embedded ? 'the built-in reference (a demonstration)' : code(addressOf(report), 200);
  return product ? `${text(product, 200)} at ${address}` : address;
}

function counts(report: Report): string {
  const operations = [...new Set(report.requirements.map((row) => row.operation))];
  const shown = outcomeOrder.filter((outcome) => report.totals[outcome] > 0);
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['API', ...shown]),
    line(['---', ...shown.map(() => '---:')]),
    ...operations.map((operation) => {
      const rows = report.requirements.filter((row) => row.operation === operation);
      return line([
        markdown(cut(operation, 120)),
        ...shown.map((outcome) => rows.filter((row) => row.outcome === outcome).length || ''),
      ]);
    }),
    line(['**all**', ...shown.map((outcome) => `**${report.totals[outcome]}**`)]),
  ].join('\n');
}

function diagnosis(report: Report): string[] {
  if (report.diagnosis.length === 0) return [];
  const items = report.diagnosis.map(
    ({ code: word, says, cure }) =>
      `- ${markdown(cut(says, 600))} (${code(word, 60)})\n  **Fix:** ${markdown(cut(cure, 600))}`,
  );
  return ['## Diagnosis', items.join('\n')];
}

function failures(report: Report): string[] {
  const all = [...findings(report, 'failed'), ...findings(report, 'harness-error')];
  if (all.length === 0) return [];
  const shown = all.slice(0, limits.findings).flatMap((finding) => failure(report, finding));
  return ['## Root findings', ...shown, andMore(all.length - limits.findings)];
}

function failure(report: Report, finding: Finding): string[] {
  const { row, check, consequences } = finding;
  const exchange = decisiveExchange(report, check);
  const lines: string[] = [];
  const tell = (label: string, text: string) => text && lines.push(`- ${label}: ${text}`);
  if (check) {
    tell('field', code(check.field, 200));
    if (!exchange) tell('body', code(compact(check.counterexample), 600));
  }
  tell('reason', check?.reason ? '' : code(row.reason, 200));
  tell('source', [code(row.source.page, 300), text(row.source.words, 400)].filter(Boolean).join(': '));
  tell('ambiguity', row.ambiguity === null ? '' : markdown(cut(row.ambiguity, 40)));
  if (consequences.length > 0) {
    const keys = consequences.slice(0, limits.consequences).map((one) => code(one.key, 120));
    if (consequences.length > limits.consequences) keys.push(`… and ${consequences.length - limits.consequences} more`);
    tell(plural(consequences.length, 'consequence'), keys.join(', '));
  }
  return [
    `### ${row.outcome === 'failed' ? '✗' : '‼'} ${code(row.key, 120)} (${row.level}, ${row.basis}): ${harmWords[row.harm]}`,
    row.says.trim() && `**${markdown(cut(row.says.trim(), 600))}**`,
    check ? text(headline(finding), 2000) : '',
    ...(exchange ? evidence(report, exchange) : []),
    lines.join('\n'),
    check?.replay ? markdownBlock(oneLine(cut(check.replay, 1000)), 'sh') : '',
  ];
}

/** What was sent, what came back, and how to send it again. */
function evidence(report: Report, exchange: ReportExchange): string[] {
  const lines = [...sentLines(exchange), '', ...answerLines(exchange)];
  const curl = curlOf(report, exchange);
  return [markdownBlock(lines.join('\n'), 'http'), curl && markdownBlock(curl, 'sh')];
}

function otherParty(report: Report): string[] {
  const other = counterparty(report);
  if (!other) return [];
  const shown = other.findings
    .slice(0, limits.findings)
    .flatMap((finding) => [...failure(report, finding), `${text(readingToCheck(finding), 400)}`]);
  return [
    `## ${text(other.heading, 80)}`,
    `${text(other.note, 300)} ${text(other.counts, 200)}.`,
    ...shown,
    andMore(other.findings.length - limits.findings),
  ];
}

function brief(report: Report): string[] {
  const all = (['inconclusive', 'warned', 'waived'] as const).flatMap((outcome) => findings(report, outcome));
  if (all.length === 0) return [];
  const lines = all
    .slice(0, limits.brief)
    .map((finding) => `- ${finding.row.outcome} ${code(finding.row.key, 120)}: ${briefly(finding)}`);
  return ['## Inconclusive, warned, waived', lines.join('\n'), andMore(all.length - limits.brief)];
}

function briefly(finding: Finding): string {
  const { row } = finding;
  if (row.outcome === 'waived' && row.waiver) {
    return `until ${code(row.waiver.until, 40)}, ${code(row.waiver.owner, 120)}: ${markdown(cut(row.waiver.reason, 300))}`;
  }
  return code(headline(finding), 2000);
}

function todo(report: Report): string[] {
  if (report.todo.length === 0) return [];
  const lines = todoLines(report.todo.slice(0, limits.todo)).map(
    ({ indent, text, says }) => `${' '.repeat(indent)}${says ? '# ' : ''}${oneLine(cut(text, 400))}`,
  );
  return [
    '## To do',
    markdown(todoIntro(report)),
    markdownBlock(cut(lines.join('\n'), 8000), 'yaml'),
    andMore(report.todo.length - limits.todo),
  ];
}

/** What the target does where the documents are silent. */
function silences(report: Report): string[] {
  const lines = factLines(report);
  if (lines.length === 0) return [];
  return ['## Facts where the documents are silent', lines.map((text) => `- ${markdown(text)}`).join('\n')];
}

/** What the partner's overlays state, apart from what public pages say. */
function stated(report: Report): string[] {
  const overlays = partnerFacts(report);
  if (overlays.length === 0) return [];
  const lines = overlays.flatMap(({ file, digest, counts, rows, replaces }) => [
    `- ${code(file, 400)}: ${markdown(counts)}; SHA-256 ${code(digest, 100)}`,
    ...replaces.map((one) => `  - replaced: ${text(one, 1000)}`),
    ...rows
      .slice(0, limits.stated)
      .map((row) => `  - ${row.outcome}: ${code(row.key, 200)} ${text(row.says, 600)} ${text(row.source.page, 300)}`),
    ...(rows.length > limits.stated ? [`  - and ${rows.length - limits.stated} more in report.html`] : []),
  ]);
  return ['## Facts of a partner', lines.join('\n')];
}

function facts(report: Report): string[] {
  const { run, suite, spec, target } = report;
  const { profile, seed } = runKind(report);
  const sent = Object.entries(run.sent).filter(([, count]) => count > 0);
  const messages = sent.map(([operation, count]) => `${markdown(cut(operation, 80))} ${count}`).join(', ') || 'none';
  const parts = [
    `role ${target.role}`,
    `profile ${profile}${run.strict ? ', strict' : ''}${selectionOf(report) && `, ${selectionOf(report)} requirements`}`,
    ...(seed === null ? [] : [`seed ${seed}`]),
    ...(report.traffic ? [] : [`signing ${run.signing}`, `messages sent to people: ${messages}`]),
    `${thousands(run.requests)} ${run.requests === 1 ? 'request' : 'requests'} in ${duration(run.durationMs)}, peak ${thousands(run.peakMemoryMb)} MB`,
    ...(run.slowedTo === undefined ? [] : [slowedDown(run.slowedTo)]),
    `suite ${code(suite.version, 40)}, specification ${code(spec.version, 40)}`,
    ...ownSpecs(report).map((own) => `own spec ${code(own, 400)}`),
    `run ${code(run.id, 80)}, started ${code(run.startedAt, 40)}`,
  ];
  return ['## Run', parts.map((part) => `- ${part}`).join('\n')];
}

function text(foreign: string, limit: number): string {
  return markdown(cut(foreign, limit));
}

function code(text: string, limit: number): string {
  return text === '' ? '' : markdownCode(cut(text, limit));
}

function andMore(count: number): string {
  return count > 0 ? `… and ${count} more in report.html.` : '';
}
