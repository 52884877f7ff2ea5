/** Merges what an action says of a schema into it: each keyword is a fact of its own, and none contradicts a documented one unsaid. */
import { suggestion } from '../did-you-mean.ts';
import type { Schema } from '../spec-document.ts';
import type { Keyword } from '../types.ts';
import { isRecord } from '../words.ts';
import { type Application, mistake, replace, state } from './application.ts';
import type { Action } from './overlay-file.ts';

/** A schema with what has to be known of its place. */
export interface SchemaPlace {
  readonly schema: Schema;
  /** The schema of which it is a property. */
  readonly parent: Schema | null;
  /** Whether public pages describe it. */
  readonly documented: boolean;
  /** As messages name it: SendOTPRequest.accessToken. */
  readonly name: string;
}

/** Keywords of one value, with the rule that each is about. */
const words: Readonly<Record<string, Keyword>> = {
  type: 'type',
  minLength: 'minLength',
  maxLength: 'maxLength',
  format: 'format',
  pattern: 'range',
};
/** Words for readers; confidential text goes no further. */
const unread = ['description', 'title', 'x-seen'];
const marks = ['example', 'x-identity', 'x-free-text'];
const known = [...Object.keys(words), 'required', 'properties', 'items', 'enum', 'const', ...marks, 'description'];

/** Merges an update into a schema. */
export function mergeSchema(app: Application, at: SchemaPlace, update: unknown, action: Action): void {
  if (!isRecord(update))
    throw mistake(action, `The update of ${at.name} has to be a map of keywords. Write it as one.`);
  inline(app, at.schema);
  for (const [key, value] of Object.entries(update)) {
    if (unread.includes(key)) continue;
    if (marks.includes(key)) (at.schema as Record<string, unknown>)[key] = value;
    else if (words[key]) mergeWord(app, at, key, value, action);
    else if (key === 'enum') mergeEnum(app, at, value, action);
    else if (key === 'const') mergeEnum(app, at, [value], action);
    else if (key === 'required') mergeRequired(app, at, value, action);
    else if (key === 'properties') mergeProperties(app, at, value, action);
    else if (key === 'items') mergeItems(app, at, value, action);
    else
      throw mistake(
        action,
        `No row would come of the keyword ${key} of ${at.name}. ${suggestion(key, known, '') || 'Remove it, or say it in a sentence under x-requirements.'}`,
      );
  }
  app.places.set(at.schema, action.place);
}

/** Makes a reference the schema that it leads to, so that a fact about one field says nothing about others. */
export function inline({ document }: Application, schema: Schema): void {
  const { $ref, ...beside } = schema;
  if (!$ref) return;
  const named = document.components.schemas[$ref.split('/').at(-1)!];
  if (!named) return;
  delete schema.$ref;
  Object.assign(schema, structuredClone(named), beside);
  inline({ document } as Application, schema);
}

function mergeWord(
  app: Application,
  { schema, documented, name }: SchemaPlace,
  key: string,
  value: unknown,
  action: Action,
): void {
  const before = (schema as Record<string, unknown>)[key];
  if (before !== undefined && kindText(before) === kindText(value) && documented) return;
  const isText = key === 'minLength' || key === 'maxLength' ? Number.isInteger(value) : typeof value === 'string';
  if (!isText && !(key === 'type' && Array.isArray(value)))
    throw mistake(
      action,
      `${key} of ${name} is ${JSON.stringify(value)}. Write ${isLength(key) ? 'a whole number' : 'a text'}.`,
    );
  if (documented && before !== undefined) replace(app, action, `${key} of ${name}`, kindText(before), kindText(value));
  // What another kind has inside says nothing about this one.
  if (key === 'type' && before !== undefined && kindText(before) !== kindText(value))
    for (const word of ['properties', 'required', 'items'] as const) delete schema[word];
  (schema as Record<string, unknown>)[key] = value;
  // One character is what every text has at least.
  if (key !== 'minLength' || Number(value) > 1) state(app, schema, words[key]!, action);
}

const isLength = (key: string) => key === 'minLength' || key === 'maxLength';

/** A value as messages show it; of types the one beside null. */
function kindText(value: unknown): string {
  const text = Array.isArray(value) ? value.filter((one) => one !== 'null' && one !== null).join(', ') : String(value);
  return text === '' ? 'nothing' : text;
}

function mergeEnum(app: Application, at: SchemaPlace, value: unknown, action: Action): void {
  const { schema, parent, documented, name } = at;
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' && one !== null))
    throw mistake(action, `enum of ${name} is a list of texts. Write it as one.`);
  const before = schema.enum;
  const added = value.filter((one) => !before?.includes(one));
  if (parent?.properties?.resultStatus?.const !== undefined && parent.properties.resultCode === schema) {
    schema.enum = [...(before ?? [schema.const ?? null].filter((one) => one !== null)), ...added];
    delete schema.const;
    for (const code of added) app.codes.set(code, action);
    return;
  }
  if (before && added.length === 0 && documented) return;
  if (before && documented) replace(app, action, `enum of ${name}`, kindText(before), kindText([...before, ...added]));
  else if (schema.const !== undefined && documented)
    replace(app, action, `const of ${name}`, schema.const, kindText(value));
  schema.enum = [...(before ?? []), ...added];
  state(app, schema, 'enum', action);
}

function mergeRequired(app: Application, at: SchemaPlace, value: unknown, action: Action): void {
  const { schema, name } = at;
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
    throw mistake(action, `required of ${name} is a list of names. Write it as one.`);
  for (const child of value as string[]) {
    if (schema.required?.includes(child)) continue;
    const property = schema.properties?.[child];
    // The properties of the same action may come behind it.
    const later = isRecord(action.update) && JSON.stringify(action.update).includes(`"${child}":`);
    if (!property && !later)
      throw mistake(
        action,
        `required of ${name} names ${child}, which it does not describe. ${suggestion(child, Object.keys(schema.properties ?? {}), 'Its fields')}`.trim(),
      );
    const below = property ?? addProperty(app, schema, child);
    inline(app, below);
    if (isDocumented(app, at, below)) replace(app, action, `${name}.${child}`, 'optional', 'required');
    else below['x-stated'] ??= [];
    schema.required = [...(schema.required ?? []), child];
    state(app, below, 'required', action);
  }
}

function isDocumented(app: Application, { schema, documented }: SchemaPlace, child: Schema): boolean {
  return documented && schema['x-assumed'] !== true && !app.added.has(child);
}

function addProperty(app: Application, schema: Schema, name: string): Schema {
  const made: Schema = {};
  app.added.add(made);
  schema.properties = { ...schema.properties, [name]: made };
  return made;
}

function mergeProperties(app: Application, at: SchemaPlace, value: unknown, action: Action): void {
  if (!isRecord(value)) throw mistake(action, `properties of ${at.name} is a map of schemas by name. Write it as one.`);
  for (const [name, part] of Object.entries(value)) {
    const child = at.schema.properties?.[name] ?? addProperty(app, at.schema, name);
    inline(app, child);
    const documented = isDocumented(app, at, child);
    if (!documented) child['x-stated'] ??= [];
    const place = { schema: child, parent: at.schema, documented, name: `${at.name}.${name}` };
    mergeSchema(app, place, part, action);
    if (child.type === undefined)
      throw mistake(action, `${place.name} has no type. Add type: string, or that of an object or a list.`);
  }
}

function mergeItems(app: Application, at: SchemaPlace, value: unknown, action: Action): void {
  const items = at.schema.items ?? {};
  if (!at.schema.items) app.added.add(items);
  at.schema.items = items;
  inline(app, items);
  const documented = at.documented && at.schema['x-assumed'] !== true && !app.added.has(items);
  if (!documented) items['x-stated'] ??= [];
  mergeSchema(app, { schema: items, parent: null, documented, name: `${at.name}[]` }, value, action);
}
