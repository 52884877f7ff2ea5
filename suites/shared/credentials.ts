/** A credential that nobody issued: a request for a user whom the target does not know is not accepted. */
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { type Finding, satisfied, violated } from '../../engine/check/finding.ts';
import { type Steps, send } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';

/** Only S is wrong here: how else the answer may fail, other requirements say. `field` names the user. */
export function unknownCredential(title: string, field: string): Probe {
  return sequence(
    title,
    function* ({ op }: CheckContext): Steps<Finding> {
      const settled = yield* send(op.id, { base: 'full', user: 'unknown' }, 'a request for an unknown user');
      const expected: Fact = { is: 'refused', codes: [] };
      return settled.answer.kind === 'S'
        ? violated(settled, expected, { place: `/${field}` })
        : satisfied(settled, expected);
    },
    { phase: 'refusal' },
  );
}
