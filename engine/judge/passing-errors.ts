/**
 * Errors that come every so often, all through a run: no outage, which comes once and lasts, and no request's doing, since each is
 * answered when it is sent again. Whose doing they are cannot be told from outside, so nothing fails on them. Pure.
 */

import type { RunRecord } from '../record/record.ts';
import type { Diagnosis } from '../report.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import { type Answer, answerOf, isTransient } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';

/** Fewer are an accident. */
const fewest = 10;
/** Parts of a run, and those that must have an error. */
const [parts, partsWithErrors] = [10, 8];
/** Of so many requests before and after an error most are answered; in an outage they are not. */
const around = 5;

/** What is said of a target that errs so; nothing of any other. */
export function passingErrors({ requests, exchanges }: Pick<RunRecord, 'requests' | 'exchanges'>): Diagnosis[] {
  const passed = recovered({ requests, exchanges });
  const ordered = [...exchanges].sort((a, b) => a.startedAt - b.startedAt);
  const single = ordered.flatMap((exchange, at) =>
    passed.has(exchange.id) && isAmongAnswered(ordered, at) ? [at] : [],
  );
  const touched = new Set(single.map((at) => Math.floor((at * parts) / ordered.length)));
  if (single.length < fewest || touched.size < partsWithErrors) return [];
  const errors = ordered.filter(({ id }) => passed.has(id));
  return [
    {
      code: 'errors-now-and-then',
      says: `Every so often a request gets ${kindsOf(errors)}: ${errors.length} of ${ordered.length}, spread over the whole run, each answered otherwise when it was sent again.`,
      cure: 'Look for these moments in the log of the target and of the gateway before it: one of several workers or servers that fails, a pool or a connection that runs out, a limit. Requirements stay open where a request could not be told from such an error, and none fails for it.',
    },
  ];
}

/** Ids of exchanges that ended in an error which passed: the same request got another answer as well. */
function recovered({ requests, exchanges }: Pick<RunRecord, 'requests' | 'exchanges'>): Set<string> {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const ids = requests.flatMap(({ spec, attempts }) => {
    const answers = attempts.flatMap(({ exchange }) => byId.get(exchange) ?? []).map(answerOf);
    const errors = answers.filter((answer) => isUnwanted(spec, answer));
    return errors.length < answers.length ? errors.map(({ exchange }) => exchange.id) : [];
  });
  return new Set(ids);
}

function isUnwanted({ provokesTransient }: RequestSpec, answer: Answer): boolean {
  return isTransient(answer) && !provokesTransient;
}

function isAmongAnswered(ordered: readonly Exchange[], at: number): boolean {
  const near = ordered.slice(Math.max(0, at - around), at + around + 1).map(answerOf);
  return 2 * near.filter((answer) => !isTransient(answer)).length >= near.length;
}

/** `HTTP 500 without a result`, the most frequent first. */
function kindsOf(errors: readonly Exchange[]): string {
  const counts = new Map<string, number>();
  for (const kind of errors.map((error) => kindOf(answerOf(error)))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].sort(([, one], [, other]) => other - one).map(([kind]) => kind);
  return kinds.slice(0, 2).join(' or ');
}

function kindOf({ kind, http }: Answer): string {
  if (kind === 'U') return 'U/UNKNOWN_EXCEPTION';
  return http === 0 ? 'no answer' : `HTTP ${http} without a result`;
}
