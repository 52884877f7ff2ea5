/** Judges, shows progress, prints and writes the report, and sets the exit code. */
import type { Report } from '../engine/report.ts';
import type { RunSettings } from '../engine/settings.ts';
import { interruptSignal } from './interrupt.ts';
import { say, tell } from './output.ts';
import { prepareRun } from './prepare.ts';
import { progressLine } from './progress.ts';
import { publish, reportersNamed } from './publish.ts';
import { prepareReportDir } from './report-dir.ts';
import { type RunOptions, requestOf } from './run-options.ts';

/** Does what the options of a run ask for. */
export async function judge(options: RunOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const printed = await reportersNamed(options.reporter ?? ['console']);
  const directory = options.reportDir === undefined ? null : await prepareReportDir(options.reportDir);
  tellOverridden(options, env);
  // Loads while the embedded reference makes its keys; whether it could be loaded is told where it is used.
  import('./judge.ts').catch(() => {});
  const prepared = await prepareRun(await requestOf(options, env));
  try {
    if (options.dryRun === true) return await printPlan(prepared.settings);
    const report = await observed(prepared.settings, env);
    process.exitCode = report.run.interrupted ? 130 : report.run.exitCode;
    await publish(report, { printed, directory, env });
  } finally {
    await prepared.close();
  }
}

/** The environment wins over an option, by contract; that it does so is said, since it surprises. */
function tellOverridden(options: RunOptions, env: NodeJS.ProcessEnv): void {
  const pairs = [
    ['CONFORMANCE_TARGET', '--target', options.target],
    ['CONFORMANCE_CONFIG', '--config', options.config],
  ] as const;
  for (const [variable, option, value] of pairs) {
    if (value !== undefined && env[variable] && env[variable] !== value) tell(`${variable} overrides ${option}.`);
  }
}

async function observed(settings: RunSettings, env: NodeJS.ProcessEnv): Promise<Report> {
  const { runConformance } = await import('./judge.ts');
  const line = progressLine(process.stderr, env.TERM === 'dumb');
  const interrupt = interruptSignal();
  try {
    return await runConformance(settings, { signal: interrupt.signal, onProgress: line.show });
  } finally {
    line.clear();
    interrupt.release();
  }
}

async function printPlan(settings: RunSettings): Promise<void> {
  const [{ planRun }, { planText }] = await Promise.all([import('./judge.ts'), import('./plan.ts')]);
  await say(planText(await planRun(settings), settings.target));
}
