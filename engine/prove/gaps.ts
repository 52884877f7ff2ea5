/** The summary of a proof: how many faults would be noticed, and for the others why not, and which line of the config closes the gap. */
import type { JudgedRow } from '../report/judged-rows.ts';
import { scenarioBlock, todoOf } from '../report/todo.ts';
import type { ProofGap, ProofSection, Todo } from '../report.ts';
import { type RunSettings, scenarioName } from '../settings.ts';
import type { Proved, Proven } from './prove.ts';

/** What a report says of a proof. */
export function proofSection({ baseline, proved }: Proven, settings: RunSettings): ProofSection {
  const count = (noticed: Proved['noticed']) => proved.filter((one) => one.noticed === noticed).length;
  const todo = todoOf(baseline.rows, settings, baseline.judgement.diagnosis);
  const rows = new Map(baseline.rows.map((row) => [row.planned.key, row]));
  const gaps = new Map<string, ProofGap>();
  for (const one of proved) {
    if (one.noticed !== null) continue;
    const { says, config } = reasonOf(one, rows, todo, settings);
    const gap = gaps.get(says) ?? { says, faults: [], rows: [], config };
    gaps.set(says, gap);
    gap.faults.push(one.alteration.says);
    gap.rows.push(...one.alteration.rows.filter((key) => !gap.rows.includes(key)));
  }
  return {
    faults: proved.length,
    noticed: proved.length - count(null),
    failed: count('fails'),
    ended: count('ends'),
    warned: count('warns'),
    gaps: [...gaps.values()].sort((a, b) => b.faults.length - a.faults.length),
  };
}

type Reason = Pick<ProofGap, 'says' | 'config'>;

/** Why a fault stays unnoticed: the first thing that is missing. */
function reasonOf(
  { alteration, hasMessage, wasOpen }: Proved,
  rows: ReadonlyMap<string, JudgedRow>,
  todo: readonly Todo[],
  settings: RunSettings,
): Reason {
  const { operation } = alteration;
  const own = alteration.rows.flatMap((key) => rows.get(key) ?? []);
  const excused = own.find(({ planned }) => planned.excused !== null)?.planned.excused;
  if (excused === 'declared') return withoutLine(`declared: cannot occur at this target (${operation})`);
  if (excused === 'not-selected') return withoutLine(`left out by --api or --only (${operation})`);
  if (own.some(({ waiver }) => waiver !== null)) return withoutLine(`waived: ${keysOf(own)}`);
  if (own.some(({ reason }) => reason === 'no-control'))
    return ofTodo(todo, own, `no user whom the target accepts (${operation})`);
  const scenario = missingScenario(alteration, own, settings);
  if (scenario) return scenario;
  const open = own.find(({ outcome }) => outcome === 'not-run');
  if (open) return ofTodo(todo, [open], `${wordsOf(open.reason)} (${operation})`);
  if (hasMessage && wasOpen)
    return withoutLine(`the run itself left requirements open, and this shows in its end alone (${operation})`);
  return hasMessage
    ? withoutLine(`no check of this suite looks at it (${operation})`)
    : withoutLine(`the run sent no request that shows it (${operation})`);
}

function withoutLine(says: string): Reason {
  return { says, config: '' };
}

function keysOf(rows: readonly JudgedRow[]): string {
  return rows.map(({ planned }) => planned.key).join(', ');
}

/** The entry of the to-do list that lets the rows be judged. */
function ofTodo(todo: readonly Todo[], rows: readonly JudgedRow[], says: string): Reason {
  const keys = new Set(rows.map(({ planned }) => planned.key));
  const entry = todo.find(({ unlocks }) => unlocks.some((key) => keys.has(key)));
  return { says, config: entry?.config ?? '' };
}

function missingScenario(
  { scenario, operation }: Proved['alteration'],
  rows: readonly JudgedRow[],
  settings: RunSettings,
): Reason | null {
  const op = rows[0]?.planned.op;
  const configured = settings.scenarios[operation] ?? [];
  if (!scenario || !op || configured.some((one) => one.code === scenario || scenarioName(one) === scenario))
    return null;
  return { says: `no scenario for ${scenario} (${operation})`, config: scenarioBlock(op, [scenario], settings) };
}

const words: Readonly<Record<string, string>> = {
  'signing-off': 'signing is disabled',
  'no-fixture': 'too few users',
  'no-scenario': 'a scenario is missing',
  throttled: 'the calls were throttled',
  budget: 'the message limit was reached',
  'not-selected': 'the profile leaves it out',
  'no-evidence': 'no answer shows it',
  misconfigured: 'the configuration is wrong',
  'needs-retry-window': 'client.retryWindowMs is missing',
};

function wordsOf(reason: string): string {
  return words[reason] ?? `not run: ${reason}`;
}
