/** What a reporter is: a pure function from a report to the text of one file. */
import type { Report } from '../engine/report.ts';

/** Report in, text out: no clock, no environment, no file. */
export type Reporter = (report: Report) => string;
