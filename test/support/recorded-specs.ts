/** Requests of the probes of constraints: a driver that sends nothing writes down what would go out. */

import type { Field, Operation, Rule } from '../../contract/types.ts';
import { type CheckContext, createContexts } from '../../engine/check/context.ts';
import type { Settled } from '../../engine/check/finding.ts';
import { runSteps } from '../../engine/check/steps.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { JsonObject, RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { operations } from '../../generated/operations.ts';
import { constraintProbes } from '../../suites/shared/constraints.ts';

/** When the runs start. */
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

/** A context at which every call costs nothing; its control with the required fields only was accepted. */
export function contextOf(op: Operation): CheckContext {
  const settings = { requests: {}, limits: {}, paths: {}, seed: 7 } as unknown as RunSettings;
  const context = createContexts([op], settings, { id: 'cafe0001', startedAt }).get(op.id)!;
  context.controls.minimal = refused(op);
  return context;
}

function refused(op: Operation): Settled {
  const answer = answerOf(refusing(op.id));
  return { answer, exchanges: [answer.exchange], meant: {}, fixture: 0, place: '' };
}

/** Every request that the probes of a constraint send, with the body that would go out. */
export function specsOf({ op, field, rule }: Constraint): { spec: RequestSpec; body: JsonObject }[] {
  const context = contextOf(op);
  const sent: RequestSpec[] = [];
  for (const probe of constraintProbes(op, field, rule)) {
    runSteps(probe.steps(context), (call) => {
      if (call.do !== 'send') throw new Error(`A probe of a constraint asks for ${call.do}.`);
      sent.push(call.send.spec);
      return refused(op);
    });
  }
  return sent.map((spec) => ({ spec, body: context.body(spec) }));
}
