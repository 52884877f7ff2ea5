/** The shape of a spec document: OpenAPI 3.1 with the `x-` words that spec/README.md documents. */
import type { Source } from './types.ts';

/** A JSON Schema with the words that spec/ puts beside its keywords. */
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
  'x-identity'?: IdentitySource;
  'x-judge'?: Record<string, Judge>;
  'x-source'?: Record<string, Partial<Source>>;
  /** Set by overlays: the keywords that they state, where only these are judged. */
  'x-stated'?: string[];
}

/** What `x-identity` says: what the field names, with which codes an unknown one may be refused, and the short length to compare with. */
export interface IdentitySource {
  of: string;
  unknown: string[];
  shortLength?: number;
}

/** How a reading of one keyword differs from the usual one. */
export interface Judge {
  level?: string;
  basis?: string;
  ambiguity?: string;
  accept?: string[];
}

/** One row of `x-requirements` as a spec writes it. */
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
  scenario?: string | string[];
  unique?: string;
  same?: string[];
  for?: string;
  other?: Record<string, string>;
  refuses?: string;
  'x-kind'?: string;
  'x-harm'?: string;
}

/** The body of a message with its examples. */
export interface Media {
  schema: Schema;
  examples: Record<string, { summary?: string; value: unknown }>;
}

/** The one POST of a path, as a spec writes it. */
export interface OperationSource {
  operationId: string;
  summary: string;
  externalDocs: { url: string };
  'x-order'?: number;
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
  user?: string;
  nobody?: string;
  credential?: string;
  introduces?: string;
  gives?: string;
  refersTo?: { field: string; operation: string };
  times?: Record<string, number>;
}

/** The harm of a broken requirement that names none of its own: `x-harm-defaults`. */
export interface HarmDefaults {
  request: Record<string, string>;
  answer: Record<string, string>;
  caller: string;
  kinds: Record<string, string>;
}

/** A spec file, or several in one document. */
export interface SpecDocument {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string };
  servers?: unknown[];
  paths: Record<string, { post: OperationSource; 'x-assumed'?: boolean; 'x-path'?: string; servers?: unknown[] }>;
  components: Record<string, Record<string, unknown>> & { schemas: Record<string, Schema> };
  'x-requirements': RequirementSource[];
  'x-ambiguities': { id: string; issue: string; position: string }[];
  'x-harm-defaults': HarmDefaults;
}
