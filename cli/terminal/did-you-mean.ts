/** Finds the name that was meant by a misspelt one. */
import { suggestion } from '../../contract/did-you-mean.ts';
import { UsageError } from './usage-error.ts';

export { didYouMean, suggestion } from '../../contract/did-you-mean.ts';

/** Checks one of a closed list of names; `what` is a noun like `role`, `otherwise` the cure where none is near. */
export function knownName<Name extends string>(
  what: string,
  plural: string,
  written: string,
  known: readonly Name[],
  otherwise = '',
): Name {
  const found = known.find((name) => name === written);
  if (found !== undefined) return found;
  throw new UsageError(`No ${what} is named "${written}"`, suggestion(written, known, plural) || otherwise);
}
