/** The harm of a row: what it means that the requirement is broken, in the way in which it was broken here. */
import type { Harm } from '../../contract/types.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf } from '../wire/answer.ts';
import type { JudgedRow, SettledCheck } from './judged-rows.ts';

/** Harms that are done by accepting something. */
export const byAccepting: ReadonlySet<Harm> = new Set<Harm>(['forged', 'accepts-forbidden']);

/** That of the requirement; where something had to be refused and was, only in another way, the result alone is wrong. */
export function harmOf({ planned: { harm }, checks, outcome }: JudgedRow, { role }: Pick<RunSettings, 'role'>): Harm {
  if (!byAccepting.has(harm) || (outcome !== 'failed' && outcome !== 'warned')) return harm;
  // What a caller takes for true its answers do not say.
  if (role === 'mpp-client') return harm;
  const shown = checks.filter((check) => check.outcome === outcome);
  return shown.length === 0 || shown.some(isAccepted) ? harm : 'wrong-result';
}

/** Where no answer decides, acceptance cannot be ruled out. */
function isAccepted({ finding: { exchanges } }: SettledCheck): boolean {
  const [decisive] = exchanges;
  return !decisive || answerOf(decisive).kind === 'S';
}
