/** Actions that are played again before anything is held against the caller. */
import type { Action } from './actions.ts';
import type { Recorded } from './caller-record.ts';
import { type CallerProof, enoughPlays, isBad } from './proofs.ts';
import { patience, repeats } from './repeats.ts';
import { resultsBelieved, trust } from './trust.ts';

/** Where more actions than this show a fault of one kind, two of them that stand firm speak for the others. */
const atMost = 4;
const firm = 2;

/** Actions to play once more, because their playings so far speak against the caller in a way that a stall of the machine could have made. */
export function suspectsOf(record: Recorded): Action[] {
  const wanted = [repeats, patience, resultsBelieved, trust].flatMap((proof) => suspectsFor(proof, record));
  return [...new Map(wanted.map((action) => [action.id, action])).values()];
}

function suspectsFor(proof: CallerProof, record: Recorded): Action[] {
  const ids = [...new Set(record.plays.map(({ action }) => action.id))];
  const bad = ids
    .map((id) => record.plays.filter(({ action }) => action.id === id))
    .filter((plays) => proof({ ...record, plays }).some(({ judged }) => isBad(judged) || judged.reason === 'unstable'));
  const open = bad.filter((plays) => plays.length < enoughPlays);
  if (bad.length > atMost && bad.length - open.length >= firm) return [];
  return open.slice(0, atMost).map(([first]) => first!.action);
}
