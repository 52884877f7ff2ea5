/** Changes of single steps of the correct Alipay+ that its faults are composed of. */
import type { Behaviour, Guard, Json, Patch } from './behaviour.ts';

/** Puts guards in the place of others. */
export const guarding =
  (guards: Partial<Behaviour['guards']>): Patch =>
  (b) => ({ ...b, guards: { ...b.guards, ...guards } });

/** Lets everything pass. */
export const pass: Guard = () => null;

/** Leaves out checks of the request, by name. */
export const unchecked =
  (...names: readonly string[]): Patch =>
  (b) => ({ ...b, checks: Object.fromEntries(Object.entries(b.checks).filter(([name]) => !names.includes(name))) });

/** Puts one check of the request in the place of another, or beside the others. */
export const checking =
  (name: string, holds: (request: Json) => boolean): Patch =>
  (b) => ({ ...b, checks: { ...b.checks, [name]: holds } });

/** Leaves out checks of the quantity and gives one code where the quantity makes no sense. */
export function clamped(...names: readonly string[]): Patch {
  return (b) => ({
    ...unchecked(...names)(b),
    quantity: (request) => Math.max(1, Math.trunc(b.quantity(request)) || 1),
  });
}

/** Changes the result object that stands for a code. */
export const resulting =
  (change: (result: Json, code: string) => Json): Patch =>
  (b) => ({ ...b, result: (code) => change(b.result(code), code) });
