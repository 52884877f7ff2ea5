/** Finds the config file: from the environment, the option, or the working directory. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';
import { configNames } from './config-names.ts';
import { isShowablePath } from './secrets.ts';

export { configNames } from './config-names.ts';

/** A config file and its text. */
export interface ConfigText {
  readonly path: string;
  /** Base name, for messages. */
  readonly name: string;
  readonly text: string;
}

/** The config file of a run; null where none is given and none is found. */
export async function findConfig(named: string | null, directory: string): Promise<ConfigText | null> {
  if (named !== null) return readConfigFile(resolve(directory, named));
  const found = configNames.find((name) => existsSync(resolve(directory, name)));
  return found === undefined ? null : readConfigFile(resolve(directory, found));
}

async function readConfigFile(path: string): Promise<ConfigText> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    // If the content is given in place of the path, it must not appear in a log.
    const name = isShowablePath(path, '/') ? ` ${path}` : '';
    throw new UsageError(
      `The config file${name} cannot be read: ${reading(error)}`,
      'Check --config or CONFORMANCE_CONFIG, or create one with: npx conformance init',
    );
  }
  const name = basename(path);
  try {
    return { path, name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new UsageError(`${name} is not UTF-8 text`, 'Save it as UTF-8.');
  }
}

/** Why a file could not be read, as part of a sentence. */
export function reading(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'it is a directory';
  if (code === 'ENAMETOOLONG') return 'the file name is too long';
  if (code === 'ENOTDIR') return 'part of the path is not a directory';
  // A system message may repeat the path, and the path may be a misplaced secret.
  return code ?? 'the system does not accept this path';
}
