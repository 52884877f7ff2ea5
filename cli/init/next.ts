/** The commands to call after `conformance init`, as lines that can be pasted. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shellQuote } from '../../reporters/curl.ts';
import { configNames } from '../config/find.ts';
import type { Config } from '../config/shape.ts';

/** Lines that say what to call next with this config: the keys first, where it names files that are not there yet. */
export function nextLines(path: string, { signing }: Config, options = ''): string[] {
  const isFound = (configNames as readonly string[]).includes(path);
  const run = `npx conformance${isFound ? '' : ` --config ${shellQuote(path)}`}${options}`;
  const directory = missingKeys(path, signing?.privateKey);
  return ['Next:', ...(directory === null ? [] : [`  npx conformance keys${directory}`]), `  ${run}`];
}

/** The argument of `keys` for the directory of a private key that does not exist; null where nothing is missing. */
function missingKeys(path: string, key: string | undefined): string | null {
  if (key === undefined || !/^[\w./ -]+$/.test(key)) return null;
  const file = join(dirname(path), key);
  if (existsSync(resolve(file))) return null;
  const directory = dirname(file);
  return directory === 'keys' ? '' : ` ${shellQuote(directory)}`;
}
