/** Checks the key files that are given to `conformance init`. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { configNames } from '../config/find.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** Refuses the path of a key file that does not exist; paths are relative to the config file, and PEM text is not a path. */
export function checkKeyFile(name: string, written: string, config: string = configNames[0]): void {
  if (written.includes('-----BEGIN')) return;
  const path = resolve(dirname(resolve(config)), written);
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.isFile()) return;
  throw new UsageError(
    file === undefined
      ? `${name} "${written}" does not exist: there is no file ${path}`
      : `${name} "${written}" is not a file`,
    'Give the path of a PEM file, relative to the config file.',
  );
}
