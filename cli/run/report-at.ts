/** Reads a report.json of an earlier run. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../engine/report.ts';
import { isObject } from '../../engine/wire/json.ts';
import { reading } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';

const cure = 'Give the path of a report.json written with --report-dir.';

/** Reads a report.json, given by its path or its directory. */
export async function reportAt(path: string): Promise<Report> {
  let text: string;
  try {
    const isDirectory = (await stat(path)).isDirectory();
    text = await readFile(isDirectory ? join(path, 'report.json') : path, 'utf8');
  } catch (error) {
    throw new UsageError(`The report ${path} cannot be read: ${reading(error)}`, cure);
  }
  const report = parseReport(text);
  if (report !== null) return report;
  throw new UsageError(`${path} is not a report of this suite`, cure);
}

function parseReport(text: string): Report | null {
  try {
    const report: unknown = JSON.parse(text);
    return isReport(report) ? report : null;
  } catch {
    return null;
  }
}

/** Whether a value has the members that commands read; generated/report.schema.json describes all of them. */
function isReport(value: unknown): value is Report {
  if (!isObject(value) || !isObject(value.suite) || !isObject(value.target) || !isObject(value.run)) return false;
  const { schemaVersion, verdict, suite, target, run, requirements, todo } = value;
  const texts = [schemaVersion, verdict, suite.version, target.url, target.role, run.startedAt, run.profile];
  if (texts.some((text) => typeof text !== 'string') || typeof run.seed !== 'number') return false;
  if (!Array.isArray(todo) || !todo.every((entry) => isObject(entry) && typeof entry.config === 'string')) return false;
  return String(schemaVersion).startsWith('1.') && Array.isArray(requirements) && requirements.every(isRow);
}

function isRow(value: unknown): boolean {
  if (!isObject(value)) return false;
  const texts = [value.key, value.id, value.operation, value.outcome, value.reason];
  return texts.every((text) => typeof text === 'string') && Array.isArray(value.checks) && value.checks.every(isObject);
}
