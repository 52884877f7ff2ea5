/** The suite as a library: `import { run } from 'alipayplus-conformance'`. */

import type { RunHooks } from '../engine/hooks.ts';
import type { Report } from '../engine/report.ts';
import type { RunChoices } from './config/settings.ts';
import type { Config } from './config/shape.ts';
import { prepareRun } from './run/prepare.ts';

export type { RunHooks } from '../engine/hooks.ts';
export type {
  CheckResult,
  Diagnosis,
  Outcome,
  Profile,
  Report,
  ReportExchange,
  RequirementRow,
  Role,
  Todo,
  Verdict,
} from '../engine/report.ts';
export type { RunChoices } from './config/settings.ts';
export type { Config } from './config/shape.ts';
export { UsageError } from './terminal/usage-error.ts';

/** Options of `run` besides the config. */
export interface RunOptions extends RunChoices, RunHooks {
  /** Base of relative paths in the config; the working directory by default. */
  readonly directory?: string;
}

/**
 * Tests the target of a config, given as in conformance.config.yaml; without a target the built-in reference.
 * Throws a UsageError for an invalid config; everything that the target does is in the report.
 */
export async function run(config: Config = {}, options: RunOptions = {}): Promise<Report> {
  const { directory, onExchange, onCheck, onProgress, onRest, signal, ...choices } = options;
  const prepared = await prepareRun({ config, choices, directory });
  try {
    const { runConformance } = await import('./run/run-conformance.ts');
    return await runConformance(prepared.settings, { onExchange, onCheck, onProgress, onRest, signal });
  } finally {
    await prepared.close();
  }
}
