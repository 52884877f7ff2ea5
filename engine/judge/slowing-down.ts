/** A target whose answers take longer and longer until they do not come in time any more. Reads the times of a record, no clock. */
import type { RunRecord } from '../record/record.ts';
import type { Diagnosis } from '../report.ts';
import type { Exchange } from '../wire/exchange.ts';

/** Fewer time-outs are an accident. */
const fewest = 3;
/** Answers before them that show how long it took. */
const fewestBefore = 6;
/** So many times as long as at first. */
const slower = 3;

/** What is said of such a target; nothing of any other. */
export function slowingDown({ exchanges }: Pick<RunRecord, 'exchanges'>): Diagnosis[] {
  const ordered = [...exchanges].sort((a, b) => a.startedAt - b.startedAt);
  const late = ordered.filter(isLate);
  const since = ordered.findIndex(isLate);
  const before = ordered.slice(0, since).filter(({ noAnswer }) => !noAnswer);
  const third = Math.ceil(before.length / 3);
  const [atFirst, atLast] = [before.slice(0, third), before.slice(-third)].map(medianMs);
  if (late.length < fewest || before.length < fewestBefore || !(atLast! >= slower * Math.max(1, atFirst!))) return [];
  return [
    {
      code: 'answers-slow-down',
      says: `Answers take longer and longer: ${atFirst} ms at first and ${atLast} ms before request ${since + 1}, the first of ${late.length} that were not answered within ${Math.round(late[0]!.durationMs)} ms.`,
      cure: 'Look for what grows with each request at the target: a list that is searched, rows without an index, connections or memory that are not given back.',
    },
  ];
}

function isLate({ noAnswer }: Exchange): boolean {
  return noAnswer?.kind === 'timeout';
}

function medianMs(list: readonly Exchange[]): number {
  const sorted = list.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
