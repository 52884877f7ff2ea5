/** The reporters by name: what each writes, and into which file. */
import { consoleReport } from './console.ts';
import { csv } from './csv.ts';
import { ctrf } from './ctrf.ts';
import { githubAnnotations, githubJobSummary } from './github.ts';
import { har } from './har.ts';
import { html } from './html.tsx';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { type ReporterName, type ReportFile, reportFiles } from './names.ts';
import type { Reporter } from './reporter.ts';
import { summary } from './summary.ts';

export { consoleReport, type TerminalOptions } from './console.ts';
export { type ManifestEntry, manifest } from './manifest.ts';
export { type ReporterName, reporterNames } from './names.ts';
export type { Reporter } from './reporter.ts';

const plainConsole: Reporter = (report) => consoleReport(report, { color: false, width: 80, unicode: true });

/** Reporters by the name that `--reporter` takes; `file` is null where the text goes to a stream, and `packaged` one is written by `certify` alone. */
export const reporters = {
  console: { file: null, render: plainConsole },
  json: { file: reportFiles.json, render: json },
  html: { file: reportFiles.html, render: html },
  junit: { file: reportFiles.junit, render: junit },
  summary: { file: reportFiles.summary, render: summary },
  har: { file: reportFiles.har, render: har },
  csv: { file: reportFiles.csv, render: csv, packaged: true },
  ctrf: { file: reportFiles.ctrf, render: ctrf, packaged: true },
  /** Standard output of a GitHub Actions step. */
  github: { file: null, render: githubAnnotations },
  /** Appended to the file that GITHUB_STEP_SUMMARY names. */
  'github-summary': { file: null, render: githubJobSummary },
} as const satisfies Record<ReporterName, { file: ReportFile | null; render: Reporter; packaged?: true }>;
