/** The good request itself: what its acceptance shows, and what its refusal means for whom. */

import type { Field } from '../../contract/types.ts';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import { answerFact, type Fact } from '../../engine/check/facts.ts';
import {
  advisory,
  type Finding,
  inconclusive,
  notRun,
  type Settled,
  satisfied,
  violated,
} from '../../engine/check/finding.ts';
import { type Steps, send } from '../../engine/check/steps.ts';
import { sequence, unset } from '../../engine/check/verbs/index.ts';

const success: Fact = { is: 'accepted' };

/** A good request is accepted. A fixture of the config is vouched for; the bare example of the spec is not. */
export function validCall(): Probe {
  return sequence('a good request is accepted', judgedOpening, { phase: 'first', control: 'none' });
}

function* judgedOpening(context: CheckContext): Steps<Finding> {
  const { controls, op, settings } = context;
  if (controls.full) return satisfied(controls.full, success);
  const opening = { base: 'full', mayReachPerson: true, occurrence: 'opening' } as const;
  const settled = yield* send(op.id, opening, 'a good request');
  const { answer } = settled;
  if (answer.kind === 'S') return satisfied(settled, success);
  const isPathKnown = settings.pathsConfigured.includes(op.id) || settings.embedded;
  if (!isPathKnown && (answer.code === 'NO_INTERFACE_DEF' || answer.http === 404))
    return notVouched(context, settled, 'path');
  if (answer.kind === 'U') return inconclusive(settled, 'unstable', success);
  return context.vouched ? violated(settled, success) : notVouched(context, settled, 'user');
}

/** A refusal that says nothing about the target: the config names no path, or no user. */
function notVouched({ op }: CheckContext, { answer, exchanges }: Settled, lacks: 'path' | 'user'): Finding {
  const received: Fact = { is: 'not-vouched', lacks, operation: op.id, answer: answerFact(answer) };
  return notRun('no-fixture', received, { exchanges, missing: lacks });
}

/** The required fields alone are enough. How the user is found then is open (ambiguity 6.33), so codes other than PARAM_ILLEGAL only advise. */
export function minimalCall(): Probe {
  const title = 'a good request with the required fields only is accepted';
  return sequence(
    title,
    function* ({ op }) {
      const settled = yield* send(op.id, { base: 'minimal', mayReachPerson: true, occurrence: 'opening' }, title);
      const optional = op.request.filter((field) => !field.required);
      return notIllegal(settled, optional);
    },
    { phase: 'acceptance' },
  );
}

/** A good request without one optional field is not illegal. */
export function without(field: string): Probe {
  const title = `a good request without ${field} is accepted`;
  return sequence(
    title,
    function* ({ op }) {
      const settled = yield* send(op.id, { base: 'full', edits: [unset(field)], mayReachPerson: true }, title);
      return notIllegal(
        settled,
        op.request.filter(({ path }) => path[0] === field),
      );
    },
    { phase: 'acceptance' },
  );
}

/** How a user is found without the field that names one is open, so a code for an unknown user only advises; any other refusal is a violation. */
function notIllegal(settled: Settled, omitted: readonly Field[]): Finding {
  const { kind, code } = settled.answer;
  if (kind === 'S') return satisfied(settled, success);
  const unknown = omitted.flatMap((field) => field.identity?.unknown ?? []);
  return kind === 'F' && unknown.includes(code) ? advisory(settled, success) : violated(settled, success);
}
