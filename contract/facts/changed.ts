/** Which APIs an overlay changes: only their messages are compiled anew, which is most of the time that overlays take. */
import type { SpecDocument } from '../spec-document.ts';

/** A document as it was: each part as text. */
export interface Snapshot {
  readonly paths: ReadonlyMap<string, string>;
  readonly schemas: ReadonlyMap<string, string>;
}

/** Takes a document as it is now; paths by the name of their API. */
export function snapshotOf({ paths, components }: SpecDocument): Snapshot {
  return {
    paths: new Map(Object.values(paths).map((item) => [item.post.operationId, JSON.stringify(item)])),
    schemas: new Map(Object.entries(components.schemas).map(([name, schema]) => [name, JSON.stringify(schema)])),
  };
}

/** The names of the APIs of which a message, an example or a schema inside is another one than before. */
export function changedApis(before: Snapshot, after: Snapshot): Set<string> {
  const names = [...after.paths.keys()].filter((name) => {
    const path = after.paths.get(name)!;
    const reached = reachedFrom(path, after.schemas);
    return path !== before.paths.get(name) || reached.some((one) => after.schemas.get(one) !== before.schemas.get(one));
  });
  return new Set(names);
}

function reachedFrom(text: string, schemas: ReadonlyMap<string, string>): string[] {
  const reached = new Set<string>();
  const visit = (part: string): void => {
    for (const [, name] of part.matchAll(/#\/components\/schemas\/([^"/]+)"/g)) {
      if (reached.has(name!)) continue;
      reached.add(name!);
      visit(schemas.get(name!) ?? '');
    }
  };
  visit(text);
  return [...reached];
}
