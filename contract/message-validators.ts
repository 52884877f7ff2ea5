/** The validator of each message: compiled ahead of time for the bundled APIs, at run time for those of the user's own specs. */
import * as bundled from '../generated/validators.js';
import { ownValidators } from './apis.ts';
import type { Validate } from './types.ts';

/** The validator of the requests of an API. */
export function requestValidator(operation: string): Validate {
  return ownValidators.request[operation] ?? (bundled.validateRequest as Record<string, Validate>)[operation]!;
}

/** The validator of the answers of an API. */
export function responseValidator(operation: string): Validate {
  return ownValidators.response[operation] ?? (bundled.validateResponse as Record<string, Validate>)[operation]!;
}
