/** Checks a parsed config against its schema. */
import validate from '../../generated/config-validator.js';
import { throwFaults } from '../terminal/usage-error.ts';
import { complaints } from './complaints.ts';
import type { Config } from './shape.ts';

/** The config that a value is; every fault of it is one sentence, thrown together. */
export async function checkedConfig(value: unknown, place: (path: readonly string[]) => string): Promise<Config> {
  if (validate(value)) return value as Config;
  const errors = validate.errors ?? [];
  // The schema is needed for the words only; a right config never loads it.
  const { default: schema } = await import('../../generated/config.schema.json', { with: { type: 'json' } });
  throwFaults(complaints(errors, value, schema as Record<string, unknown>, place));
  throw new Error('The validator refused a config without saying why');
}
