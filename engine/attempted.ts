/** An Ask that may come to nothing: no budget left, nothing that can be believed. */
import type { Ask } from './ask.ts';
import { type Settled, Unjudged } from './judge.ts';
import type { Trial } from './trial.ts';

/** The answer, or null where there is none to judge; any other error is thrown on. */
export async function attempted(trial: Trial, ask: Ask, title: string): Promise<Settled | null> {
  try {
    return await trial.ask(ask, title);
  } catch (error) {
    if (error instanceof Unjudged) return null;
    throw error;
  }
}
