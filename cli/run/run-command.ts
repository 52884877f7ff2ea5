/** `conformance run`: runs the suite with a progress line, outputs the report and sets the exit code. */

import type { RunHooks } from '../../engine/hooks.ts';
import type { Report } from '../../engine/report.ts';
import type { RunIdentity } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { shortKeyWarnings } from '../config/key-text.ts';
import type { RunOptions } from '../options.ts';
import { uncheckedCertificates } from '../terminal/environment.ts';
import { print, printError } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { interruptSignal } from './interrupt.ts';
import { prepareRun } from './prepare.ts';
import { progressView } from './progress.ts';
import { publish, reportersNamed } from './publish.ts';
import { prepareReportDir, removeOldReport } from './report-dir.ts';
import { holdingReportDirs } from './report-lock.ts';
import { requestOf } from './run-options.ts';

/** Executes the `run` command. */
export async function runCommand(options: RunOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const printed = reportersNamed(options.reporter ?? ['console']);
  const directory = options.reportDir === undefined ? null : await prepareReportDir(options.reportDir);
  // A dry run writes nothing.
  await holdingReportDirs([options.dryRun === true ? null : directory], () =>
    runInto(directory, printed, options, env),
  );
}

async function runInto(
  directory: string | null,
  printed: readonly string[],
  options: RunOptions,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const evidenceIn = options.fullEvidence === true ? evidenceDirectory(directory) : null;
  printOverriddenOptions(options, env);
  // Loaded in parallel with the key generation of the built-in reference; an error shows where the module is used.
  import('./run-conformance.ts').catch(() => {});
  const prepared = await requestOf(options, env)
    .then(prepareRun)
    // Not before: --only-failed reads what the last run failed.
    .finally(() => directory !== null && options.dryRun !== true && removeOldReport(directory));
  try {
    for (const warning of [...shortKeyWarnings(prepared.settings), ...uncheckedCertificates(env)]) printError(warning);
    if (options.dryRun === true) return await printPlan(prepared.settings);
    const { report, evidenceFault } = await runWithProgress(prepared.settings, env, evidenceIn);
    process.exitCode = report.run.interrupted ? 130 : report.run.exitCode;
    await publish(namingConfig(report, prepared.configPath), { printed, directory, env });
    if (evidenceFault) throw evidenceFault;
  } finally {
    await prepared.close();
  }
}

/** The to-do list says in which file its lines go. */
function namingConfig(report: Report, configFile: string | null): Report {
  return configFile === null ? report : { ...report, run: { ...report.run, configFile } };
}

/** The environment overrides options; a note says so, because this may be unexpected. */
function printOverriddenOptions(options: RunOptions, env: NodeJS.ProcessEnv): void {
  const pairs = [
    ['CONFORMANCE_TARGET', '--target', options.target],
    ['CONFORMANCE_CONFIG', '--config', options.config],
  ] as const;
  for (const [variable, option, value] of pairs) {
    if (value !== undefined && env[variable] && env[variable] !== value) printError(`${variable} overrides ${option}.`);
  }
}

function evidenceDirectory(directory: string | null): string {
  if (directory !== null) return directory;
  throw new UsageError('--full-evidence needs a report directory', 'Add --report-dir DIR.');
}

/** The report of a run, and the write error of its full evidence, if there was one. */
export interface RunResult {
  readonly report: Report;
  readonly evidenceFault: UsageError | null;
}

/** Runs the suite with a progress line and Ctrl-C handling; writes full evidence to a directory where one is given. */
export async function runWithProgress(
  settings: RunSettings,
  env: NodeJS.ProcessEnv,
  evidenceIn: string | null,
  identity?: RunIdentity,
): Promise<RunResult> {
  const { newIdentity, runConformance } = await import('./run-conformance.ts');
  const run = identity ?? newIdentity();
  const evidence =
    evidenceIn === null ? null : (await import('./evidence-file.ts')).openEvidence(evidenceIn, settings, run);
  const progress = progressView(process.stderr, env.TERM === 'dumb');
  const timer = setInterval(() => progress.tick(), progress.tickMs).unref();
  const interrupt = interruptSignal();
  try {
    const hooks: RunHooks = {
      signal: interrupt.signal,
      onProgress: (made) => progress.show(made),
      onRest: (rest) => progress.rest(rest),
      onExchange: evidence?.add,
      onRequest: evidence?.addRequest,
      onEnd: evidence?.end,
    };
    const report = await runConformance(settings, hooks, run);
    return { report, evidenceFault: evidence?.close() ?? null };
  } finally {
    clearInterval(timer);
    progress.clear();
    interrupt.release();
    evidence?.close();
  }
}

async function printPlan(settings: RunSettings): Promise<void> {
  const { dryRun, planText } = await import('./dry-run.ts');
  await print(planText(await dryRun(settings), settings.target));
}
