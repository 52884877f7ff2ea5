/** Probes of constraints as they are asked: a trial that sends nothing writes down what would go out. */

import type { Field, Operation, Rule } from '../../contract/types.ts';
import { createTrial, type Trial } from '../../engine/drive/operation-client.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { operations } from '../../generated/operations.ts';
import { constraintProbes } from '../../suites/shared/constraints.ts';

/** When the runs of these trials start. */
const startedAt = Date.parse('2030-01-31T23:30:00Z');

/** One constraint of a request field, with its operation. */
export interface Constraint {
  readonly op: Operation;
  readonly field: Field;
  readonly rule: Rule;
  readonly id: string;
}

/** Each constraint of a request field of every operation. */
export const requestConstraints: readonly Constraint[] = Object.values(operations).flatMap((op) =>
  op.request.flatMap((field) => field.rules.map((rule) => ({ op, field, rule, id: rule.id }))),
);

const refusal = { result: { resultCode: 'PARAM_ILLEGAL', resultStatus: 'F' } };

/** The answer that every probe gets here. */
function refusing(operation: string): Exchange {
  const body = Buffer.from(JSON.stringify(refusal));
  return {
    id: 'x1',
    operation,
    probe: '',
    title: '',
    marker: '',
    startedAt,
    durationMs: 1,
    request: { method: 'POST', path: '/', headers: [], body: Buffer.from('{}') },
    response: { status: 200, headers: [], body, truncated: false },
    noAnswer: null,
  };
}

/** A trial that sends nothing: it writes down what it is asked. */
export function recordingTrial(op: Operation): { trial: Trial; asked: RequestSpec[] } {
  const asked: RequestSpec[] = [];
  const run = { settings: { requests: {}, limits: {}, seed: 7 }, startedAt, references: new Map() };
  const trial = createTrial(run as unknown as Trial['run'], op);
  const answer = answerOf(refusing(op.id));
  trial.controls.minimal = { answer, exchanges: [], meant: {}, fixture: 0, place: '' };
  trial.ask = async (ask) => {
    asked.push(ask);
    return { answer, exchanges: [answer.exchange], meant: {}, fixture: 0, place: '' };
  };
  return { trial, asked };
}

/** Everything that the probes of a constraint ask, each with the body that would go out. */
export async function asksOf({ op, field, rule }: Constraint): Promise<{ ask: RequestSpec; body: JsonObject }[]> {
  const { trial, asked } = recordingTrial(op);
  for (const probe of constraintProbes(op, field, rule)) await probe.prove(trial);
  return asked.map((ask) => ({ ask, body: trial.body(ask) }));
}
