/** Scenarios: the target is brought to one result code or decision by values that its owner configured. */

import { isOverload, received } from '../engine/answer.ts';
import type { Ask } from '../engine/ask.ts';
import { valueAt } from '../engine/body.ts';
import { broken, inconclusive, type Judged, kept, type Settled } from '../engine/judge.ts';
import type { Scenario } from '../engine/settings.ts';
import type { Trial } from '../engine/trial.ts';
import { example, type Probe } from '../engine/vocabulary.ts';
import type { Operation } from '../generated/operations.ts';
import { shownSmaller } from './acceptance.ts';

/** The request of one configured scenario. */
export function scenarioAsk(op: Operation, { code, body }: Scenario): Ask {
  const status = op.resultCodes[code];
  const pays = status === undefined || status === 'S';
  return {
    base: 'full',
    overlay: body,
    pays,
    provokesThrottle: true,
    provokesOverload: code === 'REQUEST_TRAFFIC_EXCEED_LIMIT',
    provokesWeather: code === 'UNKNOWN_EXCEPTION',
    unchecked: true,
  };
}

/** The probe of one configured scenario: exactly its code, with its documented status. */
export function scenarioProbe(op: Operation, scenario: Scenario): Probe {
  const { code, variant } = scenario;
  const name = variant ? `${code}:${variant}` : code;
  const status = op.resultCodes[code];
  const decision = status ? null : (op.response.find((field) => field.enum?.includes(code)) ?? null);
  const title = `the scenario ${name} ends in ${code}`;
  const judge = (trial: Trial, settled: Settled): Judged => {
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
    if (judged.shows !== 'broken' || trial.pool.costs || !trial.controls.minimal) return judged;
    return shownSmaller(judged, async () =>
      judge(trial, await trial.ask({ ...ask, base: 'minimal' }, `${title} (shrunk)`)),
    );
  };
  return example(title, prove, { phase: 'scenario' });
}
