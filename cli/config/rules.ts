/** Checks the parts of a config that its schema cannot check: limits and extra result codes. */
import type { SendLimit } from '../../engine/settings.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { operationIds } from '../explain/catalogue.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import type { Config } from './shape.ts';

/** The limits of every API; only calls that send messages to people can be limited. */
export function limitsOf(written: NonNullable<Config['limits']>, loopback: boolean): Record<string, SendLimit> {
  const costly = operationIds.filter((id) => operations[id].effect !== null);
  throwFaults(
    Object.keys(written)
      .filter((id) => !costly.includes(id as OperationId))
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
    const documented: Readonly<Record<string, string>> = operations[operation as OperationId].resultCodes;
    for (const code of Object.keys(codes)) {
      const status = documented[code];
      if (status === undefined) continue;
      faults.push(
        new UsageError(
          `resultCodes.extra.${operation}.${code} is a documented code with the status ${status}`,
          'Remove it: only undocumented codes can be added.',
        ),
      );
    }
  }
  throwFaults(faults);
  return written;
}
