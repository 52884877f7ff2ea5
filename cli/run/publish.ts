/** Outputs a report: to stdout, to the report directory, and to GitHub Actions. */
import { appendFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Report } from '../../engine/report.ts';
import { manifestFile, reporterNames } from '../../reporters/names.ts';
import type { Reporter } from '../../reporters/reporter.ts';
import { knownName } from '../terminal/did-you-mean.ts';
import type { Environment } from '../terminal/environment.ts';
import { print, printError, terminalOptions } from '../terminal/output.ts';
import { writeWhole } from './report-dir.ts';

/** Destinations of a report. */
export interface Publication {
  /** Names of the reporters that are printed. */
  readonly printed: readonly string[];
  /** Absolute path of the report directory; null where no files are written. */
  readonly directory: string | null;
  readonly env: Environment;
}

type Reporters = Readonly<
  Record<string, { readonly file: string | null; readonly render: Reporter; readonly packaged?: true }>
>;

async function allReporters(): Promise<Reporters> {
  return (await import('../../reporters/index.ts')).reporters;
}

/** Checks the names of reporters before a run. */
export function reportersNamed(names: readonly string[]): string[] {
  return names.map((name) => knownName('reporter', 'Reporters', name, reporterNames));
}

/** Writes the files first, so that a closed pipe does not lose the report; prints it too where they cannot be written, and throws then. */
export async function publish(report: Report, { printed, directory, env }: Publication): Promise<void> {
  const lost = directory === null ? null : await writeFiles(report, directory).catch((error: unknown) => error);
  if (env.GITHUB_ACTIONS === 'true') await writeGitHubOutput(report, printed, env);
  for (const name of printed) await print(await renderFor(report, name, { printed, directory, env }));
  if (lost) throw lost;
  if (directory !== null) printError(`Report written to ${directory}`);
}

/** The texts of all report files, by name; those for other tools go into a certification package alone, so that an ordinary report stays small. */
export async function renderFiles(report: Report): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { file, render, packaged } of Object.values(await allReporters())) {
    if (file !== null && (!packaged || report.restsOn)) files[file] = render(report);
  }
  return files;
}

/** Writes all files of a report; the manifest is last, because it contains the digests of the others. */
async function writeFiles(report: Report, directory: string): Promise<void> {
  const { manifest } = await import('../../reporters/index.ts');
  const files = await renderFiles(report);
  files[manifestFile] = manifest(files);
  for (const [name, text] of Object.entries(files)) await writeWhole(join(directory, name), text);
}

async function renderFor(report: Report, name: string, { directory, env }: Publication): Promise<string> {
  if (name !== 'console') return (await allReporters())[name]!.render(report);
  const { consoleReport } = await import('../../reporters/console.ts');
  const written = directory === null ? {} : { directory: relative(process.cwd(), directory) || '.' };
  return consoleReport(report, { ...terminalOptions(env), ...written });
}

/** Writes annotations to stderr, and the job summary. */
async function writeGitHubOutput(report: Report, printed: readonly string[], env: Environment): Promise<void> {
  const { github, 'github-summary': summary } = await allReporters();
  // GitHub reads commands on both streams; stdout stays free for the chosen reporter.
  if (github !== undefined && !printed.includes('github')) process.stderr.write(github.render(report));
  if (summary !== undefined && env.GITHUB_STEP_SUMMARY) {
    await appendFile(env.GITHUB_STEP_SUMMARY, summary.render(report));
  }
}
