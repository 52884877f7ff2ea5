/** Reads spec files from disk: the one file of the compiler that touches the file system. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sharedName } from './spec.ts';
import { parseSpecFile, type SpecFile } from './spec-file.ts';

/** Names of the YAML files of a folder, the shared one first. */
export function specFileNames(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return [sharedName, ...names.filter((name) => name !== sharedName).sort()];
}

/** All spec files of a folder, parsed. */
export function readSpecFiles(folder: string): SpecFile[] {
  return specFileNames(folder).map((name) =>
    parseSpecFile(join(basename(folder), name), readFileSync(join(folder, name), 'utf8')),
  );
}
