/** Applies overlays to a merged document: schemas, paths, examples, result codes, and sentences of one API. */
import { checkRow } from '../document-shape.ts';
import type { RequirementSource, SpecDocument } from '../spec-document.ts';
import type { Path } from '../spec-file.ts';
import { isRecord, requirementKeys } from '../words.ts';
import { type Application, applicationTo, mistake, replace, state } from './application.ts';
import { fillExamples } from './examples.ts';
import type { Action, Overlay } from './overlay-file.ts';
import { mergeSchema, type SchemaPlace } from './schema-facts.ts';
import { type Selected, schemaAt, select } from './targets.ts';

/** Applies the overlays in their order; the first mistake is thrown as a ContractError. */
export function applyOverlays(document: SpecDocument, overlays: readonly Overlay[]): Application {
  const app = applicationTo(document);
  for (const { actions } of overlays) for (const action of actions) apply(app, action);
  for (const [before, { path, action }] of app.paths) move(app, before, path, action);
  fillExamples(app);
  return app;
}

function apply(app: Application, action: Action): void {
  const selected = select(app, action);
  // From the end, so that the places of list items stay what they are.
  const ordered = action.update === null ? selected.toReversed() : selected;
  for (const one of ordered) {
    if (isExample(one.location)) changeExample(app, one, action);
    else if (one.location[0] === 'components') changeSchema(app, one, action);
    else changePath(app, one, action);
  }
}

function nowhere({ target }: Action, location: Path): string {
  const place = location.length === 0 ? 'the document itself' : location.join('.');
  return (
    `The target ${target} leads to ${place}, where no fact can be stated. Target a schema under components.schemas, a path, an example, or ` +
    'x-requirements of an operation.'
  );
}

function changeSchema(app: Application, { location, value }: Selected, action: Action): void {
  const found = schemaAt(app, location);
  if (!found) throw mistake(action, nowhere(action, location));
  const [word, index] = found.rest;
  if (action.update === null) removeFrom(app, found, location, action);
  else if (word === undefined) mergeSchema(app, found, action.update, action);
  else if (index !== undefined) throw mistake(action, nowhere(action, location));
  else if (word === 'oneOf') addAlternative(app, found, action);
  else if (word === 'properties') mergeSchema(app, found, { properties: action.update }, action);
  else if (Array.isArray(value)) mergeSchema(app, found, { [word]: [action.update] }, action);
  else
    throw mistake(
      action,
      `The target ${action.target} leads to a value, which an update cannot change. Target the schema, and put ${word} into update.`,
    );
}

/** A row of a result table: its codes with their status. */
function addAlternative(app: Application, { schema, name }: SchemaPlace, action: Action): void {
  const { update } = action;
  const code = isRecord(update) && isRecord(update.properties) ? update.properties.resultCode : undefined;
  const codes = isRecord(code) ? (Array.isArray(code.enum) ? code.enum : [code.const]) : [];
  if (codes.length === 0 || codes.some((one) => typeof one !== 'string'))
    throw mistake(action, `An alternative of ${name} needs properties.resultCode with an enum or a const. Add it.`);
  const made = structuredClone(update) as NonNullable<typeof schema.oneOf>[number];
  app.places.set(made, action.place);
  schema.oneOf = [...(schema.oneOf ?? []), made];
  for (const one of codes as string[]) app.codes.set(one, action);
}

function removeFrom(app: Application, at: SchemaPlace & { readonly rest: Path }, location: Path, action: Action): void {
  const { schema, parent, documented, name, rest } = at;
  const [word, index] = rest;
  if (word === undefined) {
    const child = String(location.at(-1));
    if (documented || !parent?.properties)
      throw mistake(action, `${name} is documented and cannot be removed. Remove what is said of it instead.`);
    delete parent.properties[child];
    parent.required = parent.required?.filter((one) => one !== child);
    return;
  }
  const words = schema as Record<string, unknown>;
  const list = words[word];
  const before = index === undefined ? list : (list as unknown[])[Number(index)];
  if (word === 'properties' || word.toString().startsWith('x-') || (index !== undefined && !Array.isArray(list)))
    throw mistake(action, nowhere(action, location));
  if (documented) replace(app, action, `${word} of ${name}`, String(before), 'nothing');
  if (index === undefined) delete words[word];
  else words[word] = (list as unknown[]).filter((_, place) => place !== index);
  const child = word === 'required' ? schema.properties?.[String(before)] : undefined;
  if (child && documented) state(app, child, 'optional', action);
  if (word === 'enum' && documented && parent?.properties?.resultStatus === undefined)
    state(app, schema, 'enum', action);
}

function isExample(location: Path): boolean {
  return location[0] === 'paths' && location.includes('examples') && location.at(-1) !== 'examples';
}

function changeExample({ document }: Application, { location, value }: Selected, action: Action): void {
  const above = location.slice(0, -1).reduce<unknown>((part, step) => (part as never)[step], document) as Record<
    string,
    unknown
  >;
  const key = String(location.at(-1));
  if (action.update === null) {
    if (Array.isArray(above)) above.splice(Number(key), 1);
    else delete above[key];
  } else if (Array.isArray(value)) value.push(structuredClone(action.update));
  else if (isRecord(value) && isRecord(action.update)) layOver(value, action.update);
  else throw mistake(action, `The target ${action.target} leads to a value. Target the object that has it.`);
}

function layOver(base: Record<string, unknown>, over: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(over)) {
    const below = base[key];
    if (isRecord(below) && isRecord(value)) layOver(below, value);
    else base[key] = structuredClone(value);
  }
}

function changePath(app: Application, { location }: Selected, action: Action): void {
  const [paths, path, post, word] = location;
  const { update } = action;
  const isPath = paths === 'paths' && isRecord(update);
  if (isPath && location.length === 2) statePath(app, String(path), update, action);
  else if (isPath && location.length === 4 && post === 'post' && word === 'x-requirements')
    addSentence(app, String(path), update, action);
  else throw mistake(action, nowhere(action, location));
}

function statePath(app: Application, path: string, update: Record<string, unknown>, action: Action): void {
  const stated = update['x-path'];
  if (Object.keys(update).length !== 1 || typeof stated !== 'string' || !/^\/[!"$-~]*$/.test(stated))
    throw mistake(
      action,
      `The path ${path} can be given another one only: update: { x-path: /the/path }. Correct the action.`,
    );
  const item = app.document.paths[path]!;
  if (item['x-assumed'] !== true && stated !== path)
    replace(app, action, `The path of ${item.post.operationId}`, path, stated);
  app.paths.set(path, { path: stated, action });
}

function move({ document }: Application, before: string, path: string, action: Action): void {
  const { 'x-assumed': _, ...item } = document.paths[before]!;
  if (path !== before && document.paths[path])
    throw mistake(action, `The path ${path} is already taken by ${document.paths[path].post.operationId}. Correct it.`);
  delete document.paths[before];
  document.paths[path] = item;
}

/** A sentence of the source about one API, with its proof in words. */
function addSentence(app: Application, path: string, update: Record<string, unknown>, action: Action): void {
  const unknown = Object.keys(update).find(
    (key) => !requirementKeys.includes(key) || key === 'basis' || key === 'source',
  );
  if (unknown !== undefined)
    throw mistake(
      action,
      `A requirement of an overlay has no key ${unknown}: basis and source come of the action. Remove it.`,
    );
  const source = { page: action.source, words: `${action.source} says so`, overlay: action.overlay };
  const row = { ...update, basis: 'partner', source } as unknown as RequirementSource;
  checkRow(row, [], (_, problem) => mistake(action, problem));
  app.places.set(row, action.place);
  app.document.paths[path]!.post['x-requirements'].push(row);
}
