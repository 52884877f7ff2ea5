/** Puts stated fields into the examples of messages: requests are composed from them, and a field that is not there cannot be left out. */
import { ContractError } from '../contract-error.ts';
import type { Media, Schema } from '../spec-document.ts';
import { isRecord } from '../words.ts';
import type { Application } from './application.ts';

/** Completes the examples of every message by `example` and `enum` of the stated fields. */
export function fillExamples(app: Application): void {
  for (const { post } of Object.values(app.document.paths)) {
    const messages: Media[] = [
      post.requestBody.content['application/json'],
      post.responses['200'].content['application/json'],
    ];
    for (const { schema, examples } of messages)
      for (const [name, { value }] of Object.entries(examples)) {
        const isMinimal = name === 'minimal';
        fill(app, schema, value, { isMinimal, above: '', full: isMinimal ? examples.full?.value : undefined });
      }
  }
  forgetExamples(app);
}

/** What has to be known of an example beside its value. */
interface Example {
  /** Whether it has the required fields only. */
  readonly isMinimal: boolean;
  readonly above: string;
  /** The same part of the example with every field. */
  readonly full: unknown;
}

function fill(app: Application, written: Schema, value: unknown, { isMinimal, above, full }: Example): void {
  const schema = resolved(app, written);
  if (Array.isArray(value)) {
    for (const item of value)
      if (schema.items) fill(app, schema.items, item, { isMinimal, above: `${above}[]`, full: undefined });
    return;
  }
  if (!isRecord(value)) return;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const child = resolved(app, property) as Schema & { example?: unknown };
    const path = above === '' ? name : `${above}.${name}`;
    const inFull = isRecord(full) ? full[name] : undefined;
    const isRequired = schema.required?.includes(name) ?? false;
    if (app.places.has(child) && !fits(child, value[name], isRequired)) {
      const made = child.example ?? child.enum?.find((one) => one !== null) ?? inFull;
      const isWanted = isRequired || !isMinimal;
      if (isWanted && made !== undefined) value[name] = structuredClone(made);
      else if (isRequired || value[name] != null) throw lacking(app, child, path);
    }
    if (value[name] !== undefined) fill(app, property, value[name], { isMinimal, above: path, full: inFull });
  }
}

/** Whether a value of an example keeps what is stated; one that is not there does so where it may be left out and nothing is given for it. */
function fits(child: Schema & { example?: unknown }, value: unknown, isRequired: boolean): boolean {
  if (value == null) return !isRequired && child.example === undefined;
  if (child.example !== undefined) return false;
  const kind = Array.isArray(value) ? 'array' : typeof value;
  if (child.type !== undefined && ![child.type].flat().includes(kind)) return false;
  if (typeof value !== 'string') return true;
  const length = [...value].length;
  if (length > (child.maxLength ?? length) || length < (child.minLength ?? 0)) return false;
  return (child.enum?.includes(value) ?? true) && new RegExp(child.pattern ?? '', 'u').test(value);
}

function lacking({ places }: Application, child: Schema, path: string): ContractError {
  return new ContractError(
    places.get(child)!,
    `${path} has no example that keeps what is stated. Add example to its keywords.`,
  );
}

function resolved({ document }: Application, schema: Schema): Schema {
  return schema.$ref ? (document.components.schemas[schema.$ref.split('/').at(-1)!] ?? schema) : schema;
}

/** A strict validator knows no `example`, and those of an overlay are for the messages alone. */
function forgetExamples({ document, places }: Application): void {
  const visit = (schema: unknown): void => {
    if (!isRecord(schema)) return;
    if (places.has(schema)) delete schema.example;
    for (const part of Object.values(schema.properties ?? {})) visit(part);
    for (const part of [...listOf(schema.allOf), ...listOf(schema.oneOf), schema.items]) visit(part);
  };
  for (const schema of Object.values(document.components.schemas)) visit(schema);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
