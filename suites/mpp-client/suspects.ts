/** Actions that are played again before anything is held against the caller. */
import type { Action } from './actions.ts';
import { isBad } from './proofs.ts';
import type { Recorded } from './record.ts';
import { repeats } from './repeats.ts';
import { resultsBelieved, trust } from './trust.ts';

/** Where so many actions show the same kind of fault, no stall made it: the first of them are evidence enough. */
const atMost = 4;

/** Actions whose playings so far speak against the caller in a way that a stall of the machine could have made. */
export function suspectsOf(record: Recorded): Action[] {
  const ids = new Set(record.plays.map(({ action }) => action.id));
  const bad = [...ids].flatMap((id) => {
    const plays = record.plays.filter(({ action }) => action.id === id);
    const own = { ...record, plays };
    const checks = [repeats, resultsBelieved, trust].flatMap((proof) => proof(own));
    return checks.some(({ judged }) => isBad(judged) || judged.reason === 'unstable') ? [plays[0]!.action] : [];
  });
  return bad.length > atMost ? [] : bad;
}
