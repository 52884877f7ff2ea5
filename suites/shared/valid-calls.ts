/** The good request itself: what its acceptance proves, and what its refusal means for whom. */

import { type Probe, probe } from '../../engine/check/check.ts';
import { advised, broken, type Finding, kept, type Settled, Unjudged } from '../../engine/check/finding.ts';
import type { Trial } from '../../engine/drive/operation-client.ts';
import { received } from '../../engine/wire/answer.ts';
import type { Field } from '../../generated/operations.ts';

/** A good request is accepted. A fixture of the config is vouched for; the bare example of the spec is not. */
export function validCall(): Probe {
  const title = 'a good request is accepted';
  return probe(title, judgeOpening, { phase: 'first', control: 'none' });
}

async function judgeOpening(trial: Trial): Promise<Finding> {
  if (trial.controls.full) return kept(trial.controls.full, 'S/SUCCESS');
  const settled = await trial.ask({ base: 'full', mayReachPerson: true, occurrence: 'opening' }, 'a good request');
  const { answer } = settled;
  if (answer.kind === 'S') return kept(settled, 'S/SUCCESS');
  const { op, run } = trial;
  const here = run.settings.pathsConfigured.includes(op.id) || run.settings.embedded;
  if (!here && (answer.code === 'NO_INTERFACE_DEF' || answer.http === 404)) {
    throw new Unjudged(
      'not-run',
      'no-fixture',
      `${received(answer)} on the default path; set paths.${op.id}`,
      settled.exchanges,
    );
  }
  if (answer.kind === 'U')
    throw new Unjudged('inconclusive', 'unstable', received(answer), settled.exchanges, 'S/SUCCESS');
  if (trial.vouched) return broken(settled, 'S/SUCCESS');
  const says = `${received(answer)} to the example of the spec; name a user of yours under requests.${op.id}`;
  throw new Unjudged('not-run', 'no-fixture', says, settled.exchanges);
}

/** The required fields alone are enough. How the user is found then is open (ambiguity 6.33), so codes other than PARAM_ILLEGAL only advise. */
export function minimalCall(): Probe {
  const title = 'a good request with the required fields only is accepted';
  return probe(
    title,
    async (trial) => {
      const settled = await trial.ask({ base: 'minimal', mayReachPerson: true, occurrence: 'opening' }, title);
      const optional = trial.op.request.filter((field) => !field.required);
      return notIllegal(settled, optional);
    },
    { phase: 'acceptance' },
  );
}

/** A good request without one optional field is not illegal. */
export function without(field: string): Probe {
  const title = `a good request without ${field} is accepted`;
  return probe(
    title,
    async (trial) => {
      const edits = [{ path: [field], unset: true }] as const;
      const settled = await trial.ask({ base: 'full', edits, mayReachPerson: true }, title);
      return notIllegal(
        settled,
        trial.op.request.filter(({ path }) => path[0] === field),
      );
    },
    { phase: 'acceptance' },
  );
}

/** How a user is found without the field that names one is open, so a code for nobody only advises; any other refusal is broken. */
function notIllegal(settled: Settled, leftOut: readonly Field[]): Finding {
  const expected = 'S/SUCCESS';
  const { kind, code } = settled.answer;
  if (kind === 'S') return kept(settled, expected);
  const nobody = leftOut.flatMap((field) => field.identity?.unknown ?? []);
  return kind === 'F' && nobody.includes(code) ? advised(settled, expected) : broken(settled, expected);
}
