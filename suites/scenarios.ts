/** Scenarios: the target is brought to one result code or decision by values that its owner configured. */

import { received } from '../engine/answer.ts';
import type { Ask } from '../engine/ask.ts';
import { valueAt } from '../engine/body.ts';
import { broken, inconclusive, kept } from '../engine/judge.ts';
import type { Scenario } from '../engine/settings.ts';
import { example, type Probe } from '../engine/vocabulary.ts';
import type { Operation } from '../generated/operations.ts';

/** The request of one configured scenario. */
export function scenarioAsk(op: Operation, { code, body }: Scenario): Ask {
  const status = op.resultCodes[code];
  const pays = status === undefined || status === 'S';
  return {
    base: 'full',
    overlay: body,
    pays,
    provokesThrottle: true,
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
  return example(
    title,
    async (trial) => {
      const extra = trial.run.settings.extraResultCodes[op.id]?.[code];
      const settled = await trial.ask(scenarioAsk(op, scenario), title);
      const { answer } = settled;
      const expected = decision ? `S/SUCCESS with ${decision.path.join('.')} ${code}` : `${status ?? extra}/${code}`;
      const given = decision ? valueAt(answer.json, decision.path) : answer.code;
      const right = given === code && answer.kind === (decision ? 'S' : (status ?? extra));
      if (right) return kept(settled, expected);
      const shown =
        decision && answer.kind === 'S'
          ? `${received(answer)} with ${decision.path.join('.')} ${JSON.stringify(given)}`
          : received(answer);
      // A throttle that the scenario did not ask for says nothing about the scenario.
      if (answer.http === 429) return inconclusive(settled, 'throttled', expected);
      return broken(settled, expected, {
        received: shown,
        field: `response:/${decision ? decision.path.join('/') : 'result/resultCode'}`,
      });
    },
    { phase: 'scenario' },
  );
}
