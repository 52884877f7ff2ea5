/** The proof of a run in words, the same in every format: how many faults it would notice, and what closes each gap. */
import type { ProofGap, ProofSection, Todo } from '../engine/report.ts';
import { thousands } from './escape.ts';
import { plural } from './findings.ts';
import { type TodoLine, todoLines } from './todo-lines.ts';

/** How many of the faults that were tried would be noticed, as one sentence. */
export function proofSentence({ faults, noticed, warned }: ProofSection): string {
  const advised = warned > 0 ? ` (${thousands(warned)} of them by advice alone)` : '';
  return `This configuration would notice ${thousands(noticed)} of ${plural(faults, 'fault')}${advised}.`;
}

/** Why the others stay unnoticed, in short: the largest gaps. */
export function gapsSentence({ faults, noticed, gaps }: ProofSection, most = 3): string {
  if (gaps.length === 0) return '';
  const named = gaps.slice(0, most).map(gapWords);
  const rest = gaps.length > most ? [`${gaps.length - most} more reasons`] : [];
  return `${thousands(faults - noticed)} not: ${[...named, ...rest].join('; ')}.`;
}

/** Both sentences. */
export function proofWords(proof: ProofSection): string {
  return [proofSentence(proof), gapsSentence(proof)].filter(Boolean).join(' ');
}

/** A gap with its number of faults: `no scenario for DECLINED (tokenDigitizeDecision): 2`. */
export function gapWords({ says, faults }: ProofGap): string {
  return `${says}: ${thousands(faults.length)}`;
}

/** The config that closes the gaps, each line after a comment that says how many faults it lets the suite notice. */
export function gapLines({ gaps }: ProofSection): TodoLine[] {
  const configs = [...new Set(gaps.map(({ config }) => config))].filter((config) => config !== '');
  const todos = configs.map((config): Todo => {
    const own = gaps.filter((gap) => gap.config === config);
    const faults = own.reduce((sum, gap) => sum + gap.faults.length, 0);
    const says = own.map((gap) => gap.says).join('; ');
    return { config, says: `${says}: ${plural(faults, 'fault')}`, unlocks: [] };
  });
  return todoLines(todos);
}
