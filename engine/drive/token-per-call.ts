/** Tokens that calls are about: whose they are, for which operation, and when a call needs one to itself. */

import { bodyMeant } from '../check/finding.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import { timesFrom } from '../request/values.ts';
import { isObject } from '../wire/json.ts';
import { attempted } from './attempted.ts';
import type { Trial } from './operation-client.ts';

/** Whether a call that was accepted is refused when it comes again: then the calls that follow need tokens of their own. */
export async function refusesTwice(trial: Trial): Promise<boolean> {
  const { op, pool } = trial;
  // Where each call costs a message the second one is the business of the suite alone.
  if (!op.probing.refersTo || pool.costs) return false;
  // With other times: a target may take the very same message again, and another one about the same token for a contradiction.
  const overlay = timesFrom(op, trial.run.startedAt - 60_000);
  const ask: RequestSpec = { base: 'full', mayReachPerson: true, occurrence: 'opening twice' };
  const again = await attempted(trial, ask, 'the same good request twice');
  if (again?.answer.kind === 'F') return true;
  const other = await attempted(trial, { ...ask, overlay }, 'a second good request about the same token');
  return other?.answer.kind === 'F';
}

/**
 * The token that a call is about, where another operation introduces tokens. A token belongs to one user, a notified one needs no code
 * any more, and one code may be all that a token gets: so it is of the call's own user and operation, and a call that costs a message
 * has one to itself. Null where the run's first token serves.
 */
export async function ownToken(
  trial: Trial,
  ask: RequestSpec,
  name: string,
  fixture: number | null,
): Promise<string | null> {
  const { op, run, ownTokens, pool } = trial;
  if (!op.probing.refersTo || ask.tokenOf !== undefined) return null;
  const introducing = trial.sibling(op.probing.refersTo.operation);
  const canIntroduce = introducing?.controls.full ? introducing : null;
  const user = fixture === null ? null : userOf(trial, ask, fixture);
  const alone = (ownTokens && !ask.violates) || (ask.mayReachPerson && pool.costs);
  const purpose = alone ? `token for ${name}` : `token of ${user} for ${op.id}`;
  const token =
    canIntroduce && (alone || user !== null) ? await introduced(canIntroduce, user, purpose, isScenario(ask)) : null;
  return token ?? (ownTokens && !ask.violates ? `cf-${run.id}-${run.numberOf(name)}` : null);
}

function isScenario({ overlay, skipSelfCheck: unchecked }: RequestSpec): boolean {
  return overlay !== undefined && unchecked === true;
}

const userField = 'customerId';

/** The user whom a call is about, changed or not. */
function userOf(trial: Trial, { overlay }: RequestSpec, fixture: number): string | null {
  const user = trial.body({ base: 'full', ...(overlay ? { overlay } : {}) }, fixture)[userField];
  return typeof user === 'string' ? user : null;
}

/** Introduces a token for a user, once for each purpose; null where that is not accepted. */
async function introduced(
  introducing: Trial,
  user: string | null,
  turn: string,
  /** A user whom the server may refuse whatever is asked, with an overload or an unknown exception too: that is not waited out. */
  isRefused: boolean,
): Promise<string | null> {
  const overlay = user === null ? {} : { overlay: { [userField]: user } };
  const hurried = isRefused ? { provokesOverload: true, provokesWeather: true } : {};
  const ask: RequestSpec = {
    base: 'full',
    mayReachPerson: true,
    skipSelfCheck: true,
    occurrence: turn,
    ...hurried,
    ...overlay,
  };
  const settled = await attempted(introducing, ask, 'a token for other calls');
  const body = settled?.answer.kind === 'S' ? bodyMeant(settled) : null;
  const token = isObject(body) ? body[introducing.op.probing.introduces!] : null;
  return typeof token === 'string' ? token : null;
}
