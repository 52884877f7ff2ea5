/** Compares a report with the recomputed one, and lists what was edited. */
import { outcomes, type Report, type RequirementRow } from '../../engine/report.ts';
import { quote } from '../../reporters/escape.ts';
import { repeated } from './check-record.ts';
import type { Finding } from './findings.ts';

/** Measurements of a run: they cannot be recomputed, and no verdict depends on them. */
const measured = ['run.durationMs', 'run.peakMemoryMb'];

/** All differences between the report and the evidence. */
export function compared(reported: Report, shown: Report): Finding[] {
  return [...rows(reported, shown), ...verdict(reported, shown), ...totals(reported, shown), ...rest(reported, shown)];
}

function rows(reported: Report, shown: Report): Finding[] {
  const said = new Map(reported.requirements.map((row) => [row.key, row]));
  const found = new Set(shown.requirements.map(({ key }) => key));
  const added = reported.requirements.filter(({ key }) => !found.has(key));
  return [
    ...shown.requirements.flatMap((row) => {
      const own = said.get(row.key);
      if (own) return rowFindings(own, row);
      return [
        { code: 'row-dropped', says: `${row.key} is not in report.json; the evidence shows ${row.outcome}` } as const,
      ];
    }),
    ...repeated(reported.requirements.map(({ key }) => key)).map(
      (key) => ({ code: 'row-added', says: `${quote(key, 80)} is twice in report.json` }) as const,
    ),
    ...added.map(({ key }) => ({ code: 'row-added', says: `${quote(key, 80)} is not a row of this run` }) as const),
  ];
}

function rowFindings(said: RequirementRow, shown: RequirementRow): Finding[] {
  if (said.outcome !== shown.outcome) {
    const check = shown.checks.find(({ outcome }) => outcome === shown.outcome);
    const why = check ? `: ${quote(check.title, 120)}; ${quote(check.received, 160)}${places(check.exchanges)}` : '';
    const says = `${shown.key} is ${quote(said.outcome, 20)} in report.json, but the evidence shows ${shown.outcome}${why}`;
    return [{ code: 'outcome-edited', says }];
  }
  const place = firstDifference(said, shown, '');
  return place === null ? [] : [{ code: 'row-edited', says: `${shown.key} has a different ${place} in report.json` }];
}

function places(exchanges: readonly string[]): string {
  return exchanges.length > 0 ? ` (${exchanges.slice(0, 4).join(', ')})` : '';
}

/** Verdict and exit code. */
export function verdict(reported: Report, shown: Report): Finding[] {
  const findings: Finding[] = [];
  if (reported.verdict !== shown.verdict) {
    const says = `the verdict in report.json is ${quote(String(reported.verdict), 30)}, but the evidence shows ${shown.verdict}`;
    findings.push({ code: 'verdict-edited', says });
  }
  if (reported.run.exitCode !== shown.run.exitCode) {
    const says = `the exit code in report.json is ${quote(String(reported.run.exitCode), 10)}, but the evidence shows ${shown.run.exitCode}`;
    findings.push({ code: 'verdict-edited', says });
  }
  return findings;
}

/** Rows by outcome. */
export function totals(reported: Report, shown: Report): Finding[] {
  const wrong = outcomes.filter((outcome) => reported.totals[outcome] !== shown.totals[outcome]);
  if (wrong.length === 0) return [];
  const list = wrong.map((outcome) => `${outcome} ${reported.totals[outcome]} instead of ${shown.totals[outcome]}`);
  return [{ code: 'totals-edited', says: `the totals in report.json differ from the evidence: ${list.join(', ')}` }];
}

/** The other parts of a report: run, target, diagnosis, to-do list, exchanges. */
function rest(reported: Report, shown: Report): Finding[] {
  // The proof is the sender's claim: `prove` judges the package again with each fault.
  const separate = ['requirements', 'verdict', 'totals', 'proof'];
  const names = [...new Set([...Object.keys(shown), ...Object.keys(reported)])].filter(
    (name) => !separate.includes(name),
  );
  return names.flatMap((name): Finding[] => {
    const [said, own] = [reported, shown].map((report) => (report as unknown as Record<string, unknown>)[name]);
    const place = firstDifference(said, own, name);
    return place === null
      ? []
      : [{ code: 'report-edited', says: `report.json has a different ${place} than the evidence shows` }];
  });
}

/** Where two values first differ, as a path: `checks[2].received`; null where they are equal. */
export function firstDifference(one: unknown, other: unknown, path: string): string | null {
  if (Object.is(one, other) || measured.includes(path) || path === 'run.exitCode') return null;
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other)) return path;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const step = Array.isArray(one) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const [a, b] = [one, other].map((tree) => tree[key]);
    const found = firstDifference(a, b, step);
    if (found !== null) return quote(found, 80);
  }
  return null;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
