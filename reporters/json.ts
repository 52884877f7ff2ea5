/** report.json: the report itself, whole and uncut; active characters are written as JSON escapes. */
import { inertJson } from './escape.ts';
import type { Reporter } from './reporter.ts';

/** The report as JSON, described by generated/report.schema.json. */
export const json: Reporter = (report) => `${inertJson(report, 2)}\n`;
