/** How hard the run of a package tried, recomputed; and that its proof is not. */
import type { Report } from '../../engine/report.ts';
import { casesWords, strengthWords } from '../../reporters/strength-lines.ts';

/** Properties that are named. */
const mostProperties = 3;

/** Notes about a package: what constraints and properties were tried with, the least tried properties by name. */
export function strengthNotes({ proof }: Report, { strength }: Report): string[] {
  const least = [...(strength?.properties ?? [])].sort((a, b) => a.cases - b.cases).slice(0, mostProperties);
  return [
    ...(strength ? [strengthWords(strength)] : []),
    ...least.map((one) => `${one.key}: ${one.title}: ${casesWords(one)}`),
    ...(proof
      ? ['the number of faults that would be noticed is not recomputed here: run prove on this directory']
      : []),
  ];
}
