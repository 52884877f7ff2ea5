/** `conformance verify`: prints what the verdict of a package is, what it rests on and what was found, and sets the exit code. */
import type { Report } from '../../engine/report.ts';
import { conditions, foundations, placeNote, type Statement } from '../../reporters/certificate.ts';
import { quote } from '../../reporters/escape.ts';
import { Sheet, type TerminalOptions } from '../../reporters/terminal.ts';
import { verdictHeadline, verdictReason } from '../../reporters/verdict.ts';
import type { VerifyOptions } from '../options.ts';
import type { Environment } from '../terminal/environment.ts';
import { print, terminalOptions } from '../terminal/output.ts';
import { type CheckedPackage, checkedPackage } from './check-package.ts';
import type { Finding } from './findings.ts';
import { type Recipient, recipientOf, vouching } from './recipient.ts';

/** Executes the `verify` command. */
export async function verify(directory: string, options: VerifyOptions, env: Environment): Promise<void> {
  const recipient = recipientOf(options);
  const checked = await checkedPackage(directory, recipient);
  process.exitCode = exitCodeOf(checked);
  await print(verifiedText(checked, recipient, terminalOptions(env)));
}

/** 0 if the evidence confirms the report; 2 if the package needs another version of the suite. */
function exitCodeOf({ findings }: CheckedPackage): number {
  if (findings.length === 0) return 0;
  return findings.every(({ code }) => code === 'suite-version' || code === 'row-not-recomputed') ? 2 : 1;
}

/** Findings of one kind that are printed in full. */
const mostOfAKind = 8;

/** What the verdict is, what it rests on, what was checked and found, and the conclusion. */
export function verifiedText(checked: CheckedPackage, recipient: Recipient, options: TerminalOptions): string {
  const { findings, right, notes, shown } = checked;
  const sheet = new Sheet(options);
  showHead(sheet, checked);
  if (shown) {
    sheet.text('What the verdict is', 0, 'bold');
    sheet.hung(quote(`${verdictHeadline(shown)}: ${verdictReason(shown)}`, 1000), 2, 4);
    showStatements(sheet, conditions(shown));
    sheet.text('What it rests on', 0, 'bold');
    showStatements(sheet, foundations(shown));
  }
  sheet.text('What was checked', 0, 'bold');
  for (const says of right) sheet.hung(`✓ ${quote(says, 400)}`, 2, 4, 'green');
  for (const line of findingLines(findings)) sheet.hung(`✗ ${line}`, 2, 4, 'red');
  for (const says of notes) sheet.hung(`· ${quote(says, 400)}`, 2, 4);
  sheet.text(conclusion(findings, shown), 0, 'bold', findings.length === 0 ? 'green' : 'red');
  const vouched = vouching(recipient);
  if (vouched !== null) sheet.text(vouched, 0, 'bold', 'yellow');
  return sheet.toString();
}

/** The run, as recomputed; as the manifest says it where nothing could be recomputed. */
function showHead(sheet: Sheet, { manifest, shown }: CheckedPackage): void {
  const { run, target, attempts } = manifest;
  const place = `${quote(target.url, 200)} (${quote(target.role, 20)})`;
  const claimed = shown ? '' : ', according to its manifest';
  sheet.text(`Package of ${quote(run.startedAt, 30)}: ${place}${shown ? placeNote(shown) : claimed}`, 0, 'bold');
  sheet.text(`run ${quote(run.id, 20)}, seed ${run.seed}`, 2);
  if (run.nonce !== null) sheet.text(`nonce ${quote(run.nonce, 120)}, attempt ${attempts.length}`, 2);
  if (shown) showSubject(sheet, shown);
}

/** Whose system it is and how long the run took: nothing can confirm either. */
function showSubject(sheet: Sheet, { target }: Report): void {
  const named = Object.values(target.subject ?? {}).filter(Boolean);
  if (named.length > 0) sheet.hung(`subject, according to the sender: ${quote(named.join(', '), 400)}`, 2, 4);
}

function showStatements(sheet: Sheet, statements: readonly Statement[]): void {
  for (const { name, lines } of statements) {
    const [first = '', ...rest] = lines;
    sheet.hung(`${name}: ${quote(first, 800)}`, 2, 4);
    for (const line of rest) sheet.hung(quote(line, 400), 4, 6);
  }
}

function findingLines(findings: readonly Finding[]): string[] {
  const kinds = [...new Set(findings.map(({ code }) => code))];
  return kinds.flatMap((kind) => {
    const own = findings.filter(({ code }) => code === kind);
    const lines = own.slice(0, mostOfAKind).map(({ says }) => `${kind}: ${quote(says, 500)}`);
    return own.length > mostOfAKind ? [...lines, `${kind}: and ${own.length - mostOfAKind} more`] : lines;
  });
}

function conclusion(findings: readonly Finding[], shown: CheckedPackage['shown']): string {
  const shows = shown ? `${quote(verdictHeadline(shown), 800)}, exit code ${shown.run.exitCode}` : '';
  if (findings.length === 0) return `Verified: the evidence confirms the report: ${shows}.`;
  const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`;
  return `Not verified: ${count}.${shown ? ` The evidence shows: ${shows}.` : ''}`;
}
