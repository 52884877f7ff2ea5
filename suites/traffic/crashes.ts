/** Crashes as traffic shows them: nobody sends a request again to see whether it was its doing, so they are never more than advice. */
import { type RunInvariant, runInvariant } from '../../engine/check/check.ts';
import { answerFact, type Fact } from '../../engine/check/facts.ts';
import { shown } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { isLost } from '../../engine/wire/answer.ts';
import { requestNameOf } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf } from '../../engine/wire/json.ts';
import { noCrash } from '../shared/result-invariants.ts';

/** The check of the live run, held against requests that are not repeated on purpose. */
export const seenCrash: RunInvariant = runInvariant(noCrash.title, (observed) => {
  // While nothing is answered well, a crash says nothing about what was sent.
  if (!observed.some(({ answer }) => answer.kind === 'S')) return null;
  const expected: Fact = { is: 'any-result' };
  const crashed = observed.filter(({ answer }) => answer.kind === 'crash');
  const counted = [...crashed.filter(isErrorPage), ...lostAgain(crashed, observed)];
  const [first] = counted;
  if (!first) {
    const received: Fact = { is: 'count', n: observed.length - crashed.length, of: 'requests-answered' };
    return shown('satisfied', expected, received, []);
  }
  const exchanges = counted.map(({ answer }) => answer.exchange);
  return shown('advisory', expected, answerFact(first.answer), [exchanges[0]!], {
    seen: { count: counted.length, of: observed.length },
    allEvidence: exchanges,
  });
});

/** A page of the server itself. One of a gateway that found no server says nothing about the request. */
function isErrorPage({ answer }: ObservedExchange): boolean {
  return answer.http >= 500 && !isLost(answer);
}

/** Requests that were never answered, several times, while others were: a deployment or a broken line does not look like that. */
function lostAgain(crashed: readonly ObservedExchange[], all: readonly ObservedExchange[]): ObservedExchange[] {
  const groups = new Map<string, ObservedExchange[]>();
  for (const one of crashed) {
    if (isErrorPage(one)) continue;
    const name = nameOf(one);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const lost = [...groups.values()].filter((group) => group.length > 1);
  if (lost.length === 0) return [];
  const answered = all.filter(({ answer }) => answer.kind !== 'crash');
  const served = new Set(answered.map(({ answer }) => requestNameOf(answer.exchange)));
  return lost.filter((group) => isOwnDoing(group, answered, served)).flat();
}

function isOwnDoing(
  group: readonly ObservedExchange[],
  answered: readonly ObservedExchange[],
  served: ReadonlySet<string>,
): boolean {
  if (group.some(({ answer }) => served.has(requestNameOf(answer.exchange)))) return false;
  const starts = group.map(({ answer }) => answer.exchange.startedAt).sort((a, b) => a - b);
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  return answered.some(({ answer: { exchange } }) => exchange.startedAt > first && exchange.startedAt < last);
}

/** Equal requests have equal names, whatever new id they introduce. */
function nameOf({ op, answer }: ObservedExchange): string {
  const { exchange } = answer;
  const { introduces } = op.probing;
  const body = introduces === null ? null : jsonOf(exchange.request.body);
  return isObject(body) ? JSON.stringify({ ...body, [introduces!]: null }) : requestNameOf(exchange);
}
