/** Checks the keys that are given to `conformance init`: a config with a wrong key would fail in the next command. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { configNames } from '../config/find.ts';
import { privateKeyOf, publicKeyOf } from '../config/key-text.ts';
import { UsageError } from '../terminal/usage-error.ts';

const readers = { private: privateKeyOf, public: publicKeyOf } as const;

/** Refuses a key that cannot be used; paths are relative to the config file, and PEM text is not a path. */
export function checkKeyFile(
  name: string,
  half: keyof typeof readers,
  written: string,
  config: string = configNames[0],
): void {
  const directory = dirname(resolve(config));
  const path = resolve(directory, written);
  const file = written.includes('-----BEGIN') ? null : statSync(path, { throwIfNoEntry: false });
  if (file === null || file?.isFile()) {
    readers[half]({ name, value: written, directory });
    return;
  }
  throw new UsageError(
    file === undefined
      ? `${name} "${written}" does not exist: there is no file ${path}`
      : `${name} "${written}" is not a file`,
    'Give the path of a PEM file, relative to the config file.',
  );
}
