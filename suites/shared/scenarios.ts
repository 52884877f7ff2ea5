/** Scenarios: the target is brought to one result code or decision by values that its owner configured. */

import { type Probe, probe } from '../../engine/check/check.ts';
import { broken, type Finding, inconclusive, kept, type Settled } from '../../engine/check/finding.ts';
import type { Trial } from '../../engine/drive/operation-client.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { Scenario } from '../../engine/settings.ts';
import { isOverload, received } from '../../engine/wire/answer.ts';
import { valueAt } from '../../engine/wire/json.ts';
import type { Operation } from '../../generated/operations.ts';
import { shownSmaller } from './acceptance-proof.ts';

/** The request of one configured scenario. */
export function scenarioAsk(op: Operation, { code, body }: Scenario): RequestSpec {
  const status = op.resultCodes[code];
  const pays = status === undefined || status === 'S';
  return {
    base: 'full',
    overlay: body,
    mayReachPerson: pays,
    provokesThrottle: true,
    provokesOverload: code === 'REQUEST_TRAFFIC_EXCEED_LIMIT',
    provokesTransient: code === 'UNKNOWN_EXCEPTION',
    skipSelfCheck: true,
  };
}

/** The probe of one configured scenario: exactly its code, with its documented status. */
export function scenarioProbe(op: Operation, scenario: Scenario): Probe {
  const { code, variant } = scenario;
  const name = variant ? `${code}:${variant}` : code;
  const status = op.resultCodes[code];
  const decision = status ? null : (op.response.find((field) => field.enum?.includes(code)) ?? null);
  const title = `the scenario ${name} ends in ${code}`;
  const judge = (trial: Trial, settled: Settled): Finding => {
    const { answer } = settled;
    const extra = trial.run.settings.extraResultCodes[op.id]?.[code];
    const expected = decision ? `S/SUCCESS with ${decision.path.join('.')} ${code}` : `${status ?? extra}/${code}`;
    const given = decision ? valueAt(answer.json, decision.path) : answer.code;
    const right = given === code && answer.kind === (decision ? 'S' : (status ?? extra));
    if (right) return kept(settled, expected);
    const shown =
      decision && answer.kind === 'S'
        ? `${received(answer)} with ${decision.path.join('.')} ${JSON.stringify(given)}`
        : received(answer);
    // An overload that the scenario did not ask for says nothing about the scenario.
    if (isOverload(answer) && (answer.http === 429 || answer.code !== code))
      return inconclusive(settled, 'throttled', expected);
    return broken(settled, expected, {
      received: shown,
      field: `response:/${decision ? decision.path.join('/') : 'result/resultCode'}`,
    });
  };
  const prove = async (trial: Trial) => {
    const ask = scenarioAsk(op, scenario);
    const judged = judge(trial, await trial.ask(ask, title));
    // Shown on the required fields alone where it shows there too; not where each call costs a message.
    if (judged.verdict !== 'broken' || trial.pool.costs || !trial.controls.minimal) return judged;
    return shownSmaller(judged, async () =>
      judge(trial, await trial.ask({ ...ask, base: 'minimal' }, `${title} (shrunk)`)),
    );
  };
  return probe(title, prove, { phase: 'scenario' });
}
