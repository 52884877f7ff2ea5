/** The rows that overlays of the user state, apart from those of public pages, the same in every format. Nothing is escaped here. */
import type { FactsFile, Report, RequirementRow } from '../engine/report.ts';
import { outcomeOrder } from './findings.ts';

/** What is said of one overlay. */
export interface PartnerFacts {
  readonly file: string;
  readonly digest: string;
  /** `28 passed, 2 failed`. */
  readonly counts: string;
  readonly rows: readonly RequirementRow[];
  /** A sentence for each documented fact that it replaces. */
  readonly replaces: readonly string[];
}

/** The overlays of a report; empty where there are none. */
export function partnerFacts(report: Report): PartnerFacts[] {
  const all = [...report.requirements, ...(report.traffic?.counterparty.requirements ?? [])];
  return (report.spec.facts ?? []).map((one) => {
    const rows = all.filter(({ source }) => source.overlay === one.file);
    const counts = outcomeOrder.flatMap((outcome) => {
      const count = rows.filter((row) => row.outcome === outcome).length;
      return count > 0 ? [`${count} ${outcome}`] : [];
    });
    return { ...one, rows, counts: counts.join(', ') || 'no row', replaces: one.replaces.map(replacement) };
  });
}

function replacement({ what, documented, stated, reason }: FactsFile['replaces'][number]): string {
  return `${what} is documented as ${documented} and judged as ${stated}: ${reason}`;
}
