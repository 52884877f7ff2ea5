/** A refusal that another sending of the same request does not get says nothing about the request: which answer comes is chance. */
import type { RequestSpec } from '../../request/request-spec.ts';
import { sameAnswer } from '../../wire/answer.ts';
import type { CheckContext } from '../context.ts';
import { answerFact, type Fact } from '../facts.ts';
import { type Finding, inconclusive, type Settled } from '../finding.ts';
import { attempt, isUnanswered, type Steps } from '../steps.ts';

/** So often that one of two workers is not met each time by chance. */
const times = 10;

/** The finding on a request where it is answered so each time; inconclusive where it is not. */
export function* unlessByChance(
  context: CheckContext,
  title: string,
  finding: Finding,
  spec: RequestSpec,
  first: Settled,
): Steps<Finding> {
  for (let turn = 1; turn <= times; turn += 1) {
    const outcome = yield* attempt(context.op.id, { ...spec, occurrence: `again-${turn}` }, `${title}: asked again`);
    if (isUnanswered(outcome)) return finding;
    if (!sameAnswer(first.answer, outcome.answer, context.conditionalFields)) return byChance(first, outcome);
  }
  return finding;
}

/** Two answers to one request. */
export function byChance(one: Settled, again: Settled, place = ''): Finding {
  const received: Fact = { is: 'changes-by-chance', one: answerFact(one.answer), other: answerFact(again.answer) };
  const both = { ...again, exchanges: [...again.exchanges, ...one.exchanges] };
  return inconclusive(both, 'unstable', { is: 'stable-answer' }, { received, ...(place ? { place } : {}) });
}
