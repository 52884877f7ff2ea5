/** The user's own specs and facts: reads the files that `specs` and `facts` name and uses what they say beside the bundled APIs. Loads no compiler where there are none. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ApisInUseError, bundledApis, type OwnApis, type OwnSpec, useApis } from '../../contract/apis.ts';
import { ContractError } from '../../contract/contract-error.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { findConfig, reading } from './find.ts';
import { isShowablePath } from './secrets.ts';

/** The files that a config names: specs of further APIs, and overlays of facts over any spec. */
export interface SpecFiles {
  readonly specs: readonly string[];
  readonly facts: readonly string[];
}

/** The same, as they were read. */
export interface SpecTexts {
  readonly specs: readonly OwnSpec[];
  readonly facts: readonly OwnSpec[];
}

/** What was compiled already: a command may look at the specs before its run does. */
const compiled = new Map<string, OwnApis>();

/** Reads and compiles the files; relative paths start from the directory of the config. Null where there are none. */
export async function ownApisIn({ specs, facts }: SpecFiles, directory: string): Promise<OwnApis | null> {
  return compiledSpecs({
    specs: specs.map((file) => readSpec('spec', file, directory)),
    facts: facts.map((file) => readSpec('fact file', file, directory)),
  });
}

/** Compiles specs and overlays that were read already, as those in a certification package. Null where there are none. */
export async function compiledSpecs({ specs, facts }: SpecTexts): Promise<OwnApis | null> {
  if (specs.length === 0 && facts.length === 0) return null;
  const key = JSON.stringify([specs, facts]);
  const known = compiled.get(key);
  if (known) return known;
  try {
    const made = await compiledNow({ specs, facts });
    compiled.set(key, made);
    return made;
  } catch (error) {
    if (error instanceof ContractError) throw new UsageError(error.message);
    throw error;
  }
}

async function compiledNow({ specs, facts }: SpecTexts): Promise<OwnApis> {
  const { compileOwnSpecs } = await import('../../contract/own-specs.ts');
  const shared = () => readFileSync(join(specFolder(), 'common.yaml'), 'utf8');
  const own = specs.length === 0 ? null : compileOwnSpecs(specs, shared(), bundledApis);
  if (facts.length === 0) return own!;
  const [{ compileFacts }, { readSpecFiles }] = await Promise.all([
    import('../../contract/facts/compile-facts.ts'),
    import('../../contract/read-spec-files.ts'),
  ]);
  return compileFacts(facts, { files: readSpecFiles(specFolder()), bundled: bundledApis, own });
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

/** `specs` and `facts` of a parsed config that was not checked yet. */
export function specsNamed(config: unknown): SpecFiles {
  return { specs: filesNamed(config, 'specs'), facts: filesNamed(config, 'facts') };
}

/** Empty where it is no list of texts, which the check refuses. */
function filesNamed(config: unknown, key: 'specs' | 'facts'): string[] {
  const files = typeof config === 'object' && config !== null ? (config as Record<string, unknown>)[key] : undefined;
  if (!Array.isArray(files)) return [];
  return files.every((one) => typeof one === 'string' && one !== '') ? [...new Set<string>(files)] : [];
}

/** Reads one file as text. */
export function readSpec(what: 'spec' | 'fact file' | 'file', file: string, directory: string): OwnSpec {
  const path = resolve(directory, file);
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    const name = isShowablePath(path, '/') ? ` ${file}` : '';
    const why = error instanceof TypeError ? 'it is not UTF-8 text' : reading(error);
    throw new UsageError(
      `The ${what}${name} cannot be read: ${why}`,
      'Correct its path; in a config it is relative to that file.',
    );
  }
}

/** The folder of the bundled specs: the shared file of every spec is there. */
function specFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'spec/common.yaml')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'spec');
}

/** Puts the specs of a config file beside the bundled APIs, for commands that need nothing else of it. */
export async function useSpecsOf(configFile: string | null, directory: string = process.cwd()): Promise<void> {
  const text = await findConfig(configFile, directory);
  // Most configs name no specs, and then no parser is loaded.
  const namesSome = text !== null && /(^|[{,])\s*["']?(specs|facts)["']?\s*:/m.test(text.text);
  const config = namesSome ? (await import('./parse.ts')).parseConfig(text).value : {};
  await useSpecs(specsNamed(config), text === null ? directory : dirname(text.path));
}

/** Puts these specs beside the bundled APIs, for as long as no run uses others. */
export async function useSpecs(files: SpecFiles, directory: string): Promise<OwnApis | null> {
  const own = await ownApisIn(files, directory);
  withApis(own)();
  return own;
}
