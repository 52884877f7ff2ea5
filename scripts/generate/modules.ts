/** Writes the text of the generated modules: tables as data, under types that are written by hand in contract/types.ts. */
import type { Contract } from '../../contract/compile.ts';

const union = (values: readonly string[]): string =>
  values.map((value) => `\n  | '${value.replaceAll("'", "\\'")}'`).join('') || ' never';

/** Text of generated/ids.ts: the names of the bundled contract as literal types. */
export function idsModule({ operations, requirements }: Contract): string {
  const titles = (operation: string | null): string =>
    union(requirements.filter((row) => row.operation === operation && row.members === null).map(({ title }) => title));
  return `
/** The APIs, by the name Alipay+ gives them. */
export type OperationId =${union(operations.map(({ id }) => id))};

/** Ids of the catalogue. */
export type RequirementId =${union(requirements.map(({ id }) => id))};

/** Id and sentence of each row that needs proofs of its own: of one API, or of every API. */
export interface RequirementTitles {
  every:${titles(null).replaceAll('\n', '\n  ')};
${operations.map(({ id }) => `  ${id}:${titles(id).replaceAll('\n', '\n  ')};`).join('\n')}
}

/** Id and sentence of each row of one API, or of the rows of every API. */
export type RequirementTitle<O extends OperationId | 'every'> = RequirementTitles[O];
`;
}

/** Text of generated/operations.ts. */
export function operationsModule({ operations }: Contract): string {
  const table = Object.fromEntries(operations.map((operation) => [operation.id, operation]));
  return `import type { Operation } from '../contract/types.ts';
import type { OperationId } from './ids.ts';

export type { Basis, Field, Keyword, Level, Operation, Probing, Rule } from '../contract/types.ts';
export type { OperationId } from './ids.ts';

/** Every API by its id. */
export const operations: Readonly<Record<OperationId, Operation>> = ${JSON.stringify(table, null, 2)};

/** The ids in the order of the spec. */
export const operationIds: readonly OperationId[] = ${JSON.stringify(operations.map(({ id }) => id))};

/** The API of that name; undefined where there is none. */
export function operationNamed(name: string): Operation | undefined {
  return Object.values(operations).find(({ id }) => id === name);
}
`;
}

/** Text of generated/requirements.ts. */
export function requirementsModule({ requirements, ambiguities, digest, version }: Contract): string {
  return `import type { Ambiguity, Requirement } from '../contract/types.ts';

export type { Party, Requirement } from '../contract/types.ts';
export type { RequirementId, RequirementTitle, RequirementTitles } from './ids.ts';

/** The catalogue, the rows of every API first. */
export const requirements: readonly Requirement[] = ${JSON.stringify(requirements, null, 2)};

/** Where the public pages are silent or contradict each other, and how this suite reads them. */
export const ambiguities: readonly Ambiguity[] = ${JSON.stringify(ambiguities, null, 2)};

/** SHA-256 over the documents of spec/. */
export const specDigest = '${digest}';

/** Version of the documents of spec/. */
export const specVersion = '${version}';
`;
}

/** Text of generated/validators.d.ts. */
export function validatorTypes({ messages }: Contract): string {
  const guards = messages.map(
    ({ schema }) => `export declare function is${schema}(value: unknown): value is components['schemas']['${schema}'];`,
  );
  return `import type { Validate } from '../contract/types.ts';
import type { OperationId } from './ids.ts';
import type { components } from './types.ts';

export type { SchemaError, Validate } from '../contract/types.ts';

export declare const validateRequest: Readonly<Record<OperationId, Validate>>;
export declare const validateResponse: Readonly<Record<OperationId, Validate>>;
${guards.join('\n')}
`;
}

/** Text of suites/by-operation.ts: the suite of `verifyOTP` is the default export of `suites/verify-otp.ts`. */
export function suitesModule({ operations }: Contract): string {
  const fileOf = (id: string) => `./${id.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}.ts`;
  const imports = operations.map(({ id }) => `import ${id} from '${fileOf(id)}';`).sort(byPath);
  return `import type { Suite } from '../engine/check/check.ts';
import type { OperationId } from '../generated/operations.ts';
${imports.join('\n')}

/** The suite of every API: one without a suite does not compile. */
export const suiteOf: { readonly [O in OperationId]: Suite<O> } = {
${operations.map(({ id }) => `  ${id},`).join('\n')}
};
`;
}

const pathOf = (line: string): string => line.slice(line.indexOf("'"));
const byPath = (a: string, b: string): number => (pathOf(a) < pathOf(b) ? -1 : 1);
