/** What applying overlays to a document gives beside the document: where each stated part comes from, what was replaced, codes and paths. */
import { ContractError, type Place } from '../contract-error.ts';
import type { Schema, SpecDocument } from '../spec-document.ts';
import type { Keyword } from '../types.ts';
import type { Action } from './overlay-file.ts';

/** A documented fact that an overlay replaces. */
export interface Replacement {
  readonly overlay: string;
  /** The field and its keyword, such as SendOTPRequest.accessToken.maxLength. */
  readonly what: string;
  readonly documented: string;
  readonly stated: string;
  readonly reason: string;
}

/** Overlays while they are applied, and what came of them. */
export interface Application {
  readonly document: SpecDocument;
  /** Parts of the document that an action made or changed. */
  readonly places: WeakMap<object, Place>;
  /** Schemas that no page documents. */
  readonly added: WeakSet<object>;
  readonly replaced: Replacement[];
  /** Result codes that actions name. */
  readonly codes: Map<string, Action>;
  /** Paths by those that they take the place of. */
  readonly paths: Map<string, { readonly path: string; readonly action: Action }>;
  /** Facts by overlay: what rows come of. */
  readonly facts: Map<string, number>;
}

/** An application of nothing yet. */
export function applicationTo(document: SpecDocument): Application {
  return {
    document,
    places: new WeakMap(),
    added: new WeakSet(),
    replaced: [],
    codes: new Map(),
    paths: new Map(),
    facts: new Map(),
  };
}

/** A mistake of an action, on its line. */
export function mistake({ place }: Action, problem: string): ContractError {
  return new ContractError(place, problem);
}

/** A documented fact against a stated one: refused, or noted where the action gives a reason. */
export function replace(app: Application, action: Action, what: string, documented: string, stated: string): void {
  if (action.replaces === null)
    throw mistake(
      action,
      `${what} is documented as ${documented}, but ${action.source} says ${stated}. Correct the action, or add x-replaces with the reason.`,
    );
  const reason = action.replaces;
  app.replaced.push({ overlay: action.overlay, what, documented, stated, reason });
}

/** Notes that an action says what a keyword of a schema is: a row comes of it. */
export function state(app: Application, schema: Schema, keyword: Keyword, action: Action): void {
  const source = { page: action.source, overlay: action.overlay };
  schema['x-source'] = { ...schema['x-source'], [keyword]: source };
  schema['x-judge'] = { ...schema['x-judge'], [keyword]: { basis: 'partner' } };
  if (schema['x-stated'] && !schema['x-stated'].includes(keyword)) schema['x-stated'].push(keyword);
  app.places.set(schema, action.place);
}
