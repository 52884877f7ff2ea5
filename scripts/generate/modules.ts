/** Writes the generated TypeScript modules: tables as data under types that tell what is in them. */
import type { SpecDocument } from './document.ts';
import type { Operation } from './operations.ts';
import type { Requirement } from './requirements.ts';

const quoted = (values: readonly string[]): string =>
  values.map((value) => `\n  | '${value.replaceAll("'", "\\'")}'`).join('');

/** Text of generated/operations.ts, without the head line. */
export function writeOperations(operations: readonly Operation[]): string {
  const table = Object.fromEntries(operations.map((operation) => [operation.id, operation]));
  return `
/** The APIs, by the name Alipay+ gives them. */
export type OperationId =${quoted(operations.map(({ id }) => id))};

/** What a rule is about; \`optional\` is "left out and null are alike". */
export type Keyword =
  | 'required'
  | 'null'
  | 'empty'
  | 'type'
  | 'maxLength'
  | 'minLength'
  | 'enum'
  | 'format'
  | 'range'
  | 'optional';

export type Level = 'MUST' | 'SHOULD' | 'MAY';
export type Basis = 'normative' | 'derived' | 'position';

/** One constraint: a row of the report of its own. */
export interface Rule {
  readonly id: string;
  readonly keyword: Keyword;
  readonly says: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly ambiguity: string | null;
  /** Codes with which a server may refuse a request that breaks the rule; empty for answers. */
  readonly accept: readonly string[];
  /**
   * How a value beyond the constraint is read where that differs from the rule itself: refusing an enumeration's documented
   * value breaks the rule, accepting an undocumented one only this. Null: one reading for both.
   */
  readonly beyond: {
    readonly says: string;
    readonly level: Level;
    readonly basis: Basis;
    readonly ambiguity: string | null;
  } | null;
  /** The same constraint where the caller is under test and keeps it; null for answers and where only a server can break it. */
  readonly sent: {
    readonly says: string;
    readonly level: Level;
    readonly basis: Basis;
    readonly ambiguity: string | null;
    readonly group: readonly string[];
  } | null;
  /** Ids of the catalogue rows that sum it up where the server is under test. */
  readonly group: readonly string[];
  readonly source: { readonly page: string; readonly words: string };
}

/** One field of a message with what the spec says of it. */
export interface Field {
  readonly path: readonly string[];
  readonly type: 'string' | 'object' | 'array';
  readonly items: 'string' | 'object' | null;
  readonly required: boolean;
  /** Required in some answers only, as \`if\` and \`then\` of the schema say. */
  readonly conditional: boolean;
  /** Public pages hide its children: they go out as the example has them and are never judged. */
  readonly assumed: boolean;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly enum: readonly string[] | null;
  readonly format: 'date-time' | null;
  readonly pattern: string | null;
  readonly range: { readonly min: number; readonly max: number } | null;
  /** It names someone or something; \`unknown\` lists the codes that say there is no such one. */
  readonly identity: { readonly unknown: readonly string[] } | null;
  readonly freeText: boolean;
  readonly rules: readonly Rule[];
}

/** What a probe has to know beside the schema. */
export interface Probing {
  /** Field that makes the user nobody when its value is made up: no message can reach a person. */
  readonly nobody: string | null;
  /** Field that is a secret of the user. */
  readonly credential: string | null;
  /** Field that an accepted call makes known to the server: each call uses a new value. */
  readonly introduces: string | null;
  /** Field whose value another operation introduced. */
  readonly refersTo: { readonly field: string; readonly operation: OperationId } | null;
  /** Times relative to the start of a run, in minutes, that keep a valid request in order and in the future where it must be. */
  readonly times: Readonly<Record<string, number>>;
}

/** One API: its path, its two sides, its fields, its result codes, its examples. */
export interface Operation {
  readonly id: OperationId;
  readonly path: string;
  readonly pathAssumed: boolean;
  readonly caller: 'alipayplus' | 'mpp';
  readonly server: 'mpp' | 'alipayplus';
  /** What an accepted call does to a person; null where it costs nobody anything. */
  readonly effect: string | null;
  readonly summary: string;
  readonly page: string;
  readonly probing: Probing;
  /** Rules of the body as a whole. */
  readonly body: readonly Rule[];
  readonly request: readonly Field[];
  readonly response: readonly Field[];
  readonly resultCodes: Readonly<Record<string, 'S' | 'F' | 'U'>>;
  readonly requestExample: Readonly<Record<string, unknown>>;
  readonly minimalExample: Readonly<Record<string, unknown>>;
  readonly responseExamples: Readonly<Record<string, unknown>>;
}

export const operations: Readonly<Record<OperationId, Operation>> = ${JSON.stringify(table, null, 2)};
`;
}

/** Text of generated/requirements.ts, without the head line. */
export function writeRequirements(
  document: SpecDocument,
  digest: string,
  operations: readonly Operation[],
  requirements: readonly Requirement[],
): string {
  const titles = (operation: string | null): string =>
    quoted(requirements.filter((row) => row.operation === operation && row.members === null).map(({ title }) => title));
  return `import type { Basis, Level, OperationId } from './operations.ts';

/** Ids of the catalogue. */
export type RequirementId =${quoted(requirements.map(({ id }) => id))};

/** Id and sentence of each row that needs proofs of its own: of one API, or of every API. */
export interface RequirementTitles {
  every:${titles(null).replaceAll('\n', '\n  ') || ' never'};
${operations.map(({ id }) => `  ${id}:${titles(id).replaceAll('\n', '\n  ') || ' never'};`).join('\n')}
}

export type RequirementTitle<O extends OperationId | 'every'> = RequirementTitles[O];

export type Party = 'mpp-server' | 'alipayplus-server' | 'mpp-caller' | 'alipayplus-caller';

/** One row of the catalogue. */
export interface Requirement {
  readonly id: RequirementId;
  /** Null where it binds every API. */
  readonly operation: OperationId | null;
  readonly title: string;
  readonly says: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly ambiguity: string | null;
  readonly binds: readonly Party[];
  readonly observable: boolean;
  /** Why no wire test can see it; null where one can. */
  readonly reason: string | null;
  /** Ids of the constraints it sums up, over all APIs it binds; null where it has proofs of its own. */
  readonly members: readonly string[] | null;
  /** The same where the caller is under test: constraints whose \`sent\` reading counts. */
  readonly callerMembers: readonly string[] | null;
  readonly source: { readonly page: string; readonly words: string };
}

export const requirements: readonly Requirement[] = ${JSON.stringify(requirements, null, 2)};

/** Where the public pages are silent or contradict each other, and how this suite reads them. */
export const ambiguities: readonly { readonly id: string; readonly issue: string; readonly position: string }[] = ${JSON.stringify(document['x-ambiguities'] ?? [], null, 2)};

/** SHA-256 over the documents of spec/. */
export const specDigest = '${digest}';

export const specVersion = '${document.info.version}';
`;
}
