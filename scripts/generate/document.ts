/** Reads spec/ and makes one OpenAPI document of it, without references to other files. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A JSON Schema with the marks that spec/ puts beside its keywords. */
export interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  const?: string;
  enum?: (string | null)[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  format?: string;
  pattern?: string;
  default?: string;
  'x-assumed'?: boolean;
  'x-free-text'?: boolean;
  'x-identity'?: { unknown: string[] };
  'x-judge'?: Record<string, Judge>;
  'x-source'?: Record<string, Source>;
}

/** How a reading of one keyword differs from the usual one. */
export interface Judge {
  level?: string;
  basis?: string;
  ambiguity?: string;
  accept?: string[];
}

/** Where a fact stands, and the fact in own words. */
export interface Source {
  page: string;
  words: string;
}

/** One row of `x-requirements` as spec/ writes it. */
export interface RequirementSource {
  id: string;
  says: string;
  basis: string;
  ambiguity?: string;
  binds: string[];
  source: Source;
  observable?: boolean;
  reason?: string;
  members?: string[];
  callerMembers?: string[];
}

interface Media {
  schema: Schema;
  examples: Record<string, { summary?: string; value: unknown }>;
}

/** The one POST of a path, as spec/ writes it. */
export interface OperationSource {
  operationId: string;
  summary: string;
  externalDocs: { url: string };
  'x-caller': string;
  'x-server': string;
  'x-effect'?: string;
  'x-probing'?: ProbingSource;
  'x-requirements': RequirementSource[];
  requestBody: { content: { 'application/json': Media } };
  responses: { '200': { content: { 'application/json': Media } } };
}

/** What a probe of the operation has to know beside its schema: `x-probing`, all parts optional. */
export interface ProbingSource {
  nobody?: string;
  credential?: string;
  introduces?: string;
  refersTo?: { field: string; operation: string };
  times?: Record<string, number>;
}

/** The whole of spec/ in one document. */
export interface SpecDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, { post: OperationSource; 'x-assumed'?: boolean; servers?: unknown[] }>;
  components: Record<string, Record<string, unknown>> & { schemas: Record<string, Schema> };
  'x-requirements': RequirementSource[];
  'x-ambiguities': { id: string; issue: string; position: string }[];
}

type SpecFile = SpecDocument & { servers?: unknown[] };

/** The folder of the hand-written documents. */
export const specFolder = fileURLToPath(new URL('../../spec/', import.meta.url));

/** Names of the hand-written documents, the shared one first. */
export function specFileNames(): string[] {
  const names = readdirSync(specFolder).filter((name) => name.endsWith('.yaml'));
  return ['common.yaml', ...names.filter((name) => name !== 'common.yaml').sort()];
}

const everyApi = {
  title: 'Five Alipay+ APIs',
  summary: 'sendOTP, sendActivationCode, tokenActivationNotification, tokenDigitizeDecision and getPaymentCode.',
  description:
    'What public pages document about five APIs between Alipay+ and a Mobile Payment Provider (MPP). ' +
    'Parts marked `x-assumed` are not public and stand here as plausible examples.',
};

/** Merges all documents of spec/; a component name used twice is a mistake and refused. */
export function readSpec(): { document: SpecDocument; digest: string } {
  const names = specFileNames();
  const hash = createHash('sha256');
  const files = names.map((name): SpecFile => {
    const text = readFileSync(specFolder + name, 'utf8');
    hash.update(`${name}\n${text}\n`);
    return parse(text, withinOneDocument);
  });
  const shared = files[0]!;
  const document = {
    openapi: shared.openapi,
    info: { ...shared.info, ...everyApi },
    servers: shared.servers,
    security: [],
    paths: {},
    components: {},
    'x-requirements': shared['x-requirements'],
    'x-ambiguities': shared['x-ambiguities'],
  } as unknown as SpecDocument;
  files.forEach((file, index) => {
    mergeInto(document, file, names[index]!);
  });
  return { document, digest: hash.digest('hex') };
}

/** A reference into the shared document is one into the merged document. */
function withinOneDocument(key: unknown, value: unknown): unknown {
  return key === '$ref' ? String(value).replace(/^common\.yaml/, '') : value;
}

function mergeInto(document: SpecDocument, file: SpecFile, name: string): void {
  for (const [path, item] of Object.entries(file.paths ?? {})) {
    if (document.paths[path])
      throw new Error(`The path ${path} of spec/${name} is already taken; give the API its own.`);
    document.paths[path] = { servers: file.servers, ...item };
  }
  for (const [kind, parts] of Object.entries(file.components ?? {})) {
    const target = document.components[kind] ?? {};
    document.components[kind] = target;
    for (const [key, part] of Object.entries(parts)) {
      if (target[key]) throw new Error(`The ${kind} component ${key} of spec/${name} is already taken; rename it.`);
      target[key] = part;
    }
  }
}

/** The schema behind a reference; keywords beside the reference win. */
export function resolve(document: SpecDocument, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const name = schemaName(schema);
  const target = document.components.schemas[name];
  if (!target) throw new Error(`spec/ refers to the schema ${name}, which no file has; correct the reference.`);
  const { $ref: _, ...beside } = schema;
  return { ...resolve(document, target), ...beside };
}

/** The last part of a reference to a schema component. */
export function schemaName(schema: Schema): string {
  return schema.$ref!.split('/').at(-1)!;
}
