/** The names of the reporters, apart from the reporters so that the command line can list them without loading them. */

/** Names that `--reporter` takes. */
export const reporterNames = [
  'console',
  'json',
  'html',
  'junit',
  'summary',
  'har',
  'github',
  'github-summary',
] as const;

/** A name of a reporter. */
export type ReporterName = (typeof reporterNames)[number];
