/** Reads the parts of a package that a judgement needs: settings, evidence and report, each checked for its form. */
import { type Evidence, EvidenceError, exchangeLine, readEvidence, requestLine } from '../../engine/record/evidence.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { readConfigCopy } from '../certify/config-copy.ts';
import { packageFiles } from '../certify/manifest.ts';
import { settingsFault } from './check-settings.ts';
import type { Finding } from './findings.ts';
import type { OpenedPackage } from './open-package.ts';
import { indented, isTooDeep, strictJson } from './strict-json.ts';

/** The parts of a package. */
export interface Parts {
  readonly settings: RunSettings;
  readonly evidence: Evidence;
  readonly report: Report;
}

/** Lines of evidence after which nothing is read. */
const mostLines = 200_000;

/** The parts, or why one of them cannot be used. */
export function readParts({ text }: OpenedPackage): Parts | Finding {
  const evidence = readLines(text(packageFiles.evidence) ?? '');
  if ('code' in evidence) return evidence;
  const config = text(packageFiles.config) ?? '';
  const copy = strictJson(config, indented);
  if ('says' in copy) return { code: 'config-changed', says: `${packageFiles.config} ${copy.says}` };
  const settings = readConfigCopy(config);
  if (settings === null)
    return { code: 'config-changed', says: `${packageFiles.config} is not the config of a package` };
  const fault = settingsFault(settings, evidence.exchanges.length);
  if (fault !== null) return { code: 'config-changed', says: fault };
  const report = readReport(text('report.json') ?? '');
  return report === null
    ? { code: 'report-edited', says: 'report.json is not a valid report' }
    : { settings, report, evidence };
}

/** The report in a text, whose form is compared later with what the reporter writes. */
function readReport(text: string): Report | null {
  if (isTooDeep(text)) return null;
  try {
    const report: unknown = JSON.parse(text);
    return isReport(report) ? report : null;
  } catch {
    return null;
  }
}

function isReport(value: unknown): value is Report {
  const { requirements, run, totals, target, suite, spec } = (value ?? {}) as Partial<Report>;
  const isRow = (row: Report['requirements'][number] | null) =>
    typeof row?.key === 'string' && typeof row.outcome === 'string' && Array.isArray(row.checks);
  const parts: readonly unknown[] = [run, totals, target, suite, spec];
  return (
    Array.isArray(requirements) && requirements.every(isRow) && parts.every((part) => typeof part === 'object' && part)
  );
}

/** The evidence, if each of its lines is written as a run writes it, and the last one alone is the end. */
function readLines(text: string): Evidence | Finding {
  const unreadable = (says: string): Finding => ({
    code: 'evidence-unreadable',
    says: `${packageFiles.evidence} cannot be read: ${says}`,
  });
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > mostLines) return unreadable(`it has more than ${mostLines} lines`);
  if (isTooDeep(text)) return unreadable('a line is nested too deep');
  try {
    const evidence = readEvidence(text);
    const other = otherLine(text.split('\n').slice(0, -1), evidence);
    return other === null ? evidence : unreadable(other);
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return unreadable(error.message);
  }
}

/** The first line that is not written as a run writes it; null where there is none. */
function otherLine(lines: readonly string[], { exchanges, requests }: Evidence): string | null {
  const ofExchanges = exchanges.values();
  const ofRequests = requests.values();
  for (const [index, line] of lines.entries()) {
    const isEnd = line.startsWith('{"end":');
    if (isEnd !== (index === lines.length - 1)) return isEnd ? `its line ${index + 1} is an end` : 'its end is missing';
    if (index === 0 || isEnd) {
      if (JSON.stringify(JSON.parse(line)) !== line) return said(index);
      continue;
    }
    const written = line.startsWith('{"request":')
      ? requestLine(ofRequests.next().value!)
      : exchangeLine(ofExchanges.next().value!);
    if (written !== `${line}\n`) return said(index);
  }
  return null;
}

function said(index: number): string {
  return `its line ${index + 1} has a key twice, or is not written as a run writes it`;
}
