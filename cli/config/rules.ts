/** Checks the parts of a config that its schema cannot check: paths, limits and extra result codes. */

import { type OperationId, operationIds, operations } from '../../contract/apis.ts';
import type { SendLimit } from '../../engine/settings.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import type { Config } from './shape.ts';

/** The path of every API; two APIs that are offered cannot have the same path. */
export function pathsOf(written: NonNullable<Config['paths']>, apis: readonly OperationId[]): Record<string, string> {
  const paths = Object.fromEntries(operationIds.map((id) => [id, written[id] ?? operations[id].path]));
  const faults = apis.flatMap((id, i) => {
    const twin = apis.slice(0, i).find((other) => paths[other] === paths[id]);
    return twin === undefined
      ? []
      : [new UsageError(`${twin} and ${id} have the same path, ${paths[id]}`, 'Each API has its own path.')];
  });
  throwFaults(faults);
  return paths;
}

/** The limits of every API; only calls that send messages to people can be limited. */
export function limitsOf(written: NonNullable<Config['limits']>, loopback: boolean): Record<string, SendLimit> {
  const costly = operationIds.filter((id) => operations[id].effect !== null);
  throwFaults(
    Object.keys(written)
      .filter((id) => !costly.some((one) => one === id))
      .map(
        (id) =>
          new UsageError(
            `limits.${id} has no effect: calls of ${id} send no message to a person`,
            `Remove it; limits apply to ${costly.join(' and ')}.`,
          ),
      ),
  );
  return Object.fromEntries(
    operationIds.map((id) => {
      const { perFixture = 3, restMs = 60_000, maxSends = loopback ? null : 12 } = written[id] ?? {};
      return [id, { perFixture, restMs, maxSends }];
    }),
  );
}

/** Result codes beyond the documented ones; a documented code keeps its documented status. */
export function extraCodesOf(
  written: NonNullable<NonNullable<Config['resultCodes']>['extra']>,
): Record<string, Record<string, 'F' | 'U'>> {
  const faults: UsageError[] = [];
  for (const [operation, codes] of Object.entries(written)) {
    for (const code of Object.keys(codes)) {
      const fault = extraCodeFault(operation as OperationId, code);
      if (fault !== null) faults.push(fault);
    }
  }
  throwFaults(faults);
  return written;
}

function extraCodeFault(operation: OperationId, code: string): UsageError | null {
  const place = `resultCodes.extra.${operation}`;
  const documented: Readonly<Record<string, string>> = operations[operation].resultCodes;
  const name = Object.keys(documented).find((known) => known.toLowerCase() === code.trim().toLowerCase());
  if (name === code) {
    return new UsageError(
      `${place}.${code} is a documented code with the status ${documented[code]}`,
      'Remove it: only undocumented codes can be added.',
    );
  }
  // As an extra code, a documented one that is misspelt by the target would pass.
  if (name !== undefined) {
    return new UsageError(`${place} has "${code}", but the documented code is ${name}`, 'Remove it.');
  }
  const field = operations[operation].response.find(({ path }) => path.join('.') === 'result.resultCode');
  const longest = field?.maxLength ?? Number.POSITIVE_INFINITY;
  if (code !== '' && code.trim() === code && code.length <= longest) return null;
  return new UsageError(
    `${place} has "${code}", which cannot be a result code`,
    `Write 1 to ${longest} characters without spaces around them.`,
  );
}
