/** Finds the config file: the environment's, the option's, or the one of the working directory. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';
import { isShowablePath } from './secrets.ts';

/** File names that are looked for in the working directory, in this order. */
export const configNames = ['conformance.config.yaml', 'conformance.config.yml', 'conformance.config.json'] as const;

/** A config file as it lies on the disk. */
export interface ConfigText {
  readonly path: string;
  /** As people call it in a sentence: its base name. */
  readonly name: string;
  readonly text: string;
}

/** The config file that counts; null where none is named and none is found. */
export async function findConfig(named: string | null, directory: string): Promise<ConfigText | null> {
  if (named !== null) return readConfigFile(resolve(directory, named));
  const found = configNames.find((name) => existsSync(resolve(directory, name)));
  return found === undefined ? null : readConfigFile(resolve(directory, found));
}

async function readConfigFile(path: string): Promise<ConfigText> {
  try {
    return { path, name: basename(path), text: await readFile(path, 'utf8') };
  } catch (error) {
    // Whoever gives the content where the path belongs must not find it in a log.
    const name = isShowablePath(path, '/') ? ` ${path}` : '';
    throw new UsageError(
      `The config file${name} cannot be read: ${reading(error)}`,
      'Check --config or CONFORMANCE_CONFIG, or write one with: conformance init',
    );
  }
}

/** Why a file could not be read, in words. */
export function reading(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'reading it is not permitted';
  if (code === 'EISDIR') return 'it is a directory';
  if (code === 'ENAMETOOLONG') return 'the name is too long for a file';
  if (code === 'ENOTDIR') return 'a part of its path is not a directory';
  // A message of the system may repeat the path, and a path may be a secret in the wrong place.
  return code ?? 'the system refuses its name';
}
