/** Checks a parsed config against its schema. */
import validate from '../../generated/config-validator.js';
import { throwFaults } from '../terminal/usage-error.ts';
import { nameFaults } from './api-names.ts';
import { complaints, inOrder } from './complaints.ts';
import { ownApisIn, specsNamed, withApis } from './own-specs.ts';
import { placeholderFaults } from './placeholders.ts';
import type { Config } from './shape.ts';

/** Returns the value as a config; all faults are thrown together, one sentence each. */
export async function checkedConfig(value: unknown, place: (path: readonly string[]) => string): Promise<Config> {
  throwFaults(placeholderFaults(value, place));
  const isValid = validate(value);
  const names = nameFaults(value, place);
  if (isValid) {
    throwFaults(names);
    return value as Config;
  }
  const errors = validate.errors ?? [];
  // The schema is only needed for error messages; a valid config never loads it.
  const { default: schema } = await import('../../generated/config.schema.json', { with: { type: 'json' } });
  throwFaults(inOrder([...complaints(errors, value, schema as Record<string, unknown>, place), ...names]));
  throw new Error('The validator rejected a config without an error');
}

/** A config with the APIs of its specs in use, until they are given back. */
export interface CheckedConfig {
  readonly config: Config;
  release(): void;
}

/** Compiles the specs and facts that a config names, and checks it with the names of their APIs. */
export async function checkedWithSpecs(
  value: unknown,
  place: (path: readonly string[]) => string,
  directory: string,
): Promise<CheckedConfig> {
  const release = withApis(await ownApisIn(specsNamed(value), directory));
  try {
    return { config: await checkedConfig(value, place), release };
  } catch (error) {
    release();
    throw error;
  }
}
