/** Lists the fields of a message with what plain JSON Schema says of each. */
import { resolve, type Schema, type SpecDocument } from './document.ts';

/** One field as generated/operations.ts has it. */
export interface Field {
  path: string[];
  type: string;
  items: string | null;
  required: boolean;
  conditional: boolean;
  assumed: boolean;
  minLength: number | null;
  maxLength: number | null;
  enum: string[] | null;
  format: string | null;
  pattern: string | null;
  range: { min: number; max: number } | null;
  identity: { unknown: string[] } | null;
  freeText: boolean;
}

/** When a conditional field is required: `resultStatus` is `S`. */
export interface Condition {
  field: string;
  value: string;
}

/** A field together with what its rules are made from. */
export type ListedField = Field & { schema: Schema; condition: Condition | null };

/** The fields of an object and of the objects inside it; children that public pages hide are left out. */
export function listFields(document: SpecDocument, root: Schema, parents: string[] = []): ListedField[] {
  const schema = flatten(document, root);
  const conditions = readConditions(document, root);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const child = flatten(document, property);
    const required = schema.required?.includes(name) ?? false;
    const field = describe(document, [...parents, name], child, required, conditions.get(name) ?? null);
    const below = child.properties && !child['x-assumed'] ? listFields(document, child, field.path) : [];
    return [field, ...below];
  });
}

/** Folds `allOf` into one schema, so that the fields of a shared part count as own. */
function flatten(document: SpecDocument, schema: Schema): Schema {
  const { allOf, ...own } = resolve(document, schema);
  if (!allOf) return own;
  const parts = [...allOf.map((part) => flatten(document, part)), own];
  return {
    ...(Object.assign({}, ...parts) as Schema),
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

/** Which fields `then` makes required, and under which `if`. */
function readConditions(document: SpecDocument, root: Schema): Map<string, Condition> {
  const schema = resolve(document, root);
  const conditions = new Map<string, Condition>();
  for (const { if: when, then } of [schema, ...(schema.allOf ?? [])]) {
    if (!when || !then) continue;
    for (const name of then.required ?? []) conditions.set(name, readCondition(when));
  }
  return conditions;
}

function readCondition(schema: Schema): Condition {
  const [field, value] = Object.entries(schema.properties ?? {})[0] ?? [];
  if (!field || !value)
    throw new Error('An `if` in spec/ names no property with a const; write it as `properties: { field: { const } }`.');
  return value.const === undefined ? readCondition(value) : { field, value: value.const };
}

function describe(
  document: SpecDocument,
  path: string[],
  schema: Schema,
  required: boolean,
  condition: Condition | null,
): ListedField {
  const items = schema.items ? resolve(document, schema.items) : null;
  return {
    path,
    type: typeOf(schema),
    items: items ? typeOf(items) : null,
    required,
    conditional: condition !== null,
    assumed: schema['x-assumed'] === true || items?.['x-assumed'] === true,
    minLength: schema.minLength ?? null,
    maxLength: schema.maxLength ?? null,
    enum: schema.enum?.filter((value) => value !== null) ?? null,
    format: schema.format ?? null,
    pattern: schema.pattern ?? null,
    range: readRange(schema),
    identity: schema['x-identity'] ?? null,
    freeText: schema['x-free-text'] === true,
    schema,
    condition,
  };
}

/** The one type beside null. */
function typeOf(schema: Schema): string {
  const type = [schema.type].flat().find((name) => name !== 'null');
  if (!type) throw new Error(`A schema in spec/ has no type beside null: ${JSON.stringify(schema)}; give it one.`);
  return type;
}

/** A pattern that takes whole numbers and no others is a range; which one, the numbers themselves tell. */
function readRange(schema: Schema): Field['range'] {
  if (!schema.pattern || !schema.maxLength || schema.maxLength > 4) return null;
  const pattern = new RegExp(schema.pattern, 'u');
  const taken = Array.from({ length: 10 ** schema.maxLength }, (_, value) => value).filter((value) =>
    pattern.test(`${value}`),
  );
  if (taken.length === 0) return null;
  const range = { min: taken[0]!, max: taken.at(-1)! };
  if (range.max - range.min + 1 !== taken.length)
    throw new Error(`The pattern ${schema.pattern} leaves gaps between its numbers.`);
  return range;
}
