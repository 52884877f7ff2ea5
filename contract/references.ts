/** Checks the references of a spec file: they lead into the file itself or into the shared one, and to something that is there. */
import { ContractError } from './contract-error.ts';
import { didYouMean } from './did-you-mean.ts';
import { sharedName } from './spec.ts';
import type { Path, SpecFile } from './spec-file.ts';

/** Refuses a reference that leads into another API's file, or nowhere. */
export function checkReferences(file: SpecFile, files: readonly SpecFile[]): void {
  visit(file.content, [], (reference, path) => {
    const fail = (problem: string) => new ContractError({ file: file.path, line: file.lineOf(path) }, problem);
    const [target = '', pointer = ''] = reference.split('#');
    if (target !== '' && target !== sharedName)
      throw fail(
        `${reference} refers to another file. Each API has messages of its own: copy the schema into this file under another ` +
          `name, or move a part that several APIs share to ${sharedName}.`,
      );
    const owner = target === '' ? file : files.find(({ name }) => name === target);
    if (owner && isThere(owner, pointer)) return;
    const other = files.find((one) => one !== owner && isThere(one, pointer));
    throw fail(other ? foreign(reference, pointer, other) : unknown(reference, pointer, owner ?? file));
  });
}

function foreign(reference: string, pointer: string, other: SpecFile): string {
  if (other.name === sharedName)
    return `${reference} leads nowhere in this file. Write ${sharedName}#${pointer}, where it is defined.`;
  return (
    `${reference} is defined in ${other.path}, which describes another API. Each API has messages of its own: give this file its own ` +
    'schema under another name.'
  );
}

function unknown(reference: string, pointer: string, owner: SpecFile): string {
  const [, , kind = '', name = ''] = pointer.split('/');
  const known = Object.keys(owner.content.components?.[kind] ?? {});
  const near = didYouMean(name, known);
  return `${reference} leads nowhere. ${near ? `Did you mean ${near}?` : `Add it to components.${kind} of ${owner.path}.`}`;
}

function isThere({ content }: SpecFile, pointer: string): boolean {
  let part: unknown = content;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof part !== 'object' || part === null) return false;
    part = (part as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return pointer.startsWith('/') && part !== undefined;
}

function visit(part: unknown, path: Path, see: (reference: string, path: Path) => void): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    const to = [...path, key];
    if (key === '$ref' && typeof value === 'string') see(value, to);
    // The values of examples are data.
    else if (!(key === 'value' && path.at(-2) === 'examples')) visit(value, to, see);
  }
}
