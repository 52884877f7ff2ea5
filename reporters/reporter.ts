/** What a reporter is: a pure function from a report to the text of one file. */
import type { Report } from '../engine/report.ts';

/** What a reporter may know besides the report. */
export interface ReporterContext {
  /** Address of the folder of this suite that holds `docs/`, for links; no links without it. */
  suiteUrl?: string;
  /** Never: a reporter reads no clock. */
  now?: never;
}

/** Report in, text out: no clock, no environment, no file. */
export type Reporter = (report: Report, context: ReporterContext) => string;
