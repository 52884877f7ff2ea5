/** The rows of the other party of recorded traffic, the same in every format: they decide nothing and stand apart. Nothing is escaped here. */
import type { Outcome, Party, Report } from '../engine/report.ts';
import { type Finding, findings, outcomeOrder } from './findings.ts';

const names: Readonly<Record<Party, string>> = { mpp: 'the MPP', alipayplus: 'Alipay+' };

/** What is said of the other party. */
export interface Counterparty {
  readonly heading: string;
  readonly note: string;
  /** `12 passed, 1 failed, 80 not-run`. */
  readonly counts: string;
  /** What it breaks, the worst first. */
  readonly findings: readonly Finding[];
}

/** Its rows as a report of their own; null where a run was not of traffic. */
export function counterpartyReport({ traffic, ...report }: Report): Report | null {
  if (!traffic) return null;
  const { requirements } = traffic.counterparty;
  const totals = { ...report.totals };
  for (const outcome of Object.keys(totals) as Outcome[])
    totals[outcome] = requirements.filter((row) => row.outcome === outcome).length;
  return { ...report, requirements, totals };
}

/** What every format says of it; null where a run was not of traffic, or had no rows of the other party. */
export function counterparty(report: Report): Counterparty | null {
  const own = counterpartyReport(report);
  if (!own || own.requirements.length === 0) return null;
  const name = names[report.traffic!.counterparty.party];
  const counts = outcomeOrder
    .filter((outcome) => own.totals[outcome] > 0)
    .map((outcome) => `${own.totals[outcome]} ${outcome}`);
  return {
    heading: `${name[0]!.toUpperCase()}${name.slice(1)}, the other party`,
    note: `These rows do not decide the exit code. What ${name} does speaks for or against the reading of this suite.`,
    counts: counts.join(', '),
    findings: [...findings(own, 'failed'), ...findings(own, 'harness-error'), ...findings(own, 'warned')],
  };
}

/** What is to be checked where the other party breaks a row: our reading first. */
export function readingToCheck({ row }: Finding): string {
  const where = row.ambiguity === null ? 'the source' : `ambiguity ${row.ambiguity} and the source`;
  return `Check ${where} before you report it: ${row.source.page}`;
}
