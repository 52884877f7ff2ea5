/** Changes: how the request of a check departs from a good one, as data that may depend on the operation under test. */

import type { Encoding, RequestSpec, WireChange } from '../../request/request-spec.ts';
import type { Edit } from '../../wire/json.ts';
import { type CheckContext, freeUser } from '../context.ts';

/** A request spec whose parts may be made from the context; `free` is a user whom no message could reach where that costs. */
export interface Change extends Omit<RequestSpec, 'base' | 'user' | 'edits' | 'violates' | 'wire' | 'encoding'> {
  readonly base?: RequestSpec['base'];
  readonly user?: RequestSpec['user'] | 'free';
  readonly edit?: readonly Edit[] | ((context: CheckContext) => readonly Edit[]);
  readonly violates?: RequestSpec['violates'] | ((context: CheckContext) => RequestSpec['violates']);
  readonly wire?: WireChange | ((context: CheckContext) => WireChange);
  readonly encoding?: Encoding | ((context: CheckContext) => Encoding);
}

/** The request spec of a change at an operation. */
export function specOf(context: CheckContext, change: Change): RequestSpec {
  const { base = 'full', user, edit, violates, wire, encoding, ...rest } = change;
  const broken = typeof violates === 'function' ? violates(context) : violates;
  const asked = user === 'free' ? freeUser(context) : user;
  return {
    ...rest,
    base,
    ...(asked === undefined ? {} : { user: asked }),
    ...(edit === undefined ? {} : { edits: typeof edit === 'function' ? edit(context) : edit }),
    ...(broken === undefined ? {} : { violates: broken }),
    ...(wire === undefined ? {} : { wire: typeof wire === 'function' ? wire(context) : wire }),
    ...(encoding === undefined ? {} : { encoding: typeof encoding === 'function' ? encoding(context) : encoding }),
  };
}

/** A field set to a value. */
export function set(field: string | readonly string[], value: unknown): Edit {
  return { path: typeof field === 'string' ? [field] : field, set: value };
}

/** A field left out. */
export function unset(field: string | readonly string[]): Edit {
  return { path: typeof field === 'string' ? [field] : field, unset: true };
}
