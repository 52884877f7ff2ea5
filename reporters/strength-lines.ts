/** How hard a run tried, in words, the same in every format: values per constraint, controls, and random cases. */
import type { Strength } from '../engine/report.ts';
import { thousands } from './escape.ts';
import { plural } from './findings.ts';

/** What constraints were tried with, as one sentence. */
export function triedSentence({ constraints, controls }: Strength): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const legal = sum(constraints.map((one) => one.legal));
  const illegal = sum(constraints.map((one) => one.illegal));
  const only = ['only legal', 'only illegal', 'nothing'] as const;
  const counts = only.flatMap((word) => {
    const count = constraints.filter((one) => triedWith(one) === word).length;
    return count > 0 ? [`${word} on ${thousands(count)}`] : [];
  });
  const tried = `${plural(constraints.length, 'constraint')} of request fields tried with ${thousands(legal)} legal and ${thousands(illegal)} illegal values`;
  const between = `${plural(sum(Object.values(controls)), 'good request')} accepted as controls`;
  return `${tried}, ${between}${counts.length > 0 ? `; ${counts.join(', ')}` : ''}.`;
}

/** Both sentences. */
export function strengthWords(strength: Strength): string {
  return [triedSentence(strength), casesSentence(strength)].filter(Boolean).join(' ');
}

/** What a constraint was tried with, where it is not both; empty where it is. */
export function triedWith({ legal, illegal }: Strength['constraints'][number]): string {
  if (legal > 0 && illegal > 0) return '';
  if (legal > 0) return 'only legal';
  return illegal > 0 ? 'only illegal' : 'nothing';
}

/** What the random cases of a property show, and no more than that. */
export function casesWords({ cases, failed, atMost }: Strength['properties'][number]): string {
  const counted = `${thousands(failed)} of ${plural(cases, 'random case')} failed`;
  if (failed > 0) return counted;
  if (atMost === null) return `${counted}: too few to say how often such a case fails`;
  const percent = Math.round(atMost * 1000) / 10;
  return `${counted}: at most ${percent} % of cases drawn like these fail, with 95 % confidence`;
}

/** The random cases of all properties, as one sentence; empty where there were none. */
export function casesSentence({ properties }: Strength): string {
  if (properties.length === 0) return '';
  const cases = properties.map((one) => one.cases);
  const [least, most] = [Math.min(...cases), Math.max(...cases)].map(thousands);
  const range = least === most ? most : `${least} to ${most}`;
  const count = `${thousands(properties.length)} ${properties.length === 1 ? 'property' : 'properties'}`;
  return `${count} tried with ${range} random cases each.`;
}
