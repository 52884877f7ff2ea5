/** The facts of a report in text: where the documents are silent, what this target does. One line for each habit, whatever the number of fields that show it. */
import type { Report, ReportFact } from '../engine/report.ts';
import { cut, oneLine } from './escape.ts';

/** Facts that are listed as one: the same ambiguity and the same kind of row. */
interface Habit {
  readonly first: ReportFact;
  readonly count: number;
}

/** Habits that are shown; the rest stands in report.json. */
const most = 12;

/** One line for each habit: the ambiguity, what was done, what was received, and how many facts show it. */
export function factLines(report: Pick<Report, 'facts'>): string[] {
  const habits = new Map<string, Habit>();
  for (const fact of report.facts ?? []) {
    const name = `${fact.ambiguity ?? ''} ${fact.key.slice(fact.key.lastIndexOf('.') + 1).replace(/^.*\//, '')}`;
    const known = habits.get(name);
    habits.set(name, { first: known?.first ?? fact, count: (known?.count ?? 0) + 1 });
  }
  const lines = [...habits.values()].map(({ first, count }) => line(first, count));
  const hidden = lines.length - most;
  return hidden > 0 ? [...lines.slice(0, most), `… and ${hidden} more in report.json`] : lines;
}

function line({ key, ambiguity, title, received }: ReportFact, count: number): string {
  const more = count > 1 ? `, and ${count - 1} more like it` : '';
  const place = ambiguity === null ? '' : `${ambiguity}  `;
  return oneLine(cut(`${place}${key}: ${title}: ${received}${more}`, 400));
}
