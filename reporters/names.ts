/** The names of the reporters, apart from the reporters so that the command line can list them without loading them. */

/** Names that `--reporter` takes. */
export const reporterNames = [
  'console',
  'json',
  'html',
  'junit',
  'summary',
  'har',
  'csv',
  'ctrf',
  'github',
  'github-summary',
] as const;

/** A name of a reporter. */
export type ReporterName = (typeof reporterNames)[number];

/** The files of a report, by reporter; `manifest.json` has their digests. */
export const reportFiles = {
  json: 'report.json',
  html: 'report.html',
  junit: 'junit.xml',
  summary: 'summary.md',
  har: 'evidence.har',
  csv: 'evidence.csv',
  ctrf: 'ctrf-report.json',
} as const satisfies Partial<Record<ReporterName, string>>;

/** A file of a report. */
export type ReportFile = (typeof reportFiles)[keyof typeof reportFiles];

/** The file that has the digests of the others. */
export const manifestFile = 'manifest.json';
