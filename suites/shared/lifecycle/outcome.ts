/** Outcomes of calls as their users see them: what two must share to be alike, and the quiet in which they are compared. */

import type { Trial } from '../../../engine/drive/operation-client.ts';
import type { Run } from '../../../engine/drive/run-context.ts';
import { type Answer, received } from '../../../engine/wire/answer.ts';
import type { Exchange } from '../../../engine/wire/exchange.ts';
import { jsonOf, valueAt } from '../../../engine/wire/json.ts';
import { operations } from '../../../generated/operations.ts';

/** Fields of an answer that have a closed list of values and so are part of its outcome: the decision. */
function chosenFields({ op }: Trial): string[] {
  return op.response.filter((field) => field.enum && field.path.length === 1).map((field) => field.path[0]!);
}

/** Status, code and decision are the same. Other content may lawfully differ from call to call. */
export function alike(trial: Trial, one: Answer, other: Answer): boolean {
  return differingField(trial, one, other) === null;
}

/** JSON pointer of the first part of the outcome that differs, `response:/decision`; null where none does. */
export function differingField(trial: Trial, one: Answer, other: Answer): string | null {
  if (one.kind !== other.kind || one.code !== other.code) return 'response:/result/resultCode';
  const field = chosenFields(trial).find((name) => valueAt(one.json, [name]) !== valueAt(other.json, [name]));
  return field ? `response:/${field}` : null;
}

/** An outcome in words: `S/SUCCESS with decision APPROVED`. */
export function outcomeOf(trial: Trial, answer: Answer): string {
  const chosen = chosenFields(trial)
    .map((name) => [name, valueAt(answer.json, [name])] as const)
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => `${name} ${value}`);
  return [received(answer), ...chosen].join(' with ');
}

/** Whether an answer is fit for a comparison: one whose code and status no table has is the business of G-16 alone. */
export function isDocumented(trial: Trial, { kind, code }: Answer): boolean {
  const extra = trial.run.settings.extraResultCodes[trial.op.id] ?? {};
  return extra[code] === kind || Object.values(operations).some((op) => op.resultCodes[code] === kind);
}

/** The request body of an exchange, as a counterexample shows it. */
export function requestOf(exchange: Exchange): unknown {
  return jsonOf(exchange.request.body);
}

const queues = new WeakMap<Run, Promise<unknown>>();

/**
 * Runs jobs of one run one after the other, each once no other probe is calling: what then happens is due to the calls
 * of the job alone.
 */
export function undisturbed<T>(run: Run, job: () => Promise<T>): Promise<T> {
  const before = queues.get(run) ?? Promise.resolve();
  const turn = before.then(async () => {
    await calm(run);
    return job();
  });
  queues.set(
    run,
    turn.catch(() => {}),
  );
  return turn;
}

const lookEveryMs = 5;
const looksAtMost = 400;

/** Waits until nothing is under way at two looks in a row; not for ever, as a slow target may never be at rest. */
async function calm(run: Run): Promise<void> {
  let idle = 0;
  for (let look = 0; look < looksAtMost && idle < 2; look += 1) {
    idle = run.limiter.idle() ? idle + 1 : 0;
    await run.rest(lookEveryMs);
  }
}
