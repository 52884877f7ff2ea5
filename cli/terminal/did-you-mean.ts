/** Suggests the known name for a misspelt one. */
import { suggestion } from '../../contract/did-you-mean.ts';
import { UsageError } from './usage-error.ts';

export { didYouMean, suggestion } from '../../contract/did-you-mean.ts';

/** Checks a name against a list; `what` is a noun such as `role`, `otherwise` the hint where no name is similar. */
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
