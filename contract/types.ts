/** The shapes of the compiled contract, written once: what generated/ holds for the bundled APIs and what compiling other specs gives. */
import type { OperationId, RequirementId } from '../generated/ids.ts';
import type { bases, harms, identityKinds, keywords, kinds, parties, sides } from './names.ts';

/** How binding a sentence is; derived from the word that stands in it. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** What a requirement rests on. */
export type Basis = (typeof bases)[number];

/** What a rule is about. */
export type Keyword = (typeof keywords)[number];

/** What a catalogue row is about. */
export type Kind = (typeof kinds)[number];

/** What it means when a requirement is broken. */
export type Harm = (typeof harms)[number];

/**
 * How well a row names the cause of a failure, best first: 0 a request field or body, 1 an answer field, 2 a signature row that binds
 * servers, 3 a row of one API, 4 a row of every API.
 */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** Who a requirement binds. */
export type Party = (typeof parties)[number];

/** One side of an API. */
export type Side = (typeof sides)[number];

/** The status of a result. */
export type ResultStatus = 'S' | 'F' | 'U';

/** What an identity field names. */
export type IdentityKind = (typeof identityKinds)[number];

/** Where a fact is written, and the fact in own words. */
export interface Source {
  readonly page: string;
  readonly words: string;
  /** Version of the page, where it is known. */
  readonly version?: string;
  /** The overlay of `facts` that says so; left out for what is documented. */
  readonly overlay?: string;
}

/** One reading of a constraint. */
export interface Reading {
  readonly says: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly ambiguity: string | null;
}

/** The reading of a constraint where the caller is under test and has to keep it. */
export interface SentReading extends Reading {
  /** Ids of the catalogue rows that sum it up where the caller is under test. */
  readonly group: readonly string[];
  readonly harm: Harm;
}

/** One constraint: a row of the report of its own. */
export interface Rule extends Reading {
  readonly id: string;
  readonly keyword: Keyword;
  /** Codes with which a server may refuse a request that breaks the rule; empty for answers. */
  readonly accept: readonly string[];
  /**
   * How a value beyond the constraint is read where that differs from the rule itself: refusing an enumeration's documented
   * value breaks the rule, accepting an undocumented one only this. Null: one reading for both.
   */
  readonly beyond: Reading | null;
  /** The same constraint where the caller is under test and keeps it; null for answers and where only a server can break it. */
  readonly sent: SentReading | null;
  /** Ids of the catalogue rows that sum it up where the server is under test. */
  readonly group: readonly string[];
  readonly harm: Harm;
  readonly rank: Rank;
  readonly source: Source;
}

/** What a field that names someone or something says of its values. */
export interface Identity {
  readonly of: IdentityKind;
  /** Codes that say that there is no such one. */
  readonly unknown: readonly string[];
  /** Length of the short unknown value that one of the greatest length is compared with; below `maxLength`. */
  readonly shortLength: number;
}

/** One field of a message with what the spec says of it. */
export interface Field {
  readonly path: readonly string[];
  readonly type: 'string' | 'object' | 'array';
  readonly items: 'string' | 'object' | null;
  readonly required: boolean;
  /** Required in some answers only, as `if` and `then` of the schema say. */
  readonly conditional: boolean;
  /** Public pages hide its children: they go out as the example has them and are never judged. */
  readonly assumed: boolean;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly enum: readonly string[] | null;
  readonly format: 'date-time' | null;
  readonly pattern: string | null;
  readonly range: { readonly min: number; readonly max: number } | null;
  /** Set where it names a party, a device, a token or a person, and so may be unknown to the target. */
  readonly identity: Identity | null;
  readonly freeText: boolean;
  readonly rules: readonly Rule[];
}

/** What a probe has to know beside the schema. */
export interface Probing<Id extends string = OperationId> {
  /** Field that names the user; null where no field of the request does. */
  readonly user: string | null;
  /** Field that names no known user when its value is made up: then no message can reach a person. */
  readonly nobody: string | null;
  /** Field that is a secret of the user. */
  readonly credential: string | null;
  /** Field that an accepted call makes known to the server: each call uses a new value. */
  readonly introduces: string | null;
  /** Field of the accepted answer that calls of other APIs are about: each of their users has a value of its own. */
  readonly gives: string | null;
  /** Field whose value another operation introduced, or gave in its answer. */
  readonly refersTo: { readonly field: string; readonly operation: Id } | null;
  /** Times relative to the start of a run, in minutes, that keep a valid request in order and in the future where it must be. */
  readonly times: Readonly<Record<string, number>>;
}

/** One API: its path, its two sides, its fields, its result codes, its examples. */
export interface Operation<Id extends string = OperationId> {
  readonly id: Id;
  readonly path: string;
  readonly pathAssumed: boolean;
  readonly caller: Side;
  readonly server: Side;
  /** What an accepted call does to a person; null where no person notices it. */
  readonly effect: string | null;
  readonly summary: string;
  readonly page: string;
  readonly probing: Probing<Id>;
  /** Rules of the body as a whole. */
  readonly body: readonly Rule[];
  readonly request: readonly Field[];
  readonly response: readonly Field[];
  readonly resultCodes: Readonly<Record<string, ResultStatus>>;
  readonly requestExample: Readonly<Record<string, unknown>>;
  readonly minimalExample: Readonly<Record<string, unknown>>;
  readonly responseExamples: Readonly<Record<string, unknown>>;
}

/** One row of the catalogue. */
export interface Requirement<Id extends string = OperationId, RowId extends string = RequirementId> {
  readonly id: RowId;
  /** Null where it binds every API. */
  readonly operation: Id | null;
  readonly title: string;
  readonly says: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly ambiguity: string | null;
  readonly binds: readonly Party[];
  readonly kind: Kind;
  readonly harm: Harm;
  readonly rank: Rank;
  readonly observable: boolean;
  /** Why no wire test can see it; null where one can. */
  readonly reason: string | null;
  /** Ids of the constraints it sums up, over all APIs it binds; null where it has proofs of its own. */
  readonly members: readonly string[] | null;
  /** The same where the caller is under test: constraints whose `sent` reading counts. */
  readonly callerMembers: readonly string[] | null;
  /** How it is proved where its own spec says so; left out where a suite is written for its API. */
  readonly proofs?: readonly Proof[];
  readonly source: Source;
}

/** A proof in words: a requirement of a spec that no suite is written for names what shows it. */
export type Proof =
  /** The configured scenario with this code ends in it; SUCCESS: a valid request is accepted. */
  | { readonly by: 'scenario'; readonly code: string }
  /** The API is called at this path. */
  | { readonly by: 'path'; readonly path: string }
  /** Each accepted answer has its own value of this field. */
  | { readonly by: 'unique'; readonly field: string }
  /** The same key with the same body gives the same values again, and with another body it is refused. */
  | {
      readonly by: 'same';
      readonly fields: readonly (readonly string[])[];
      readonly key: string;
      /** What makes another body, and the code that refuses it; null where the page says nothing about another body. */
      readonly other: {
        readonly edits: readonly { readonly path: readonly string[]; readonly set: string }[];
        readonly code: string;
      } | null;
    };

/** A question that the public pages leave open, and how this suite reads it. */
export interface Ambiguity {
  readonly id: string;
  readonly issue: string;
  readonly position: string;
}

/** One message of one operation, by the name of its schema. */
export interface Message<Id extends string = OperationId> {
  readonly operation: Id;
  readonly kind: 'request' | 'response';
  readonly schema: string;
}

/** One broken keyword, as ajv reports it. */
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** Says whether a value fits a schema; `errors` holds what was wrong with the last value. */
export type Validate = ((value: unknown) => boolean) & { errors?: null | SchemaError[] };

/** Validators of the messages, by operation. */
export interface Validators {
  readonly request: Readonly<Record<string, Validate>>;
  readonly response: Readonly<Record<string, Validate>>;
}

/** APIs that exist already, beside which others are compiled: rows of every API sum up the constraints of both. */
export interface Beside {
  readonly operations: readonly Operation<string>[];
  readonly requirements: readonly Requirement<string, string>[];
}
