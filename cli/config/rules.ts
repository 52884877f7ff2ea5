/** What a config says about calls and answers that its schema cannot check: limits and extra result codes. */
import type { SendLimit } from '../../engine/settings.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { operationIds } from '../explain/catalogue.ts';
import { throwFaults, UsageError } from '../terminal/usage-error.ts';
import type { Config } from './shape.ts';

/** The limits of every API; only calls that reach a person can have some. */
export function limitsOf(written: NonNullable<Config['limits']>, loopback: boolean): Record<string, SendLimit> {
  const costly = operationIds.filter((id) => operations[id].effect !== null);
  throwFaults(
    Object.keys(written)
      .filter((id) => !costly.includes(id as OperationId))
      .map(
        (id) =>
          new UsageError(
            `limits.${id} limits nothing: calls of ${id} reach no person`,
            `Take it out; limits are for ${costly.join(' and ')}.`,
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

/** Result codes beyond the documented ones; a documented code keeps the status that the pages give it. */
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
          `resultCodes.extra.${operation}.${code} is a documented code, and its status is ${status}`,
          'Take it out: only codes that the pages do not have can be added.',
        ),
      );
    }
  }
  throwFaults(faults);
  return written;
}
