/** Compiles specs together with overlays over them: facts of a partner become rows. Import it only where there are some. */
import { createHash } from 'node:crypto';
import type { OwnApis, OwnFactsFile, OwnSpec } from '../apis.ts';
import { compileSpec } from '../compile.ts';
import { ContractError } from '../contract-error.ts';
import { checkExamples } from '../examples.ts';
import { mergeSpec, type Spec } from '../spec.ts';
import { parseSpecFile, type SpecFile } from '../spec-file.ts';
import type { Beside, Operation, Requirement } from '../types.ts';
import { compileValidators } from '../validators.ts';
import type { Application } from './application.ts';
import { applyOverlays } from './apply.ts';
import { changedApis, snapshotOf } from './changed.ts';
import { readOverlay } from './overlay-file.ts';
import { statedRows } from './stated-rows.ts';

/** What overlays are laid over: the files of the package, and the APIs without them. */
export interface Documented {
  /** The shared file and those of the bundled APIs. */
  readonly files: readonly SpecFile[];
  readonly bundled: Beside;
  /** The user's own specs, compiled; null where there are none. */
  readonly own: OwnApis | null;
}

/** Compiles the overlays over all specs; the first mistake is thrown as a ContractError. */
export function compileFacts(overlays: readonly OwnSpec[], documented: Documented): OwnApis {
  try {
    return compiled(overlays, documented);
  } catch (error) {
    if (error instanceof ContractError) throw error;
    // What the checks let through and the compiler stumbles over is a mistake of the file all the same.
    const why = error instanceof Error ? error.message : String(error);
    const place = { file: overlays[0]!.file, line: 1 };
    throw new ContractError(place, `This overlay does not fit the specs (${why}). Compare it with docs/own-apis.md.`);
  }
}

function compiled(overlays: readonly OwnSpec[], { files, bundled, own }: Documented): OwnApis {
  const read = overlays.map(({ file, text }) => readOverlay(file, text));
  const ownFiles = (own?.specs ?? []).map(({ file, text }) => parseSpecFile(file, text));
  const all = [...files, ...ownFiles];
  const merged = mergeSpec(all);
  const asWritten = snapshotOf(merged.document);
  const app = applyOverlays(merged.document, read);
  const changed = changedApis(asWritten, snapshotOf(merged.document));
  const spec = placedBy(app, merged);
  const ownIds = new Set(own?.operations.map(({ id }) => id as string));
  const before = [...bundled.operations, ...(own?.operations ?? [])];
  const documented = new Set(before.flatMap(constraintsOf));
  const contract = compileSpec(spec, null, {
    isOwn: (operation) => ownIds.has(operation),
    isDocumented: (id) => documented.has(id),
  });
  const rows = statedRows(app, contract.operations, before);
  const messages = contract.messages.filter(({ operation }) => changed.has(operation));
  const made = compileValidators({ document: contract.document, messages });
  checkExamples(all, { ...contract, operations: contract.operations.filter(({ id }) => changed.has(id)) }, made);
  const requirements = [...contract.requirements, ...rows] as readonly Requirement[];
  return {
    operations: contract.operations as readonly Operation[],
    requirements,
    validators: {
      request: { ...own?.validators.request, ...made.request },
      response: { ...own?.validators.response, ...made.response },
    },
    specs: own?.specs ?? [],
    facts: own?.facts ?? [],
    overlays,
    stated: overlays.map((overlay) => factsOf(overlay, app)),
    digest: createHash('sha256')
      .update(JSON.stringify([own?.specs, overlays]))
      .digest('hex'),
  };
}

function constraintsOf({ request, response }: Operation<string>): string[] {
  return [...request, ...response].flatMap(({ rules }) => rules.map(({ id }) => id));
}

/** Errors in what an overlay says are on its line. */
function placedBy({ places }: Application, spec: Spec): Spec {
  return {
    ...spec,
    error: (part, problem) => {
      const place = places.get(part);
      return place ? new ContractError(place, problem) : spec.error(part, problem);
    },
  };
}

function factsOf({ file, text }: OwnSpec, { replaced }: Application): OwnFactsFile {
  return {
    file,
    digest: createHash('sha256').update(text).digest('hex'),
    replaces: replaced.filter(({ overlay }) => overlay === file).map(({ overlay: _, ...one }) => one),
  };
}
