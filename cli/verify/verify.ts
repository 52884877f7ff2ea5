/** `conformance verify`: prints what was found in a package, and sets the exit code. */
import { quote } from '../../reporters/escape.ts';
import { Sheet, type TerminalOptions } from '../../reporters/terminal.ts';
import { publicKeyAt } from '../certify/envelope.ts';
import type { VerifyOptions } from '../options.ts';
import type { Environment } from '../terminal/environment.ts';
import { print, terminalOptions } from '../terminal/output.ts';
import { type CheckedPackage, checkedPackage } from './check-package.ts';
import type { Finding } from './findings.ts';

/** Executes the `verify` command. */
export async function verify(directory: string, options: VerifyOptions, env: Environment): Promise<void> {
  const signer = options.publicKey === undefined ? null : publicKeyAt(options.publicKey);
  const checked = await checkedPackage(directory, signer, options.nonce ?? null);
  process.exitCode = exitCodeOf(checked);
  await print(verifiedText(checked, terminalOptions(env)));
}

/** 0 if the evidence confirms the report; 2 if the package needs another version of the suite. */
function exitCodeOf({ findings }: CheckedPackage): number {
  if (findings.length === 0) return 0;
  return findings.every(({ code }) => code === 'suite-version') ? 2 : 1;
}

/** Findings of one kind that are printed in full. */
const mostOfAKind = 8;

/** What was checked, what was found, and the conclusion. */
export function verifiedText(checked: CheckedPackage, options: TerminalOptions): string {
  const { manifest, findings, right, notes, shown } = checked;
  const { run, target, attempts } = manifest;
  const sheet = new Sheet(options);
  sheet.text(
    `Package of ${quote(run.startedAt, 30)}: ${quote(target.url, 200)} (${quote(target.role, 20)})`,
    0,
    'bold',
  );
  sheet.text(`run ${quote(run.id, 20)}, seed ${run.seed}`, 2);
  if (run.nonce !== null) sheet.text(`nonce ${quote(run.nonce, 120)}, attempt ${attempts.length}`, 2);
  for (const says of right) sheet.hung(`✓ ${quote(says, 400)}`, 2, 4, 'green');
  for (const line of findingLines(findings)) sheet.hung(`✗ ${line}`, 2, 4, 'red');
  for (const says of notes) sheet.hung(`· ${quote(says, 400)}`, 2, 4);
  sheet.text(conclusion(findings, shown), 0, 'bold', findings.length === 0 ? 'green' : 'red');
  return sheet.toString();
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
  const shows = shown ? `${shown.verdict}, exit code ${shown.run.exitCode}` : '';
  if (findings.length === 0) return `Verified: the evidence confirms the report: ${shows}.`;
  const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`;
  return `Not verified: ${count}.${shown ? ` The evidence shows: ${shows}.` : ''}`;
}
