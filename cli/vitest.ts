/** The Vitest entry: each requirement as a test of a user's own Vitest project, with the outcomes of the command line. */
import type { Report, RequirementRow } from '../engine/report.ts';
import { testResult } from '../reporters/findings.ts';
import { verdictSentence } from '../reporters/verdict.ts';
import type { RunChoices } from './config/settings.ts';
import type { Config } from './config/shape.ts';
import { prepareRun } from './run/prepare.ts';

/** The parts of Vitest's API that are used; they are passed in, so that any version from 4 on works. */
export interface VitestApi {
  describe(name: string, body: () => void): unknown;
  test(name: string, body: (context: { skip(note?: string): unknown }) => Promise<void>, timeoutMs?: number): unknown;
}

export interface VitestOptions extends RunChoices {
  /** The config as an object; without it the config file of the working directory is read. */
  readonly config?: Config;
  /** Path of the config file. */
  readonly configFile?: string;
  /** Milliseconds for the whole run, 10 minutes by default. */
  readonly runTimeoutMs?: number;
}

/**
 * Registers one test per requirement and operation. The suite runs once, when the first test starts; a requirement that did
 * not run is skipped with its reason, never passed. Call it at the top level of a test file: `await conformance({ describe, test })`.
 */
export async function conformance({ describe, test }: VitestApi, options: VitestOptions = {}): Promise<void> {
  const { config, configFile, runTimeoutMs = 600_000, ...choices } = options;
  const prepared = await prepareRun({ config, configFile, choices, env: process.env });
  const { judgedRows, runConformance } = await import('./run/run-conformance.ts');
  let report: Promise<Report> | null = null;
  const once = () => {
    report ??= runConformance(prepared.settings, {}).finally(() => prepared.close());
    return report;
  };
  const rows = await judgedRows(prepared.settings);
  for (const operation of new Set(rows.map((row) => row.operation))) {
    describe(operation, () => {
      for (const row of rows.filter((candidate) => candidate.operation === operation)) {
        test(`${row.id} ${row.says}`, async (context) => settle(await once(), row.key, context), runTimeoutMs);
      }
    });
  }
  describe('the run as a whole', () => {
    test('is conformant', async () => refuseIncomplete(await once()), runTimeoutMs);
  });
}

function settle(report: Report, key: string, context: { skip(note?: string): unknown }): void {
  const row = report.requirements.find((candidate) => candidate.key === key);
  if (!row) throw new Error(`${key} has no row in the report: this is a bug in the suite.`);
  const result = testResult(row);
  if (result === 'passed') return;
  if (result !== 'skipped') throw failure(row);
  context.skip(`${row.outcome}: ${row.reason}`);
}

/** An error without a stack trace, because the cause is the target and not a line of the suite. */
function failure(row: RequirementRow): Error {
  const check = row.checks.find(({ outcome }) => outcome === row.outcome);
  const lines = [
    `${row.key} ${row.outcome}: ${row.says}`,
    ...(check
      ? [`  ${check.title}`, `  expected ${check.expected}`, `  received ${check.received}`, `  ${check.replay}`]
      : []),
  ];
  const error = new Error(lines.join('\n'));
  error.stack = error.message;
  return error;
}

function refuseIncomplete(report: Report): void {
  if (report.run.exitCode === 0) return;
  const says = report.diagnosis.map((diagnosis) => `${diagnosis.says} ${diagnosis.cure}`).join('\n');
  throw new Error(`${verdictSentence(report)} ${says}`.trim());
}
