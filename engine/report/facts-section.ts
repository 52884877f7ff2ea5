/** The facts of a report: what the target does where the documents are silent, made from findings that are facts. */
import type { ReportFact } from '../report.ts';
import type { JudgedRow } from './judged-rows.ts';
import type { Redactor } from './redact.ts';
import { wordsOf } from './words.ts';

/** Exchanges that are named with one fact at most. */
const exchangesShown = 4;

/** The facts of all rows, sorted by key. */
export function factsOf(rows: readonly JudgedRow[], redactor: Pick<Redactor, 'text'>): ReportFact[] {
  const facts = rows.flatMap(({ planned, checks }) =>
    checks
      .filter(({ outcome, finding }) => outcome === 'passed' && finding.fact)
      .map(({ title, finding }) => ({
        key: planned.key,
        operation: planned.operation,
        ambiguity: finding.ambiguity ?? planned.ambiguity,
        title: redactor.text(title),
        received: redactor.text(wordsOf(finding.received)),
        exchanges: [...new Set(finding.exchanges.map(({ id }) => id))].slice(0, exchangesShown),
      })),
  );
  return facts.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}
