/** Lists the fields of a message with what plain JSON Schema says of each. */
import { suggestion } from './did-you-mean.ts';
import { identityKinds } from './names.ts';
import { resolve, type Spec } from './spec.ts';
import type { Schema } from './spec-document.ts';
import type { Field, Identity, IdentityKind } from './types.ts';

/** When a conditional field is required: `resultStatus` is `S`. */
export interface Condition {
  readonly field: string;
  readonly value: string;
}

/** A field without its rules, and what they are made from. */
export interface ListedField {
  readonly field: Omit<Field, 'rules'>;
  readonly schema: Schema;
  /** The schema as it is written, without the parts that it is folded from. */
  readonly property: Schema;
  readonly condition: Condition | null;
}

// Deeper than any message of these APIs; a schema that contains itself ends here too.
const deepest = 8;

/** The fields of an object and of the objects inside it; of children that public pages hide, those alone of which an overlay says something. */
export function listFields(
  spec: Spec,
  root: Schema,
  parents: readonly string[] = [],
  isWanted: (child: Schema) => boolean = () => true,
): ListedField[] {
  const schema = flatten(spec, root);
  if (parents.length > deepest)
    throw spec.error(
      root,
      `${parents.slice(0, 3).join('.')}… is nested deeper than ${deepest} levels, or contains itself. Mark it with x-assumed.`,
    );
  const conditions = readConditions(spec, root);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const child = flatten(spec, property);
    if (!isWanted(child)) return [];
    const path = [...parents, name];
    const condition = conditions.get(name) ?? null;
    const field = describe(spec, path, property, child, {
      required: schema.required?.includes(name) ?? false,
      conditional: condition !== null,
    });
    return [{ field, schema: child, property, condition }, ...fieldsBelow(spec, property, child, path)];
  });
}

/** The fields inside an object, and those stated of the elements of a list, whose name ends with `[]`. */
function fieldsBelow(spec: Spec, property: Schema, child: Schema, path: readonly string[]): ListedField[] {
  const isStated = (schema: Schema) => says(spec, schema);
  if (child.properties) return listFields(spec, property, path, child['x-assumed'] ? isStated : undefined);
  if (!child.items || !says(spec, child.items)) return [];
  return listFields(spec, child.items, [...path.slice(0, -1), `${path.at(-1)}[]`], isStated);
}

/** Whether an overlay says something of a schema or of what is inside it. */
function says(spec: Spec, written: Schema, depth = 0): boolean {
  const schema = flatten(spec, written);
  if ((schema['x-stated']?.length ?? 0) > 0) return true;
  const parts = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return depth < deepest && parts.some((part) => says(spec, part, depth + 1));
}

/** Folds `allOf` into one schema, so that the fields of a shared part count as own. */
function flatten(spec: Spec, schema: Schema): Schema {
  const { allOf, ...own } = resolve(spec, schema);
  if (!allOf) return own;
  const parts = [...allOf.map((part) => flatten(spec, part)), own];
  return {
    ...(Object.assign({}, ...parts) as Schema),
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

/** Which fields `then` makes required, and under which `if`. */
function readConditions(spec: Spec, root: Schema): Map<string, Condition> {
  const schema = resolve(spec, root);
  const conditions = new Map<string, Condition>();
  for (const { if: when, then } of [schema, ...(schema.allOf ?? [])]) {
    if (!when || !then) continue;
    for (const name of then.required ?? []) conditions.set(name, readCondition(spec, when, when));
  }
  return conditions;
}

function readCondition(spec: Spec, when: Schema, schema: Schema): Condition {
  const [field, value] = Object.entries(schema.properties ?? {})[0] ?? [];
  if (!field || !value)
    throw spec.error(
      when,
      'This `if` names no property with a const. Write it as `properties: { field: { const: VALUE } }`.',
    );
  return value.const === undefined ? readCondition(spec, when, value) : { field, value: value.const };
}

function describe(
  spec: Spec,
  path: readonly string[],
  property: Schema,
  schema: Schema,
  presence: Pick<Field, 'required' | 'conditional'>,
): Omit<Field, 'rules'> {
  const items = schema.items ? resolve(spec, schema.items) : null;
  const type = typeOf(spec, property, schema, ['string', 'object', 'array']);
  if (type !== 'string') refuseTextKeywords(spec, property, schema, path.join('.'));
  return {
    path,
    type,
    items: items ? typeOf(spec, property, items, ['string', 'object']) : null,
    ...presence,
    assumed: schema['x-assumed'] === true || items?.['x-assumed'] === true,
    minLength: schema.minLength ?? null,
    maxLength: schema.maxLength ?? null,
    enum: schema.enum?.filter((value) => value !== null) ?? null,
    format: formatOf(spec, property, schema),
    pattern: patternOf(spec, property, schema),
    range: readRange(spec, property, schema),
    identity: schema['x-identity'] ? identityOf(spec, property, schema, path.join('.')) : null,
    freeText: schema['x-free-text'] === true,
  };
}

/** Keywords that say something of a text alone: elsewhere they would never be judged. */
const textKeywords = ['minLength', 'maxLength', 'pattern', 'format', 'enum', 'const'] as const;

function refuseTextKeywords(spec: Spec, property: Schema, schema: Schema, name: string): void {
  const [type] = [schema.type].flat().filter((one) => one !== 'null');
  const odd = textKeywords.find((keyword) => schema[keyword] !== undefined);
  if (odd)
    throw spec.error(
      property,
      `${name} is an ${type} and has ${odd}, which is for texts. Remove it, or put it on a text inside ${name}.`,
    );
}

/** The one type beside null. */
function typeOf<const Type extends string>(spec: Spec, property: Schema, schema: Schema, known: readonly Type[]): Type {
  const written = [schema.type].flat().find((name) => name !== 'null');
  const type = known.find((name) => name === written);
  if (type) return type;
  const what = written ? `has the type ${written}` : 'has no type beside null';
  throw spec.error(property, `This schema ${what}. Give it one of ${known.join(', ')}: scalars are sent as strings.`);
}

function formatOf(spec: Spec, property: Schema, { format }: Schema): Field['format'] {
  if (format === undefined || format === 'date-time') return format ?? null;
  throw spec.error(property, `The format ${format} is not known. Use date-time, or a pattern.`);
}

function patternOf(spec: Spec, property: Schema, { pattern }: Schema): string | null {
  if (pattern === undefined) return null;
  try {
    new RegExp(pattern, 'u');
    return pattern;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw spec.error(property, `The pattern ${pattern} is not a regular expression (${why}). Correct it.`);
  }
}

/** A pattern that takes whole numbers and no others is a range; which one, the numbers themselves tell. */
function readRange(spec: Spec, property: Schema, schema: Schema): Field['range'] {
  if (!schema.pattern || !schema.maxLength || schema.maxLength > 4) return null;
  const pattern = new RegExp(schema.pattern, 'u');
  const taken = Array.from({ length: 10 ** schema.maxLength }, (_, value) => value).filter((value) =>
    pattern.test(`${value}`),
  );
  if (taken.length === 0) return null;
  const range = { min: taken[0]!, max: taken.at(-1)! };
  if (range.max - range.min + 1 !== taken.length)
    throw spec.error(
      property,
      `The pattern ${schema.pattern} leaves gaps between its numbers. Write one that takes a whole range.`,
    );
  return range;
}

/** Unknown values are compared at this length and at the greatest one, unless that is too short for it. */
const usualShortLength = 20;

function identityOf(spec: Spec, property: Schema, schema: Schema, name: string): Identity {
  const { of, unknown, shortLength } = schema['x-identity']!;
  const kind = identityKinds.find((known): known is IdentityKind => known === of);
  if (!kind)
    throw spec.error(
      property,
      `x-identity of ${name} says of: ${of}. ${suggestion(`${of}`, identityKinds, 'Known kinds')}`,
    );
  if (!Array.isArray(unknown) || unknown.length === 0)
    throw spec.error(
      property,
      `x-identity of ${name} lists no codes. Name in unknown those with which an unknown value may be refused.`,
    );
  const { maxLength } = schema;
  if (maxLength === undefined) return { of: kind, unknown, shortLength: shortLength ?? usualShortLength };
  const short = shortLength ?? Math.min(usualShortLength, Math.floor(maxLength / 2));
  if (short >= 1 && short < maxLength) return { of: kind, unknown, shortLength: short };
  throw spec.error(
    property,
    `${name} is an identity field of at most ${maxLength} characters, so an unknown value of ${Math.max(short, 1)} cannot be compared with a ` +
      'longer one. Set x-identity.shortLength below maxLength, or remove x-identity.',
  );
}
