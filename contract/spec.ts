/** Merges spec files into one OpenAPI document without references to other files, and knows where each part of it comes from. */
import { createHash } from 'node:crypto';
import { ContractError, type Place } from './contract-error.ts';
import { didYouMean } from './did-you-mean.ts';
import type { OperationSource, Schema, SpecDocument } from './spec-document.ts';
import type { Path, SpecFile } from './spec-file.ts';

/** The file with the parts that all others use. */
export const sharedName = 'common.yaml';

/** The merged document with its origins. */
export interface Spec {
  readonly document: SpecDocument;
  /** SHA-256 over the names and texts of the files. */
  readonly digest: string;
  /** The error for a part of the document, given by its path or by the object itself. */
  error(part: Path | object, problem: string): ContractError;
}

/** Merges the files; a path or a component name used twice is refused. */
export function mergeSpec(files: readonly SpecFile[]): Spec {
  const shared = files.find(({ name }) => name === sharedName);
  if (!shared) {
    const place = { file: files[0]?.path ?? sharedName, line: 1 };
    throw new ContractError(place, `The shared file ${sharedName} is missing. Compile it together with this one.`);
  }
  const document = {
    openapi: shared.content.openapi,
    info: shared.content.info,
    servers: shared.content.servers,
    security: [],
    paths: {},
    components: {},
    'x-requirements': shared.content['x-requirements'] ?? [],
    'x-ambiguities': shared.content['x-ambiguities'] ?? [],
    'x-harm-defaults': shared.content['x-harm-defaults'],
  } as unknown as SpecDocument;
  const owners = new Map<string, SpecFile>();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file.name}\n${file.text}\n`);
    mergePaths(document, file, owners);
    mergeComponents(document, file, owners);
  }
  const placeOf = (path: Path): Place => {
    const owner = owners.get(ownerKey(path)) ?? shared;
    return { file: owner.path, line: owner.lineOf(path) };
  };
  const paths = pathsOf(document);
  return {
    document,
    digest: hash.digest('hex'),
    error: (part, problem) => new ContractError(placeOf(isPath(part) ? part : (paths.get(part) ?? [])), problem),
  };
}

/** The path or the component of which a part is, as one key. */
function ownerKey(path: Path): string {
  return path.slice(0, path[0] === 'components' ? 3 : 2).join('\n');
}

function isPath(part: Path | object): part is Path {
  return Array.isArray(part);
}

function mergePaths(document: SpecDocument, file: SpecFile, owners: Map<string, SpecFile>): void {
  for (const [path, item] of Object.entries(file.content.paths ?? {})) {
    const other = owners.get(ownerKey(['paths', path]));
    if (other)
      throw new ContractError(
        { file: file.path, line: file.lineOf(['paths', path]) },
        `The path ${path} is already taken by ${other.path}. Give this API its own.`,
      );
    owners.set(ownerKey(['paths', path]), file);
    document.paths[path] = { servers: file.content.servers, ...withLocalReferences(item) };
  }
}

function mergeComponents(document: SpecDocument, file: SpecFile, owners: Map<string, SpecFile>): void {
  for (const [kind, parts] of Object.entries(file.content.components ?? {})) {
    const target = document.components[kind] ?? {};
    document.components[kind] = target;
    for (const [name, part] of Object.entries(parts)) {
      const path = ['components', kind, name];
      const other = owners.get(ownerKey(path));
      if (other)
        throw new ContractError(
          { file: file.path, line: file.lineOf(path) },
          `The name ${name} in components.${kind} is already taken by ${other.path}. Rename this one.`,
        );
      owners.set(ownerKey(path), file);
      target[name] = withLocalReferences(part);
    }
  }
}

/** The value with references into the shared file made references into the merged document. */
function withLocalReferences<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    key === '$ref' ? String(part).replace(new RegExp(`^${sharedName}(?=#)`), '') : part,
  );
}

/** The path of each object in the document. */
function pathsOf(document: SpecDocument): WeakMap<object, Path> {
  const paths = new WeakMap<object, Path>();
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    paths.set(value, path);
    for (const [key, part] of Object.entries(value)) visit(part, [...path, key]);
  };
  visit(document, []);
  return paths;
}

/** The schema behind a reference; keywords beside the reference win. */
export function resolve(spec: Spec, schema: Schema, passed: readonly string[] = []): Schema {
  if (!schema.$ref) return schema;
  const { schemas } = spec.document.components;
  const name = schemaName(schema);
  const target = schemas[name];
  if (!target) {
    const near = didYouMean(name, Object.keys(schemas));
    throw spec.error(schema, `No file has a schema ${name}. ${near ? `Did you mean ${near}?` : 'Add it.'}`);
  }
  if (passed.includes(name))
    throw spec.error(schema, `The schema ${name} refers to itself. Define it in one place, without a reference.`);
  const { $ref: _, ...beside } = schema;
  return { ...resolve(spec, target, [...passed, name]), ...beside };
}

/** The description of an operation. */
export function postOf({ document }: Spec, operation: string): OperationSource {
  return Object.values(document.paths).find(({ post }) => post.operationId === operation)!.post;
}

/** The last part of a reference to a schema component. */
export function schemaName(schema: Schema): string {
  return schema.$ref!.split('/').at(-1)!;
}
