/** Finds the recorded exchange to send again. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Evidence,
  EvidenceError,
  type EvidenceHead,
  evidenceFile,
  readEvidence,
} from '../../engine/record/evidence.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { reading } from '../config/find.ts';
import { reportAt } from '../run/report-at.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** An exchange and the head of its run. */
export interface RecordedExchange {
  readonly head: EvidenceHead;
  readonly exchange: Exchange;
}

/** Finds an exchange by file or directory and id, or by id with `--report-dir`. */
export async function recordedExchange(
  named: string,
  id: string | undefined,
  reportDir: string | undefined,
): Promise<RecordedExchange> {
  const isId = /^[xt][0-9a-z]+$/i.test(named) && id === undefined && !existsSync(named);
  if (isId && reportDir === undefined) {
    throw new UsageError(
      `${named} is an id, but no report is given`,
      `Add --report-dir DIR, or write: npx conformance replay DIR ${named}`,
    );
  }
  const path = isId ? reportDir! : named;
  const { head, exchanges } = await evidenceAt(path);
  if (head.target.role === 'mpp-client') {
    throw new UsageError('These are requests of a caller, which only the caller can send again', 'Call its trigger.');
  }
  return { head, exchange: chosen(exchanges, isId ? named : id, path) };
}

function chosen(exchanges: readonly Exchange[], id: string | undefined, path: string): Exchange {
  if (id === undefined) {
    if (exchanges.length === 1) return exchanges[0]!;
    throw new UsageError(
      `${path} contains ${exchanges.length} exchanges, and no id is given`,
      `Write: npx conformance replay ${path} ${exchanges[0]?.id ?? 'ID'}`,
    );
  }
  const found = exchanges.find((exchange) => exchange.id === id);
  if (found) return found;
  throw new UsageError(`There is no exchange ${id} in ${path}`, contents(exchanges));
}

function contents(exchanges: readonly Exchange[]): string {
  const [first] = exchanges;
  if (first === undefined) return 'It contains no exchange.';
  return exchanges.length === 1
    ? `It contains only ${first.id}.`
    : `It contains ${exchanges.length} exchanges, such as ${first.id}.`;
}

/** Full evidence by the path of its file or its report directory. */
async function evidenceAt(path: string): Promise<Evidence> {
  try {
    const isDirectory = (await stat(path)).isDirectory();
    if (!isDirectory) return readEvidence(await readFile(path, 'utf8'));
    const evidence = readEvidence(await readFile(join(path, evidenceFile), 'utf8'));
    await refuseOtherRun(path, evidence.head);
    return evidence;
  } catch (error) {
    throw unusable(path, error);
  }
}

/** A reused directory may contain the evidence of an earlier run, whose ids belong to other requests. */
async function refuseOtherRun(directory: string, head: EvidenceHead): Promise<void> {
  if (!existsSync(join(directory, 'report.json'))) return;
  const { run } = await reportAt(directory);
  if (run.id === head.run.id) return;
  throw new UsageError(
    `${evidenceFile} in ${directory} belongs to another run than report.json`,
    'Run again with --full-evidence.',
  );
}

function unusable(path: string, error: unknown): unknown {
  if (error instanceof EvidenceError) {
    return new UsageError(`${path} cannot be replayed: ${error.message}`, `Give the path of a ${evidenceFile}.`);
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined || error instanceof UsageError) return error;
  if (code === 'ENOENT' && existsSync(path)) {
    return new UsageError(
      `${path} contains no ${evidenceFile}, and report.json is redacted`,
      'Run again with --report-dir DIR --full-evidence.',
    );
  }
  return new UsageError(
    `${path} cannot be read: ${reading(error)}`,
    `Give the path of a ${evidenceFile} or of its directory.`,
  );
}
