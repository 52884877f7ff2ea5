/** The user's own specs: reads the files that `specs` names and puts their APIs beside the bundled ones. Loads no compiler where there are none. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ApisInUseError, bundledApis, type OwnApis, type OwnSpec, useApis } from '../../contract/apis.ts';
import { ContractError } from '../../contract/contract-error.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { findConfig, reading } from './find.ts';
import { isShowablePath } from './secrets.ts';

/** What was compiled already: a command may look at the specs before its run does. */
const compiled = new Map<string, OwnApis>();

/** Reads and compiles the files; relative paths start from the directory of the config. */
export async function ownApisIn(files: readonly string[], directory: string): Promise<OwnApis> {
  return compiledSpecs(files.map((file) => specAt(file, directory)));
}

/** Compiles specs that were read already, as those in a certification package. */
export async function compiledSpecs(specs: readonly OwnSpec[]): Promise<OwnApis> {
  const { compileOwnSpecs } = await import('../../contract/own-specs.ts');
  const key = JSON.stringify(specs);
  try {
    const made = compiled.get(key) ?? compileOwnSpecs(specs, sharedText(), bundledApis);
    compiled.set(key, made);
    return made;
  } catch (error) {
    if (error instanceof ContractError) throw new UsageError(error.message);
    throw error;
  }
}

/** Uses these APIs until the returned function is called; null for the bundled ones alone. */
export function withApis(own: OwnApis | null): () => void {
  try {
    return useApis(own);
  } catch (error) {
    if (!(error instanceof ApisInUseError)) throw error;
    throw new UsageError(error.message, 'Wait for it to end, or give both runs the same specs.');
  }
}

/** `specs` of a parsed config that was not checked yet; empty where it is no list of texts, which the check refuses. */
export function specsNamed(config: unknown): string[] {
  const specs = typeof config === 'object' && config !== null ? (config as { specs?: unknown }).specs : undefined;
  if (!Array.isArray(specs)) return [];
  return specs.every((one) => typeof one === 'string' && one !== '') ? [...new Set<string>(specs)] : [];
}

function specAt(file: string, directory: string): OwnSpec {
  const path = resolve(directory, file);
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    const name = isShowablePath(path, '/') ? ` ${file}` : '';
    const why = error instanceof TypeError ? 'it is not UTF-8 text' : reading(error);
    throw new UsageError(
      `The spec${name} cannot be read: ${why}`,
      'Correct its path; in a config it is relative to that file.',
    );
  }
}

/** The shared file of the package, to which every spec refers. */
function sharedText(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'spec/common.yaml')) && dirname(folder) !== folder) folder = dirname(folder);
  return readFileSync(join(folder, 'spec/common.yaml'), 'utf8');
}

/** Puts the specs of a config file beside the bundled APIs, for commands that need nothing else of it. */
export async function useSpecsOf(configFile: string | null, directory: string = process.cwd()): Promise<void> {
  const text = await findConfig(configFile, directory);
  // Most configs name no specs, and then no parser is loaded.
  const namesSome = text !== null && /(^|[{,])\s*["']?specs["']?\s*:/m.test(text.text);
  const files = namesSome ? specsNamed((await import('./parse.ts')).parseConfig(text).value) : [];
  await useSpecs(files, text === null ? directory : dirname(text.path));
}

/** Puts these specs beside the bundled APIs, for as long as no run uses others. */
export async function useSpecs(files: readonly string[], directory: string): Promise<OwnApis | null> {
  const own = files.length === 0 ? null : await ownApisIn(files, directory);
  withApis(own)();
  return own;
}
