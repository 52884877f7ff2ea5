/** Controls that are sent while a lost request is looked into: the request of an operation that costs nothing and that it answers. */
import { type CheckContext, freeUser } from '../check/context.ts';
import type { RequestSpec } from '../request/request-spec.ts';

/** The n-th control of a run. */
export function controlSpec(context: CheckContext, n: number): RequestSpec {
  return { base: 'full', user: freeUser(context), occurrence: `control-${n}` };
}

/** Which control a recorded spec says that it is; null where it is none. */
export function controlNumber({ occurrence }: RequestSpec): number | null {
  const found = occurrence?.match(/^control-(\d+)$/);
  return found ? Number(found[1]) : null;
}
