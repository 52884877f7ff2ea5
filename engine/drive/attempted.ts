/** An Ask that may come to nothing: no budget left, nothing that can be believed. */

import { type Settled, Unjudged } from '../check/finding.ts';
import type { RequestSpec } from '../request/request-spec.ts';
import type { Trial } from './operation-client.ts';

/** The answer, or null where there is none to judge; any other error is thrown on. */
export async function attempted(trial: Trial, ask: RequestSpec, title: string): Promise<Settled | null> {
  try {
    return await trial.ask(ask, title);
  } catch (error) {
    if (error instanceof Unjudged) return null;
    throw error;
  }
}
