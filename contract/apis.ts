/** The APIs of this process: the bundled five and, as long as a run uses them, those of the user's own specs. */

import type { OperationId } from '../generated/ids.ts';
import { operations as bundledOperations } from '../generated/operations.ts';
import { requirements as bundledRequirements, specDigest, specVersion } from '../generated/requirements.ts';
import type { Beside, Operation, Requirement, Validators } from './types.ts';

export type { OperationId } from '../generated/ids.ts';

/** A spec file of the user, as it was read. */
export interface OwnSpec {
  /** As the config names it. */
  readonly file: string;
  readonly text: string;
}

/** What a report says of one spec of the user. */
export interface OwnSpecFacts {
  file: string;
  /** SHA-256 of its text. */
  digest: string;
  apis: string[];
}

/** What a report says of one overlay of the user. */
export interface OwnFactsFile {
  file: string;
  /** SHA-256 of its text. */
  digest: string;
  /** Documented facts that it replaces, each with the reason that it gives. */
  replaces: { what: string; documented: string; stated: string; reason: string }[];
}

/** Compiled specs of the user, and the APIs that overlays of the user change. */
export interface OwnApis {
  readonly operations: readonly Operation[];
  /** The rows of these APIs, and those of every API, which sum up their constraints too. */
  readonly requirements: readonly Requirement[];
  readonly validators: Validators;
  readonly specs: readonly OwnSpec[];
  readonly facts: readonly OwnSpecFacts[];
  /** The overlays of `facts`; left out where there are none. */
  readonly overlays?: readonly OwnSpec[];
  readonly stated?: readonly OwnFactsFile[];
  /** SHA-256 over the files. */
  readonly digest: string;
}

const noValidators: Validators = { request: {}, response: {} };

/** Every API by its id. */
export let operations: Readonly<Record<OperationId, Operation>> = bundledOperations;

/** The ids: the bundled ones in the order of the spec, then those of the user's specs. */
export let operationIds: readonly OperationId[] = idsOf(bundledOperations);

/** The catalogue, the rows of every API first. */
export let requirements: readonly Requirement[] = bundledRequirements;

/** Validators of the APIs that are not bundled. */
export let ownValidators: Validators = noValidators;

/** The user's own APIs in use; null where there are none. */
export let ownApis: OwnApis | null = null;

/** Runs that are under way with the APIs above. */
let users = 0;

/** The API of that name; undefined where there is none. */
export function operationNamed(name: string): Operation | undefined {
  return Object.hasOwn(operations, name) ? operations[name as OperationId] : undefined;
}

/** The APIs that are always there. */
export const bundledApis: Beside = { operations: Object.values(bundledOperations), requirements: bundledRequirements };

/** Whether an API is one of the user's own specs. */
export function isOwnApi(name: string): boolean {
  return Object.hasOwn(operations, name) && !Object.hasOwn(bundledOperations, name);
}

/** What is judged by: the bundled specification, and the user's own specs and overlays where there are some. */
export function specificationInUse(): {
  version: string;
  digest: string;
  own?: OwnSpecFacts[];
  facts?: OwnFactsFile[];
} {
  const { facts: own = [], stated = [] } = ownApis ?? {};
  return {
    version: specVersion,
    digest: specDigest,
    ...(own.length === 0 ? {} : { own: own.map((one) => ({ ...one })) }),
    ...(stated.length === 0 ? {} : { facts: stated.map((one) => ({ ...one })) }),
  };
}

/** Other APIs are in use in this process: it has one set of them at a time. */
export class ApisInUseError extends Error {}

/** Uses these APIs beside the bundled ones, or those alone, until the returned function is called. */
export function useApis(own: OwnApis | null): () => void {
  if (own?.digest !== ownApis?.digest) {
    if (users > 0) throw new ApisInUseError('Another run in this process uses other specs');
    adopt(own);
  }
  users += 1;
  let isReleased = false;
  return () => {
    if (!isReleased) users -= 1;
    isReleased = true;
  };
}

function adopt(own: OwnApis | null): void {
  ownApis = own;
  const added = Object.fromEntries((own?.operations ?? []).map((operation) => [operation.id, operation]));
  operations = { ...bundledOperations, ...added };
  operationIds = idsOf(operations);
  const rows = new Map([...bundledRequirements, ...(own?.requirements ?? [])].map((row) => [row.id as string, row]));
  requirements = [...rows.values()];
  ownValidators = own?.validators ?? noValidators;
}

function idsOf(table: Readonly<Record<OperationId, Operation>>): OperationId[] {
  return Object.values(table).map(({ id }) => id);
}
