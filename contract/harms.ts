/** Reads `x-harm-defaults`: what a broken requirement means where it does not say so itself. */
import { suggestion } from './did-you-mean.ts';
import { harms, keywords, kinds } from './names.ts';
import type { ConstraintHarms } from './rules.ts';
import type { Spec } from './spec.ts';
import type { Harm, Kind } from './types.ts';

/** The defaults by keyword and by kind. */
export interface HarmsByName extends ConstraintHarms {
  readonly kind: (kind: Kind) => Harm;
}

/** The defaults of a spec, all names checked. */
export function readHarms(spec: Spec): HarmsByName {
  const source = spec.document['x-harm-defaults'];
  const fail = (path: readonly string[], problem: string) => spec.error(['x-harm-defaults', ...path], problem);
  if (!source) throw fail([], 'common.yaml has no x-harm-defaults. Give each keyword and each kind its harm there.');
  const harmOf = (written: string | undefined, path: readonly string[]): Harm => {
    const found = harms.find((harm) => harm === written);
    if (found) return found;
    const name = path.join('.');
    if (written === undefined)
      throw fail(path, `x-harm-defaults.${name} is missing. Set it to one of ${harms.join(', ')}.`);
    throw fail(path, `x-harm-defaults.${name} is "${written}". ${suggestion(`${written}`, harms, 'Known harms')}`);
  };
  const check = (part: 'request' | 'answer' | 'kinds', known: readonly string[]) => {
    for (const [name, harm] of Object.entries(source[part] ?? {})) {
      if (!known.includes(name))
        throw fail([part, name], `x-harm-defaults.${part} has no ${name}. ${suggestion(name, known, 'Known names')}`);
      harmOf(harm, [part, name]);
    }
  };
  check('request', keywords);
  check('answer', keywords);
  check('kinds', kinds);
  return {
    request: (keyword) => harmOf(source.request?.[keyword], ['request', keyword]),
    answer: (keyword) => harmOf(source.answer?.[keyword], ['answer', keyword]),
    caller: harmOf(source.caller, ['caller']),
    kind: (kind) => harmOf(source.kinds?.[kind], ['kinds', kind]),
  };
}
