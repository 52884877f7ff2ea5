/** Finds what the target of an action selects, and which schema that is or belongs to. */
import { JSONPathError, query } from 'json-p3';
import type { Schema } from '../spec-document.ts';
import type { Path } from '../spec-file.ts';
import { type Application, mistake } from './application.ts';
import type { Action } from './overlay-file.ts';
import type { SchemaPlace } from './schema-facts.ts';

/** A selected part of the document. */
export interface Selected {
  readonly location: Path;
  readonly value: unknown;
}

/** What a target selects: at least one part. */
export function select({ document }: Application, action: Action): Selected[] {
  const { target } = action;
  try {
    const nodes = [...query(target, document as never)].map(({ location, value }) => ({ location, value }));
    if (nodes.length > 0) return nodes;
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    throw mistake(action, `The target ${target} is not a JSONPath of RFC 9535 (${error.message}). Correct it.`);
  }
  throw mistake(
    action,
    `The target ${target} matches nothing. Compare it with the published openapi.yaml; a $ref is not followed: target the schema that it names.`,
  );
}

/** The schema at a place of the document or above it, and the steps below it; null where there is none. */
export function schemaAt(app: Application, location: Path): (SchemaPlace & { readonly rest: Path }) | null {
  const [components, schemas, component, ...steps] = location;
  if (components !== 'components' || schemas !== 'schemas' || component === undefined) return null;
  let schema = app.document.components.schemas[String(component)]!;
  let parent: Schema | null = null;
  let documented = !app.added.has(schema);
  let name = String(component);
  while (steps.length > 0) {
    const [word, step] = steps as [string, string | number | undefined];
    const isList = word === 'allOf' || word === 'oneOf';
    const isPart = word === 'items' || word === 'if' || word === 'then';
    if (!isPart && (step === undefined || !(isList || word === 'properties'))) break;
    const below: Schema = isPart
      ? schema[word]!
      : isList
        ? schema[word]![Number(step)]!
        : schema.properties![String(step)]!;
    steps.splice(0, isPart ? 1 : 2);
    if (!isList) documented = documented && schema['x-assumed'] !== true;
    documented = documented && !app.added.has(below);
    parent = word === 'properties' ? schema : null;
    name += word === 'properties' ? `.${step}` : word === 'items' ? '[]' : '';
    schema = below;
  }
  return { schema, parent, documented, name, rest: steps };
}
