/** Conforming tolerance: requests that are accepted although they need not be. */
import { guarded, onFields } from '../faults/mpp/alterations.ts';
import type { Field, MppApi, Patch } from '../mpp/behaviour.ts';
import { isObject } from '../mpp/body.ts';
import { hasLegalFields } from '../mpp/fields.ts';
import type { Variant } from './variant.ts';

/** Stands around the normal check of every field that it applies to. */
const tolerating = (applies: (field: Field) => boolean, check: NonNullable<Field['check']>): Patch =>
  onFields((field) => (applies(field) ? { ...field, check } : field));

/** Variants of tolerance. */
export const toleranceVariants: readonly Variant[] = [
  {
    name: 'empty-optional-as-omitted',
    says: 'Takes "" in an optional field as if it were left out.',
    alter: (b) => {
      const tolerant = tolerating(
        (field) => !field.required,
        (value, legal) => value === '' || legal(value),
      )(b);
      return guarded(hasLegalFields, (next) => async (c, call) => {
        const refused = await next(c, call);
        const kept = Object.entries(call.request).filter(([, value]) => value !== '');
        if (!refused) call.request = Object.fromEntries(kept);
        return refused;
      })(tolerant);
    },
  },
  {
    name: 'scalars-as-texts',
    says: 'Takes numbers and booleans for the texts that they would be.',
    alter: (b) => {
      const isScalar = (value: unknown) => typeof value === 'number' || typeof value === 'boolean';
      const tolerant = tolerating(
        (field) => field.kind !== 'object',
        (value, legal) => legal(isScalar(value) ? String(value) : value),
      )(b);
      return guarded(hasLegalFields, (next) => async (c, call) => {
        const refused = await next(c, call);
        const texts = Object.entries(call.request).map(([key, value]) => [
          key,
          isScalar(value) ? String(value) : value,
        ]);
        if (!refused) call.request = Object.fromEntries(texts);
        return refused;
      })(tolerant);
    },
  },
  {
    name: 'new-account-sources',
    says: 'Takes accountSource values that it does not know.',
    alter: tolerating(
      (field) => field.name === 'accountSource',
      (value, legal) => legal(value) || isWord(value),
    ),
  },
  {
    name: 'new-token-types',
    says: 'Takes tokenType values that it does not know.',
    alter: tolerating(
      (field) => field.name === 'tokenType',
      (value, legal) => legal(value) || isWord(value),
    ),
  },
  {
    name: 'case-insensitive-enums',
    says: 'Takes enumerated values in any case.',
    alter: onFields((field) => (field.oneOf ? { ...field, check: inCapitals(field.name) } : field)),
  },
  {
    name: 'loose-paths',
    says: 'Serves a trailing slash and other capitals in the path.',
    alter: (b) => ({
      ...b,
      findApi: (c, path) =>
        c.apis.find((api) => b.findApi(c, path) === api) ?? loosely(c.apis, path, (p) => b.findApi(c, p)),
    }),
  },
  {
    name: 'any-json-label',
    says: 'Reads JSON under any Content-Type but XML and forms.',
    alter: (b) => ({ ...b, acceptsMedia: (call) => !/xml|form/.test(call.headers['content-type'] ?? '') }),
  },
  {
    name: 'any-algorithm-name',
    says: 'Ignores the algorithm that the Signature header names.',
    alter: (b) => ({ ...b, parseSignature: (header) => ({ ...b.parseSignature(header), algorithm: undefined }) }),
  },
  {
    name: 'lenient-json',
    says: 'Takes duplicate keys, deep nesting and a body of any size.',
    alter: (b) => ({ ...b, readBody: (call) => b.readBody(call) ?? parsed(call.body.toString()) }),
  },
];

/** Reads a value in capitals from here on. */
const inCapitals = (name: string): NonNullable<Field['check']> => {
  return (value, legal, request) => {
    if (typeof value === 'string') request[name] = value.toUpperCase();
    return legal(request[name]);
  };
};

const isWord = (value: unknown): boolean => typeof value === 'string' && value !== '';

function loosely(apis: readonly MppApi[], path: string, find: (path: string) => MppApi | null): MppApi | null {
  const plain = path.replace(/\/$/, '');
  const exact = find(plain);
  if (exact) return exact;
  const last = plain.slice(plain.lastIndexOf('/') + 1).toLowerCase();
  const folder = plain.slice(0, plain.lastIndexOf('/')).toLowerCase();
  const api = apis.find((candidate) => candidate.toLowerCase() === last);
  return api ? find(`${folder}/${api}`) : null;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
