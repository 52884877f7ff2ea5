/** A token for one call alone, where the target takes a second call about the same token for a mistake. */
import type { Ask } from './ask.ts';
import { isObject } from './body.ts';
import { bodyMeant, type Settled, Unjudged } from './judge.ts';
import type { Trial } from './trial.ts';

/** Whether a call that was accepted is refused when it comes again: then the calls that follow need tokens of their own. */
export async function refusesTwice(trial: Trial): Promise<boolean> {
  const { op, pool } = trial;
  // Where each call costs a message the second one is the business of the suite alone.
  if (!op.probing.refersTo || pool.costs) return false;
  const again = await attempted(
    trial,
    { base: 'full', pays: true, turn: 'opening twice' },
    'the same good request twice',
  );
  return again?.answer.kind === 'F';
}

/** A token that nobody called about before, introduced where that can be done; null where the run's own serves. */
export async function ownToken(trial: Trial, ask: Ask, name: string): Promise<string | null> {
  const { refersTo } = trial.op.probing;
  if (!trial.ownTokens || !refersTo || ask.about !== undefined || ask.breaks) return null;
  const madeUp = `cf-${trial.run.id}-${trial.run.numberOf(name)}`;
  const introducing = trial.sibling(refersTo.operation);
  if (!introducing?.controls.full) return madeUp;
  const introduced = await attempted(
    introducing,
    { base: 'full', pays: true, turn: `token for ${name}` },
    `a token for ${trial.op.id}`,
  );
  const field = introducing.op.probing.introduces!;
  const body = introduced?.answer.kind === 'S' ? bodyMeant(introduced) : null;
  const token = isObject(body) ? body[field] : null;
  return typeof token === 'string' ? token : madeUp;
}

async function attempted(trial: Trial, ask: Ask, title: string): Promise<Settled | null> {
  try {
    return await trial.ask(ask, title);
  } catch (error) {
    if (error instanceof Unjudged) return null;
    throw error;
  }
}
