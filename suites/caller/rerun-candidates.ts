/** Actions that are run again before anything is held against the caller: those where a stall of the machine could have made the finding. */
import type { CallerAction, CallerRecord, CallerRunInvariant } from '../../engine/check/caller-check.ts';
import type { Check } from '../../engine/check/check.ts';
import { enoughRuns, speaksAgainst } from './judge-caller.ts';

/** Where more actions than this break one rule, two of them that are confirmed stand for the others. */
const atMost = 4;
const confirmed = 2;

/** Ids of the actions to run once more, by the checks of the plan. */
export function rerunCandidates(checks: readonly Check[], record: CallerRecord): string[] {
  const rules = new Map<string, Repeatable[]>();
  for (const check of checks) {
    if (!isRepeatable(check)) continue;
    const rule = check.kind === 'caller-action' ? check.rule : check.title;
    rules.set(rule, [...(rules.get(rule) ?? []), check]);
  }
  return [...new Set([...rules.values()].flatMap((rule) => candidatesOf(rule, record)))];
}

type Repeatable = CallerAction | CallerRunInvariant;

function isRepeatable(check: Check): check is Repeatable {
  return (check.kind === 'caller-action' && check.steady) || check.kind === 'caller-run-invariant';
}

function candidatesOf(checks: readonly Repeatable[], record: CallerRecord): string[] {
  const suspected = checks.flatMap((check) => {
    const ids = check.kind === 'caller-action' ? [check.action] : check.rerun;
    return ids.filter((id) => speaksAgainst(check, id, record));
  });
  const ids = [...new Set(suspected)];
  const open = ids.filter((id) => record.runs.filter(({ action }) => action.id === id).length < enoughRuns);
  if (ids.length > atMost && ids.length - open.length >= confirmed) return [];
  return open.slice(0, atMost);
}
