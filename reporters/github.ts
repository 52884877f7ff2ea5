/** GitHub Actions: annotations as workflow commands on standard output, and the job summary. */
import type { Report, RequirementRow } from '../engine/report.ts';
import { counterparty, readingToCheck } from './counterparty.ts';
import { cut, oneLine } from './escape.ts';
import { type Finding, findings, gates, harmWords, headline, outcomeOrder, plural } from './findings.ts';
import type { Reporter } from './reporter.ts';
import { summary } from './summary.ts';
import { embeddedNote, signingNote, verdictHeadline, verdictReason } from './verdict.ts';

/** GitHub shows at most ten errors, ten warnings and ten notices of a step. */
const maxPerKind = 10;
/** A job summary may have 1 MiB. */
const longestSummary = 900_000;

/** One workflow command per finding: a notice with the verdict, errors, warnings, and a notice for each waiver in use. */
export const githubAnnotations: Reporter = (report) => {
  const errors = [
    ...report.diagnosis.map(({ code, says, cure }) => command('error', code, `${says}\nFix: ${cure}`)),
    ...[...findings(report, 'failed'), ...findings(report, 'harness-error')].map((finding) =>
      findingCommand('error', finding),
    ),
  ];
  const unclear = findings(report, 'inconclusive').filter(({ row }) => gates(row));
  const warnings = [...unclear, ...findings(report, 'warned')].map((finding) => findingCommand('warning', finding));
  const waived = findings(report, 'waived').map(({ row }) => waiverNotice(row));
  const lines = [
    notice(report),
    ...capped('error', errors, maxPerKind),
    ...capped('warning', warnings, maxPerKind),
    ...capped('notice', [...otherParty(report), ...waived], maxPerKind - 1),
  ];
  return `${lines.join('\n')}\n`;
};

/** What goes into the file that GITHUB_STEP_SUMMARY names. */
export const githubJobSummary: Reporter = (report) => cut(summary(report), longestSummary);

/** What the other party of traffic breaks: notices, since it fails nobody's build. */
function otherParty(report: Report): string[] {
  const other = counterparty(report);
  if (!other) return [];
  return other.findings.map((finding) => {
    const { row, check } = finding;
    const seen = check ? `expected ${cut(check.expected, 300)}, received ${cut(check.received, 300)}` : row.reason;
    const says = [row.says, seen, readingToCheck(finding)].map((line) => cut(line, 600)).join('\n');
    return command('notice', `${other.heading}: ${row.outcome} ${row.key}`, says);
  });
}

function notice(report: Report): string {
  const counts = outcomeOrder
    .filter((outcome) => report.totals[outcome] > 0)
    .map((one) => `${report.totals[one]} ${one}`);
  const says = [embeddedNote(report), cut(verdictReason(report), 600), counts.join(', '), signingNote(report) ?? '']
    .filter(Boolean)
    .join('\n');
  const subject = report.target.embedded ? ' of the built-in reference' : '';
  return command('notice', `Alipay+ conformance${subject}: ${verdictHeadline(report)}`, says);
}

function findingCommand(kind: 'error' | 'warning', finding: Finding): string {
  const { row, check, consequences } = finding;
  const lines = [row.says];
  if (check) {
    lines.push(headline(finding));
    if (check.field) lines.push(`field: ${check.field}`);
    if (check.replay) lines.push(`replay: ${check.replay}`);
  } else if (row.reason) lines.push(row.reason);
  if (consequences.length > 0) lines.push(`and ${plural(consequences.length, 'consequence')}`);
  return command(
    kind,
    `${row.outcome}: ${row.key} (${row.level}, ${row.basis})${kind === 'error' ? `: ${harmWords[row.harm]}` : ''}`,
    lines.map((line) => cut(line, 1200)).join('\n'),
  );
}

function waiverNotice({ key, level, basis, says, waiver }: RequirementRow): string {
  const { until = '', owner = '', reason = '' } = waiver ?? {};
  const lines = [says, `until ${cut(until, 40)}, ${cut(owner, 120)}: ${cut(reason, 300)}`];
  return command('notice', `waived: ${key} (${level}, ${basis})`, lines.map((line) => cut(line, 600)).join('\n'));
}

function capped(kind: 'error' | 'warning' | 'notice', commands: string[], limit: number): string[] {
  if (commands.length <= limit) return commands;
  const more = `… and ${commands.length - limit + 1} more; see the job summary.`;
  return [...commands.slice(0, limit - 1), command(kind, 'More findings', more)];
}

/** A workflow command: only our own line breaks are line breaks, and foreign text cannot end or begin a command. */
function command(kind: 'error' | 'warning' | 'notice', title: string, says: string): string {
  const property = data(oneLine(cut(title, 200)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
  const message = says.split('\n').map(oneLine).join('\n');
  return `::${kind} title=${property}::${data(message)}`;
}

function data(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/##(?=[a-z]*\[)/gi, '#%23');
}
