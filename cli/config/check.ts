/** Checks a parsed config against its schema. */
import validate from '../../generated/config-validator.js';
import { throwFaults } from '../terminal/usage-error.ts';
import { complaints } from './complaints.ts';
import { placeholderFaults } from './placeholders.ts';
import type { Config } from './shape.ts';

/** Returns the value as a config; all faults are thrown together, one sentence each. */
export async function checkedConfig(value: unknown, place: (path: readonly string[]) => string): Promise<Config> {
  throwFaults(placeholderFaults(value, place));
  if (validate(value)) return value as Config;
  const errors = validate.errors ?? [];
  // The schema is only needed for error messages; a valid config never loads it.
  const { default: schema } = await import('../../generated/config.schema.json', { with: { type: 'json' } });
  throwFaults(complaints(errors, value, schema as Record<string, unknown>, place));
  throw new Error('The validator rejected a config without an error');
}
