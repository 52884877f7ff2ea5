/** Which checks of a report prove that a request is refused: the ones that a target must never pass by answering everything alike. */
import type { CheckResult, Report } from '../../engine/report.ts';

const provesRefusal =
  /: it is refused$|: the request is refused|(is|are) not served$|is not accepted$|is not treated as|is treated as unknown|is refused as illegal$/;

/** The checks that prove a refusal and nothing else, each with the key of its row. */
export function refusalsOf(report: Report): (CheckResult & { readonly key: string })[] {
  return report.requirements
    .flatMap(({ key, checks }) => checks.map((check) => ({ key, ...check })))
    .filter(({ title }) => provesRefusal.test(title));
}

/** Refusals that passed although nothing was refused; an acceptance that is a mere fact is none of them. */
export function passedRefusals(report: Report): string[] {
  const facts = new Set(report.facts?.map(({ key, title }) => `${key}: ${title}`));
  return refusalsOf(report)
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ key, title }) => `${key}: ${title}`)
    .filter((check) => !facts.has(check));
}
