/** The path that a fact of a partner states: the API answers there, wherever the config says that it is. */
import type { Probe } from '../../engine/check/check.ts';
import { answerFact } from '../../engine/check/facts.ts';
import { satisfied, violated } from '../../engine/check/finding.ts';
import { send } from '../../engine/check/steps.ts';
import { sequence, specOf } from '../../engine/check/verbs/index.ts';

/** A good request for a user whom no message can reach gets a result of the API at this path. */
export function servedAt(path: string): Probe {
  const did = `a request to ${path}`;
  return sequence(
    `${did} is served`,
    function* (context) {
      const wire = context.path === path ? undefined : { path };
      const settled = yield* send(context.op.id, specOf(context, { user: 'free', ...(wire && { wire }) }), did);
      const { answer } = settled;
      const isElsewhere = answer.code === 'NO_INTERFACE_DEF' || answer.http === 404 || answer.http === 405;
      if (!isElsewhere) return satisfied(settled, { is: 'any-result' });
      return violated(settled, { is: 'any-result' }, { received: answerFact(answer), place: 'path' });
    },
    { did, phase: 'acceptance' },
  );
}
