/** Scenarios: a result that the target is brought to by values that its owner configured. */

import type { Operation } from '../../contract/types.ts';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import { answerFact, type Fact } from '../../engine/check/facts.ts';
import { type Finding, inconclusive, type Settled, satisfied, violated } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import { smallest } from '../../engine/check/verbs/shrink.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { Scenario } from '../../engine/settings.ts';
import { isOverload } from '../../engine/wire/answer.ts';
import { pointer, valueAt } from '../../engine/wire/json.ts';

/** The request of one configured scenario. */
export function scenarioSpec(op: Operation, { code, body }: Scenario): RequestSpec {
  const status = op.resultCodes[code];
  return {
    base: 'full',
    overlay: body,
    mayReachPerson: status === undefined || status === 'S',
    provokesThrottle: true,
    provokesOverload: code === 'REQUEST_TRAFFIC_EXCEED_LIMIT',
    provokesTransient: code === 'UNKNOWN_EXCEPTION',
    skipSelfCheck: true,
  };
}

/** The check of one configured scenario: exactly its code, with its documented status. */
export function scenarioProbe(op: Operation, scenario: Scenario): Probe {
  const { code, variant } = scenario;
  const title = `the scenario ${variant ? `${code}:${variant}` : code} ends in ${code}`;
  return sequence(
    title,
    function* (context) {
      const spec = scenarioSpec(op, scenario);
      const judge = (settled: Settled) => judged(context, code, settled);
      const finding = judge(yield* send(op.id, spec, title));
      // Shown on the required fields alone where it shows there too; not where each call costs a message.
      return context.costs ? finding : yield* smallest(context, spec, title, finding, judge);
    },
    { phase: 'scenario' },
  );
}

/** A code of the table with its status; or a value of an enumeration of the answer, with S. */
function judged({ op, settings }: CheckContext, code: string, settled: Settled): Finding {
  const { answer } = settled;
  const documented = op.resultCodes[code];
  const decision = documented ? undefined : op.response.find((field) => field.enum?.includes(code));
  const status = decision ? 'S' : (documented ?? settings.extraResultCodes[op.id]?.[code] ?? null);
  const given = decision ? valueAt(answer.json, decision.path) : answer.code;
  const name = decision?.path.join('.') ?? '';
  const expected: Fact = decision
    ? { is: 'result', status, code: 'SUCCESS', fields: { [name]: code } }
    : { is: 'result', status, code };
  if (given === code && answer.kind === status) return satisfied(settled, expected);
  // An overload that the scenario did not ask for says nothing about the scenario.
  if (isOverload(answer) && (answer.http === 429 || answer.code !== code))
    return inconclusive(settled, 'throttled', expected);
  return violated(settled, expected, {
    received: answerFact(answer, decision && answer.kind === 'S' ? { [name]: given ?? null } : undefined),
    place: `response:${decision ? pointer(decision.path) : '/result/resultCode'}`,
  });
}
