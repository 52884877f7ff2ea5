/** Scenarios: a result that the target is brought to by values that its owner configured. */

import type { Operation } from '../../contract/types.ts';
import type { Probe } from '../../engine/check/check.ts';
import { type CheckContext, freeUser } from '../../engine/check/context.ts';
import { answerFact, type Fact } from '../../engine/check/facts.ts';
import {
  bodyMeant,
  type Finding,
  inconclusive,
  notRun,
  type Settled,
  satisfied,
  violated,
} from '../../engine/check/finding.ts';
import { attempt, isUnanswered, type Steps, send } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import { smallest } from '../../engine/check/verbs/shrink.ts';
import { ownIntroduction } from '../../engine/record/token-per-call.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { type Scenario, scenarioName } from '../../engine/settings.ts';
import { isOverload } from '../../engine/wire/answer.ts';
import { isObject, pointer, valueAt } from '../../engine/wire/json.ts';

/** The request of one configured scenario. */
export function scenarioSpec(op: Operation, { code, body }: Scenario): RequestSpec {
  const status = op.resultCodes[code];
  return {
    base: 'full',
    overlay: body,
    mayReachPerson: status === undefined || status === 'S',
    provokesThrottle: true,
    provokesOverload: code === 'REQUEST_TRAFFIC_EXCEED_LIMIT' || code === 'OTP_SEND_TIMES_EXCEED_LIMIT',
    provokesTransient: code === 'UNKNOWN_EXCEPTION',
    skipSelfCheck: true,
  };
}

/** The check of one configured scenario: exactly its code, with its documented status. */
export function scenarioProbe(op: Operation, scenario: Scenario): Probe {
  const { code } = scenario;
  const did = `the scenario ${scenarioName(scenario)}`;
  return sequence(
    `${did} ends in ${code}`,
    function* (context) {
      const spec = scenarioSpec(op, scenario);
      const judge = (settled: Settled) => judged(context, code, settled);
      const settled = yield* send(op.id, spec, did);
      const finding = judge(settled);
      if (isOverload(settled.answer) && finding.verdict === 'violated')
        return yield* stillOverloaded(context, spec, did, finding);
      if (finding.verdict === 'violated' && (yield* lacksOwnToken(context, scenario, settled)))
        return notRun('no-scenario', tokenToName(context, scenario), {
          missing: 'own-token',
          exchanges: finding.exchanges,
        });
      // Shown on the required fields alone where it shows there too; not where each call costs a message.
      return context.costs ? finding : yield* smallest(context, spec, did, finding, judge);
    },
    { did, phase: 'scenario' },
  );
}

/** An overload in place of the code of a scenario counts while others are served, and when it comes again. */
function* stillOverloaded(context: CheckContext, spec: RequestSpec, title: string, finding: Finding): Steps<Finding> {
  const open: Finding = { ...finding, verdict: 'inconclusive', reason: 'throttled' };
  const control: RequestSpec = {
    base: 'full',
    user: freeUser(context),
    occurrence: `beside-${spec.occurrence ?? 'scenario'}`,
  };
  const served = yield* attempt(context.op.id, control, 'a request beside the scenario');
  if (isUnanswered(served) || isOverload(served.answer)) return open;
  const again = yield* attempt(context.op.id, { ...spec, occurrence: 'scenario-again' }, `${title}, asked again`);
  if (isUnanswered(again) || !isOverload(again.answer)) return open;
  return { ...finding, exchanges: [...again.exchanges, ...finding.exchanges, ...served.exchanges] };
}

/** The token field of an operation whose tokens another one introduces; null where the scenario names the token or no other user. */
function tokenFieldOf({ op, body }: CheckContext, scenario: Scenario): string | null {
  const { refersTo, user } = op.probing;
  if (!refersTo || !user || scenario.body[refersTo.field] !== undefined) return null;
  const named = scenario.body[user];
  return named === undefined || named === body({ base: 'full' })[user] ? null : refersTo.field;
}

/**
 * Whether the scenario's user has no token of their own at this target, and the target looks at whose token it is: then a refusal says
 * nothing about the scenario. A good request about a token that nobody has shows whether it looks.
 */
function* lacksOwnToken(context: CheckContext, scenario: Scenario, settled: Settled): Steps<boolean> {
  const { op, identity } = context;
  const field = tokenFieldOf(context, scenario);
  const body = bodyMeant(settled);
  if (field === null || settled.answer.kind !== 'F' || !isObject(body)) return false;
  const introducing = context.other(op.probing.refersTo!.operation);
  const introduction = ownIntroduction(context, scenarioSpec(op, scenario), settled.fixture);
  if (introducing && introduction) {
    const introduced = yield* attempt(introducing.op.id, introduction, 'a token for other calls');
    if (!isUnanswered(introduced) && introduced.answer.kind === 'S') return false;
  }
  const nobodys: RequestSpec = {
    base: 'full',
    edits: [{ path: [field], set: `cf-${identity.id}-nobody` }],
    mayReachPerson: true,
  };
  const control = yield* attempt(op.id, nobodys, 'a good request about a token that nobody has');
  return isUnanswered(control) || control.answer.kind !== 'S';
}

/** What to add to the config: a token of the scenario's own user. */
function tokenToName({ op }: CheckContext, scenario: Scenario): Fact {
  return {
    is: 'token-to-name',
    operation: op.id,
    scenario: scenarioName(scenario),
    field: op.probing.refersTo!.field,
  };
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
  // A bare 429 is the word of a gateway, which says nothing about the scenario.
  if (answer.http === 429) return inconclusive(settled, 'throttled', expected);
  return violated(settled, expected, {
    received: answerFact(answer, decision && answer.kind === 'S' ? { [name]: given ?? null } : undefined),
    place: `response:${decision ? pointer(decision.path) : '/result/resultCode'}`,
  });
}
