/** The body of a request before edits: example, fixture, times, token, scenario, made-up user, laid over each other in that order. */
import type { Operation } from '../../contract/types.ts';
import type { JsonObject } from '../settings.ts';
import { edited, laidOver, valueAt } from '../wire/json.ts';
import type { RequestSpec } from './request-spec.ts';
import { madeUp, timesFrom } from './values.ts';

/** What a body is made from besides its spec. */
export interface BodySources {
  readonly op: Operation;
  readonly seed: number;
  /** Start of the run in milliseconds since the Unix epoch: times in bodies are relative to it. */
  readonly startedAt: number;
  /** Body of the fixture that is used. */
  readonly fixture: JsonObject;
  /** Token that the request introduces or is about; empty for that of the example. */
  readonly token: string;
}

/** The body that a spec stands for. */
export function bodyOf(spec: RequestSpec, { op, seed, startedAt, fixture, token }: BodySources): JsonObject {
  const { probing } = op;
  const example = laidOver(op.requestExample, { ...timesFrom(op, startedAt), ...tokenValue(op, token) });
  let body = laidOver(example, fixture);
  if (spec.base === 'minimal') {
    const required = op.request
      .filter((field) => field.required && field.path.length === 1)
      .map((field) => field.path[0]);
    body = Object.fromEntries(Object.entries(body).filter(([key]) => required.includes(key)));
  }
  if (spec.user === 'unknown' && probing.nobody) {
    const like = valueAt(body, [probing.nobody]) ?? valueAt(example, [probing.nobody]);
    body = { ...body, [probing.nobody]: madeUp(`nobody/${seed}`, 20, String(like ?? '')) };
  }
  if (spec.overlay) body = laidOver(body, spec.overlay);
  return edited(body, spec.edits ?? []);
}

function tokenValue({ probing }: Operation, token: string): JsonObject {
  const field = probing.introduces ?? probing.refersTo?.field;
  return field && token ? { [field]: token } : {};
}
