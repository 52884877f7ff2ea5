/** The ledger of certification attempts: a file beside the packages with one line per start and one per end. */
import { appendFile, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reading } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Name of the ledger, in the directory that holds the packages. */
export const ledgerFile = 'conformance-attempts.ndjson';

/** One attempt in a manifest. */
export interface Attempt {
  readonly attempt: number;
  readonly runId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Null for an attempt without a recorded end. */
  readonly verdict: string | null;
}

interface LedgerLine {
  readonly nonce: string;
  readonly runId: string;
  readonly startedAt?: string;
  readonly verdict?: string;
}

/** The ledger beside a package. */
export function ledgerBeside(packageDirectory: string): string {
  return join(dirname(packageDirectory), ledgerFile);
}

/** The attempts with a nonce, in order of their start. */
export async function attemptsWith(ledger: string, nonce: string): Promise<Attempt[]> {
  const lines = (await linesOf(ledger)).filter((line) => line.nonce === nonce);
  return lines
    .filter((line) => line.startedAt !== undefined)
    .map(({ runId, startedAt }, i) => ({
      attempt: i + 1,
      runId,
      startedAt: startedAt!,
      verdict: lines.find((line) => line.runId === runId && line.verdict !== undefined)?.verdict ?? null,
    }));
}

/** Records the start of an attempt before anything is sent, so that an aborted one counts too. */
export async function noteBegin(ledger: string, nonce: string, runId: string, startedAt: Date): Promise<void> {
  await noted(ledger, { nonce, runId, startedAt: startedAt.toISOString() });
}

/** Records the end of an attempt. */
export async function noteEnd(ledger: string, nonce: string, runId: string, verdict: string): Promise<void> {
  await noted(ledger, { nonce, runId, verdict });
}

async function noted(ledger: string, line: LedgerLine): Promise<void> {
  try {
    await appendFile(ledger, `${JSON.stringify(line)}\n`);
  } catch (error) {
    throw unusable(ledger, `cannot be written: ${reading(error)}`);
  }
}

async function linesOf(ledger: string): Promise<LedgerLine[]> {
  let text: string;
  try {
    text = await readFile(ledger, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw unusable(ledger, `cannot be read: ${reading(error)}`);
  }
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LedgerLine);
  } catch {
    throw unusable(ledger, 'has a line that is not JSON');
  }
}

function unusable(ledger: string, says: string): UsageError {
  return new UsageError(
    `The ledger of attempts ${ledger} ${says}`,
    'Restore it, or write the package to another directory.',
  );
}
