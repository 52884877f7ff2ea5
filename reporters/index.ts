/** The reporters by name: what each writes, and into which file. */
import { consoleReport } from './console.ts';
import { html } from './html.tsx';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { Reporter } from './reporter.ts';

export { consoleReport, type TerminalOptions } from './console.ts';
export type { Reporter, ReporterContext } from './reporter.ts';

const plainConsole: Reporter = (report, context) =>
  consoleReport(report, { ...context, color: false, width: 80, unicode: true });

/** Reporters by the name that `--reporter` takes; `file` is null where the text goes to a stream. */
export const reporters = {
  console: { file: null, render: plainConsole },
  html: { file: 'report.html', render: html },
  json: { file: 'report.json', render: json },
  junit: { file: 'junit.xml', render: junit },
} as const satisfies Record<string, { file: string | null; render: Reporter }>;

/** A name of a reporter. */
export type ReporterName = keyof typeof reporters;
