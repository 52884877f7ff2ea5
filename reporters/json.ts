/** report.json: the report itself, whole and uncut; active characters are written as JSON escapes. */
import { inertJson } from './escape.ts';
import type { Reporter } from './reporter.ts';

/** The report as JSON, described by generated/report.schema.json: a line for each member, and for each entry of its lists. */
export const json: Reporter = (report) => {
  const members = Object.entries(report).filter(([, value]) => value !== undefined);
  return `{\n${members.map(([name, value]) => `  ${inertJson(name)}: ${member(value)}`).join(',\n')}\n}\n`;
};

function member(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return inertJson(value);
  return `[\n${value.map((entry) => `    ${inertJson(entry)}`).join(',\n')}\n  ]`;
}
